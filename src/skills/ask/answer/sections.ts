import type { StoredPassage } from '../../../store/passages.ts'
import { markerOf } from '../documents/markers.ts'
import type { Answer, Asked, Claim } from './answer.ts'
import { faultOfSubject, faultOfText } from './check.ts'
import { citationOf } from './citation.ts'
import { citationsAtMost, oncePerPassage } from './nearest-citations.ts'
import type { Place } from './places.ts'
import type { Question } from './question.ts'
import { squeeze } from './quote.ts'
import { excerpt, sentencesOf } from './sentences.ts'
import { labelOf, words } from './words.ts'

export interface SectionParts {
  readonly placesIn: (text: string) => Place[]
}

/** A heading, and what stands right under it, in the order of the document. */
export interface Section {
  readonly path: readonly string[]
  readonly items: readonly Item[]
}

export interface Item {
  /** A heading without its sign, or the beginning of a passage. */
  readonly label: string
  /** The passage that begins with it, or the first under that heading. */
  readonly passage: StoredPassage
  readonly quote: string
}

/** Of fewer nothing is a list, of more nobody reads it; of sentences that no sign parts sooner. */
const listed = { least: 2, most: 12, sentences: 6 }
/** Characters of all labels together, and the fewest that one is given. */
const room = { together: 280, least: 24 }

/** Every heading of a document, with those above it. */
export function headingsOf(passages: readonly StoredPassage[]): readonly (readonly string[])[] {
  const paths = new Map<string, readonly string[]>()
  for (const { path } of passages)
    for (let depth = 1; depth <= path.length; depth++)
      paths.set(path.slice(0, depth).join('\n'), path.slice(0, depth))
  return [...paths.values()]
}

/** @param bySentence whether the sentences are the items where neither headings nor signs part what stands there */
export function itemsUnder(
  path: readonly string[],
  passages: readonly StoredPassage[],
  bySentence: boolean,
): readonly Item[] {
  const under = passages.filter(
    (it) => it.kind !== 'contents' && path.every((heading, at) => it.path[at] === heading),
  )
  const headings = new Map<string, Item>()
  const leads: Item[] = []
  for (const passage of under) {
    const heading = passage.path[path.length]
    const [first] = sentencesOf(passage.text, passage.table)
    if (!first) continue
    if (heading === undefined) {
      if (markerOf(passage.text)) leads.push({ label: withoutSign(first.text), passage, quote: first.text })
    } else if (!headings.has(heading)) {
      headings.set(heading, { label: withoutSign(heading), passage, quote: first.text })
    }
  }
  if (headings.size > 0) return [...headings.values()]
  if (leads.length > 0 || !bySentence) return leads
  const sentences = under.flatMap((passage) =>
    sentencesOf(passage.text, passage.table).map(({ text }) => ({ label: text, passage, quote: text })),
  )
  return sentences.length > listed.sentences ? [] : sentences
}

/** All that stands under a heading as an answer; undefined where there is too little or too much, or the check finds a fault. */
export function answerBySection(
  { path, items }: Section,
  question: Question,
  asked: Asked,
  parts: SectionParts,
): Omit<Answer, 'ms'> | undefined {
  if (items.length < listed.least || items.length > listed.most) return undefined
  const [first] = items
  const isOfAnother = ({ passage, quote }: Item) => faultOfSubject(question, quote, passage, parts)
  if (!first || items.some(isOfAnother)) return undefined
  const each = Math.max(room.least, Math.floor(room.together / items.length))
  const labels = items.map(({ label }) => shortened(label, each))
  const heading = withoutSign(path.at(-1) ?? '')
  const filter = words.under(first.passage.document.title, heading, items.length)
  const claims: readonly Claim[] = items.map(({ passage, quote }, at) => ({
    text: labels[at] ?? '',
    filter,
    citation: citationOf(passage, quote),
  }))
  const result = {
    kind: 'answer' as const,
    text: `${labelOf(first.passage, heading, parts.placesIn, question, true)}${words.items(heading, labels)}`,
    claims,
    citations: oncePerPassage(claims.flatMap((it) => it.citation ?? [])).slice(0, citationsAtMost),
    confidence: 0.8,
    ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
  }
  return faultOfText(result) === undefined ? result : undefined
}

/** Whole clauses within a length, the first of them in any case. */
function shortened(text: string, most: number): string {
  const whole = squeeze(text).replace(/[。；;：:，,]+$/u, '')
  if (whole.length <= most) return whole
  const lead = excerpt(whole.slice(0, most + 1), [], most).replace(/[，,；;：:、]$/u, '')
  return `${lead}……`
}

function withoutSign(text: string): string {
  const sign = markerOf(text)?.sign
  return (sign === undefined ? text : text.trim().slice(sign.length)).trim()
}
