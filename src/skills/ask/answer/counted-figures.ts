import { figuresOf } from './facts-of-text.ts'
import { squeeze } from './quote.ts'

/** 「第3列」: rows and columns are counted by the register, as rows are. */
export function placesCounted(text: string): string[] {
  return [...text.matchAll(/第(\d+)(?=[行列个条])/gu)].flatMap(([, place]) => place ?? [])
}

/** 「相差9个」, 「合计54个」: the difference of two figures proved or printed before it, the sum of all counts before it. */
export function computedFrom(text: string, proved: readonly string[]): string[] {
  const bare = squeeze(text)
  const computed: string[] = []
  for (const { 1: printed = '', index } of bare.matchAll(
    /(?:相差|差了?|多了?|少了?|[增减]加?了?)(\d+(?:\.\d+)?)/gu,
  )) {
    const values = [...proved, ...figuresOf(bare.slice(0, index))].map(Number)
    const decimals = printed.split('.')[1]?.length ?? 0
    const comesOut = (one: number) =>
      values.some((other) => Math.abs(one - other).toFixed(decimals) === printed)
    if (values.some(comesOut)) computed.push(printed)
  }
  for (const { 1: printed = '', index } of bare.matchAll(/合计(\d+)/gu)) {
    const counts = [...bare.slice(0, index).matchAll(/(\d+)(?=个)/gu)].map(([it]) => Number(it))
    if (counts.reduce((sum, it) => sum + it, 0) === Number(printed)) computed.push(printed)
  }
  return computed
}

/**
 * How many rows a counted text lists: 「共3个：牙克石市、红山区、包头市」 carries its 3, 「湖北1个（罗田县）」 its 1, and
 * 「共4条：…；…；…；…」 its 4.
 */
export function rowsListed(text: string): string[] {
  const named = [...text.matchAll(/(\d[个家条项])?[（(]([^）)]*)[）)]/gu)]
    .filter(([, counted, list = '']) => counted !== undefined || list.includes('、'))
    .map(([, , list = '']) => list.split('、').length)
  const [, ...told] = text.split('：')
  const entries = told.length === 0 ? [] : [told.join('：').split('；').length]
  const lists = text
    .replace(/[（(][^）)]*[）)]/gu, '')
    .split(/[；;。\n]/u)
    .flatMap((line) => line.split('：')[1]?.split('、').length ?? [])
  const none = /没有/u.test(text) ? [0] : []
  return [...lists, lists.reduce((sum, it) => sum + it, 0), ...named, ...entries, ...none].map(String)
}
