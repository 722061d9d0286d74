import { parseChineseNumber } from '../../../core/numerals.ts'

/** How many things a stretch of text lists. Pure. */

/** 二十一 -> 21, 两 -> 2, 17 -> 17; NaN for what is no numeral. */
export function numeralValue(text: string): number {
  return parseChineseNumber(text) ?? Number.NaN
}

/**
 * How many items a text lists: between 、 (the last one after 和, 及), in quotation marks one after the other, in clauses
 * side by side, or as 一是…二是…. What is only counted (1家实验室、3家中心) is not listed.
 */
export function itemsOf(text: string): number {
  const under = text.slice(text.lastIndexOf('：') + 1)
  const clauses = under.includes('、') ? 0 : under.split(/[，,；;]/u).length
  const led = text.includes('：')
  return Math.max(listedOf(text), clauses >= 3 ? clauses - (led ? 0 : 1) : 0)
}

/** The same where only marks that list are counted, and not clauses side by side. */
export function listedOf(text: string): number {
  const runs = text.split(/[，,。：:；;\n\t]/u).map((run) => {
    const items = run.split('、')
    if (counted.test(items[0] ?? '')) return 0
    if (items.length < 2) return 1
    return items.length + (/^[^等\d]{1,12}(?:和|及|与)(?!其|其他)/u.test(items.at(-1) ?? '') ? 1 : 0)
  })
  const quoted = text.match(/[“"][^”"]{2,}[”"](?=[、，,和及与以]|$)/gu)?.length ?? 0
  return Math.max(numberedOf(text), quoted > 0 ? quoted + 1 : 0, text.split('\t').length, ...runs)
}

const counted = /^\D{0,4}[\d一二三四五六七八九十两]+\s*(?:余|多)?(?:个|家|项|名|位|条|所)/u

/** How far 一是…二是…三是… or 1.…2.… goes. */
export function numberedOf(text: string): number {
  const said = text.match(/[一二三四五六七八九]是/gu)?.length ?? 0
  const marked =
    text.match(/(?:^|[\n。；;：:])\s*[-·]?\s*[（(]?[\d一二三四五六七八九十]{1,2}[)）.、．]/gu)?.length ?? 0
  return Math.max(said, marked)
}
