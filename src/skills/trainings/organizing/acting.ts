import type { Locale } from '../../../core/locale.ts'
import { problem, type Request, stampOf, type Told } from '../../../core/request.ts'
import type { Hall } from '../../../core/training.ts'
import { seatRulesOf } from '../parts.ts'
import type { Refusal, SeatEvent, Seated } from '../seats/events.ts'
import { lineOf } from '../seats/line.ts'
import { holdsSeat } from '../seats/room.ts'
import { seat } from '../seats/seats.ts'
import { minuteOf } from '../telling/draw.ts'
import { tellMove } from '../telling/tell-move.ts'
import type { OrganizingParts } from './parts.ts'
import { organizingWords } from './words.ts'

/** What came of something that an organizer did. */
export interface Done {
  readonly moved: Seated
  /** The hall before it. */
  readonly before: Hall
  /** People who are told. */
  readonly told: number
}

/**
 * Does one thing to a hall and tells everybody whom it concerns, in one transaction; what is refused is given back.
 * @param reason kept in the history of whom it happened to
 */
export async function organize(
  parts: OrganizingParts,
  request: Request,
  id: string,
  event: SeatEvent,
  reason?: string,
): Promise<Done> {
  const { caller } = request
  const stamp = { ...stampOf(request, parts.clock), ...(reason === undefined ? {} : { reason }) }
  const rules = seatRulesOf(parts)
  const ears = await parts.ears()
  const by = caller.member?.id
  let told = 0
  let before: Hall | undefined
  const moved = await parts.registrations.act(
    id,
    (hall) => seat(hall, event, rules),
    stamp,
    (it, was) => {
      before = was
      const items = tellMove(it, was, ears, { at: stamp.at, ...(by === undefined ? {} : { by }) })
      told = new Set(items.map((item) => `${item.to.platform}/${item.to.space}/${item.to.channel}`)).size
      return items
    },
  )
  if (!moved || !before) throw problem(organizingWords[caller.locale].problems.gone)
  return { moved, before, told }
}

/** Why nothing came of it, for an organizer. Pure. @param who of whom it was, where it was of one */
export function refusalOf(
  refusal: Refusal,
  { training, registrations }: Hall,
  who: string,
  locale: Locale,
): Told {
  const say = organizingWords[locale].problems
  const { title } = training
  switch (refusal.why) {
    case 'too-few-seats': {
      const last = registrations
        .filter(holdsSeat)
        .sort((a, b) => b.askedAt - a.askedAt)
        .slice(0, refusal.over)
      return say.tooFewSeats(
        refusal.over,
        last.map((it) => it.name),
      )
    }
    case 'too-early':
      return say.tooEarly(title, minuteOf(refusal.from))
    case 'closed':
      return say.closed(title, minuteOf(refusal.until))
    case 'full':
      return say.full(who, lineOf(registrations).length)
    case 'unknown':
    case 'withdrawn':
      return say.notRegistered(who, title)
    case 'cancelled':
      return say.cancelled(title)
    case 'held':
      return say.over(title)
    case 'begun':
      return say.begun(title)
    default:
      return say.refused(title)
  }
}
