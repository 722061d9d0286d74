import type { LocalDate } from '../../../core/clock.ts'
import { dateIfReal } from '../../../core/local-date.ts'
import { parseChineseNumber } from '../../../core/numerals.ts'

/** A day or days that a text names. */
export interface DaysRead {
  readonly starts: LocalDate
  readonly ends: LocalDate
  /** As they stand. */
  readonly words: string
  /** 报到 or 离会 is what happens then, not the training itself. */
  readonly around?: 'check-in' | 'departure'
}

export type DaysFault = 'impossible' | 'no-year' | 'no-month'

export interface UnreadDays {
  readonly fault: DaysFault
  readonly words: string
}

const n = '[0-9〇零○一二三四五六七八九十]{1,4}'
const weekday = '(?:\\s*[（(](?:星期|周|礼拜)[^）)]{1,3}[）)])?'
const to = '\\s*(?:至|到|—{1,2}|–|－|-|~|～|―)\\s*'
const yearAndMonth = `(?:(${n})\\s*[年./-]\\s*)?(?:(${n})\\s*[月./-]\\s*)?`
/** 日 may be missing in 2014-10-15, and in 15—16日 after the first; 日程 is no day. */
const day = `(${n})(?:\\s*[日号](?![程期])|(?<=\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})(?!\\d))`
const first = `(${n})(?:\\s*[日号](?![程期])|(?=${to}(?:\\d{4}\\s*年)?(?:${n}\\s*月)?\\s*${n}\\s*[日号])|(?<=\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})(?!\\d))`
const pattern = new RegExp(`${yearAndMonth}${first}${weekday}(?:${to}${yearAndMonth}${day}${weekday})?`, 'gu')

/**
 * The days that a text names, in its order: 2014年10月15日至16日, 10月15—16日, 12月30日至1月3日, 2014-10-15 至 2014-10-16. A year or
 * month that is not said again is that of the day before it. Pure.
 * @param year where the text itself names none
 */
export function daysIn(
  text: string,
  year: number | undefined,
): { days: readonly DaysRead[]; unread: readonly UnreadDays[] } {
  const days: DaysRead[] = []
  const unread: UnreadDays[] = []
  let [atYear, atMonth] = [year, undefined as number | undefined]
  for (const found of text.matchAll(pattern)) {
    const [words, y, m, d = '', y2, m2, d2] = found
    atYear = numberOf(y) ?? atYear
    atMonth = numberOf(m) ?? atMonth
    const first = { year: atYear, month: atMonth, day: numberOf(d) }
    const month2 = numberOf(m2) ?? atMonth
    // 12月30日至1月3日 goes into the next year.
    const turns =
      y2 === undefined &&
      month2 !== undefined &&
      atMonth !== undefined &&
      month2 < atMonth &&
      m2 !== undefined
    const year2 = numberOf(y2) ?? (atYear === undefined ? undefined : atYear + (turns ? 1 : 0))
    const last = d2 === undefined ? first : { year: year2, month: month2, day: numberOf(d2) }
    const read = dated(first, last)
    if (typeof read === 'string') unread.push({ fault: read, words })
    else {
      const around = aroundOf(text.slice((found.index ?? 0) + words.length))
      days.push({ ...read, words, ...(around ? { around } : {}) })
    }
    ;[atYear, atMonth] = [last.year, last.month]
  }
  return { days, unread }
}

interface Parts {
  readonly year: number | undefined
  readonly month: number | undefined
  readonly day: number | undefined
}

function dated(first: Parts, last: Parts): { starts: LocalDate; ends: LocalDate } | DaysFault {
  const [starts, ends] = [first, last].map(({ year, month, day }) => {
    if (month === undefined) return 'no-month' as const
    // A leap year tells whether any year has that day.
    if (year === undefined)
      return dateIfReal(2000, month, day ?? 0) ? ('no-year' as const) : ('impossible' as const)
    return dateIfReal(year, month, day ?? 0) ?? ('impossible' as const)
  })
  for (const it of [starts, ends]) if (it === 'no-month' || it === 'no-year' || it === 'impossible') return it
  return { starts: starts ?? '', ends: ends ?? '' }
}

/** What is said of the day right after it, before the next comma: 14日报到, 14日（星期二）全天报到. */
function aroundOf(after: string): DaysRead['around'] {
  const clause = /^[^，,；;。\n]{0,8}/u.exec(after)?.[0] ?? ''
  if (/^[^0-9]*(?:报到|签到)/u.test(clause)) return 'check-in'
  return /^[^0-9]*(?:离会|返程|疏散)/u.test(clause) ? 'departure' : undefined
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseChineseNumber(text)
}
