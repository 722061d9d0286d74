import type { Weighted } from './nearest.ts'

/** What the answer engine needs of the segmenter and the synonyms; search/ makes it. */
export interface Language {
  /** Changes where the same text would be cut differently. */
  readonly edition: string
  /** Words of a text, folded, without stop words. */
  wordsOf(text: string): readonly string[]
  /** The words of a text that name things, deeds and names. */
  contentOf(text: string): readonly string[]
  /** Those of them that name a thing, a place or somebody. */
  namesOf(text: string): readonly string[]
  /** Neighbouring characters. */
  pairsOf(text: string): readonly string[]
  /** What else may be written for something that the text says: 关门 -> 关停. */
  expansionsOf(
    text: string,
  ): readonly { readonly text: string; readonly weight: number; readonly of: string }[]
}

/** Words that ask, politeness and everyday verbs: they say nothing about where an answer stands. */
export const asking: ReadonlySet<string> = new Set(
  `什么 啥 啥时候 时候 怎么 咋 咋办 咋样 如何 哪 哪些 哪个 哪几 哪里 几 几个 几家 几号 几月 多少 吗 呢 吧 么 有 有没有 没有 没 不 是 是不是 要 得 能 会 可以
   请问 想 问 问下 问一下 一下 看 看看 说 讲 讲讲 告诉 我 我们 咱 咱们 你 你们 他们 它 这 这个 这些 那 那个 那些 这块 这次 来着 到底 究竟 一共 总共 都 还 再 就 才
   了 的 得 地 过 把 被 给 跟 和 与 对 在 从 到 为 为啥 为什么 上 下 里 里面 中 叫 弄 搞 做 干 办 用 去 来 让 行 对不对 意思 东西 个 家 位 名 些 点 份 次
   知道 需要 应该 目前 现在 具体 主要 大概 分别 各 各自 一样 区别 不同 还是 或者 如果 要是 的话 怎样 多 大 好 年 月 日 号
   干嘛 哪几个 后来 开始 还有 除了 另外 实际 后头 方面 点名 提到 加起来 报上来 注意 法子`
    .split(/\s+/u)
    .filter((it) => it !== ''),
)

const pairShare = 0.35

/**
 * The weighted terms of a text that is asked or confirmed: `w:` words, `p:` pairs of characters. Rarity comes later.
 * @param weight what this text counts for: 1 for the question, less for its context or for synonyms
 */
export function termsOf(
  text: string,
  language: Language,
  weight = 1,
  into = new Map<string, number>(),
): Weighted {
  for (const word of language.wordsOf(text)) {
    if (!asking.has(word)) raise(into, `w:${word}`, weight)
  }
  for (const stretch of withoutAsking(text)) {
    for (const pair of language.pairsOf(stretch)) raise(into, `p:${pair}`, weight * pairShare)
  }
  return into
}

/**
 * Adds to the terms of a text what else may be written for it. A word that may stand for many others counts for each of them
 * the less: else it would say more than the words that are asked for themselves.
 */
export function addSynonyms(
  text: string,
  language: Language,
  weight: number,
  into: Map<string, number>,
): void {
  const expansions = language.expansionsOf(text)
  const ways = new Map<string, number>()
  for (const { of } of expansions) ways.set(of, (ways.get(of) ?? 0) + 1)
  for (const { text: way, of, weight: its } of expansions)
    termsOf(way, language, (weight * its) / Math.sqrt(ways.get(of) ?? 1), into)
}

/**
 * Without what else may be written and nobody ever wrote: it would only make all the rest count less.
 * @param own the terms of the question itself, which stay
 */
export function heardOf(
  terms: Weighted,
  own: { has(term: string): boolean },
  isHeard: (term: string) => boolean,
): Weighted {
  return new Map([...terms].filter(([term]) => own.has(term) || isHeard(term)))
}

/**
 * The terms by which two questions are alike: their words, and what kind of thing they ask for, so that 「什么时候交」 is
 * nearer to another question for a date than to one for a name.
 */
export function likenessTerms(terms: Weighted, aims: Iterable<string>): Weighted {
  return new Map([...terms, ...[...aims].map((aim) => [`a:${aim}`, aimWeight] as const)])
}

const aimWeight = 2

/** Tells what kind of thing is asked for, and is no word of a question. */
export const isAim = (term: string) => term.startsWith('a:')

/** What a term of a confirmed question counts before its rarity, by its kind. */
export function weightOf(term: string): number {
  if (isAim(term)) return aimWeight
  return term.startsWith('p:') ? pairShare : 1
}

function raise(into: Map<string, number>, term: string, weight: number): void {
  into.set(term, Math.max(into.get(term) ?? 0, weight))
}

const askingPattern = new RegExp(
  [...asking]
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'gu',
)

/** The stretches of a text between the words that only ask, so that no pair of characters spans one of them. */
export function withoutAsking(text: string): string[] {
  return text.split(askingPattern).filter((stretch) => stretch.length > 1)
}
