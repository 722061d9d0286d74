import { parseChineseNumber } from '../../../core/numerals.ts'

const counted =
  /[〇零一二两三四五六七八九十百千万]+(?=个|家|人|名|项|次|条|届|期|类|种|省|市|县|区|天|年|月|日|号|位|批|场|份|元|亩|吨|倍|级|章|节|款|大|方面|成|分之)/gu

/**
 * A text as it is compared: half-width, without white space and thousands separators, numerals that count something as
 * digits. 「一个」 and 「一批」 count nothing.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/(?<=\d)[,，](?=\d{3}(?!\d))/gu, '')
    .replace(counted, (numeral) => {
      const value = numeral === '一' ? undefined : parseChineseNumber(numeral)
      return value === undefined ? numeral : String(value)
    })
}

/** Only what carries meaning: letters, digits, and the signs that belong to figures. */
export function bare(text: string): string {
  return text.replace(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}%‰.]/gu, '')
}

/** Its clauses, bare. What stands in brackets is a clause of its own, but not the few characters of 县（市）. */
export function clausesOf(text: string): string[] {
  return plain(text)
    .replace(/[(（]([^)）]{1,4})[)）]/gu, '$1')
    .split(/[,，;；。！？!?：:\n()（）]|--|——/u)
    .map(bare)
    .filter((clause) => clause !== '')
}

export function bigramsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
}

/** How many of the pairs of neighbouring characters of `text` stand in `other`. */
export function sharedBigrams(text: string, other: string): number {
  return bigramsOf(text).reduce((sum, pair) => sum + (other.includes(pair) ? 1 : 0), 0)
}
