import type { Instant } from '../../../core/clock.ts'
import {
  type Acquaintance,
  type Introduction,
  type IntroductionVerb,
  type MatchOutcome,
  openIntroduction,
} from '../../../core/introduction.ts'
import type { Address } from '../../../core/message.ts'

/** What somebody does, or what time does, to what two organizations have between them. */
export type Step =
  | {
      readonly verb: 'ask'
      readonly id: string
      readonly need: string
      readonly offer: string
      readonly by: string
      readonly to: string
      readonly member: string
    }
  | { readonly verb: 'agree'; readonly by: string; readonly member: string }
  | { readonly verb: 'decline'; readonly by: string; readonly reason?: string }
  | { readonly verb: 'withdraw' | 'met'; readonly by: string }
  | { readonly verb: 'conclude'; readonly by: string; readonly outcome: Omit<MatchOutcome, 'by' | 'at'> }
  /** The other side is blocked by `by`; whatever is open between them ends, without a word of why. */
  | { readonly verb: 'block'; readonly by: string }
  | { readonly verb: 'nudge' | 'lapse' | 'follow' }
  | { readonly verb: 'room'; readonly room?: Address }

/**
 * Why a step is not taken. `unwilling` is all that anybody hears of a block or a refusal; `over` is what a button says that
 * was pressed too late, `twice` one that was pressed again.
 */
export type Refusal = 'self' | 'unwilling' | 'waiting' | 'introduced' | 'over' | 'twice' | 'not-yours'

export type Taken =
  | { readonly verb: IntroductionVerb; readonly after: Introduction }
  | { readonly refused: Refusal }

/** Whoever was refused, or heard nothing, leaves the other alone about the same thing for so long. Milliseconds. */
export const REST = 90 * 86_400_000

/**
 * What comes of a step. Nobody is introduced without the yes of both, nobody is asked while something between the two is
 * open, and nobody learns who said no. Pure.
 */
export function step(between: Acquaintance, taken: Step, at: Instant): Taken {
  if (taken.verb === 'ask') return ask(between, taken, at)
  const open = between.open
  if (!open) return { refused: 'over' }
  if ('by' in taken && taken.by !== open.from && taken.by !== open.to) return { refused: 'not-yours' }
  switch (taken.verb) {
    case 'agree':
      return agree(open, taken, at)
    case 'decline':
      if (open.state !== 'asked') return { refused: 'over' }
      if (taken.by !== open.to) return { refused: 'not-yours' }
      return to(open, 'decline', 'declined', at, taken.reason === undefined ? {} : { reason: taken.reason })
    case 'withdraw':
      if (open.state !== 'asked') return { refused: 'over' }
      return taken.by === open.from ? to(open, 'withdraw', 'withdrawn', at) : { refused: 'not-yours' }
    case 'block':
      return to(open, 'block', 'blocked', at)
    case 'nudge':
      if (open.state !== 'asked') return { refused: 'over' }
      return open.nudgedAt === undefined ? kept(open, 'nudge', { nudgedAt: at }) : { refused: 'twice' }
    case 'lapse':
      return open.state === 'asked' && open.nudgedAt !== undefined
        ? to(open, 'lapse', 'lapsed', at)
        : { refused: 'over' }
    case 'room':
      if (open.state !== 'agreed') return { refused: 'over' }
      return to(open, 'room', 'talking', at, taken.room ? { room: taken.room } : {})
    case 'follow':
      return open.state === 'talking' ? kept(open, 'follow', { followedAt: at }) : { refused: 'over' }
    case 'met':
      if (open.state !== 'talking') return { refused: 'over' }
      return open.metAt === undefined ? kept(open, 'met', { metAt: at }) : { refused: 'twice' }
    case 'conclude':
      if (open.state !== 'talking') return { refused: 'over' }
      return to(open, 'conclude', 'concluded', at, { outcome: { ...taken.outcome, by: taken.by, at } })
  }
}

function ask(
  { open, last, blockedBy }: Acquaintance,
  it: Extract<Step, { verb: 'ask' }>,
  at: Instant,
): Taken {
  const { by, to: other, need, offer } = it
  if (by === other) return { refused: 'self' }
  if (blockedBy.length > 0) return { refused: 'unwilling' }
  if (open) {
    if (open.state !== 'asked') return { refused: 'introduced' }
    // Whoever was asked and asks in turn has answered.
    return open.to === by ? agree(open, it, at) : { refused: 'waiting' }
  }
  const refusedOnce = last && ['declined', 'lapsed', 'blocked'].includes(last.state) && last.from === by
  if (refusedOnce && last.need === need && last.offer === offer && at - last.since < REST)
    return { refused: 'unwilling' }
  return {
    verb: 'ask',
    after: {
      id: it.id,
      need,
      offer,
      from: by,
      to: other,
      state: 'asked',
      since: at,
      askedAt: at,
      consents: [{ organization: by, member: it.member, at }],
      revision: 1,
    },
  }
}

function agree(open: Introduction, { by, member }: { by: string; member: string }, at: Instant): Taken {
  if (open.state !== 'asked') return { refused: open.state === 'agreed' ? 'twice' : 'introduced' }
  if (by !== open.to) return { refused: 'waiting' }
  const consents = [...open.consents, { organization: by, member, at }]
  return to(open, 'agree', 'agreed', at, { consents })
}

function to(
  before: Introduction,
  verb: IntroductionVerb,
  state: Introduction['state'],
  since: Instant,
  more: Partial<Introduction> = {},
): Taken {
  return kept(before, verb, { ...more, state, since })
}

function kept(before: Introduction, verb: IntroductionVerb, more: Partial<Introduction>): Taken {
  return { verb, after: { ...before, ...more, revision: before.revision + 1 } }
}

/** The other of the two. */
export function otherOf({ from, to }: Pick<Introduction, 'from' | 'to'>, organization: string): string {
  return organization === from ? to : from
}

/** Whether both sides have said yes. */
export function bothAgreed({ from, to, consents }: Introduction): boolean {
  return [from, to].every((side) => consents.some((it) => it.organization === side))
}

export function isOpen({ state }: Pick<Introduction, 'state'>): boolean {
  return openIntroduction.has(state)
}
