import type { LocalDate } from '../../../core/clock.ts'
import type { Locale } from '../../../core/locale.ts'
import { type Pair, pairKey } from '../pairing/day.ts'
import type { Change } from '../pairing/repair.ts'
import { problem } from '../parts.ts'
import { words } from '../words.ts'
import type { ExchangeDay, PlanAsked } from './exchange-day.ts'
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

/** @throws Problem that names what of it cannot be */
export function checkRepair(
  { from, gone = [], late = [] }: Change,
  { day }: Pick<ExchangeDay, 'day'>,
  { locale, nameOf }: Asking,
): void {
  const say = exchangeWords[locale]
  const none = [from, ...late.map(([, round]) => round)].find((it) => it > day.rounds)
  if (none !== undefined) throw problem(say.noRound(none, day.rounds))
  const named = [...gone, ...late.map(([id]) => id)]
  if (named.length === 0) throw problem(say.nobodyNamed)
  const come = new Set(day.participants.map((it) => it.id))
  const stranger = named.find((it) => !come.has(it))
  if (stranger !== undefined) throw problem(say.notComing(nameOf(stranger)))
  const both = gone.find((it) => late.some(([id]) => id === it))
  if (both !== undefined) throw problem(say.goneAndLate(nameOf(both)))
}
