import type { LocalDate } from '../../../core/clock.ts'
import type { ExchangeDay } from './exchange-day.ts'

/** Whether its participants were sent it: until then it is a draft, in which nobody meets anybody. */
export function isSent({ told }: Pick<ExchangeDay, 'told'>): boolean {
  return told !== undefined
}

/**
 * Which day is meant where none is named: today's or the next that was sent, so that a draft hides nobody's appointment; then
 * the next draft, then what was last. Pure.
 * @param days the newest plan first
 */
export function dayMeant(days: readonly ExchangeDay[], today: LocalDate): ExchangeDay | undefined {
  const ahead = aheadOf(days, today)
  const past = days.filter((it) => it.on < today).toSorted((a, b) => b.on.localeCompare(a.on))
  return ahead.find(isSent) ?? ahead[0] ?? past.find(isSent) ?? past[0]
}

/** Today's and those to come, the next first; of one date the newest plan first. Pure. */
export function aheadOf(days: readonly ExchangeDay[], today: LocalDate): readonly ExchangeDay[] {
  return days.filter((it) => it.on >= today).toSorted((a, b) => a.on.localeCompare(b.on))
}
