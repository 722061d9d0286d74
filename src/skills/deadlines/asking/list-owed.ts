import type { Caller, Organization } from '../../../core/caller.ts'
import { type LocalDate, localDateOf } from '../../../core/clock.ts'
import { type Obligation, unfinished } from '../../../core/duty.ts'
import { addDays, daysBetween, yearOf } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import { may } from '../../../core/may.ts'
import { heading, note, paragraph, privately, type Reply, reply, table } from '../../../core/reply.ts'
import { shortName } from '../board.ts'
import { isOverdue, stateOf, titleOf } from '../draw-entry.ts'
import { type Entry, entriesOf, mostRows } from '../entries.ts'
import type { DeadlineParts } from '../parts.ts'
import { owedUnder, standingOf } from '../rules/owed-now.ts'
import { words } from '../words.ts'
import { askingWords } from './asking-words.ts'
import { isCalled, type OwedAsked } from './owed-asked.ts'

type Parts = Pick<DeadlineParts, 'duties' | 'obligations' | 'organizations' | 'zones' | 'clock' | 'regionOf'>

/**
 * Who owes what under these conditions, as the caller may see it: rows with days left, the filter in words, and what is
 * left out and why.
 * @returns undefined where the caller may see none of those asked about, or no such duty binds
 */
export async function listOwed(asked: OwedAsked, caller: Caller, parts: Parts): Promise<Reply | undefined> {
  const zones = (await parts.organizations.all()).filter((it) => isMeant(it, asked, parts))
  const seen = zones.filter((it) => may(caller, 'obligation.read', { organization: it }))
  const live = (await parts.duties.list({ state: 'live' })).filter(
    (it) => asked.duty === undefined || isCalled(it, asked.duty),
  )
  if (seen.length === 0 || live.length === 0) return undefined
  const today = localDateOf(parts.clock.now())
  const until = asked.within === undefined ? `${yearOf(today)}-12-31` : addDays(today, asked.within)
  const ids = new Set(seen.map((it) => it.id))
  const meant = new Set(live.map((it) => it.id))
  const entries = (await entriesOf((it) => ids.has(it.id), parts)).filter(
    ({ duty, obligation }) => meant.has(duty.id) && obligation.due <= until && !obligation.lapsed,
  )
  const { unknown } = owedUnder(live, await standingOf(parts))
  const unknownYears = new Set(unknown.map((it) => it.organization).filter((it) => ids.has(it)))
  return drawOwed(entries, asked, {
    today,
    until,
    part: seen.length < zones.length,
    unknownYears: unknownYears.size,
    locale: caller.locale,
  })
}

function isMeant(
  it: Organization & { readonly alsoCalled: readonly string[] },
  asked: OwedAsked,
  parts: Parts,
): boolean {
  const { kind, province = '', name, alsoCalled } = it
  const { zone, provinces, region } = asked
  return (
    kind === 'zone' &&
    (provinces === undefined || provinces.includes(province)) &&
    (region === undefined || parts.regionOf(province) === region) &&
    (zone === undefined || [name, ...alsoCalled].some((called) => called.includes(zone)))
  )
}

const filed = new Set<Obligation['state']>(['filed', 'confirmed', 'received'])

function isIn(state: OwedAsked['state'], obligation: Obligation, today: LocalDate): boolean {
  if (state === 'filed') return filed.has(obligation.state)
  if (state === 'overdue') return isOverdue(obligation, today)
  return unfinished.has(obligation.state)
}

function drawOwed(
  entries: readonly Entry[],
  asked: OwedAsked,
  around: {
    readonly today: LocalDate
    readonly until: LocalDate
    readonly part: boolean
    readonly unknownYears: number
    readonly locale: Locale
  },
): Reply {
  const { today, until, part, unknownYears, locale } = around
  const say = askingWords[locale]
  const rows = entries.filter(({ obligation }) => isIn(asked.state, obligation, today))
  const beside = asked.state === 'filed' ? 0 : entries.filter((it) => filed.has(it.obligation.state)).length
  // Who asks how many have filed wants to know of how many.
  const unfiled =
    asked.state === 'filed' ? entries.filter((it) => unfinished.has(it.obligation.state)).length : 0
  const titles = new Set(entries.map((it) => it.duty.title))
  const [only] = titles
  const what = titles.size === 1 && only !== undefined ? only : (asked.duty ?? say.anything)
  const conditions = [
    ...(asked.provinces ? [say.conditions.provinces(asked.provinces)] : []),
    ...(asked.region ? [say.conditions.region(asked.region)] : []),
    ...(asked.zone ? [say.conditions.zone(asked.zone)] : []),
    ...(asked.duty ? [say.conditions.duty(what)] : []),
    say.conditions.state[asked.state],
    say.conditions.until(until),
    ...(part ? [say.conditions.reach] : []),
  ]
  const shown = rows
    .slice(0, mostRows)
    .map((it) => [
      shortName(it),
      titleOf(it.duty, it.obligation),
      it.obligation.due,
      unfinished.has(it.obligation.state) ? words[locale].left(daysBetween(today, it.obligation.due)) : '',
      stateOf(it.obligation, today, locale),
    ])
  return privately(
    reply(
      ...(rows.length === 0
        ? [paragraph(say.nothing(asked.state, what))]
        : [heading(say.title(asked.state, what, rows.length)), table(say.header, shown)]),
      ...(rows.length > mostRows ? [note(say.more(rows.length - mostRows))] : []),
      ...(beside > 0 ? [note(say.filedBeside(beside))] : []),
      ...(unfiled > 0 ? [note(say.unfiledBeside(unfiled))] : []),
      ...(unknownYears > 0 ? [note(say.yearsUnknown(unknownYears))] : []),
      note(say.filter(conditions, today)),
    ),
  )
}
