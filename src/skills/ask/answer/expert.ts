import { localDateOf } from '../../../core/clock.ts'
import type { ExpertReplies, ExpertReply } from '../../../store/expert-replies.ts'
import type { Passages } from '../../../store/passages.ts'
import type { Answer, Answerer, Asked, Citation, Claim } from './answer.ts'
import { bannerOf, faultOfText } from './check.ts'
import { citationOf } from './citation.ts'
import { contextOf, meaning } from './follow-up.ts'
import { standsIn } from './quote.ts'
import { makeSameFinder, type SamenessParts } from './same-question.ts'
import { words } from './words.ts'

export interface ExpertParts extends SamenessParts {
  readonly experts: Pick<ExpertReplies, 'replies'>
  readonly passages: Pick<Passages, 'get'>
}

const citationsAtMost = 5

/**
 * The same answerer, which also says what an expert replied to the same question: as the expert's words with name and
 * day, never as the rule. It stands before the documents' words, because somebody asked for it when those did not do,
 * and in place of a refusal; one that is due for review stands last.
 */
export function withExpertReplies(answerer: Answerer, parts: ExpertParts): Answerer {
  let kept: { key: string; find: ReturnType<typeof makeSameFinder<ExpertReply>> } | undefined

  async function replyTo(asked: Asked): Promise<ExpertReply | undefined> {
    const replies = await parts.experts.replies()
    if (replies.length === 0) return undefined
    const key = replies.map((it) => `${it.id}/${it.dueSince ?? ''}`).join()
    if (kept?.key !== key) kept = { key, find: makeSameFinder(replies.toReversed(), parts) }
    return kept.find(meaning(asked.question, contextOf(asked.question, asked.history)))
  }

  return {
    async answer(asked) {
      const begun = performance.now()
      const answer = await answerer.answer(asked)
      // As of another day the documents alone speak: a reply knows only its own.
      const reply = asked.asOf === undefined ? await replyTo(asked) : undefined
      if (!reply) return answer
      const told = besides(answer, reply, await groundsOf(reply, parts))
      const ms = Math.round((performance.now() - begun) * 10) / 10
      return faultOfText(told) === undefined ? { ...told, ms } : answer
    },
  }
}

/** The passages that the expert named, those that still stand; the quote where one was named. */
async function groundsOf({ places }: ExpertReply, { passages }: ExpertParts): Promise<Citation[]> {
  const stored = await passages.get(places.map((it) => it.passageId))
  return stored
    .filter((it) => it.document.replacedAt === undefined)
    .map((it) => {
      const quote = places.find((place) => place.passageId === it.id)?.quote ?? ''
      return citationOf(it, standsIn(quote, it.text) ? quote : it.text)
    })
}

function besides(answer: Answer, reply: ExpertReply, grounds: readonly Citation[]): Answer {
  const day = localDateOf(reply.at)
  const said = `${words.expertReply(reply.by, day)}${oneLine(reply.text)}`
  const banner = grounds.flatMap((it) => bannerOf[it.status] ?? [])[0]
  const line = [
    said,
    ...(banner === undefined ? [] : [words.draft(banner)]),
    ...(reply.dueSince === undefined ? [] : [words.reviewDue(localDateOf(reply.dueSince))]),
  ].join('')
  // The filter says where the words come from, all of it: what the expert says, no document has to carry.
  const claim: Claim = { text: oneLine(reply.text), filter: line }
  if (answer.kind !== 'answer') {
    return {
      kind: 'answer',
      text: line,
      claims: [claim],
      citations: grounds.slice(0, citationsAtMost),
      confidence: answer.confidence,
      ms: answer.ms,
    }
  }
  const due = reply.dueSince !== undefined
  return {
    ...answer,
    text: (due ? [answer.text, line] : [line, answer.text]).join('\n'),
    claims: [...answer.claims, claim],
    citations: [...answer.citations, ...grounds]
      .filter((it, at, all) => all.findIndex((other) => other.passageId === it.passageId) === at)
      .slice(0, citationsAtMost),
  }
}

/** One line is one person's words: what follows on the next line is not the expert's. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return /[。！？!?.]$/u.test(line) ? line : `${line}。`
}
