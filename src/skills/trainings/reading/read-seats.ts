import { parseChineseNumber } from '../../../core/numerals.ts'
import type { Quota } from '../../../core/training.ts'
import type { NoticeTable } from './notice.ts'

const n = '[0-9一二三四五六七八九十百]{1,6}'

/** A number of seats that a notice gives, with its words. */
export interface SeatsRead {
  readonly seats: number
  readonly words: string
}

/** The whole where that is what is spoken of: 总名额：70, 规模 60 人左右. Pure. */
export function capacityIn(text: string): SeatsRead | undefined {
  const bare = /^\s*(-?\d{1,10})\s*(?:人|名)?\s*$/u.exec(text)
  if (bare) return { seats: Number(bare[1]), words: text.trim() }
  return wholeIn(text) ?? seatsRead(new RegExp(`(${n})\\s*余?\\s*(?:人|名)`, 'u').exec(text))
}

/** The whole among other things: 共17人, 总规模约70人; 每省2名 is none. Pure. */
export function wholeIn(text: string): SeatsRead | undefined {
  const before = '(?:总?规模|总?人数|总?名额|共计?|总计|合计)[^，。；每各0-9一二三四五六七八九十百]{0,6}'
  return seatsRead(new RegExp(`${before}(${n})\\s*余?\\s*(?:人|名)(?:左右|以内)?`, 'u').exec(text))
}

function seatsRead(found: RegExpExecArray | null): SeatsRead | undefined {
  const seats = parseChineseNumber(found?.[1] ?? '')
  return found === null || seats === undefined ? undefined : { seats, words: found[0].trim() }
}

/** The same for each: 每省2名, 每个实验区1-2人. Of a range the larger counts. Pure. */
export function seatsEach(
  text: string,
): (SeatsRead & { readonly of: 'province' | 'organization' }) | undefined {
  const found = new RegExp(
    `(?:每个?|各)(省级?(?:科技(?:主管部门|厅))?(?:[（(][^）)]*[）)])?|省份|实验区|单位)[^，。；0-9一二三四五六七八九十]{0,8}(${n})(?:\\s*[-—~至到]\\s*(${n}))?\\s*(?:名|人)`,
    'u',
  ).exec(text)
  if (!found) return undefined
  const seats = parseChineseNumber(found[3] ?? found[2] ?? '')
  const of = /^省/u.test(found[1] ?? '') ? 'province' : 'organization'
  return seats === undefined ? undefined : { seats, words: found[0], of }
}

/** 天津3名、河北省5人. Pure. */
export function quotasIn(text: string, provinces: readonly string[]): readonly Quota[] {
  return [
    ...text.matchAll(new RegExp(`(${provinces.join('|')})[^，。；、0-9]{0,8}?(${n})\\s*(?:名|人|个)`, 'gu')),
  ].flatMap(([, who = '', typed = '']) => {
    const seats = parseChineseNumber(typed)
    return seats === undefined ? [] : [{ of: 'province' as const, who, seats }]
  })
}

export interface QuotasRead {
  readonly quotas: readonly Quota[]
  /** Rows that name no province, or no number. */
  readonly unread: readonly string[]
  /** What the table itself gives as its sum. */
  readonly total?: number
}

/** Whether a table shares out seats. Pure. */
export function sharesSeats({ rows }: NoticeTable): boolean {
  return columnsOf(rows[0] ?? []).length > 0
}

/** The quotas of a table, also one that is printed in two or three sets of columns. Pure. */
export function readQuotas({ rows }: NoticeTable, provinces: readonly string[]): QuotasRead {
  const quotas: Quota[] = []
  const unread: string[] = []
  let total: number | undefined
  for (const row of rows.slice(1))
    for (const { who: whoAt, seats: seatsAt } of columnsOf(rows[0] ?? [])) {
      const [who = '', typed = ''] = [row[whoAt], row[seatsAt]]
      if (who === '' && typed === '') continue
      const seats = /^-?\d+$/.test(typed)
        ? Number(typed)
        : parseChineseNumber(typed.replace(/[名人个]$/u, ''))
      const province = provinces.find((it) => who.startsWith(it))
      if (/^[合总]\s*计/u.test(who)) total = seats
      else if (province === undefined || seats === undefined) unread.push(`${who} ${typed}`.trim())
      else quotas.push({ of: 'province', who: province, seats })
    }
  return { quotas, unread, ...(total === undefined ? {} : { total }) }
}

function columnsOf(header: readonly string[]): readonly { who: number; seats: number }[] {
  const seats = header.flatMap((it, at) => (/名额|^人数/u.test(it) ? [at] : []))
  return seats.flatMap((at) => {
    const who = header.slice(0, at).findLastIndex((it) => /省|地区|单位|区域/u.test(it))
    return who < 0 ? [] : [{ who, seats: at }]
  })
}
