import { type Caller, guest } from '../../core/caller.ts'
import { localDateOf } from '../../core/clock.ts'
import type { Duty } from '../../core/duty.ts'
import type { Message } from '../../core/message.ts'
import type { Reply } from '../../core/reply.ts'
import type { Outcome } from '../../core/skill.ts'
import type { Kept } from '../../store/duties.ts'
import type { Proposal } from '../../store/proposals.ts'
import { type Entry, entriesOf, followedBy } from './entries.ts'
import { withFilingDays, workbookOf } from './export.ts'
import type { View } from './faces.ts'
import { makeDutiesFace } from './office/duties-face.ts'
import { officeWords } from './office/office-words.ts'
import { openProposals, proposeAgain } from './office/proposing.ts'
import { makeViews } from './office/views.ts'
import { organizationTyped, problem, type Request } from './parts.ts'
import { type DutyFile, type ImportParts, importDuties } from './reading/import-duties.ts'
import { owedUnder, standingOf, withExpected } from './rules/owed-now.ts'
import { type Rehearsal, type RehearsedNotice, rehearse } from './rules/rehearse.ts'
import type { Owed } from './rules/rules.ts'
import { stepsUnder } from './rules/steps.ts'

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
  /** Looks again for deadlines in one document, or in all that answer. @throws Problem where there is none of that name */
  propose(
    document?: string,
  ): Promise<{ readonly documents: number; readonly found: number; readonly told: string }>
  years(): Promise<Pick<Owed, 'unknown' | 'contradictions'>>
  /** All rows or none. @throws Problem that names every bad row */
  importDuties(
    file: DutyFile,
    options?: { readonly dryRun?: boolean },
  ): Promise<{ readonly kept: Kept; readonly told: string }>
  /**
   * What is owed as a workbook.
   * @param whose name of a zone, or of a province for its zones; everybody where left out
   * @throws Problem where no organization, or more than one, bears that name
   */
  workbook(whose?: string): Promise<{ readonly bytes: Uint8Array; readonly rows: number }>
  /** The notices of some days, without writing anything. */
  rehearse(rehearsal: Rehearsal): Promise<readonly RehearsedNotice[]>
}

export function makeDeadlineCommands(parts: ImportParts): DeadlineCommands {
  const { duties, clock, locale } = parts
  const expecting = { ...parts, obligations: withExpected(parts) }
  const caller: Caller = { ...guest(locale), role: 'office' }
  const face = makeDutiesFace(parts)
  const views = makeViews(expecting)
  const say = officeWords[locale]

  return {
    async owed(zone) {
      const all = await parts.organizations.all()
      const one = zone === undefined ? undefined : organizationTyped(all, zone, locale)
      const entries = await entriesOf(
        (it) => !one || it.id === one.id || (one.kind === 'province' && it.province === one.province),
        expecting,
      )
      return {
        entries,
        reply: await said(views.deadlines(asked(zone === undefined ? {} : { organization: zone }))),
      }
    },

    async workbook(whose) {
      const all = await parts.organizations.all()
      const one = whose === undefined ? undefined : organizationTyped(all, whose, locale)
      const entries = await entriesOf(one ? followedBy(one) : () => true, expecting)
      const dated = await withFilingDays(entries, parts.obligations)
      return { bytes: await workbookOf(dated, localDateOf(clock.now()), locale), rows: entries.length }
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

    proposals: () => openProposals(duties),

    async propose(document) {
      const looked = await proposeAgain(parts, document, locale)
      return { ...looked, told: say.proposals.looked(looked.documents, looked.found) }
    },

    async years() {
      const { unknown, contradictions } = owedUnder(
        await duties.list({ state: 'live' }),
        await standingOf(parts),
      )
      return { unknown, contradictions }
    },

    importDuties: (file, options) => importDuties(parts, file, options),

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

  function asked(given: Readonly<Record<string, string>>): Request {
    return { message: atTerminal(clock.now()), caller, given, value: '' }
  }
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
