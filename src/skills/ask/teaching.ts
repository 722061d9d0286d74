import type { Caller } from '../../core/caller.ts'
import type { Instant } from '../../core/clock.ts'
import { identityOf, personKey } from '../../core/identity.ts'
import type { Message } from '../../core/message.ts'
import type { Audit, Stamp } from '../../store/audit.ts'
import type { ExpertReply } from '../../store/expert-replies.ts'
import type { LearnedPlace, LearnedQuestions } from '../../store/learned.ts'

export interface TeachingParts {
  readonly learned: Pick<LearnedQuestions, 'learn' | 'history' | 'revoke'>
  readonly audit: Pick<Audit, 'record'>
}

/** A question whose answer was confirmed, on its way to the passages that it will help to find. */
export interface Teaching {
  /** The id of the kept question. */
  readonly askedId: string
  readonly question: string
  readonly places: readonly LearnedPlace[]
  readonly source: 'expert' | 'members'
}

/** Who does this, when, and where: for the audit. */
export function stampOf(message: Message, caller: Caller, at: Instant): Stamp {
  return { who: caller.member?.id ?? personKey(identityOf(message)), at, where: message.from }
}

/** Teaches what was confirmed, with an entry in the audit; what is known already stays as it is. */
export async function teach(
  { askedId, question, places, source }: Teaching,
  stamp: Stamp,
  { learned, audit }: TeachingParts,
): Promise<void> {
  const counts = await learned.learn({ question, places, source, by: stamp.who }, stamp.at)
  if (counts.learned === 0) return
  await audit.record(
    { action: 'question.teach', subject: askedId, after: { question, places, source } },
    stamp,
  )
}

/** Takes back what a reply has taught, when the reply is taken back. */
export async function unteach(
  { askedId, question, places, at }: ExpertReply,
  stamp: Stamp,
  { learned, audit }: TeachingParts,
): Promise<void> {
  const taught = (await learned.history(question)).filter(
    (it) =>
      it.revoked === undefined &&
      it.source === 'expert' &&
      it.at === at &&
      places.some((place) => place.passageId === it.passageId),
  )
  for (const { id, passageId } of taught) {
    await learned.revoke(id, stamp.who, stamp.at)
    const before = { question, passageId }
    await audit.record({ action: 'question.unteach', subject: askedId ?? id, before }, stamp)
  }
}
