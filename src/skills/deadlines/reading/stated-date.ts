import type { LocalDate } from '../../../core/clock.ts'
import { dateIfReal, daysInMonth } from '../../../core/local-date.ts'
import { numeralCharacters, parseChineseNumber } from '../../../core/numerals.ts'

const n = `[${numeralCharacters}]`
/** 2014年, 今年, 每年 …, then a month with or without a day; 年底 and 季度末 stand alone. */
export const datePattern = [
  `(?:(?:${n}{2,4}年度?|[今本当明次每]年)的?)?\\s*${n}{1,2}月(?:份)?(?:\\s*${n}{1,3}[日号]|[底末初]|[上中下]旬)?`,
  `(?:${n}{4}年|[今本当明次每]年)年?[底末]`,
  `(?:${n}{4}[-./]${n}{1,2}[-./]${n}{1,2})`,
  `(?:年底|每季度末)`,
].join('|')

/** 收到通知后15个工作日, 自印发之日起三十日: counted from something that happens. */
export const termPattern = `(?:自|从|在|接到|收到|印发|发布|公布|公示|立项|通过)[^，。；]{0,18}?(?:后|起|以来)?\\s*(?:的)?${n}{1,3}个?(?:工作日|自然日|日|天|个?月)(?:之|以)?内`

/**
 * The day that the words of a date mean in a text of that time: 6月底 is the last of June. Pure.
 * @param issued when the text was issued, as precise as known (`2014`, `2014-04`, `2014-04-15`); a month without a year
 *   is the first one from then on
 * @returns undefined where the words name no single day: 每年, a span counted from an event, a day that is none
 */
export function statedDate(words: string, issued: string | undefined): LocalDate | undefined {
  if (words.startsWith('每')) return undefined
  const plain = words.replace(/\s/g, '')
  if (!/[月底末\-./]/.test(plain)) return undefined
  const slashed = new RegExp(`^(${n}{4})[-./](${n}{1,2})[-./](${n}{1,2})`).exec(plain)
  if (slashed) return dateOf(slashed[1], slashed[2], slashed[3])
  const [, year, relative, month, day, part] =
    new RegExp(
      `^(?:(${n}{2,4})年度?的?|([今本当明次])年的?)?(?:(${n}{1,2})月(?:份)?(?:(${n}{1,3})[日号]|([底末初]|[上中下]旬))?|年?[底末])`,
    ).exec(plain) ?? []
  const base = issued === undefined ? undefined : Number(issued.slice(0, 4))
  const named = year === undefined ? undefined : fullYear(numberOf(year))
  const meant = named ?? (base === undefined ? undefined : /[明次]/.test(relative ?? '') ? base + 1 : base)
  if (meant === undefined) return undefined
  const wanted = month === undefined ? 12 : numberOf(month)
  if (wanted === undefined || wanted < 1 || wanted > 12) return undefined
  const date = dateIfReal(meant, wanted, dayIn(meant, wanted, day, part))
  const free = named === undefined && relative === undefined
  // 「3月底前」 in a text of November is March of the next year.
  if (free && date && issued && date.slice(0, issued.length) < issued)
    return dateIfReal(meant + 1, wanted, dayIn(meant + 1, wanted, day, part))
  return date
}

/** Without a day a month is meant to its end. */
function dayIn(year: number, month: number, day: string | undefined, part: string | undefined): number {
  if (day !== undefined) return numberOf(day) ?? 0
  if (part === '初') return 1
  if (part === '上旬') return 10
  if (part === '中旬') return 20
  return daysInMonth(year, month)
}

function dateOf(year?: string, month?: string, day?: string): LocalDate | undefined {
  const [y, m, d] = [year, month, day].map((it) => numberOf(it ?? ''))
  return y === undefined || m === undefined || d === undefined ? undefined : dateIfReal(y, m, d)
}

function numberOf(text: string): number | undefined {
  return parseChineseNumber(text.normalize('NFKC'))
}

/** 14年 is 2014. */
function fullYear(year: number | undefined): number | undefined {
  return year !== undefined && year < 100 ? 2000 + year : year
}
