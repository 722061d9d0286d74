import { squeeze } from './quote.ts'

/** A figure and the words it was found in. */
export interface Operand {
  readonly value: number
  readonly printed: string
  readonly quote: string
}

/** A difference with the two figures it is made of; the check computes it again. */
export interface Difference {
  readonly from: Operand
  readonly to: Operand
  /** Absolute, as printed: no more decimals than the figures have. */
  readonly printed: string
  readonly unit: string
}

const figure = String.raw`(\d+(?:\.\d+)?)\s*(%|％|个百分点|个|家|人次|人|项|名|万元|亿元|年|期|届)?`

/** 「2006年的」 before a figure says of when it is; the year itself is no figure of anything. */
const when = String.raw`(?:(?:19|20)\d{2}年[底末初]?的?)?(?!(?:19|20)\d{2}年)`

/** 「由 73.1% 增加到 76.2%」: the change that one sentence tells, between figures of one unit. */
export function changeWithin(quote: string): Difference | undefined {
  const text = squeeze(quote)
  const match = new RegExp(
    `(?:由|从)${when}${figure}(?:[^，。；\\d]{0,8}?)(?:到|至|为)(?:\\D{0,4}?)${when}${figure}`,
    'u',
  ).exec(text)
  if (!match) return undefined
  const [, from, fromUnit, to, toUnit] = match
  if (fromUnit !== undefined && toUnit !== undefined && fromUnit !== toUnit) return undefined
  return differenceOf(operand(from, text), operand(to, text), toUnit ?? fromUnit ?? '')
}

/**
 * 「县域型77个、城区型51个」: the figures that one sentence gives for two names, counted in one unit: the one that is asked,
 * or the first that both have. 「东部地区11省区市创建实验区76个」 counts provinces as well, and those in no unit.
 */
export function betweenNames(
  quote: string,
  [first, second]: readonly [string, string],
  unit: string | undefined,
): Difference | undefined {
  const text = squeeze(quote)
  const of = (name: string) => {
    const clause = new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}[^，,。；;、]{0,40}`, 'u').exec(
      text,
    )
    const figures = [...(clause?.[0] ?? '').matchAll(new RegExp(figure, 'gu'))]
    return { at: clause?.index, figures: figures.filter(([, , its]) => its !== undefined) }
  }
  const [one, two] = [of(first), of(second)]
  if (one.at === two.at) return undefined
  for (const [, from, its] of one.figures) {
    if (unit !== undefined && its !== unit) continue
    const to = two.figures.find((it) => it[2] === its)?.[1]
    if (to !== undefined) return differenceOf(operand(from, text), operand(to, text), its ?? '')
  }
  return undefined
}

/** 「2006年的51个」 and 「截至2014年底，…数量为157个」: the figures that words give for two years, but not 「2014年对25个…」. */
export function betweenYears(
  quotes: readonly string[],
  [first, second]: readonly [number, number],
  unit: string,
): Difference | undefined {
  const said = (year: number): Operand | undefined => {
    const ofYear = new RegExp(
      String.raw`${year}年(?:(?!(?:19|20)\d{2}年)[^。；;]){0,24}?[为达到至有的共是](\d+(?:\.\d+)?)${unit}`,
      'u',
    )
    for (const quote of quotes.map(squeeze)) {
      const printed = ofYear.exec(quote)?.[1]
      if (printed !== undefined) return operand(printed, quote)
    }
    return undefined
  }
  const [from, to] = [said(first), said(second)]
  return from && to && differenceOf(from, to, unit)
}

/** The figure of a sentence that stands nearest to what was asked, with the unit that was asked for. */
export function figureNear(
  quote: string,
  unit: string | undefined,
  words: readonly string[],
): Operand | undefined {
  const text = squeeze(quote)
  const places = words.flatMap((word) => {
    const at = text.indexOf(word)
    return at < 0 ? [] : [at]
  })
  const counted = [...text.matchAll(new RegExp(figure, 'gu'))].filter(
    ([printed, , its]) =>
      (unit === undefined || its === unit || (unit === '个' && its === '家')) &&
      !/^(?:19|20)\d{2}年?$/u.test(printed),
  )
  const distance = (at: number) => Math.min(...places.map((place) => Math.abs(place - at)), text.length)
  const [nearest] = counted.sort((a, b) => distance(a.index) - distance(b.index))
  return nearest ? operand(nearest[1], text) : undefined
}

export function differenceOf(from: Operand, to: Operand, unit: string): Difference {
  const decimals = Math.max(decimalsOf(from.printed), decimalsOf(to.printed))
  const printed = Math.abs(to.value - from.value).toFixed(decimals)
  return { from, to, printed, unit: /[%％]/u.test(unit) ? '个百分点' : unit }
}

function operand(printed: string | undefined, quote: string): Operand {
  return { value: Number(printed), printed: printed ?? '', quote }
}

function decimalsOf(printed: string): number {
  return printed.split('.')[1]?.length ?? 0
}
