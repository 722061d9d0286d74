/** What a whole sentence wants; `named` is the thing that it means, where it says which. */
export interface Meant<Verb extends string> {
  readonly verb: Verb
  readonly named?: string
}

/**
 * Reads whole sentences by patterns, the first that fits; a pattern may name a group `named`. Pure.
 * @param sentences sources of regular expressions, of the sentence without its last signs and particles
 * @returns undefined where none fits
 */
export function sentenceReader<Verb extends string>(
  sentences: readonly (readonly [Verb, string])[],
): (text: string) => Meant<Verb> | undefined {
  const patterns = sentences.map(([verb, text]) => [verb, new RegExp(`^(?:${text})$`, 'iu')] as const)
  return (text) => {
    const bare = text
      .normalize('NFKC')
      .trim()
      .replace(/[?？。.!！~\s]+$/u, '')
      .replace(/(?:呢|吗|呀|啊|嘛|吧)+$/u, '')
    for (const [verb, pattern] of patterns) {
      const found = pattern.exec(bare)
      if (!found) continue
      const which = found.groups?.named?.trim()
      return which ? { verb, named: which } : { verb }
    }
    return undefined
  }
}
