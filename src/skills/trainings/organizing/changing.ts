import type { Locale } from '../../../core/locale.ts'
import { buttons, fields, note, privately, type Reply, reply } from '../../../core/reply.ts'
import { type Handle, problem, type Request } from '../../../core/request.ts'
import type { Training } from '../../../core/training.ts'
import { lineOf } from '../seats/line.ts'
import { holdsSeat } from '../seats/room.ts'
import { endOf } from '../seats/times.ts'
import { minuteOf } from '../telling/draw.ts'
import type { TrainingDraft } from '../training-draft.ts'
import { trainingFaultWords } from '../training-fault-words.ts'
import { organize, refusalOf } from './acting.ts'
import { drawBoard } from './board.ts'
import { checkedOf, conflictOf } from './checking.ts'
import { cellsOf } from './draft-card.ts'
import { actions, type Step, seenOf, steps } from './faces.ts'
import { changedBy } from './outline.ts'
import {
  hallOrganized,
  type OrganizingParts,
  type Outline,
  outlineMeant,
  type Surroundings,
  surroundingsOf,
} from './parts.ts'
import { programmeText } from './typed/programme.ts'
import { organizingWords } from './words.ts'

/** What is done to a training that people know of: each of them hears what was and what is. */
export function makeChanging(parts: OrganizingParts) {
  return {
    async cancel(request) {
      const { hall, title, id } = await changeable(request)
      const say = organizingWords[request.caller.locale]
      const { length: seated } = hall.registrations.filter(holdsSeat)
      return privately(
        reply(
          say.change.cancelSure(title, seated, lineOf(hall.registrations).length),
          buttons({
            label: say.buttons.cancelSure,
            action: actions.cancelSure,
            value: id,
            opens: actions.cancelSure,
            style: 'danger',
          }),
        ),
      )
    },

    async 'cancel-sure'(request) {
      const outline = await changeable(request)
      const { change, problems } = organizingWords[request.caller.locale]
      const { reason } = request.given
      if (reason === undefined) throw problem(problems.cancelReason)
      const told = await changeState(request, { ...outline.hall.training, cancelledFor: reason }, 'cancelled')
      return privately(reply(change.cancelled(outline.title, told)))
    },

    /** It took place: nothing of it changes any more, and its certificates can be given out. */
    async close(request) {
      const { hall, title } = await hallOrganized(parts, request)
      const say = organizingWords[request.caller.locale]
      const { training } = hall
      if (training.state === 'held') return privately(reply(say.change.heldAlready(title)))
      if (training.state === 'cancelled') throw problem(say.problems.cancelled(title))
      const end = endOf(training)
      if (parts.clock.now() < end) throw problem(say.problems.notOver(title, minuteOf(end)))
      await changeState(request, training, 'held')
      const { length: came } = hall.registrations.filter((it) => it.attendedAt !== undefined)
      return privately(reply(say.change.held(title, came)))
    },

    async release(request) {
      const { hall, title, id } = await changeable(request)
      const say = organizingWords[request.caller.locale].change
      if (hall.training.released) return privately(reply(say.releasedAlready(title)))
      const { moved, before } = await organize(parts, request, id, { kind: 'release' })
      const held = (it: typeof before) => it.registrations.filter(holdsSeat).length
      return privately(reply(say.released(title, held(moved) - held(before))))
    },
  } satisfies Readonly<Record<string, Handle>>

  /** @throws Problem where nothing of it can be changed any more */
  async function changeable(request: Request) {
    const outline = await hallOrganized(parts, request)
    ensureChangeable(outline.hall.training, parts.clock.now(), request.caller.locale)
    return outline
  }

  async function changeState(request: Request, training: Training, state: 'cancelled' | 'held') {
    const { moved, told } = await organize(parts, request, training.id, {
      kind: 'change',
      to: { ...training, state },
    })
    if (moved.refused) throw problem(refusalOf(moved.refused, moved, '', request.caller.locale))
    return told
  }
}

/** @throws Problem where it is cancelled, held, or over */
export function ensureChangeable(training: Training, now: number, locale: Locale): void {
  const say = organizingWords[locale].problems
  if (training.state === 'cancelled') throw problem(say.cancelled(training.title))
  if (training.state === 'held' || now >= endOf(training)) throw problem(say.over(training.title))
}

/**
 * Changes a published training as one of its forms says: all of it or nothing.
 * @param draft what it would be
 * @param unread what of the form could not be read
 * @throws Problem where something is wrong with it, or somebody else changed it since the form was opened
 */
export async function saveChange(
  parts: OrganizingParts,
  request: Request,
  outline: Outline & { readonly hall: NonNullable<Outline['hall']> },
  draft: TrainingDraft,
  unread: readonly string[],
): Promise<Reply> {
  const { caller, value } = request
  const { locale } = caller
  const say = organizingWords[locale]
  const { training } = outline.hall
  const around = await surroundingsOf(parts)
  const { id, revision } = seenOf(value)
  ensureChangeable(training, parts.clock.now(), locale)
  const step = stepOf(request)
  if (revision !== training.revision) throw problem(conflictOf(step, outline, request, around))
  const checked = await checkedOf(parts, draft)
  const wrong = [...unread, ...(checked.faults ?? []).map(trainingFaultWords[locale].fault)]
  if (wrong.length > 0 || checked.faults) throw problem(say.problems.wrong(wrong))
  const changes = changesOf(outline.told, draft, around, locale)
  if (changes.length === 0) return privately(reply(say.change.unchanged(outline.title)))
  const to = { ...changedBy(training, checked.training), revision }
  const { moved, told } = await organize(parts, request, id, { kind: 'change', to })
  if (moved.refused?.why === 'changed-meanwhile')
    throw problem(conflictOf(step, await outlineMeant(parts, request), request, around))
  if (moved.refused) throw problem(refusalOf(moved.refused, moved, '', locale))
  const hall = { training: moved.training, registrations: moved.registrations }
  const now = {
    ...outline,
    title: moved.training.title,
    told: draft,
    revision: moved.training.revision,
    hall,
  }
  return privately(
    reply(
      say.change.changed(outline.title, told),
      fields(changes),
      ...checked.notes.map((it) => note(trainingFaultWords[locale].note(it))),
      ...drawBoard(now, around, parts.clock.now(), locale).slice(1),
    ),
  )
}

/** What differs, old -> new, by its label. Pure. */
function changesOf(
  was: TrainingDraft,
  is: TrainingDraft,
  around: Surroundings,
  locale: Locale,
): readonly (readonly [string, string])[] {
  const { labels, change } = organizingWords[locale]
  const cells = (it: TrainingDraft) =>
    new Map([
      [labels.title, it.title ?? ''],
      ...cellsOf(it, around, locale),
      [labels.hold, String(it.holdHours ?? '')],
    ])
  const [before, after] = [cells(was), cells(is)]
  const differing = [...new Set([...before.keys(), ...after.keys()])].flatMap((label) => {
    const [old, now] = [before.get(label) ?? '', after.get(label) ?? '']
    return old === now ? [] : [[label, `${old || change.none} → ${now || change.none}`] as const]
  })
  const [sessions, then] = [is.sessions ?? [], was.sessions ?? []]
  return programmeText(sessions) === programmeText(then)
    ? differing
    : [...differing, [labels.programme, change.sessions(then.length, sessions.length)] as const]
}

function stepOf({ message }: Request): Step {
  const name = message.form?.name.replace(/^[^.]*\./, '')
  return steps.find((it) => it === name) ?? 'basics'
}
