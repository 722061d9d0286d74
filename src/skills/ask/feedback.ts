import type { Caller } from '../../core/caller.ts'
import type { Clock } from '../../core/clock.ts'
import { identityOf, personKey } from '../../core/identity.ts'
import { ensureMay } from '../../core/may.ts'
import type { Message, Press } from '../../core/message.ts'
import { privately, type Reply, reply } from '../../core/reply.ts'
import type { ModelTraces } from '../../store/model-traces.ts'
import type { AskedQuestion, Feedback, Questions, Verdict } from '../../store/questions.ts'
import type { Answer } from './answer/answer.ts'
import { meaning } from './answer/follow-up.ts'
import { drawPassages } from './draw.ts'
import { traceFor } from './model/trace-note.ts'
import { mayTeach } from './search/learn.ts'
import { stampOf, type TeachingParts, teach } from './teaching.ts'
import { words } from './words.ts'

export interface FeedbackParts extends TeachingParts {
  readonly questions: Pick<Questions, 'find' | 'judge' | 'verdicts'>
  readonly modelTraces: Pick<ModelTraces, 'find' | 'void'>
  readonly clock: Clock
}

const verdicts: Readonly<Record<string, Verdict>> = { helpful: 'helpful', wrong: 'wrong', expert: 'expert' }

/** 有用 / 不对 / 转人工 / 展开原文. */
export async function onPress(
  message: Message,
  press: Press,
  caller: Caller,
  parts: FeedbackParts,
): Promise<Reply> {
  const say = words[caller.locale]
  const asked = await parts.questions.find(press.value)
  if (!asked) return privately(reply(say.gone))
  const answer = JSON.parse(asked.answer) as Answer
  const verb = press.action.slice('ask.'.length)
  if (verb === 'more') {
    const { blocks } = drawPassages(answer, caller.locale)
    return privately({ blocks: [...blocks, ...(await traceFor(caller, asked.id, parts))] })
  }
  const verdict = Object.hasOwn(verdicts, verb) ? verdicts[verb] : undefined
  if (!verdict) return privately(reply(say.gone))
  ensureMay(caller, 'question.judge')
  const at = parts.clock.now()
  await parts.questions.judge({
    askedId: asked.id,
    person: caller.member ? `${memberKey}${caller.member.id}` : personKey(identityOf(message)),
    role: caller.role,
    verdict,
    at,
    ...(caller.organization ? { organization: caller.organization.id } : {}),
  })
  if (verdict === 'wrong') {
    await parts.modelTraces.void(asked.id)
    return privately(reply(say.noted))
  }
  if (verdict === 'expert') return privately(reply(say.handedOn))
  const taught = await teachIfConfirmed(asked, answer, stampOf(message, caller, at), parts)
  return privately(reply(taught ? say.thanksTaught : say.thanks))
}

/** Teaches the question where those who found the answer helpful may teach together. Gives whether it is learned now. */
async function teachIfConfirmed(
  asked: AskedQuestion,
  answer: Answer,
  stamp: Parameters<typeof teach>[1],
  parts: FeedbackParts,
): Promise<boolean> {
  const cited = answer.claims.find((claim) => claim.citation)?.citation
  if (answer.kind !== 'answer' || !cited) return false
  const helpful = (await parts.questions.verdicts(asked.id)).filter((it) => it.verdict === 'helpful')
  if (!mayTeach(helpful.map(voteOf))) return false
  const places = [{ passageId: cited.passageId, quote: cited.quote }]
  const source = helpful.some((it) => mayTeach([voteOf(it)])) ? 'expert' : 'members'
  const question = meaning(asked.question, asked.context)
  await teach({ askedId: asked.id, question, places, source }, stamp, parts)
  return true
}

/** Before a member's id, so that somebody has one voice on whatever platform they are. */
const memberKey = 'member/'

function voteOf({ person, role, organization }: Feedback): Parameters<typeof mayTeach>[0][number] {
  return {
    role,
    ...(person.startsWith(memberKey) ? { memberId: person.slice(memberKey.length) } : {}),
    ...(organization === undefined ? {} : { organizationId: organization }),
  }
}
