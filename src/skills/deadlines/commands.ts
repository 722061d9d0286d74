import { type Caller, guest } from '../../core/caller.ts'
import type { Duty } from '../../core/duty.ts'
import { dayAt, yearOf } from '../../core/local-date.ts'
import type { Locale } from '../../core/locale.ts'
import type { Message } from '../../core/message.ts'
import type { Reply } from '../../core/reply.ts'
import type { Outcome } from '../../core/skill.ts'
import type { Kept } from '../../store/duties.ts'
import type { Proposal } from '../../store/proposals.ts'
import { keepAndAnnounce } from './announcing.ts'
import { makeDutiesFace } from './duties-face.ts'
import { type Entry, entriesOf } from './entries.ts'
import type { View } from './faces.ts'
import { officeWords } from './office-words.ts'
import { owedUnder, standingOf } from './owed-now.ts'
import { type DeadlineParts, organizationTyped, problem, type Request } from './parts.ts'
import { badRowsTold, readDutyRows } from './read-duty-rows.ts'
import { type Rehearsal, type RehearsedNotice, rehearse } from './rehearse.ts'
import type { Owed } from './rules.ts'
import { stepsUnder } from './steps.ts'
import { makeViews } from './views.ts'

/** A file of duties, whatever its form. */
export interface DutyFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface CommandParts extends DeadlineParts {
  readonly locale: Locale
  /** The cells of a CSV or XLSX file. @throws Problem */
  readonly readGrid: (file: DutyFile) => Promise<readonly (readonly string[])[]>
}

/** What whoever runs the bot does about deadlines, without a chat; it is the office. */
export interface DeadlineCommands {
  /** @param zone a name; without it everything that is owed. @throws Problem where no organization has that name */
  owed(zone?: string): Promise<{ readonly entries: readonly Entry[]; readonly reply: Reply }>
  duties(): Promise<{ readonly duties: readonly Duty[]; readonly reply: Reply }>
  /** A duty with whom it touches and the notices to come. @throws Problem where there is none */
  duty(name: string): Promise<{ readonly duty: Duty; readonly owed: Owed; readonly reply: Reply }>
  decide(name: string, verb: 'publish' | 'retire'): Promise<Reply>
  view(view: View): Promise<Reply>
  proposals(): Promise<readonly Proposal[]>
  years(): Promise<Pick<Owed, 'unknown' | 'contradictions'>>
  /** All rows or none. @throws Problem that names every bad row */
  importDuties(
    file: DutyFile,
    options?: { readonly dryRun?: boolean },
  ): Promise<{ readonly kept: Kept; readonly told: string }>
  /** The notices of some days, without writing anything. */
  rehearse(rehearsal: Rehearsal): Promise<readonly RehearsedNotice[]>
}

