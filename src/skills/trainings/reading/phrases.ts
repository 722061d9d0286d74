import type { Instant, LocalDate } from '../../../core/clock.ts'
import { instantAt } from '../../../core/local-date.ts'
import type { TrainingKind } from '../../../core/training.ts'
import type { DaysRead } from './read-days.ts'
import type { Section } from './sections.ts'

/** Small things that a notice says in ever the same words. All pure. */

/** The year that the text speaks of: in its title or first lines, else in the date under it, else in any. */
export function yearOf(lines: readonly string[]): number | undefined {
  const year = /(\d{4})\s*年/u
  const found = [...lines.slice(0, 5), ...lines.toReversed(), ...lines]
    .map((it) => year.exec(it)?.[1])
    .find((it) => it)
  return found === undefined ? undefined : Number(found)
}

/** The last day of several. */
export const latest = (days: readonly DaysRead[]): LocalDate =>
  days
    .map((it) => it.ends)
    .sort()
    .at(-1) ?? ''

/** 9月30日前 and 9月30日17:00前; a day without an hour is meant to its last minute. */
export function endOf(day: LocalDate, words: string): Instant {
  const hour = /日?\s*(?:下午)?\s*(\d{1,2})[:：时](\d{2})?/u.exec(words)
  if (!hour) return instantAt(day, '23:59')
  const typed = Number(hour[1])
  const late = /下午\s*\d/u.test(words) && typed < 12 ? typed + 12 : typed
  return instantAt(day, `${String(late).padStart(2, '0')}:${hour[2] ?? '00'}`)
}

/** What a title or a typed word makes it. */
export function kindOf(text: string): TrainingKind | undefined {
  if (/出国|出境|境外|赴[^，。]{1,8}(?:国|欧|美|日本|韩国|新加坡)/u.test(text)) return 'overseas'
  if (/论坛/u.test(text)) return 'forum'
  if (/培训|研修|学习班/u.test(text)) return 'training'
  if (/考察|观摩|调研/u.test(text)) return 'visit'
  return /交流|研讨|座谈|年会|沙龙/u.test(text) ? 'exchange' : undefined
}

/** The ends of an office's name: only between two of them is 和 an "and" (住房和城乡建设部 is one ministry). */
const office = '(?:部|司|局|厅|委|委员会|中心|院|大学|学院|学会|协会|办公室|政府|公司|研究所)'
const and = new RegExp(`(?<=${office})\\s*[和与]\\s*(?=[^和与]{2,}${office})`, 'u')

/** A blank that a layout put between a figure and its neighbours: 中国 21 世纪议程管理中心. */
const besideFigure = /(?<=\p{Script=Han})\s+(?=\d)|(?<=\d)\s+(?=\p{Script=Han})/gu

/** 科技部社会发展科技司和中国21世纪议程管理中心 are two. */
export function unitsOf(text: string): readonly string[] {
  return text
    .replace(besideFigure, '')
    .split(/[、，,；;\n]|\s{1,}/u)
    .flatMap((it) => it.split(and))
    .map((it) => it.replace(/[。．]$/u, '').trim())
    .filter((it) => it !== '')
}

/** 联系人 of 七、联系人：甲某某: what is named without its value. */
export function labelOf({ words }: Section): string {
  return /^(?:[^、\n]{1,4}、)?([^：:\n]{1,10})/u.exec(words)?.[1] ?? ''
}

const held = '(?:举办|召开|举行)'

/** 定于10月15日至16日在呼和浩特举办; or, as a report begins: 2014年10月15至16日，……培训班在呼和浩特市举办. Not 关于举办. */
export const saysWhen = new RegExp(
  `(?<!关)于[^。\\n]{0,60}?(?:${held}|赴)|^(?:\\d{4}\\s*年)?\\s*\\d{1,2}\\s*月[^。\\n]{1,14}日，[^。\\n]{2,60}?(?:${held}|赴)`,
  'u',
)
/** 在呼和浩特举办, of several 在 the last; 赴英国进行专题培训. */
export const saysWhere = new RegExp(
  `在((?:(?!在)[^，。；\\n]){2,40}?)${held}|赴([^，。；\\n]{2,40}?)(?:${held}|进行)`,
  'u',
)

/** Sentences, their stops included; a semicolon and the end of a line are stops too. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[。；\n])/u)
    .map((it) => it.trim())
    .filter((it) => it !== '')
}
