import type { Instant } from './clock.ts'
import type { Address } from './message.ts'

/**
 * Where an introduction stands. `asked`: one side wants to meet and the other has been asked; `agreed`: both said yes, a
 * place is being found for them; `talking`: they have one; `concluded`: somebody said what came of it. The others are
 * ends as well: `declined` by whoever was asked, `withdrawn` by whoever asked, `lapsed` in silence, `blocked` by either.
 */
export type IntroductionState =
  | 'asked'
  | 'agreed'
  | 'talking'
  | 'concluded'
  | 'declined'
  | 'withdrawn'
  | 'lapsed'
  | 'blocked'

/** States in which two organizations have something to settle; between two of them there is one at most. */
export const openIntroduction: ReadonlySet<IntroductionState> = new Set(['asked', 'agreed', 'talking'])

/** Somebody's yes for their organization, and that their name may be given to the other side. */
export interface Consent {
  readonly organization: string
  /** A member's id. */
  readonly member: string
  readonly at: Instant
}

/** What came of it: a visit 考察, a memorandum 协议, a project 项目, or nothing. */
export type OutcomeKind = 'visit' | 'memorandum' | 'project' | 'nothing'

export const outcomeKinds: readonly OutcomeKind[] = ['visit', 'memorandum', 'project', 'nothing']

/**
 * Why nothing came of it. In the pair itself: the conditions differ 条件不同, it is another matter 不是同一件事, no agreement on terms
 * 谈不拢. Passing: no time 没有时间, nobody to talk to 联系不上, solved elsewhere 别处解决; or whatever the note says.
 */
export type WhyNothing = 'conditions' | 'matter' | 'terms' | 'time' | 'contact' | 'solved' | 'other'

export const whysNothing: readonly WhyNothing[] = [
  'conditions',
  'matter',
  'terms',
  'time',
  'contact',
  'solved',
  'other',
]

export interface MatchOutcome {
  readonly kind: OutcomeKind
  /** Of `nothing` alone. */
  readonly why?: WhyNothing
  readonly note?: string
  /** Of which organization somebody said so. */
  readonly by: string
  readonly at: Instant
}

/** Two organizations on their way to each other, about one need and one offer. */
export interface Introduction {
  /** At most 24 characters of `[A-Za-z0-9-]`. */
  readonly id: string
  /** Profile ids. */
  readonly need: string
  readonly offer: string
  /** The organization that wanted to meet, and the one that was asked. */
  readonly from: string
  readonly to: string
  readonly state: IntroductionState
  readonly since: Instant
  readonly askedAt: Instant
  /** The asker's first, the other's when it agrees. */
  readonly consents: readonly Consent[]
  readonly nudgedAt?: Instant
  /** Why it was declined, for the office alone. */
  readonly reason?: string
  /** Where they talk; absent while they talk through the bot. */
  readonly room?: Address
  /** When they were last asked whether they met, and when they said that they did. */
  readonly followedAt?: Instant
  readonly metAt?: Instant
  readonly outcome?: MatchOutcome
  readonly revision: number
}

/** What two organizations have between them. */
export interface Acquaintance {
  readonly open?: Introduction
  /** The last one that came to an end. */
  readonly last?: Introduction
  /** Organizations of the two that want nothing of the other. */
  readonly blockedBy: readonly string[]
}

export type IntroductionVerb =
  | 'ask'
  | 'agree'
  | 'decline'
  | 'withdraw'
  | 'nudge'
  | 'lapse'
  | 'block'
  | 'room'
  | 'follow'
  | 'met'
  | 'conclude'
