/** 「问到电话，原文里要有电话」: one line of data/lexicon/required.txt. */
export interface RequiredWord {
  readonly asked: readonly string[]
  readonly shown: readonly string[]
  /** Only where a figure is asked for. */
  readonly counted: boolean
}

/**
 * Reads data/lexicon/required.txt: `asked, asked => shown, shown`; without `=>` the text must hold the asked word
 * itself; `多少:` before it: only where a figure is asked for; `#` begins a comment.
 */
export function readRequiredWords(text: string): RequiredWord[] {
  return text.split('\n').flatMap((line) => {
    const [left = '', right] = line.replace(/#.*/u, '').split('=>')
    const counted = /^\s*多少[:：]/u.test(left)
    const asked = itemsOf(left.replace(/^\s*多少[:：]/u, ''))
    if (asked.length === 0) return []
    return [{ asked, shown: right === undefined ? asked : itemsOf(right), counted }]
  })
}

function itemsOf(side: string): string[] {
  return side
    .split(/[,，]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
