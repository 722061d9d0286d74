import { numeralCharacters, parseChineseNumber } from '../../../core/numerals.ts'

/** The sign a heading or an item begins with: 二、 (三) 4. 第五章 ① -. */
export interface Marker {
  readonly kind: MarkerKind
  /** Its place in its series; undefined for bullets. */
  readonly number?: number
  /** As printed, without the white space after it. */
  readonly sign: string
}

export type MarkerKind =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'cn'
  | 'cn-paren'
  | 'digit'
  | 'digit-paren'
  | 'digit-half-paren'
  | 'circled'
  | 'bullet'

/**
 * The customary order of the signs, outermost first (GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）; laws: 编 章 节 条).
 * It decides where a sign stands that has not been met before.
 */
export const rankOf: Readonly<Record<MarkerKind, number>> = {
  part: 1,
  subpart: 2,
  chapter: 3,
  section: 4,
  article: 5,
  cn: 6,
  'cn-paren': 7,
  digit: 8,
  'digit-paren': 9,
  'digit-half-paren': 9.5,
  circled: 10,
  bullet: 11,
}

const cn = '[〇零一二三四五六七八九十百]{1,4}'
const patterns: readonly (readonly [MarkerKind, RegExp])[] = [
  ['subpart', new RegExp(`^第\\s*([${numeralCharacters}]+)\\s*分编(?=[\\s　]|$)`)],
  ['part', new RegExp(`^第\\s*([${numeralCharacters}]+)\\s*[编篇](?=[\\s　]|$)`)],
  ['part', new RegExp(`^第\\s*([${numeralCharacters}]+)\\s*部分(?=[\\s　:：、]|$)`)],
  ['chapter', new RegExp(`^第\\s*([${numeralCharacters}]+)\\s*章(?=[\\s　]|$)`)],
  ['chapter', /^(?:[总分附]\s*则|[序前引]\s*言)$/],
  ['section', new RegExp(`^第\\s*([${numeralCharacters}]+)\\s*节(?=[\\s　]|$)`)],
  ['cn', new RegExp(`^(${cn})\\s*(?:、|[．.](?!\\d))`)],
  ['cn-paren', new RegExp(`^[（(]\\s*(${cn})\\s*[)）]、?`)],
  ['digit', /^(?:[-•]\s+)?(\d{1,3})\s*(?:、|[.．](?!\d))/],
  ['digit', /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=[\s　]+[^\d\s%％])/],
  ['digit-paren', /^[（(]\s*(\d{1,3})\s*[)）]/],
  ['digit-half-paren', /^(\d{1,3})\s*[)）]/],
  ['circled', /^([①-⑳])/],
  ['bullet', /^(?:[-*+](?=\s)|[•●■◆▪·](?=\s*\S))/],
]

/** The marker at the beginning of a line (its white space trimmed), if it has one. Articles: see articles.ts. */
export function markerOf(line: string): Marker | undefined {
  // One look at the first character spares most lines thirteen patterns.
  if (!/^[第总分附序前引〇零一二三四五六七八九十百（(\d①-⑳\-*+•●■◆▪·]/.test(line)) return undefined
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(line)
    if (found === null) continue
    const number = found[1] === undefined ? undefined : numberOf(found[1])
    return number === undefined ? { kind, sign: found[0] } : { kind, number, sign: found[0] }
  }
  return undefined
}

/** 3 of 三, 3 and 1.3 alike: the last place is the one that counts on. */
function numberOf(text: string): number | undefined {
  if (/^[①-⑳]$/.test(text)) return text.charCodeAt(0) - 0x2460 + 1
  return parseChineseNumber(text.split('.').at(-1) ?? text)
}

/** How deep a decimal number goes: 3. = 0, 3.1 = 1, 3.1.2 = 2. */
export function decimalDepth(marker: Marker): number {
  return marker.kind === 'digit' ? (marker.sign.match(/\d\.(?=\d)/g)?.length ?? 0) : 0
}
