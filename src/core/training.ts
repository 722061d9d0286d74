import type { Instant, LocalDate } from './clock.ts'
import type { Audience, DutySource } from './duty.ts'

/** `exchange` is a meeting of zones; a visit from zone to zone (互访, 跟岗) is an Exchange of its own. */
export type TrainingKind = 'training' | 'exchange' | 'forum' | 'visit' | 'overseas'

/**
 * `published`: people may register; `cancelled`: called off, everybody registered was told; `held`: it took place. Before
 * it is published it is a draft of its organizer's, which is no training yet.
 */
export type TrainingState = 'published' | 'cancelled' | 'held'

/** A part of the programme. Times are the office's, `HH:MM`. */
export interface Session {
  readonly day: LocalDate
  readonly from: string
  readonly until: string
  readonly topic: string
  readonly lecturer?: string
  /** Where it differs from the training's. */
  readonly place?: string
}

/** Seats that are set aside for a province (its zones and its department) or for one organization. */
export interface Quota {
  readonly of: 'province' | 'organization'
  /** A province's short name, e.g. 江苏, or an organization's id. */
  readonly who: string
  readonly seats: number
}

/** What a person is asked when registering: diet, passport name, … `choice` needs `choices`. */
export interface RegistrationQuestion {
  readonly name: string
  readonly label: string
  readonly kind: 'line' | 'paragraph' | 'choice'
  readonly required: boolean
  readonly choices?: readonly string[]
}

export interface TrainingMaterial {
  readonly title: string
  readonly url: string
  /** Sent to those seated a day before it begins, or after it ended. */
  readonly when: 'before' | 'after'
}

/** Something that is announced once, filled fairly and remembered by everyone who comes. */
export interface Training {
  readonly id: string
  readonly title: string
  readonly kind: TrainingKind
  readonly state: TrainingState
  readonly starts: LocalDate
  readonly ends: LocalDate
  /** The programme, in order; it may be empty where it is not known yet. */
  readonly sessions: readonly Session[]
  readonly place?: string
  readonly link?: string
  readonly hosts: readonly string[]
  /** The organization whose members organize it. */
  readonly organizer: string
  /** Whom it is for; nobody else hears of it, and nobody else may register. */
  readonly audience: Audience
  readonly capacity: number
  readonly quotas: readonly Quota[]
  /** `open`: everybody registers themselves; `province`: a provincial department names who comes. */
  readonly nomination: 'open' | 'province'
  readonly registration: { readonly from?: Instant; readonly until: Instant }
  /** The organizer has given up what is set aside: seats of a quota that nobody took are everybody's. */
  readonly released?: true
  /** Working hours for which a freed seat is held for the one it is offered to. */
  readonly holdHours: number
  readonly questions: readonly RegistrationQuestion[]
  readonly materials: readonly TrainingMaterial[]
  readonly about?: string
  /** Why it was cancelled, in the organizer's words; whoever sees its card reads it. */
  readonly cancelledFor?: string
  /** Where it is told of, verbatim: a notice that was read, or a report of what was held. */
  readonly source?: DutySource
  readonly publishedAt?: Instant
  /** Counts its changes. */
  readonly revision: number
}

/** Working hours that a freed seat is held, unless its organizer says otherwise. */
export const usualHold = 4

/**
 * Where a person stands with a training. `seated` 已录取, `waiting` 候补, `offered` a freed seat is held for them until
 * `heldUntil`, `declined` 不参加 (said before or after being seated), `lapsed` the hold ran out: back at the end of the
 * line where they ask again, `withdrawn` taken out by the organizer.
 */
export type SeatState = 'seated' | 'waiting' | 'offered' | 'declined' | 'lapsed' | 'withdrawn'

/** People who are named together stand in the line together. */
export interface Nomination {
  readonly group: string
  /** Of the whole group: lower ones go first, and before whoever was not named. */
  readonly priority: number
  /** Place within the group, from 0. */
  readonly order: number
}

/** One person's registration for one training: there is one at most, whatever was pressed how often. */
export interface Registration {
  readonly id: string
  readonly training: string
  /** A member's id. */
  readonly member: string
  readonly name: string
  readonly organization: string
  /** Short name, of an organization that has one. */
  readonly province?: string
  /** Set where a provincial department named them, together with others. */
  readonly nomination?: Nomination
  /** By the question's name. */
  readonly answers: Readonly<Record<string, string>>
  /** When they asked; it decides the line among equals and does not change by being asked again. */
  readonly askedAt: Instant
  readonly state: SeatState
  readonly stateSince: Instant
  readonly heldUntil?: Instant
  /** When they were seen in the room: by the code shown there, or by the organizer. */
  readonly attendedAt?: Instant
}

/** A training with everybody who ever registered for it. */
export interface Hall {
  readonly training: Training
  readonly registrations: readonly Registration[]
}

/**
 * What happened to one registration. `answered`: they answered the questions anew; `swapped-in` and `swapped-out`: a
 * colleague took the place.
 */
export type SeatVerb = SeatState | 'answered' | 'swapped-in' | 'swapped-out'

export interface SeatChange {
  readonly verb: SeatVerb
  readonly before?: Registration
  readonly after: Registration
}

/** What came of something that was done to a hall: the hall as it then is, and the changes in their order. */
export interface SeatMove extends Hall {
  readonly changes: readonly SeatChange[]
}

/**
 * A training that took place before this house announced any, as far as a document tells of it: what is not told is
 * absent. Nobody registers for it; it stands in lists and summaries of what was held.
 */
export interface PastTraining extends Pick<Training, 'id' | 'title' | 'kind' | 'hosts'> {
  readonly state: 'held'
  /** As precise as the document is: `YYYY-MM` or `YYYY-MM-DD`. */
  readonly starts: string
  readonly ends: string
  /** Who carried it out at the place (承办). */
  readonly organizers?: readonly string[]
  readonly place?: string
  /** Short names of the provinces that took part, where they are named. */
  readonly provinces?: readonly string[]
  readonly told: PastFigures
  /** Topics, in the order of the document. */
  readonly topics: readonly string[]
  /** Whose lecturers taught. */
  readonly lecturersOf?: readonly string[]
  /** Each passage that the above was read from, verbatim; the first is the main one. */
  readonly sources: readonly [DutySource, ...DutySource[]]
}

/** Figures as a document states them. */
export interface PastFigures {
  readonly people?: number
  /** The document says 余: so many and some. */
  readonly andSome?: true
  readonly provinces?: number
  readonly nationalZones?: number
  readonly provincialZones?: number
  readonly lecturers?: number
}
