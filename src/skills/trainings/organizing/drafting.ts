import type { Organization } from '../../../core/caller.ts'
import { ensureMay } from '../../../core/may.ts'
import { buttons, heading, privately, type Reply, reply } from '../../../core/reply.ts'
import { type Handle, problem, type Request, stampOf } from '../../../core/request.ts'
import { drawBoard } from './board.ts'
import { saveChange } from './changing.ts'
import { checkedOf, conflictOf } from './checking.ts'
import { drawOutline } from './draft-card.ts'
import { draftId } from './draft-id.ts'
import { actions, type Step, seenOf, steps } from './faces.ts'
import { type OrganizingParts, type Outline, organizedBy, outlineMeant, surroundingsOf } from './parts.ts'
import { readStep } from './steps.ts'
import { organizingWords } from './words.ts'

/** Writing a training in steps, each of which keeps what it was told. */
export function makeDrafting(parts: OrganizingParts) {
  return {
    /** `/alliance training`: a new one, what one organizes, or one of them. */
    async training(request) {
      const { caller, given } = request
      const say = organizingWords[caller.locale]
      if (given.training !== undefined) return shown(await outlineMeant(parts, request), request)
      if (given.do !== 'new') {
        const all = await organizedBy(parts, caller)
        const start = buttons(newButton(caller.locale))
        if (all.length === 0) return privately(reply(say.list.none, start))
        return privately(
          reply(
            heading(say.list.title(all.length)),
            buttons(
              ...all.slice(0, mostListed).map((it) => ({
                label: it.title.slice(0, 60),
                action: actions.outline,
                value: it.id,
              })),
            ),
            start,
          ),
        )
      }
      organizerOf(request)
      return privately(reply(say.outline.start, buttons(newButton(caller.locale))))
    },

    async outline(request) {
      return shown(await outlineMeant(parts, request), request)
    },

    async drop(request) {
      const { id, title, hall } = await outlineMeant(parts, request)
      const say = organizingWords[request.caller.locale]
      if (hall) throw problem(say.problems.published(title))
      return privately(
        reply(
          say.outline.dropSure(title),
          buttons({ label: say.buttons.dropSure, action: actions.dropSure, value: id, style: 'danger' }),
        ),
      )
    },

    async 'drop-sure'(request) {
      const { id, title, hall } = await outlineMeant(parts, request)
      const say = organizingWords[request.caller.locale]
      if (hall) throw problem(say.problems.published(title))
      await parts.trainingDrafts.drop(id, stampOf(request, parts.clock))
      return privately(reply(say.outline.dropped(title)))
    },

    ...(Object.fromEntries(steps.map((step) => [step, save(step)])) as Record<Step, Handle>),
  } satisfies Readonly<Record<string, Handle>>

  function save(step: Step): Handle {
    return async (request) => {
      const { caller, value, given } = request
      const say = organizingWords[caller.locale]
      const around = await surroundingsOf(parts)
      const outline = value === '' ? begun(request) : await outlineMeant(parts, request)
      const { faults, draft } = readStep(step, outline.told, given, around, caller.locale)
      if (outline.hall) return saveChange(parts, request, { ...outline, hall: outline.hall }, draft, faults)
      const seen = value === '' ? 0 : seenOf(value).revision
      const { id, organizer } = outline
      const stamp = stampOf(request, parts.clock)
      const kept = await parts.trainingDrafts.keep(
        { id, organizer: organizer.id, told: draft, revision: seen },
        stamp,
      )
      if (!kept) throw problem(conflictOf(step, await outlineMeant(parts, request), request, around))
      const title = draft.title ?? id
      const saved = { ...outline, title, told: draft, revision: kept.revision }
      return privately(
        reply(
          say.outline.saved,
          ...(faults.length > 0 ? [say.outline.unread(faults)] : []),
          ...drawOutline(saved, await checkedOf(parts, draft), around, caller.locale),
        ),
      )
    }
  }

  function begun(request: Request): Outline {
    const organizer = organizerOf(request)
    const id = draftId(parts.newId())
    return { id, title: id, told: {}, revision: 0, organizer }
  }

  async function shown(outline: Outline, { caller }: Request): Promise<Reply> {
    const around = await surroundingsOf(parts)
    const { hall } = outline
    if (hall)
      return privately(reply(...drawBoard({ ...outline, hall }, around, parts.clock.now(), caller.locale)))
    const checked = await checkedOf(parts, outline.told)
    return privately(reply(...drawOutline(outline, checked, around, caller.locale)))
  }
}

const mostListed = 20

/** For whom somebody organizes: their own organization. @throws Problem where they may not */
function organizerOf({ caller }: Request): Organization {
  const { organization } = caller
  ensureMay(caller, 'training.organize', organization ? { organization } : {})
  if (organization) return organization
  throw problem(organizingWords[caller.locale].problems.noOrganization)
}

function newButton(locale: Request['caller']['locale']) {
  return {
    label: organizingWords[locale].buttons.create,
    action: actions.basics,
    value: '',
    opens: actions.basics,
    style: 'primary',
  } as const
}
