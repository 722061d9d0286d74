import type { StoredPassage } from '../../../store/passages.ts'
import type { Answer, Citation } from './answer.ts'
import { speaksOf } from './check.ts'
import type { Chosen } from './compose.ts'
import { confidenceOf, isTooFar } from './confidence.ts'
import type { Place } from './places.ts'
import type { Question } from './question.ts'
import type { Retrieved } from './retrieve.ts'
import { labelOf, words } from './words.ts'

/** What a colleague would say: the words of the documents, with place, year and status where they do not say it. */
export function wording(
  question: Question,
  chosen: readonly Chosen[],
  computed: string,
  placesIn: (text: string) => Place[],
): string {
  const severalSpeak = new Set(chosen.map((it) => it.passage.studied.passage.document.name)).size > 1
  let last: StoredPassage | undefined
  const lines: string[] = []
  for (const it of chosen) {
    const { passage } = it.passage.studied
    const label = last?.id === passage.id ? '' : labelOf(passage, it.text, placesIn, question, severalSpeak)
    const said = closed(it.text)
    if (label === '' && lines.length > 0) lines[lines.length - 1] += said
    else lines.push(`${label}${said}`)
    last = passage
  }
  return [...lines, computed].filter((line) => line !== '').join('\n')
}

/** An honest refusal: what is missing by name, and the nearest passages. */
export function refuse(
  question: Question,
  unmet: readonly string[],
  looks: readonly Retrieved[],
  citations: readonly Citation[],
): Omit<Answer, 'ms'> {
  const best = looks[0]?.ranked[0]
  const base = { kind: 'refusal' as const, claims: [], citations, confidence: confidenceOf(best) }
  const otherYear = question.years.find(
    (year) =>
      !looks.some(({ ranked }) =>
        ranked.some((it) => speaksOf(year, it.studied.passage.text, it.studied.passage)),
      ),
  )
  if (otherYear !== undefined)
    return { ...base, text: words.notThatYear(otherYear), refusal: 'not-in-corpus' }
  if (best && !isTooFar(best) && unmet.length > 0) {
    return {
      ...base,
      text: words.notStated(unmet, best.studied.passage.document.title),
      refusal: 'not-in-corpus',
    }
  }
  return { ...base, text: words.notFound, refusal: 'not-in-corpus' }
}

/** Words cut out of a sentence end as such. */
function closed(text: string): string {
  return text.replace(/[，,、：:]$/u, '……')
}
