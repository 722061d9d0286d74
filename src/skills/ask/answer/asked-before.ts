import { aroundOf, type Chosen } from './compose.ts'
import type { Demand } from './demands.ts'
import { answers, type WeighedPassage } from './evidence.ts'
import { squeeze } from './quote.ts'
import type { Retrieved } from './retrieve.ts'
import { isSame, type SamenessParts } from './same-question.ts'

/** So alike two questions say the same but for the words that ask. */
const sameFrom = 0.9
const passagesAtMost = 8
/** Characters of all words together. */
const room = 400

/**
 * The words that were confirmed for this very question: all of them, in the order in which they were named, where a like
 * question that votes for a passage would give only the best of them. Undefined where nobody confirmed it, or where they do
 * not hold what is asked for.
 * @param admissible whether a sentence may be quoted at all (year and place of the question)
 */
export function confirmedBefore(
  { ask: { part }, neighbours, ranked }: Retrieved,
  demands: readonly Demand[],
  admissible: (passage: WeighedPassage, sentence: string) => boolean,
  parts: SamenessParts,
): readonly Chosen[] | undefined {
  const twin = neighbours.find(
    ({ known, similarity }) =>
      similarity >= sameFrom &&
      known.quote !== undefined &&
      saysNot(part.text) === saysNot(known.question) &&
      isSame(part.text, known.question, parts),
  )?.known.question
  if (twin === undefined) return undefined
  const chosen: Chosen[] = []
  let length = 0
  for (const { known } of neighbours.filter((it) => it.known.question === twin)) {
    const passage = ranked.find((it) => it.studied.passage.id === known.passageId)
    const sentence = passage?.sentences.find((it) => answers(squeeze(known.quote ?? ''), it.sentence))
    if (!passage || !sentence) continue
    const { text } = sentence.sentence
    if (chosen.some((it) => it.quote === text) || !admissible(passage, text)) continue
    if (chosen.length === passagesAtMost || (length > 0 && length + text.length > room)) break
    length += text.length
    chosen.push({ passage, sentence, text, quote: text })
  }
  const said = chosen.map((it) => it.text).join('\n')
  const around = chosen.map(({ passage }) => aroundOf(passage))
  const holds = demands.every((it) => it.met(said, around.join('\n')))
  return chosen.length > 0 && holds ? chosen : undefined
}

/** 「验收没过咋办」 is not 「验收咋办」: words that deny are no words of a topic, and count in no likeness. */
function saysNot(text: string): boolean {
  const bare = text.replace(/(\p{Script=Han})[不没]\1|有没有|[了没](?:没|有没有)?[有吗啊呢呀]?[？?]?$/gu, '')
  return /[不没未别无非]/u.test(bare)
}
