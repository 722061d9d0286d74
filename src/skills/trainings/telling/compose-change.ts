import { buttons, type Composed, fields, heading, paragraph } from '../../../core/reply.ts'
import type { Standing } from './compose.ts'
import { button } from './draw.ts'
import { noticeWords } from './notice-words.ts'
import { type ChangeAbout, differ } from './tell-move.ts'

/** What changed about a training, old -> new as it is now, for somebody who is in play. Pure. */
export function composeChange({ before }: ChangeAbout, { hall, own, locale }: Standing): Composed {
  const { training } = hall
  const say = noticeWords[locale]
  if (!['seated', 'waiting', 'offered'].includes(own.state)) return { cancelled: say.cancelled.notSeated }
  if (!differ(before, training)) return { cancelled: say.cancelled.back }
  const { change, labels, none } = say
  if (training.state === 'cancelled')
    return {
      blocks: [
        heading(change.cancelled(before.title)),
        fields([
          [labels.when, say.days(before.starts, before.ends)],
          ...(training.cancelledFor === undefined ? [] : [[labels.reason, training.cancelledFor] as const]),
        ]),
      ],
    }
  const pair = (label: string, was: string | undefined, is: string | undefined) =>
    was === is ? [] : [[label, `${was ?? none} → ${is ?? none}`] as const]
  const moved = before.starts !== training.starts || before.ends !== training.ends
  const rows = [
    ...pair(labels.title, before.title, training.title),
    ...pair(labels.when, say.days(before.starts, before.ends), say.days(training.starts, training.ends)),
    ...pair(labels.place, before.place, training.place),
    ...pair(labels.link, before.link, training.link),
    ...(JSON.stringify(before.sessions) === JSON.stringify(training.sessions)
      ? []
      : [[labels.programme, change.programme] as const]),
  ]
  return {
    blocks: [
      heading((moved ? change.postponed : change.changed)(training.title)),
      fields(rows),
      paragraph(change.stays),
      buttons(
        button('details', say.buttons.details, training),
        button('calendar', say.buttons.calendar, training),
        button('decline', say.buttons.decline, training),
      ),
    ],
  }
}
