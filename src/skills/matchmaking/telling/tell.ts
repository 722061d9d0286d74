import { createHash } from 'node:crypto'
import type { Instant } from '../../../core/clock.ts'
import type { Ear, Ears } from '../../../core/ears.ts'
import type { Introduction } from '../../../core/introduction.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Address } from '../../../core/message.ts'
import { afterQuiet } from '../../../core/quiet-hours.ts'
import type { IntroductionMove } from '../../../store/introductions.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import { otherOf } from '../introducing/introduction.ts'

interface Addressed {
  /** For whom its reader hears it, and who that is. */
  readonly organization: string
  readonly recipient: string
}

/** What deliveries of the kinds `matchmaking.ask`, `.closed`, `.relay` and `.follow` are about. */
export interface IntroductionAbout extends Addressed {
  readonly introduction: string
  /** Where it has moved on, there is nothing to say. */
  readonly state: Introduction['state']
  /** Of `ask`: it is the one reminder. */
  readonly nudge?: true
}

/** What a delivery of kind `matchmaking.room` is about: nobody in particular reads it, the room does. */
export interface RoomAbout {
  readonly introduction: string
}

/** What a delivery of kind `matchmaking.words` is about: what one contact said to the other. */
export interface WordsAbout extends Addressed {
  readonly introduction: string
  readonly by: string
  readonly words: string
}

/** What a delivery of kind `matchmaking.fits` is about: new profiles that fit the reader's own. */
export interface FitsAbout extends Addressed {
  readonly pairs: readonly (readonly [need: string, offer: string])[]
}

/** What a delivery of kind `matchmaking.ending` is about: a profile whose last day comes or is past. */
export interface EndingAbout extends Addressed {
  readonly profile: string
  readonly revision: number
}

/** What a delivery of kind `matchmaking.timetable` is about: one participant's exchange day. */
export interface TimetableAbout extends Addressed {
  readonly day: string
  /** The how manieth timetable it is that they are told; of several the last one holds. */
  readonly telling: number
}

/** What a delivery of kind `matchmaking.preference` is about: whose wishes the plan of a day that was sent does not follow yet. */
export interface PreferenceAbout extends Addressed {
  readonly day: string
  readonly of: string
}

export interface Telling<About> {
  readonly kind: string
  /** Names what is said, so that saying it twice changes nothing. */
  readonly what: string
  readonly about: Omit<About, keyof Addressed>
  readonly at: Instant
  /** A doubled introduction embarrasses two zones. */
  readonly whenUnprovable: OutboxItem['whenUnprovable']
}

/** One thing for each of these ears. What can wait is not said at night. Pure. */
export function deliveriesFor<About extends Addressed>(
  ears: readonly Ear[],
  { kind, what, about, at, whenUnprovable }: Telling<About>,
): readonly OutboxItem[] {
  return ears.map(({ organization, recipient, to, locale }) => ({
    key: keyOf(kind, what, recipient, to),
    kind,
    about: { ...about, organization, recipient },
    to,
    locale,
    dueAt: afterQuiet(at),
    whenUnprovable,
  }))
}

/** Who hears for one side of an introduction: whoever said yes for it, where they can be told, else all who hear for it. Pure. */
export function earsOfSide(ears: Ears, it: Introduction, side: string): readonly Ear[] {
  const all = ears.of(side)
  const contact = it.consents.find((yes) => yes.organization === side)?.member
  const theirs = all.filter((ear) => ear.recipient === contact)
  return theirs.length > 0 ? theirs : all
}

/**
 * The word of what was done, for `Introductions.act`: whoever was asked is asked; of a no, a block or silence the other
 * hears that it is over and nothing else; both are told where they meet. Whoever did it has their answer. Pure.
 * @param by the organization whose doing it was; undefined where time did it
 */
export function tellMove(
  { verb, after }: IntroductionMove,
  ears: Ears,
  { by, at, locale }: { readonly by?: string; readonly at: Instant; readonly locale: Locale },
): readonly OutboxItem[] {
  const about = { introduction: after.id, state: after.state }
  const what = `${after.id} ${verb} ${after.revision}`
  const tell = (kind: string, to: readonly Ear[], whenUnprovable: 'repeat' | 'wait', more: object = {}) =>
    deliveriesFor<IntroductionAbout>(to, { kind, what, about: { ...about, ...more }, at, whenUnprovable })
  const sides = [after.from, after.to].flatMap((side) => earsOfSide(ears, after, side))
  switch (verb) {
    case 'ask':
      return tell('matchmaking.ask', ears.of(after.to), 'wait')
    case 'nudge':
      return tell('matchmaking.ask', ears.of(after.to), 'wait', { nudge: true })
    case 'decline':
    case 'lapse':
      return tell('matchmaking.closed', earsOfSide(ears, after, after.from), 'repeat')
    case 'withdraw':
      return tell('matchmaking.closed', ears.of(after.to), 'repeat')
    case 'block':
      return by === undefined
        ? []
        : tell('matchmaking.closed', earsOfSide(ears, after, otherOf(after, by)), 'repeat')
    case 'room':
      return after.room
        ? [toRoom(after, after.room, what, at, locale)]
        : tell('matchmaking.relay', sides, 'wait')
    case 'follow':
      return tell('matchmaking.follow', sides, 'repeat')
    default:
      return []
  }
}

function toRoom(it: Introduction, to: Address, what: string, at: Instant, locale: Locale): OutboxItem {
  const kind = 'matchmaking.room'
  const about: RoomAbout = { introduction: it.id }
  return { key: keyOf(kind, what, '', to), kind, about, to, locale, dueAt: at, whenUnprovable: 'wait' }
}

function keyOf(kind: string, what: string, recipient: string, { platform, space, channel }: Address): string {
  const text = JSON.stringify([kind, what, recipient, platform, space, channel])
  return `mm-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`
}
