import type { Claim } from './answer.ts'
import type { Chosen } from './compose.ts'
import {
  betweenNames,
  betweenYears,
  changeWithin,
  type Difference,
  differenceOf,
  figureNear,
} from './difference.ts'
import type { Question } from './question.ts'
import { words } from './words.ts'

/** 「多了几个」, 「差几个点」: the difference of two figures that the chosen words give, or nothing. */
export function differences(
  question: Question,
  chosen: readonly Chosen[],
): { text: string; claims: Claim[] } {
  const asked = question.parts.find((part) => part.difference)
  const wanted =
    asked ??
    (/(?:多|少|差|增|涨|升|降|提|上调|下调)[了出高加]{0,2}(?:多少|几)/u.test(question.text)
      ? question.parts[0]
      : undefined)
  const found = wanted && differenceFor(question, wanted.unit, chosen)
  if (!found) return { text: '', claims: [] }
  const text = words.difference(found.from.printed, found.to.printed, found.printed, found.unit)
  return {
    text,
    claims: [{ text, filter: `${found.to.printed} − ${found.from.printed} = ${found.printed}` }],
  }
}

function differenceFor(
  question: Question,
  unit: string | undefined,
  chosen: readonly Chosen[],
): Difference | undefined {
  const names =
    /(\p{Script=Han}{2,6}?)的?比(\p{Script=Han}{2,6}?)的?(?:多|少|高|低)/u.exec(question.text) ??
    /(\p{Script=Han}{2,6})(?:和|跟|与)(\p{Script=Han}{2,6}?)(?:的\p{Script=Han}{0,10})?(?:相差|差)/u.exec(
      question.text,
    )
  const [earlier, later] = [...question.years].sort((a, b) => a - b)
  if (earlier !== undefined && later !== undefined) {
    const quotes = chosen.map(({ quote }) => quote)
    // Figures of other years are no answer, however well they are told.
    const both = quotes.filter((it) => [earlier, later].every((year) => it.includes(String(year))))
    return betweenYears(quotes, [earlier, later], unit ?? '个') ?? both.map(changeWithin).find((it) => it)
  }
  // Two sentences of one passage may give a figure each: 「东部…76个；…西部…26个」.
  const together = chosen.map(({ quote }) => quote).join('')
  const between = names && betweenNames(together, [names[1] ?? '', names[2] ?? ''], unit)
  if (between) return between
  for (const { quote } of chosen) {
    const change = changeWithin(quote)
    if (change) return change
  }
  const operands = chosen.flatMap(({ quote, passage }) => {
    const near = figureNear(quote, unit ?? '个', passage.studied.passage.path)
    return near ? [near] : []
  })
  const [from, to] = operands
  return from && to && operands.length === 2 ? differenceOf(from, to, unit ?? '个') : undefined
}
