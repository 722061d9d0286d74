import { buttons, divider, privately, reply } from '../../../core/reply.ts'
import { type Handle, problem, type Request, stampOf } from '../../../core/request.ts'
import type { Training } from '../../../core/training.ts'
import { announce } from '../announcing/announce.ts'
import { cardOf } from '../card.ts'
import { invitedTo } from '../invited.ts'
import { subjectsIn } from '../parts.ts'
import { beginningOf } from '../seats/times.ts'
import { trainingFaultWords } from '../training-fault-words.ts'
import { checkedOf } from './checking.ts'
import { actions, seenOf, seenValue } from './faces.ts'
import { trainingOf } from './outline.ts'
import { type OrganizingParts, type Outline, outlineMeant, surroundingsOf } from './parts.ts'
import { drawReach, reachOf } from './preview.ts'
import { organizingWords } from './words.ts'

/** From a draft to a training that everybody whom it is for hears of. */
export function makePublishing(parts: OrganizingParts) {
  return {
    /** The card as everybody will see it, whom it reaches, and what it clashes with. */
    async preview(request) {
      const outline = await outlineMeant(parts, request)
      const { locale } = request.caller
      const say = organizingWords[locale]
      const training = outline.hall?.training ?? (await ready(outline, request))
      const [subjects, ears, others, { nameOf }] = await Promise.all([
        subjectsIn(parts),
        parts.ears(),
        parts.trainings.list({ states: ['published'] }),
        surroundingsOf(parts),
      ])
      const now = parts.clock.now()
      const hall = outline.hall ?? { training, registrations: [] }
      // The buttons of a card that nobody has yet lead nowhere.
      const card = cardOf(hall, now, locale).blocks.filter((it) => it.kind !== 'buttons')
      return privately(
        reply(
          ...card,
          divider,
          ...drawReach(reachOf(training, others, subjects, ears), nameOf, locale),
          ...(outline.hall
            ? []
            : [
                buttons(
                  {
                    label: say.buttons.publish,
                    action: actions.publish,
                    value: seenValue(outline.id, outline.revision),
                    style: 'primary',
                  },
                  { label: say.buttons.outline, action: actions.outline, value: outline.id },
                ),
              ]),
        ),
      )
    },

    async publish(request) {
      const outline = await outlineMeant(parts, request)
      const { locale } = request.caller
      const say = organizingWords[locale]
      if (outline.hall) return privately(reply(say.publish.already(outline.title)))
      const seen = seenOf(request.value).revision
      if (seen !== outline.revision) throw problem(say.problems.previewAgain(outline.title))
      const training = await ready(outline, request)
      const [subjects, ears] = await Promise.all([subjectsIn(parts), parts.ears()])
      const stamp = stampOf(request, parts.clock)
      const deliveries = announce(training, subjects, ears, stamp.at)
      // Two who press at once: the second finds no draft any more.
      if (!(await parts.trainingDrafts.publish(training, seen, stamp, deliveries)))
        return privately(reply(say.publish.already(outline.title)))
      return privately(
        reply(
          say.publish.done(training.title, deliveries.length),
          buttons({ label: say.buttons.board, action: actions.outline, value: training.id }),
        ),
      )
    },
  } satisfies Readonly<Record<string, Handle>>

  /** @throws Problem that names everything which is missing or wrong */
  async function ready({ id, told, organizer }: Outline, { caller }: Request): Promise<Training> {
    const say = organizingWords[caller.locale]
    const checked = await checkedOf(parts, told)
    if (checked.faults)
      throw problem(say.problems.wrong(checked.faults.map(trainingFaultWords[caller.locale].fault)))
    const at = parts.clock.now()
    const training = trainingOf(checked.training, { id, organizer: organizer.id, at })
    const invited = invitedTo(training, await subjectsIn(parts))
    const faults = [
      ...(beginningOf(training) <= at ? [say.faults.begun] : []),
      ...(training.registration.until <= at ? [say.faults.closed] : []),
      ...(invited.length === 0 ? [say.faults.nobody] : []),
      ...(organizer.kind === 'province' &&
      invited.some((it) => (it.of === 'zones' ? it.zone.province : it.province) !== organizer.province)
        ? [say.faults.beyondProvince(organizer.name)]
        : []),
    ]
    if (faults.length > 0) throw problem(say.problems.wrong(faults))
    return training
  }
}
