import type { Profile } from '../../../core/profile.ts'
import { type Studied, textOf } from './study.ts'
import type { Taxonomy } from './taxonomy.ts'
import { termOf } from './term-worths.ts'

/** What only joins a sentence to the one before it, and what only ends it. */
const OPENING = /^(?:此外|目前|同时|其中|另外|而且|并且|因此|为此)[，,]/
const ENDING = /[。；，、：,;:.\s]+$/
/** What has to be closed before a quote may end. */
const brackets = ['“”', '《》', '（）', '()', '「」', '【】'] as const

/** A passage of this length can be read at a glance. */
const LONGEST_QUOTE = 60

/** So many pairs of neighbouring characters are two words, or one long one. */
const SHARED_PAIRS = 3

/** Whether a sentence has to do with a need: it names a field of it, one above or below, or says words of it. Pure. */
export function bearsOn(sentence: string, need: Profile, taxonomy: Taxonomy): boolean {
  const text = textOf(need)
  const asked = [...need.fields, ...taxonomy.named(text, 'fields').keys()]
  return asked.some((it) => namesNear(sentence, it, taxonomy)) || saysWordsOf(sentence, text)
}

function namesNear(sentence: string, field: string, { named, lineOf }: Taxonomy): boolean {
  return [...named(sentence, 'fields').keys()].some(
    (it) => lineOf(it).includes(field) || lineOf(field).includes(it),
  )
}

function saysWordsOf(sentence: string, text: string): boolean {
  const said = pairsOf(text)
  return [...pairsOf(sentence)].filter((it) => said.has(it)).length >= SHARED_PAIRS
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((it) => it[1] ?? ''))
}

/**
 * The offer's sentence that has most to do with the need: the field that they share, the same words, and figures; undefined
 * where none has anything to do with it.
 * @param shared the field of which both are said to be
 */
export function tellingSentence(
  need: Studied,
  offer: Studied,
  taxonomy: Taxonomy,
  shared: string | undefined,
): string | undefined {
  const sentences = offer.profile.what.split(/(?<=[。；！？\n])/).flatMap((it) => shortened(it.trim()))
  const asked = [...new Set([...need.named.map(([id]) => id), ...(shared === undefined ? [] : [shared])])]
  const text = textOf(need.profile)
  const tells = (it: string) =>
    bearsOn(it, need.profile, taxonomy) &&
    (shared === undefined || namesNear(it, shared, taxonomy) || saysWordsOf(it, text))
  const worth = (sentence: string) => {
    const fields = [...taxonomy.named(sentence, 'fields').keys()]
    const near = Math.max(0, ...fields.flatMap((one) => asked.map((it) => taxonomy.nearness(one, it))))
    const pairs = [...sentence].filter((it, at) =>
      need.terms.has(termOf('pair', it + (sentence[at + 1] ?? ''))),
    ).length
    return near * 3 + Math.min(pairs, 6) / 2 + (/\d/.test(sentence) ? 1 : 0)
  }
  return sentences
    .filter((it) => it.length >= 6 && tells(it))
    .sort((a, b) => worth(b) - worth(a))[0]
    ?.replace(OPENING, '')
    .replace(ENDING, '')
}

/** A long sentence by its clauses, joined as long as they can be read at a glance; never cut within quotation marks. */
function shortened(sentence: string): string[] {
  if (sentence.length <= LONGEST_QUOTE) return [sentence]
  const parts: string[] = []
  for (const clause of sentence.split(/(?<=[，,；;])/)) {
    const last = parts.at(-1)
    if (last !== undefined && (!isClosed(last) || last.length + clause.length <= LONGEST_QUOTE))
      parts[parts.length - 1] = last + clause
    else parts.push(clause)
  }
  return parts.filter((it) => it.length <= LONGEST_QUOTE * 2 && isClosed(it))
}

function isClosed(text: string): boolean {
  const count = (of: string) => text.split(of).length
  return brackets.every(([open = '', close = '']) => count(open) === count(close))
}
