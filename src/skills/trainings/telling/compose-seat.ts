import { type Block, buttons, type Composed, fields, heading, paragraph } from '../../../core/reply.ts'
import { placeInLine } from '../seats/line.ts'
import type { Standing } from './compose.ts'
import { button, facts, factsOf, moment } from './draw.ts'
import { noticeWords } from './notice-words.ts'
import type { SeatAbout } from './tell-move.ts'

/** What happened to a person's seat, and what they can answer. Pure. */
export function composeSeat(about: SeatAbout, { hall, own, now, locale }: Standing): Composed {
  const { training, registrations } = hall
  const say = noticeWords[locale]
  if (training.state !== 'published') return { cancelled: say.cancelled.calledOff }
  const over = own.heldUntil !== undefined && own.heldUntil <= now
  if (own.state !== about.state || own.stateSince !== about.since || over)
    return { cancelled: say.cancelled.superseded }
  const { title } = training
  const details = button('details', say.buttons.details, training)
  const blocks = (): readonly Block[] => {
    switch (own.state) {
      case 'seated':
        return [
          heading(about.verb === 'swapped-in' ? say.seat.swappedIn(title) : say.seat.seated(title)),
          factsOf(training, locale),
          paragraph(say.more.seated),
          buttons(
            button('calendar', say.buttons.calendar, training, 'primary'),
            button('decline', say.buttons.decline, training),
            details,
          ),
        ]
      case 'offered':
        return [
          heading(say.seat.offered(title)),
          fields([
            ...(own.heldUntil === undefined ? [] : [[say.labels.until, moment(own.heldUntil)] as const]),
            ...facts(training, locale),
          ]),
          paragraph(say.more.offered),
          buttons(
            button('accept', say.buttons.accept, training, 'primary'),
            button('decline', say.buttons.giveUp, training),
            details,
          ),
        ]
      case 'waiting':
        return [
          heading(say.seat.waiting(title, placeInLine(registrations, own.member) ?? 1)),
          paragraph(say.more.waiting),
          buttons(button('decline', say.buttons.decline, training), details),
        ]
      case 'lapsed':
        return [
          heading(say.seat.lapsed(title)),
          paragraph(say.more.lapsed),
          buttons(button('ask', say.buttons.ask, training), details),
        ]
      case 'withdrawn':
        return [heading(say.seat.withdrawn(title)), paragraph(say.more.withdrawn)]
      case 'declined':
        return [heading(say.seat.swappedOut(title)), buttons(details)]
    }
  }
  return { blocks: blocks() }
}
