import { type Asker, isSaid } from '../../../core/lookup.ts'
import { parseChineseNumber } from '../../../core/numerals.ts'
import { dutyNames, kindCalled, type OwedAsked } from './owed-asked.ts'

/** A question of who, which or how many; what happens, or how something is done, is a question of the documents. */
const asksWho = /谁|哪|几[个家天]|多少|有没有|[了没]没|[没了]?吗|名单|清单|列出|催/u
const asksHow = /怎么|如何|咋|为什么|为何|后果|会不会|能不能|可不可以|可以吗|需要哪些|要求/u

/** What is handed in, or when at the latest. */
const ofDuties = /[交报递]|材料|验收|总结|调查|评估|截止|到期|期限|逾|[过超]期|[弄办做]完|完成/u

/** What somebody says who means that state. */
const saysState: Readonly<Record<OwedAsked['state'], RegExp>> = {
  unfiled: /没|未|不齐|还[有差欠缺剩]|[差欠拖剩缺催]|截止|到期|限期|期限|[几\d十]天|[了没]吗|[周月]内/u,
  overdue: /逾|[过超]期|过了|[晚迟拖误]|到期/u,
  filed: /已|完|了|过|齐/u,
}

/** What kinds of duties are called beside their own names. */
const saysKind: Readonly<Record<string, RegExp>> = {
  acceptance: /验收/u,
  'annual-report': /年报|年度|年终|总结|报表|报告/u,
  survey: /调查/u,
  evaluation: /评估/u,
}

/**
 * Whether every condition is one that the asker named, or is of their own province; and no place that they named in this
 * message was left out. What a model adds, changes or drops would be answered as if they had asked for it. Pure.
 * @param provinces short names
 */
export function isAsSaid(
  { provinces, region, zone, duty, state, within }: OwedAsked,
  asker: Asker,
  isProvince: (word: string) => boolean,
): boolean {
  const said = asker.said.normalize('NFKC').replace(/\s+/gu, '')
  const own = asker.caller.organization?.province
  if (!asksWho.test(said) || asksHow.test(said)) return false
  if (!ofDuties.test(said) || !saysState[state].test(said)) return false
  if (![zone, region, ...(provinces ?? []).filter((it) => it !== own)].every((it) => isSaid(it, asker)))
    return false
  const anywhere = provinces === undefined && region === undefined && zone === undefined
  if (anywhere && namesProvince(asker.message.text, isProvince)) return false
  return isDutySaid(duty, said) && (within === undefined || daysIn(said).includes(within))
}

function isDutySaid(duty: string | undefined, said: string): boolean {
  if (duty === undefined || said.includes(duty.normalize('NFKC'))) return true
  return dutyNames.includes(duty) && saysKind[kindCalled(duty) ?? '']?.test(said) === true
}

function namesProvince(text: string, isProvince: (word: string) => boolean): boolean {
  return Array.from(text, (_, at) => [text.slice(at, at + 2), text.slice(at, at + 3)])
    .flat()
    .some((it) => isProvince(it))
}

const spans = /(\d+|[一二两三四五六七八九十百]+|半|[本这])个?(天|日|周|星期|礼拜|月)/gu
/** Days; a month may be taken for the days that it has. */
const daysOf: Readonly<Record<string, readonly number[]>> = {
  天: [1],
  日: [1],
  周: [7],
  星期: [7],
  礼拜: [7],
  月: [30, 31],
}

/** The spans of time that a text names, in days: 「两周」 is 14. Pure. */
export function daysIn(text: string): readonly number[] {
  return [...text.matchAll(spans)].flatMap(([, many = '', unit = '']) =>
    (daysOf[unit] ?? []).map((days) => Math.floor(numberOf(many) * days)),
  )
}

function numberOf(many: string): number {
  if (many === '半') return 0.5
  if (many === '本' || many === '这') return 1
  return parseChineseNumber(many) ?? Number.NaN
}
