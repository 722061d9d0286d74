import type { StoredPassage } from '../../../store/passages.ts'
import type { Answer, Citation, Claim } from '../answer/answer.ts'
import { type CheckParts, checkClaims, faultOfText } from '../answer/check.ts'
import { claimOf, plainReply } from '../answer/citation.ts'
import { modalsOf } from '../answer/facts-of-text.ts'
import { oncePerPassage } from '../answer/nearest-citations.ts'
import type { Place } from '../answer/places.ts'
import type { Question } from '../answer/question.ts'
import { labelOf, words } from '../answer/words.ts'
import { type Ground, withoutAttribution } from './ground.ts'
import { clausesOf } from './plain.ts'
import type { SaidSentence } from './sentences-said.ts'
import { isRelated } from './turns.ts'

export interface CheckingParts extends Omit<CheckParts, 'passages'> {
  readonly ground: Ground
  readonly placesIn: (text: string) => Place[]
}

/** A sentence that may be said, with the passage that carries it; or why not. */
export type CheckedSaid =
  | {
      readonly said: SaidSentence
      readonly passage: StoredPassage
      readonly claim: Claim
      readonly fault?: undefined
    }
  | { readonly said: SaidSentence; readonly fault: string }

/**
 * The check of one sentence: it names passages that were offered, one of them carries it word for word, and the claim that
 * it makes passes the same check as every other claim of the house.
 */
export function checkSentence(
  said: SaidSentence,
  passages: readonly StoredPassage[],
  question: Question,
  parts: CheckingParts,
): CheckedSaid {
  if (said.passages.length === 0) return { said, fault: 'names no passage' }
  let fault = 'names a passage that was not offered'
  for (const passage of said.passages.flatMap((it) => passages[it - 1] ?? [])) {
    const grounded = parts.ground(said.text, passage)
    if (grounded.fault !== undefined) {
      fault = grounded.fault
      continue
    }
    const claim = claimOf(
      passage,
      withoutAttribution(said.text, passage),
      shortened(said.text, grounded.quote),
    )
    const stored = new Map([[passage.id, passage]])
    const checked = checkClaims([claim], question, { passages: stored, placesIn: parts.placesIn })
    const [dropped] = checked.dropped
    if (dropped === undefined) return { said, passage, claim }
    fault = dropped.reason
  }
  return { said, fault }
}

/**
 * The quote without the clauses before and after those that the sentence speaks of, where one of them holds a ban that
 * would else seem to be left out.
 */
function shortened(text: string, quote: string): string {
  const bans = (words: string) => modalsOf(words).filter((it) => ban.test(it)).length
  if (bans(quote) === 0 || bans(text) > 0) return quote
  const said = clausesOf(text)
  const clauses = [...quote.matchAll(/[^，,；;。]+[，,；;。]?/gu)]
  const spoken = clauses.filter(([clause]) =>
    clausesOf(clause).some((it) => said.some((mine) => isRelated(mine, it))),
  )
  const [first, last] = [spoken[0], spoken.at(-1)]
  if (!first || !last) return quote
  const run = quote.slice(first.index, last.index + last[0].length).trim()
  return bans(run) === 0 ? run : quote
}

const ban = /不|禁止|严禁|暂缓|免于|取消|未/u

/**
 * The answer that the checked sentences make, each with the number of its source; undefined where the whole does not pass
 * the last check. Year, place and status are said by the program where the sentences do not.
 */
export function answerOf(
  base: Answer,
  checked: readonly CheckedSaid[],
  question: Question,
  parts: CheckingParts,
): Answer | undefined {
  const kept = checked.flatMap((it) => (it.fault === undefined ? [it] : []))
  if (kept.length === 0) return undefined
  const severalSpeak = new Set(kept.map((it) => it.passage.document.name)).size > 1
  const sources: StoredPassage[] = []
  const lines: string[] = []
  let last: StoredPassage | undefined
  for (const { said, passage } of kept) {
    if (!sources.some((it) => it.id === passage.id)) sources.push(passage)
    const number = markOf(sources.findIndex((it) => it.id === passage.id))
    const label =
      last?.id === passage.id ? '' : labelOf(passage, said.text, parts.placesIn, question, severalSpeak)
    const sentence = `${label}${said.text.replace(/[。；;.，,]?$/u, '')}${number}。`
    if (label === '' && lines.length > 0) lines[lines.length - 1] += sentence
    else lines.push(sentence)
    last = passage
  }
  const cited = kept.flatMap(({ claim }) => (claim.citation ? [claim.citation] : []))
  const answer: Answer = {
    kind: 'answer',
    text: lines.join('\n'),
    claims: kept.map(({ claim }) => claim),
    citations: oncePerPassage([...cited, ...base.citations]).slice(0, citationsAtMost),
    confidence: base.confidence,
    ms: base.ms,
    wording: 'model',
    ...(base.asOf === undefined ? {} : { asOf: base.asOf }),
  }
  return faultOfText(answer) === undefined ? answer : undefined
}

const citationsAtMost = 5

/** ①, ②, ③: no figures, which would have to be proved. */
export const markOf = (at: number): string => String.fromCodePoint(0x2460 + Math.min(at, 19))

/** A question back, in the words of the documents: which of the passages is meant. */
export function askBack(passages: readonly StoredPassage[], base: Answer): Answer | undefined {
  const named = passages.map((it) => `《${it.document.title}》${it.path.join(' > ')}`)
  if (new Set(named).size < 2) return undefined
  const citations: Citation[] = passages.flatMap((it) => claimOf(it, '', it.text).citation ?? [])
  return {
    ...plainReply('clarify', words.whichOne([...new Set(named)]), 'ambiguous', citations),
    ms: base.ms,
    wording: 'model',
  }
}
