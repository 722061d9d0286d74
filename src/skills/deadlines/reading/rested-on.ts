import type { Duty } from '../../../core/duty.ts'

/**
 * Whether a sentence is one that these duties rest on already, white space aside: part of the words of a duty's source, or
 * the other way round. What was called off rests on nothing. Pure.
 */
export function isRestedOn(quote: string, duties: readonly Pick<Duty, 'source' | 'state'>[]): boolean {
  const sentence = squeezed(quote)
  return duties.some(({ source, state }) => {
    if (!source || state === 'retired') return false
    const words = squeezed(source.quote)
    return words.includes(sentence) || sentence.includes(words)
  })
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '')
}
