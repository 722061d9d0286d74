import { type Adapter, DeliveryError } from '../core/adapter.ts'
import type { Clock, Instant } from '../core/clock.ts'
import { messageOf } from '../core/errors.ts'
import type { BoardEvent, EventBoard } from '../core/event-board.ts'
import { addDays, dayAt } from '../core/local-date.ts'
import type { Log } from '../core/log.ts'
import type { Hall, Training } from '../core/training.ts'
import type { Binding, Bindings, Channel } from '../store/bindings.ts'
import type { Registrations } from '../store/registrations.ts'
import type { TrainingMark, Trainings } from '../store/trainings.ts'
import type { Job } from './scheduler.ts'

export interface KeepBoardsParts {
  readonly trainings: Pick<Trainings, 'list' | 'marks' | 'mark' | 'unmark'>
  readonly registrations: Pick<Registrations, 'hall'>
  readonly bindings: Pick<Bindings, 'serving'>
  readonly adapters: readonly Pick<Adapter, 'platform' | 'boards'>[]
  /** Organizations whose people a training is for. */
  readonly invited: (training: Training) => Promise<ReadonlySet<string>>
  /** What is shown of a training now. */
  readonly eventOf: (hall: Hall, now: Instant) => BoardEvent
  readonly clock: Clock
  readonly log: Log
}

/** Days after its end in which what stands of a training is still tidied up. */
const afterglow = 30

/** One copy of an event: a board's of a channel or, where a space shows one for all of its channels, of that space. */
interface Place {
  readonly board: EventBoard
  readonly to: Channel
  readonly kind: TrainingMark['kind']
}

/**
 * Keeps what stands of trainings beside the conversation in step with them: each bound channel of those invited has its
 * card, each space its event. It asks what should stand and what does, so running it twice changes nothing, and what a
 * crash or a platform that was away left undone is done with a later tick.
 */
export function makeKeepBoards(parts: KeepBoardsParts): Job {
  const { trainings, registrations, clock, log } = parts
  /** What each copy shows, as far as this run knows; nothing is put twice. */
  const shown = new Map<string, string>()
  /** Not to be tried before that instant; a place that refuses for ever is told to the log once. */
  const waiting = new Map<string, Instant>()

  async function keep(hall: Hall, bound: readonly Binding[]): Promise<void> {
    const { training } = hall
    const now = clock.now()
    const marks = await trainings.marks(training.id)
    const ahead = training.state === 'published' && parts.eventOf(hall, now).ends > now
    if (!ahead) return takeDown(hall, marks)
    const invited = await parts.invited(training)
    const channels = bound.filter(
      ({ organization: own }) => !own || invited.has(own.id) || own.id === training.organizer,
    )
    for (const place of placesOf(channels)) await put(hall, place, markOf(marks, place))
  }

  async function put(hall: Hall, { board, to, kind }: Place, mark: TrainingMark | undefined): Promise<void> {
    const { training } = hall
    const event = parts.eventOf(hall, clock.now())
    await tried(`${training.id} ${kind} ${keyOf(to)}`, JSON.stringify(event), async () => {
      const reference = await board.put(to, event, mark?.reference)
      if (mark?.reference === reference && mark.revision === training.revision) return
      await trainings.mark({
        training: training.id,
        kind,
        at: mark?.at ?? to,
        reference,
        revision: training.revision,
      })
    })
  }

  /** What was called off is shown so; what is over is left to the platform, but pinned no longer. */
  async function takeDown(hall: Hall, marks: readonly TrainingMark[]): Promise<void> {
    const { training } = hall
    for (const { at, kind, reference } of marks) {
      const board = boardsOf(at.platform).find((it) => kindOf(it) === kind)
      if (!board) continue
      const event = parts.eventOf(hall, clock.now())
      await tried(`${training.id} ${kind} ${keyOf(at)}`, `over ${JSON.stringify(event)}`, async () => {
        if (training.state === 'cancelled' || board.shows === 'channel')
          await board.cancel(at, event, reference)
        await trainings.unmark({ training: training.id, kind, at })
      })
    }
  }

  /** Does it unless it is done; one that fails is tried again later, and one that can never work is not. */
  async function tried(place: string, what: string, act: () => Promise<void>): Promise<void> {
    const now = clock.now()
    if (shown.get(place) === what || (waiting.get(place) ?? 0) > now) return
    try {
      await act()
      shown.set(place, what)
      waiting.delete(place)
    } catch (thrown) {
      if (!(thrown instanceof DeliveryError)) throw thrown
      log.warn({ place, permanent: thrown.permanent }, `a training could not be shown: ${messageOf(thrown)}`)
      if (thrown.permanent) shown.set(place, what)
      else if (thrown.retryAfter !== undefined) waiting.set(place, now + thrown.retryAfter)
    }
  }

  const boardsOf = (platform: string) => parts.adapters.find((it) => it.platform === platform)?.boards ?? []

  function placesOf(bound: readonly Binding[]): readonly Place[] {
    const places = new Map<string, Place>()
    for (const { channel } of bound) {
      for (const board of boardsOf(channel.platform)) {
        const key = board.shows === 'space' ? `${channel.platform}/${channel.space}` : keyOf(channel)
        if (!places.has(key)) places.set(key, { board, to: channel, kind: kindOf(board) })
      }
    }
    return [...places.values()]
  }

  return {
    name: 'keep-boards',
    async run(signal) {
      const bound = await parts.bindings.serving('trainings')
      const endsFrom = addDays(dayAt(clock.now()), -afterglow)
      for (const { id } of await trainings.list({ states: ['published', 'cancelled', 'held'], endsFrom })) {
        if (signal.aborted) break
        const hall = await registrations.hall(id)
        if (hall) await keep(hall, bound)
      }
      return undefined
    },
  }
}

const kindOf = ({ shows }: EventBoard): TrainingMark['kind'] => (shows === 'space' ? 'event' : 'pin')

const keyOf = ({ platform, space, channel }: Channel) => `${platform}/${space}/${channel}`

function markOf(marks: readonly TrainingMark[], { to, kind }: Place): TrainingMark | undefined {
  return marks.find(
    ({ at, ...mark }) =>
      mark.kind === kind &&
      at.platform === to.platform &&
      at.space === to.space &&
      (kind === 'event' || at.channel === to.channel),
  )
}
