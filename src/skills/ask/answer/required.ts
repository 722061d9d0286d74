import { makeNameFinder } from '../search/standing-names.ts'

/** 「问到电话，原文里要有电话」: one line of data/lexicon/required.txt. */
interface RequiredWord {
  readonly asked: readonly string[]
  readonly shown: readonly string[]
  /** Only where a figure is asked for. */
  readonly counted: boolean
}

/** What a question asks for, and what the text must then hold. */
export interface Required extends Pick<RequiredWord, 'shown' | 'counted'> {
  /** As the question says it. */
  readonly word: string
}

/** The lines of data/lexicon/required.txt that a question falls under, in the order of the file. */
export type RequiredWords = (question: string) => Required[]

/**
 * Reads data/lexicon/required.txt: `asked, asked => shown, shown`; without `=>` the text must hold the asked word
 * itself; `多少:` before it: only where a figure is asked for; `#` begins a comment.
 */
export function readRequiredWords(text: string): RequiredWords {
  const lines = text.split('\n').flatMap((line): RequiredWord[] => {
    const [left = '', right] = line.replace(/#.*/u, '').split('=>')
    const counted = /^\s*多少[:：]/u.test(left)
    const asked = itemsOf(left.replace(/^\s*多少[:：]/u, ''))
    if (asked.length === 0) return []
    return [{ asked, shown: right === undefined ? asked : itemsOf(right), counted }]
  })
  const standingIn = makeNameFinder(lines.flatMap((it) => it.asked))
  return (question) => {
    const standing = standingIn(question)
    if (standing.size === 0) return []
    return lines.flatMap(({ asked, ...line }) => {
      const word = asked.find((it) => standing.has(it))
      return word === undefined ? [] : [{ word, ...line }]
    })
  }
}

function itemsOf(side: string): string[] {
  return side
    .split(/[,，]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
