import { sharedBigrams } from './plain.ts'

/** What joins two things so that one of them is enough, or both are needed. */
interface Joint {
  readonly word: RegExp
  /** Words that say the same. */
  readonly same: RegExp
}

const either: Joint = { word: /或者?(?!许)/gu, same: /或/u }
const both: Joint = { word: /(?<![而并尚姑况])且/gu, same: /且|同时|并(?!且)/u }

/** What gives a reason. */
const causal = /因为|由于|所以|因此|因而|从而|导致/u
const reason =
  /因为|由于|所以|因此|因而|从而|导致|鉴于|限于|造成|影响|原因|因(?!地|素|子|特网)|以(?:便|使|更)|使得?/u

/**
 * Whether a sentence joins what its source joins otherwise: 「且」 that became 「或」 lets one condition do for two. A reason
 * is given only where the source gives one. Gives the word.
 * @param sentence its clauses, bare
 * @param quoted the clauses of the words quoted, bare
 */
export function joinedOtherwise(sentence: readonly string[], quoted: readonly string[]): string | undefined {
  const [said, source] = [sentence.join(between), quoted.join(between)]
  for (const { index, 0: word } of said.matchAll(either.word)) {
    const [before, after] = around(said, index, word)
    const there = [...source.matchAll(either.word)].some((it) => {
      const [its, next] = around(source, it.index, it[0])
      return its === before || next === after
    })
    if (!there) return word
  }
  for (const { index, 0: joint } of source.matchAll(either.word)) {
    const next = around(source, index, joint)[1]
    if (next.length === 2 && new RegExp(`[和与及]${next}`, 'u').test(said)) return joint
  }
  for (const { word, same } of [either, both]) {
    for (const { index, 0: joint } of source.matchAll(word)) {
      const [before, after] = around(source, index, joint)
      const from = said.indexOf(before)
      const to = said.indexOf(after, from + before.length)
      if (before.length < 2 || after.length < 2 || before.endsWith(between) || from < 0 || to < 0) continue
      if (to - from - before.length <= farthest && !same.test(said.slice(from, to))) return joint
    }
  }
  const given = causal.exec(said)?.[0]
  return given !== undefined && (!reason.test(source) || tellsEffectAsCause(sentence, quoted))
    ? given
    : undefined
}

/** Between two clauses. 「，且已公示」 begins a clause and joins no conditions. */
const between = '。'

/** 「因此数量为157个」 became 「由于数量为157个」. */
function tellsEffectAsCause(sentence: readonly string[], quoted: readonly string[]): boolean {
  const causes = sentence.flatMap((it) => /(?:因为|由于)(.+)/u.exec(it)?.[1] ?? [])
  const effects = quoted.filter((it) => /^(?:因此|所以|因而|从而)/u.test(it))
  return causes.some((cause) =>
    effects.some((effect) => sharedBigrams(cause, effect) > (cause.length - 1) * effectRepeated),
  )
}

const effectRepeated = 0.6

/** Two things that far from one another are still joined. Characters. */
const farthest = 8

const around = (text: string, at: number, word: string): readonly [string, string] => [
  text.slice(Math.max(0, at - 2), at),
  text.slice(at + word.length, at + word.length + 2),
]
