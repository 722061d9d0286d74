import type { Milestone } from '../../../core/duty.ts'
import { dayAt, yearOf } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import { ensureMay } from '../../../core/may.ts'
import {
  bold,
  buttons,
  heading,
  list,
  note,
  paragraph,
  type Reply,
  reply,
  table,
} from '../../../core/reply.ts'
import type { Wanted } from '../../../store/reconcile-obligations.ts'
import { opening } from '../draw-entry.ts'
import { mostRows } from '../entries.ts'
import { forms } from '../faces.ts'
import { type DeadlineParts, organizationTyped, problem, type Request, stampOf } from '../parts.ts'
import type { YearSource } from '../rules/milestones.ts'
import { owedUnder, standingOf } from '../rules/owed-now.ts'
import type { Owed } from '../rules/rules.ts'
import { tellAdjusted } from '../telling/adjusting.ts'
import { words } from '../words.ts'
import { milestoneWords, officeWords } from './office-words.ts'

/** Names of one group; they stand side by side. */
const mostNames = 80
/** The first experimental zones are of that year. */
const firstYear = 1986

type Names = (id: string) => string

/**
 * Zones that are concerned, but whose year nobody knows: 建区年份待补, by which year is missing and for what, as most share
 * it. Pure.
 * @param titleOf a duty's title by its id
 */
export function drawYears({ unknown }: Owed, nameOf: Names, titleOf: Names, locale: Locale): Reply {
  const say = officeWords[locale].years
  if (unknown.length === 0) return reply(say.none)
  const rows = new Map<string, { zone: string; milestone: Milestone; duties: string[] }>()
  for (const { organization, milestone, duty } of unknown) {
    const key = `${organization} ${milestone}`
    const row = rows.get(key) ?? { zone: nameOf(organization), milestone, duties: [] }
    row.duties.push(titleOf(duty))
    rows.set(key, row)
  }
  const groups = new Map<string, string[]>()
  for (const { zone, milestone, duties } of rows.values()) {
    const missing = say.missing(milestoneWords[locale][milestone], duties)
    groups.set(missing, [...(groups.get(missing) ?? []), zone])
  }
  return reply(
    heading(`${say.title}（${rows.size}）`),
    ...[...groups].flatMap(([missing, zones]) => [
      paragraph(bold(missing)),
      paragraph(words[locale].list(zones.slice(0, mostNames))),
      ...(zones.length > mostNames ? [note(say.more(zones.length - mostNames))] : []),
    ]),
    note(say.how),
    buttons(opening(officeWords[locale].buttons.settle, forms.settle.name, '')),
  )
}

/** Zones whose sources of a year disagree, with both values and where each comes from. Pure. */
export function drawConflicts(
  { contradictions }: Owed,
  nameOf: Names,
  titleOf: Names,
  locale: Locale,
): Reply {
  const say = officeWords[locale].years
  if (contradictions.length === 0) return reply(say.conflictNone)
  const source = (it: YearSource) => say.from(it.from, it.due)
  return reply(
    heading(`${say.conflictTitle}（${contradictions.length}）`),
    table(
      say.conflictHeader,
      contradictions
        .slice(0, mostRows)
        .map(({ organization, duty, sources: [first, ...others] }) => [
          nameOf(organization),
          titleOf(duty),
          first ? source(first) : '',
          others.map(source).join('；'),
        ]),
    ),
    list([
      ...new Set(
        contradictions.flatMap((it) =>
          it.sources.flatMap(({ words, file }) => (words ? [`「${words}」—— ${file ?? ''}`] : [])),
        ),
      ),
    ]),
    note(say.conflictHow),
    buttons(opening(officeWords[locale].buttons.settle, forms.settle.name, '')),
  )
}

/** The office settles a year of a zone; what follows from it is owed at once, and told to those whom it concerns. */
export async function settleYear(parts: DeadlineParts, request: Request): Promise<Reply> {
  const { caller, given } = request
  ensureMay(caller, 'year.settle')
  const { locale } = caller
  const say = officeWords[locale]
  const stamp = stampOf(request, parts.clock)
  if (given.zone === undefined) throw problem(say.problems.noZone)
  const zones = (await parts.organizations.all()).filter((it) => it.kind === 'zone')
  const zone = organizationTyped(zones, given.zone, locale)
  const milestone: Milestone = given.milestone === 'accepted' ? 'accepted' : 'founded'
  const typed = (given.year ?? '').normalize('NFKC').replace(/年$/, '')
  const year = Number(typed)
  if (!/^\d{4}$/.test(typed) || year < firstYear || year > yearOf(dayAt(stamp.at)))
    throw problem(say.problems.badYear(typed))
  const reason = given.reason ?? ''
  const [live, standing, ears] = await Promise.all([
    parts.duties.list({ state: 'live' }),
    standingOf(parts),
    parts.ears(),
  ])
  await parts.duties.settleYear(
    { zone: zone.zone ?? zone.id, milestone, year, reason },
    stamp,
    (settled): Wanted => ({
      duties: live.map((it) => it.id),
      owed: owedUnder(live, { ...standing, circumstances: { ...standing.circumstances, settled } }).owed,
      tell: (adjustments) => tellAdjusted(adjustments, standing.organizations, ears, stamp.at),
    }),
  )
  return reply(say.years.settled(zone.name, milestoneWords[locale][milestone], year))
}
