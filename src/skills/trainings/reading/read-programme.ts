import type { LocalDate } from '../../../core/clock.ts'
import type { Session } from '../../../core/training.ts'
import type { NoticeTable } from './notice.ts'
import { daysIn } from './read-days.ts'
import { timesIn } from './read-times.ts'

export interface ProgrammeRead {
  readonly sessions: readonly Session[]
  /** Rows for which usual hours were taken, as they stand. */
  readonly supposed: readonly string[]
  /** Rows that have a topic and no day or time that can be read. */
  readonly unread: readonly string[]
}

const columns = {
  day: /^(?:日期|日程)$/u,
  time: /时间|时段/u,
  topic: /内容|题目|主题|课程|议题|议程|活动|安排/u,
  lecturer: /主讲|授课|讲课|报告人|专家|讲师|主持|教师/u,
  place: /地点|教室|会场/u,
} as const

type Column = keyof typeof columns

/** No part of what is taught. */
const between = /^(?:.{0,3}(?:报到|签到|离会|返程|午餐|午休|早餐|晚餐|用餐|茶歇|休息|自助餐).{0,3})$/u

/** Whether a table is a programme: it has a column of times and one of topics. Pure. */
export function isProgramme({ rows }: NoticeTable): boolean {
  return headerOf(rows) !== undefined
}

/**
 * The sessions of a programme's table. A day stands in a column of its own, in the time's, or in a row that heads the rows
 * below it, and holds until the next. Pure.
 * @param starts the first day of the training: that of rows before any day is named, and the year of those that name none
 */
export function readProgramme({ rows, caption }: NoticeTable, starts: LocalDate | undefined): ProgrammeRead {
  const header = headerOf(rows)
  const sessions: Session[] = []
  const supposed: string[] = []
  const unread: string[] = []
  if (header === undefined) return { sessions, supposed, unread }
  const year = starts === undefined ? undefined : Number(starts.slice(0, 4))
  let day = dayIn(caption, year, undefined) ?? starts
  let half = ''
  for (const row of rows.slice(header.row + 1)) {
    const words = row.filter((it) => it !== '').join(' ')
    const cell = (column: Column) => row[header.at[column] ?? -1] ?? ''
    day = dayIn(`${cell('day')} ${cell('time')} ${headsRows(row) ? words : ''}`, year, day) ?? day
    half = /上午|下午|晚上/u.exec(`${cell('day')} ${cell('time')}`)?.[0] ?? half
    const topic = cell('topic')
    if (words === '' || headsRows(row) || topic === '' || between.test(topic)) continue
    const times = timesIn(cell('time')) ?? timesIn(cell('day')) ?? timesIn(half)
    if (day === undefined || times === undefined) {
      unread.push(words)
      continue
    }
    if (times.supposed) supposed.push(words)
    const { from, until } = times
    const [lecturer, place] = [cell('lecturer'), cell('place')]
    sessions.push({
      day,
      from,
      until,
      topic,
      ...(lecturer === '' ? {} : { lecturer }),
      ...(place === '' ? {} : { place }),
    })
  }
  return { sessions, supposed, unread }
}

function headerOf(
  rows: NoticeTable['rows'],
): { row: number; at: Partial<Record<Column, number>> } | undefined {
  for (const [row, cells] of rows.slice(0, 3).entries()) {
    const taken = new Set<number>()
    const at: Partial<Record<Column, number>> = {}
    for (const column of Object.keys(columns) as Column[]) {
      const index = cells.findIndex(
        (it, place) => !taken.has(place) && [...it].length <= 8 && columns[column].test(it),
      )
      if (index < 0) continue
      taken.add(index)
      at[column] = index
    }
    if ((at.time !== undefined || at.day !== undefined) && at.topic !== undefined) return { row, at }
  }
  return undefined
}

/** 10月15日（星期三）上午 alone over the rows of that half day. */
function headsRows(row: readonly string[]): boolean {
  const filled = row.filter((it) => it !== '')
  return filled.length === 1 && /\d+[日号]/u.test(filled[0] ?? '')
}

function dayIn(text: string, year: number | undefined, before: LocalDate | undefined): LocalDate | undefined {
  // 16日 alone is of the month of the day before it.
  const month = before === undefined ? '' : `${Number(before.slice(5, 7))}月`
  const whole = /月|\d{4}[-/.]/u.test(text) ? text : text.replace(/(\d{1,2}[日号])/u, `${month}$1`)
  return daysIn(whole, year).days[0]?.starts
}
