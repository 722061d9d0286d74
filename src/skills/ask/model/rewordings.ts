/** What may be worded otherwise without being changed, see data/lexicon/rewordings.txt. */
export interface Rewordings {
  /** Words that may be added, longest first. */
  readonly fillers: readonly string[]
  /** Every word of a group leads to the others of its groups; longest first. */
  readonly same: readonly (readonly [word: string, others: readonly string[]])[]
}

const longestFirst = (one: string, other: string) => other.length - one.length

/** Reads the table; a line that starts with `+` lists words that may be added, others are groups of one meaning. */
export function readRewordings(text: string): Rewordings {
  const fillers = new Set<string>()
  const same = new Map<string, Set<string>>()
  for (const line of text.split('\n').map((it) => it.replace(/#.*/u, '').trim())) {
    if (line === '') continue
    if (line.startsWith('+')) for (const word of line.slice(1).trim().split(/\s+/u)) fillers.add(word)
    else {
      const group = line
        .split(/[,，、]/u)
        .map((it) => it.trim())
        .filter((it) => it !== '')
      for (const word of group) {
        const others = same.get(word) ?? new Set()
        for (const other of group) if (other !== word) others.add(other)
        same.set(word, others)
      }
    }
  }
  return {
    fillers: [...fillers].sort(longestFirst),
    same: [...same]
      .map(([word, others]) => [word, [...others]] as const)
      .sort(([one], [other]) => longestFirst(one, other)),
  }
}
