import type { ExchangeParts } from '../skills/matchmaking/exchange/exchange-day.ts'
import { planAside } from '../skills/matchmaking/pairing/pair-aside.ts'

/** Milliseconds a round after which the best plan found so far is taken. */
const planningTime = 60_000

/** Plans an exchange day in a worker thread, so that the bot stays responsive meanwhile. */
export const planDayAside: ExchangeParts['planDay'] = async (day) =>
  (await planAside(day, { limit: planningTime * day.rounds })).plan
