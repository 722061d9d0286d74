import { buttons, privately, reply } from '../../../core/reply.ts'
import { type Handle, problem } from '../../../core/request.ts'
import { actions, forms } from '../faces.ts'
import { hallMeant, type TrainingParts } from '../parts.ts'
import { beginningOf } from '../seats/times.ts'
import { words } from '../words.ts'
import { attendee } from './acting.ts'

/** What those who had a seat thought of a training. */
export function makeFeedback(parts: TrainingParts) {
  return {
    async feedback(request) {
      const { caller, given, message } = request
      const { member } = attendee(caller)
      const { training, registrations } = await hallMeant(parts, request)
      const say = words[caller.locale]
      const own = registrations.find((it) => it.member === member.id)
      const took = own?.attendedAt !== undefined || own?.state === 'seated'
      if (!took || parts.clock.now() < beginningOf(training)) throw problem(say.problems.notSeated)
      // A button of before the form, or a platform that could not open it.
      if (!message.form)
        return privately(
          reply(
            training.title,
            buttons({
              label: say.buttons.feedback,
              action: actions.feedback,
              value: training.id,
              opens: forms.feedback.name,
            }),
          ),
        )
      await parts.registrations.giveFeedback({
        training: training.id,
        member: member.id,
        answers: given,
        givenAt: parts.clock.now(),
      })
      return privately(reply(say.did.feedback(training.title)))
    },
  } satisfies Readonly<Record<string, Handle>>
}
