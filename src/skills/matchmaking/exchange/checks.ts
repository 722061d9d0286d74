import type { Organization } from '../../../core/caller.ts'
import type { LocalDate } from '../../../core/clock.ts'
import type { Locale } from '../../../core/locale.ts'
import type { DayPreference } from '../../../store/match-lists.ts'
import { type Pair, pairKey } from '../pairing/day.ts'
import type { Change } from '../pairing/repair.ts'
import { problem } from '../parts.ts'
import { words } from '../words.ts'
import type { ExchangeDay, PlanAsked } from './exchange-day.ts'
import { preferenceWords } from './preference-words.ts'
import { changedSince, MOST_ROUNDS, type Wanted } from './preferences.ts'
import { exchangeWords } from './words.ts'

/** In whose words it is said what cannot be. */
export interface Asking {
  readonly locale: Locale
  nameOf(organization: string): string
}

/** @param here who takes part. @throws Problem that names what of it cannot be */
export function checkPlan(
  { on, rounds, absent = [], apart = [], together = [] }: PlanAsked,
  here: ReadonlySet<string>,
  today: LocalDate,
  { locale, nameOf }: Asking,
): void {
  const say = exchangeWords[locale]
  if (on < today) throw problem(words[locale].problems.badDay)
  for (const it of absent) {
    const none = it.rounds.find((round) => round > rounds)
    if (none !== undefined) throw problem(say.noAwayRound(nameOf(it.id), none, rounds))
  }
  for (const [one, other] of [...apart, ...together])
    if (one === other) throw problem(say.itself(nameOf(one)))
  const named = [...absent.map((it) => it.id), ...apart.flat(), ...together.flat()]
  const stranger = named.find((it) => !here.has(it))
  if (stranger !== undefined) throw problem(say.notInvited(nameOf(stranger)))
  const kept = new Set(apart.map((it) => pairKey(...it)))
  const torn = together.find((it: Pair) => kept.has(pairKey(...it)))
  if (torn) throw problem(say.torn(nameOf(torn[0]), nameOf(torn[1])))
}

/** @param holding what its participants wish now. @throws Problem that names what of it cannot be */
export function checkRepair(
  { from, gone = [], late = [] }: Change,
  before: Pick<ExchangeDay, 'day' | 'preferences'>,
  holding: readonly DayPreference[],
  { locale, nameOf }: Asking,
): void {
  const say = exchangeWords[locale]
  const { day } = before
  const none = [from, ...late.map(([, round]) => round)].find((it) => it > day.rounds)
  if (none !== undefined) throw problem(say.noRound(none, day.rounds))
  const named = [...gone, ...late.map(([id]) => id)]
  if (named.length === 0 && changedSince(before, holding).length === 0) throw problem(say.nobodyNamed)
  const come = new Set(day.participants.map((it) => it.id))
  const stranger = named.find((it) => !come.has(it))
  if (stranger !== undefined) throw problem(say.notComing(nameOf(stranger)))
  const both = gone.find((it) => late.some(([id]) => id === it))
  if (both !== undefined) throw problem(say.goneAndLate(nameOf(both)))
}

/** What a participant's wishes are held against. */
export interface WantedAround {
  readonly subject: Organization
  /** Who else may come, as far as that is known. */
  readonly others: readonly string[]
  /** With whom it wants no dealings at all. */
  readonly blocked: readonly string[]
  readonly offices: readonly string[]
  /** Of the day, where its timetable was sent. */
  readonly rounds?: number
}

/** Of whom somebody else does not want to meet nothing is said here. @throws Problem that says what to relax */
export function checkWanted(
  { meet, avoid, away }: Wanted,
  { subject, others, blocked, offices, rounds }: WantedAround,
  { locale, nameOf }: Asking,
): void {
  const say = preferenceWords[locale]
  const named = [...meet, ...avoid]
  if (named.includes(subject.id)) throw problem(say.itself(nameOf(subject.id)))
  const office = named.find((it) => offices.includes(it))
  if (office !== undefined) throw problem(say.office(nameOf(office)))
  const torn = meet.filter((it) => avoid.includes(it))
  if (torn.length > 0) throw problem(say.torn(torn.map(nameOf)))
  const unwilling = meet.filter((it) => blocked.includes(it))
  if (unwilling.length > 0) throw problem(say.blocked(unwilling.map(nameOf)))
  const left = others.filter((it) => it !== subject.id && !blocked.includes(it))
  if (avoid.length > 0 && left.length > 0 && left.every((it) => avoid.includes(it)))
    throw problem(say.nobodyLeft)
  if (away === 'all' || rounds === undefined) return
  const last = away.at(-1) ?? 0
  // Up to the last round that there can be means: to the end.
  const none = last < MOST_ROUNDS ? away.find((it) => it > rounds) : undefined
  if (none !== undefined) throw problem(say.noRound(rounds, none))
  if (away.filter((it) => it <= rounds).length === rounds) throw problem(say.everyRound)
}