export function makeDeadlineCommands(parts: CommandParts): DeadlineCommands {
  const { duties, clock, locale } = parts
  const caller: Caller = { ...guest(locale), role: 'office' }
  const face = makeDutiesFace(parts)
  const views = makeViews(parts)
  const say = officeWords[locale]

  return {
    async owed(zone) {
      const all = await parts.organizations.all()
      const one = zone === undefined ? undefined : organizationTyped(all, zone, locale)
      const entries = await entriesOf(
        (it) => !one || it.id === one.id || (one.kind === 'province' && it.province === one.province),
        parts,
      )
      return {
        entries,
        reply: await said(views.deadlines(asked(zone === undefined ? {} : { organization: zone }))),
      }
    },

    async duties() {
      return { duties: await duties.list(), reply: await said(face.duties(asked({}))) }
    },

    async duty(name) {
      const reply = await said(face.duties(asked({ duty: name })))
      const duty = (await duties.list()).find((it) => it.id === name || it.title.includes(name))
      if (!duty) throw problem(say.problems.noDuty(name))
      return { duty, owed: owedUnder([duty], await standingOf(parts)), reply }
    },

    decide: (name, verb) => said(face[verb](asked({ duty: name }))),

    view: (view) => said(views.deadlines(asked({ view }))),

    proposals: () => duties.proposals('open'),

    async years() {
      const { unknown, contradictions } = owedUnder(
        await duties.list({ state: 'live' }),
        await standingOf(parts),
      )
      return { unknown, contradictions }
    },

    importDuties,

    async rehearse(rehearsal) {
      const [all, kept, standing, ears] = await Promise.all([
        duties.list(),
        parts.obligations.list(),
        standingOf(parts),
        parts.ears(),
      ])
      return rehearse(all, kept, standing, { ears, stepsOf: stepsUnder(parts.workdays()) }, rehearsal)
    },
  }

  async function importDuties(file: DutyFile, { dryRun = false }: { readonly dryRun?: boolean } = {}) {
    const at = clock.now()
    const standing = await standingOf(parts)
    const known = new Map((await duties.list()).map((it) => [it.id, it]))
    const { zones } = await parts.zones.snapshot()
    const grid = file.name.toLowerCase().endsWith('.json') ? gridOf(file) : await parts.readGrid(file)
    const reading = {
      register: { organizations: standing.organizations, zones },
      year: yearOf(dayAt(at)),
      locale,
    }
    const rows = readDutyRows(grid, known, reading, { subjects: standing.subjects, now: at })
    if ('missing' in rows) throw problem(say.import.missing(rows.missing.join('、')))
    if ('bad' in rows) throw problem(badRowsTold(rows.bad, locale))
    if (dryRun) {
      const kept = comparedWith(known, rows.duties)
      return {
        kept,
        told: say.import.rehearsed(kept.added.length, kept.changed.length, kept.unchanged.length),
      }
    }
    const stamp = { who: 'operator', at }
    const { added, changed, unchanged } = await keepAndAnnounce(parts, rows.duties, standing, stamp)
    const kept = { added, changed, unchanged }
    return { kept, told: say.import.done(kept.added.length, kept.changed.length, kept.unchanged.length) }
  }

  function asked(given: Readonly<Record<string, string>>): Request {
    return { message: atTerminal(clock.now()), caller, given, value: '' }
  }
}

/** What keeping these would do. Pure. */
function comparedWith(known: ReadonlyMap<string, Duty>, wanted: readonly Duty[]): Kept {
  const kept = { added: [] as string[], changed: [] as string[], unchanged: [] as string[] }
  for (const duty of wanted) {
    const before = known.get(duty.id)
    const same = before !== undefined && JSON.stringify(sorted(before)) === JSON.stringify(sorted(duty))
    kept[before === undefined ? 'added' : same ? 'unchanged' : 'changed'].push(duty.id)
  }
  return kept
}

const sorted = (duty: Duty) => Object.entries({ ...duty, revision: 0 }).sort(([a], [b]) => (a < b ? -1 : 1))

/** A JSON array of objects whose names are the columns of a sheet. @throws Problem where it is none */
function gridOf({ bytes }: DutyFile): readonly (readonly string[])[] {
  const rows = JSON.parse(new TextDecoder().decode(bytes)) as readonly Readonly<Record<string, unknown>>[]
  const header = [...new Set(rows.flatMap((it) => Object.keys(it)))]
  return [header, ...rows.map((row) => header.map((name) => cellText(row[name])))]
}

function cellText(value: unknown): string {
  return value === undefined || value === null ? '' : Array.isArray(value) ? value.join('；') : String(value)
}

async function said(outcome: Promise<Outcome>): Promise<Reply> {
  const reply = await outcome
  return reply && 'blocks' in reply ? reply : { blocks: [] }
}

function atTerminal(at: number): Message {
  return {
    id: 'command',
    from: { platform: 'console', space: 'command-line', channel: 'command-line' },
    author: { id: 'operator', name: 'operator' },
    text: '',
    at,
    addressed: 'direct',
  }
}
