import type { LocalDate } from '../../../core/clock.ts'
import type { Locale } from '../../../core/locale.ts'
import { giving, seeking } from '../../../core/profile.ts'
import { heading, list, type Reply, reply, table } from '../../../core/reply.ts'
import type { Pool } from '../fitting/pool.ts'
import { suggest } from '../fitting/suggest.ts'
import type { Assigned, Programme } from '../pairing/assist.ts'
import { exchangeWords } from './words.ts'

/** Partners of one need that are looked at. */
const MOST = 60

/**
 * The programme of paired assistance 对口支援 that the profiles tell of: who is willing to help, who looks for help, and what it
 * is worth by their best need and offer. Pure.
 * @param capacityOf zones that a helper can take
 */
export function programmeOf(pool: Pool, capacityOf: (helper: string) => number, today: LocalDate): Programme {
  const willing = pool.studied.map((it) => it.profile).filter((it) => it.helps)
  const owners = (kinds: typeof giving) => [
    ...new Set(willing.filter((it) => kinds.has(it.kind)).map((it) => it.owner)),
  ]
  const best = new Map<string, readonly [string, string, number]>()
  for (const need of willing.filter((it) => seeking.has(it.kind))) {
    for (const { offer, fit } of suggest(pool, need.id, { today, most: MOST })) {
      if (!offer.profile.helps) continue
      const key = `${offer.profile.owner}\n${need.owner}`
      if ((best.get(key)?.[2] ?? 0) < fit.score) best.set(key, [offer.profile.owner, need.owner, fit.score])
    }
  }
  return {
    helpers: owners(giving).map((id) => ({ id, capacity: capacityOf(id) })),
    helped: owners(seeking).map((id) => ({ id })),
    worths: [...best.values()],
  }
}

/** What of an assignment touches those whom `its` names. Pure. */
export function within({ pairs, missing, spare }: Assigned, its: (id: string) => boolean): Assigned {
  return {
    pairs: pairs.filter((it) => its(it.helper) || its(it.helped)),
    missing: missing.filter((it) => its(it.id)),
    spare: spare.filter((it) => its(it.id)),
  }
}

/** Who helps whom, who found nobody, who could take more. Pure. */
export function drawAssistance(
  { pairs, missing, spare }: Assigned,
  nameOf: (organization: string) => string,
  locale: Locale,
): Reply {
  const say = exchangeWords[locale].assistance
  const rows = pairs.map((it) => [nameOf(it.helper), nameOf(it.helped), it.worth.toFixed(2)])
  const left = [
    ...missing.map((it) => say.missing(nameOf(it.id))),
    ...spare.map((it) => say.spare(nameOf(it.id), it.left)),
  ]
  return reply(
    heading(pairs.length === 0 ? say.none : say.title(pairs.length)),
    ...(rows.length === 0 ? [] : [table(say.header, rows)]),
    ...(left.length === 0 ? [] : [list(left)]),
  )
}
