import type { DateRule, DayOfYear, Milestone } from '../../../core/duty.ts'
import { daysInMonth } from '../../../core/local-date.ts'
import { parseChineseNumber } from '../../../core/numerals.ts'
import { type DateFault, readDate } from '../../../core/read-date.ts'

/** What was typed as a rule: the rule, or what is wrong with it. */
export type RuleRead =
  | { readonly rule: DateRule }
  | { readonly problem: 'day' | 'rule'; readonly at: string }
  | { readonly problem: 'date'; readonly at: string; readonly fault: DateFault }

const milestones: readonly (readonly [RegExp, Milestone])[] = [
  [/^(?:建区|成立|创建|建设)满/, 'founded'],
  [/^(?:通过)?验收(?:通过)?满/, 'accepted'],
]

/** The day is not set yet. */
const noDay = /^(?:日期)?(?:未定|待定)$/

/**
 * A date rule as the office writes it: `2014-06-30`, `每年12月31日`, `每年 06-30 从2014到2020`, `建区满5年 06-30`,
 * `首批 2014-06-30；补充 2014-09-30`, `培训 2014-10-15 后10天`. Dates may have any of the usual forms. Pure.
 * @param year the year that dates without one are meant in, and that a yearly rule begins with
 */
export function readRule(typed: string, year: number): RuleRead {
  const text = typed.normalize('NFKC').trim()
  if (noDay.test(text)) return { rule: { kind: 'unset' } }
  if (text.startsWith('每年')) return readYearly(text.slice(2).trim(), year)
  for (const [beginning, milestone] of milestones)
    if (beginning.test(text)) return readAfter(text.replace(beginning, '').trim(), milestone)
  const event = /^(.+?)[\s:]+(\S*\d\S*)\s*(?:之|以)?([后前])\s*(\S+?)\s*天$/.exec(text)
  if (event) return readEvent(event, year)
  const parts = text.split(/[;,、]/).map((it) => it.trim())
  if (parts.length > 1 || /^[^\d\s][^\s:]*[\s:]+\S*\d/.test(text)) return readCampaign(parts, year)
  const read = readDate(text, year)
  return 'date' in read ? { rule: { kind: 'once', date: read.date } } : noDate(typed.trim(), read.fault)
}

function readYearly(text: string, year: number): RuleRead {
  const [, day = '', from, until] =
    /^(.*?)(?:\s*\(?(?:从|自)\s*(\d{4})年?(?:起|开始)?(?:\s*(?:到|至|-)\s*(\d{4})年?)?\)?)?$/.exec(text) ?? []
  const read = readDay(day.trim())
  if (read === undefined) return { problem: 'day', at: day.trim() }
  const first = from === undefined ? year : Number(from)
  const last = until === undefined ? {} : { until: Number(until) }
  return { rule: { kind: 'yearly', day: read, from: first, ...last } }
}

function readAfter(text: string, milestone: Milestone): RuleRead {
  const [, count = '', day = ''] = /^(\S+?)\s*年\s*(?:的?当年)?[,的\s]*(.+)$/.exec(text) ?? []
  const years = parseChineseNumber(count)
  if (years === undefined) return { problem: 'rule', at: text }
  if (noDay.test(day.trim())) return { rule: { kind: 'after', milestone, years } }
  const read = readDay(day.trim())
  return read === undefined
    ? { problem: 'day', at: day.trim() }
    : { rule: { kind: 'after', milestone, years, day: read } }
}

function readEvent([, event = '', typed = '', side, count = '']: RegExpExecArray, year: number): RuleRead {
  const on = readDate(typed, year)
  const days = parseChineseNumber(count)
  if ('fault' in on) return noDate(typed, on.fault)
  if (days === undefined) return { problem: 'rule', at: count }
  return { rule: { kind: 'event', event, on: on.date, days: side === '前' ? -days : days } }
}

function readCampaign(parts: readonly string[], year: number): RuleRead {
  const batches = []
  for (const part of parts) {
    const [, name = '', typed = ''] = /^([^\d\s:][^\s:]*?)[\s:]+(.+)$/.exec(part) ?? []
    if (name === '') return { problem: 'rule', at: part }
    const read = readDate(typed, year)
    if ('fault' in read) return noDate(typed, read.fault)
    batches.push({ name, date: read.date })
  }
  return { rule: { kind: 'campaign', batches } }
}

/** A day that comes every year: `6月30日`, `06-30`, `6/30`, `6月底`. 30 February is none. */
function readDay(typed: string): DayOfYear | undefined {
  const end = /^(\d{1,2})月(?:底|末)$/.exec(typed)
  const [, m, d] = /^(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*[日号]?$/.exec(typed) ?? []
  const month = Number(end?.[1] ?? m)
  if (!(month >= 1 && month <= 12)) return undefined
  // A leap year's February: its 29th is the last of February where a year has none.
  const last = daysInMonth(2000, month)
  const day = end ? last : Number(d)
  if (!(day >= 1 && day <= last)) return undefined
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const noDate = (at: string, fault: DateFault): RuleRead => ({ problem: 'date', at, fault })
