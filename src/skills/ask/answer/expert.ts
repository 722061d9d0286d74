import { localDateOf } from '../../../core/clock.ts'
import type { ExpertReplies, ExpertReply } from '../../../store/expert-replies.ts'
import type { Passages } from '../../../store/passages.ts'
import { fold } from '../search/fold.ts'
import { ForwardIndex } from '../search/forward.ts'
import type { Answer, Answerer, Asked, Citation, Claim } from './answer.ts'
import { bannerOf, faultOfText } from './check.ts'
import { citationOf } from './citation.ts'
import { figuresOf } from './facts-of-text.ts'
import { contextOf, meaning } from './follow-up.ts'
import { makeNearest } from './nearest.ts'
import type { Place } from './places.ts'
import { aimsOf, withFullYears, yearsOf } from './question.ts'
import { standsIn } from './quote.ts'
import { type Language, likenessTerms, termsOf, weightOf } from './terms.ts'
import { words } from './words.ts'

export interface ExpertParts {
  readonly experts: Pick<ExpertReplies, 'replies'>
  readonly passages: Pick<Passages, 'get'>
  readonly language: Language
  readonly placesIn: (text: string) => readonly Place[]
}

/**
 * How like two questions must be to count as one. Measured on pairs of 5,400 confirmed questions: from here on, all
 * that were taken for one another were asked of the same thing.
 */
const sameFrom = 0.75
const nearestTried = 5
const citationsAtMost = 5

/**
 * The same answerer, which also says what an expert replied to the same question: as the expert's words with name and
 * day, never as the rule. It stands before the documents' words, because somebody asked for it when those did not do,
 * and in place of a refusal; one that is due for review stands last.
 */
export function withExpertReplies(answerer: Answerer, parts: ExpertParts): Answerer {
  let kept: { key: string; find: (question: string) => ExpertReply | undefined } | undefined

  async function replyTo(asked: Asked): Promise<ExpertReply | undefined> {
    const replies = await parts.experts.replies()
    if (replies.length === 0) return undefined
    const key = replies.map((it) => `${it.id}/${it.dueSince ?? ''}`).join()
    if (kept?.key !== key) kept = { key, find: makeFinder(replies, parts) }
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

/** Finds the reply to the same question, the newest where there are several. */
function makeFinder(replies: readonly ExpertReply[], parts: ExpertParts) {
  const { language } = parts
  const likeness = (question: string) => likenessTerms(termsOf(question, language), aimsOf(question))
  const forward = new ForwardIndex((question) => likeness(question).keys())
  const newestFirst = replies.toReversed()
  const known = newestFirst.map((it) => ({ question: withFullYears(it.question), passageId: it.id }))
  const { nearest } = makeNearest(known, forward, weightOf)
  return (asked: string): ExpertReply | undefined => {
    const question = withFullYears(asked)
    const near = nearest(likeness(question), nearestTried).find(
      (it) => it.similarity >= sameFrom && isSame(question, it.known.question, parts),
    )
    return near && replies.find((it) => it.id === near.known.passageId)
  }
}

/**
 * Two like questions are the same where neither names another year, place or number, and where not each of them speaks
 * of something that the other does not: 「新区考察去了几个人」 is not 「验收考察去了几个人」.
 */
function isSame(one: string, other: string, { language, placesIn }: ExpertParts): boolean {
  const facts = (text: string) =>
    [yearsOf(text), placesIn(text).map((it) => it.name), figuresOf(text)]
      .map((its) => [...new Set(its.map(String))].sort().join())
      .join('/')
  const lacks = (text: string, from: string) => {
    const its = termsOf(text, language)
    const folded = fold(text)
    return [...termsOf(from, language).keys()].some(
      (it) => it.startsWith('w:') && !its.has(it) && !folded.includes(it.slice(2)),
    )
  }
  return facts(one) === facts(other) && !(lacks(one, other) && lacks(other, one))
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
