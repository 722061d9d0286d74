import { dayAt, daysBetween } from '../../../core/local-date.ts'
import { buttons, type Composed, heading, note, paragraph } from '../../../core/reply.ts'
import { signInButton } from '../organizing/sign-in-button.ts'
import { beginningOf } from '../seats/times.ts'
import type { Standing } from './compose.ts'
import { button, factsOf, materialsOf } from './draw.ts'
import { noticeWords } from './notice-words.ts'
import type { ReminderAbout } from './reminders.ts'

/** A reminder to somebody who still has a seat in a training that still begins then; else cancelled with why. Pure. */
export function composeReminder(about: ReminderAbout, { hall, own, now, locale }: Standing): Composed {
  const { training } = hall
  const say = noticeWords[locale]
  if (training.state === 'cancelled') return { cancelled: say.cancelled.calledOff }
  if (own.state !== 'seated') return { cancelled: say.cancelled.notSeated }
  if (beginningOf(training) !== about.begins) return { cancelled: say.cancelled.moved }
  const { reminder, buttons: labels } = say
  const { title, materials } = training
  const details = button('details', labels.details, training)
  if (about.step === 'after')
    return {
      blocks: [
        heading(reminder.after(title)),
        ...materialsOf(materials, 'after'),
        paragraph(reminder.feedback),
        buttons(button('feedback', labels.feedback, training, 'primary'), details),
      ],
    }
  const days = daysBetween(dayAt(now), training.starts)
  return {
    blocks: [
      heading(about.step === 'week' ? reminder.week(title, days) : reminder[about.step](title)),
      factsOf(training, locale),
      ...(about.step === 'day' ? materialsOf(materials, 'before') : []),
      ...(about.step === 'hour' ? [] : [paragraph(reminder.notComing)]),
      ...(about.step === 'hour'
        ? [buttons(details, signInButton(locale))]
        : [buttons(details, button('decline', labels.decline, training))]),
      ...(about.late ? [note(reminder.late)] : []),
    ],
  }
}
