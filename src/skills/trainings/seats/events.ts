import type { Instant } from '../../../core/clock.ts'
import type { Registration, SeatMove, Training } from '../../../core/training.ts'

/** Somebody who may have a seat, as the members' register has them. */
export type Person = Pick<Registration, 'member' | 'name' | 'organization' | 'province'>

export type Answers = Registration['answers']

/** What can be done to a hall. */
export type SeatEvent =
  /** Somebody presses 报名, or answers the questions again. */
  | { readonly kind: 'ask'; readonly person: Person; readonly answers: Answers }
  /** A provincial department names people together, in its order. Without a priority the group has the first, 1. */
  | {
      readonly kind: 'nominate'
      readonly group: string
      readonly priority?: number
      readonly people: readonly (Person & { readonly answers?: Answers })[]
    }
  | { readonly kind: 'accept'; readonly member: string }
  /** 不参加, before or after having a seat, or instead of taking the one that is offered. */
  | { readonly kind: 'decline'; readonly person: Person }
  /** A colleague of the same organization takes somebody's place, whatever it is. */
  | { readonly kind: 'swap'; readonly member: string; readonly person: Person; readonly answers: Answers }
  /** The organizer takes somebody out; they may not come back by themselves. */
  | { readonly kind: 'withdraw'; readonly member: string }
  /** The organizer gives somebody a seat out of turn, or lets somebody back in; `person`: somebody who never registered. */
  | { readonly kind: 'seat'; readonly member: string; readonly person?: Person }
  /** The organizer gives up what is set aside. */
  | { readonly kind: 'release' }
  /** The organizer changes the training itself. `to.revision` is the one that they saw. */
  | { readonly kind: 'change'; readonly to: Training }
  /** Nothing but time: holds that ran out, registration that closed. */
  | { readonly kind: 'settle' }

/** Why nothing came of it. */
export type Refusal =
  | { readonly why: 'cancelled' | 'held' | 'begun' }
  | { readonly why: 'too-early'; readonly from: Instant }
  | { readonly why: 'closed'; readonly until: Instant }
  /** Only a provincial department may name people. */
  | { readonly why: 'by-province' }
  | { readonly why: 'withdrawn' | 'unknown' | 'no-offer' | 'full' }
  | { readonly why: 'other-organization' }
  /** The colleague has a seat of their own. */
  | { readonly why: 'has-seat' }
  /** So many people would hold a seat that is not there any more, or is set aside for others. */
  | { readonly why: 'too-few-seats'; readonly over: number }
  | { readonly why: 'changed-meanwhile'; readonly revision: number }

/** What came of an event. Without changes and without a refusal everything was so already. */
export interface Seated extends SeatMove {
  readonly refused?: Refusal
}

export interface SeatRules {
  readonly now: Instant
  /** When so many working hours have passed, see {@link afterWorkingHours}. */
  readonly holdUntil: (from: Instant, hours: number) => Instant
}
