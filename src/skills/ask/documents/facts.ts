import type { LocalDate } from '../../../core/clock.ts'
import { foldNumerals } from '../../../core/numerals.ts'
import { bare } from './clean.ts'
import { isDateLine, isHistory, isOrganization } from './cover.ts'
import type { DocumentFacts, DocumentStatus } from './document.ts'
import { stemOf } from './format.ts'
import type { Block } from './manuscript.ts'
import { markerOf } from './markers.ts'

/**
 * What a document says of itself on its title block, in its file name and in its last article, where nobody else told
 * it. Nothing is guessed: what does not stand there is left out; a text that names no status counts as 现行.
 * @param name the file's name, whose stem is the title of last resort and may end in a date, as in 森林法(2019-12-28).md
 */
export function factsFromText(name: string, cover: readonly Block[], body: readonly Block[]): DocumentFacts {
  const lines = cover.map((block) => block.text)
  const title = titleOf(cover, body) ?? stemOf(name)
  const number = numberOf(lines)
  const signed = signatureOf(body)
  const issuer = issuerOf(title, lines) ?? signed?.issuer
  const date = dateInName(name) ?? dateOf(lines) ?? (signed && isoOf(signed.date))
  const effectiveFrom = effectiveFromOf(lines, body, signed && isoOf(signed.date))
  const appliesTo = yearsOf(title)
  return {
    title,
    status: statusOf(title, lines),
    ...(number === undefined ? {} : { number }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(date === undefined ? {} : { date }),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(appliesTo === undefined ? {} : { appliesTo }),
  }
}

/** Kinds of texts that a title ends with. */
const kindOfText =
  /(?:办法|规定|通知|意见|报告|要点|规划|纲要|方案|细则|条例|法|决定|计划|指南|目录|清单|公告|函|批复|制度|章程|标准|规程|总结|通报|解释|名单|公报|规则|准则|答复|纪要|手册|说明|须知|问答|大事记|协议|规范)(?:[（(][^）)]{1,12}[)）])*$/

function titleOf(cover: readonly Block[], body: readonly Block[]): string | undefined {
  const heading = cover.find((block) => block.kind === 'heading' && block.level !== 0)
  if (heading !== undefined) {
    const words = (heading.printed ?? heading.text).replace(/\*\*/g, '').replace(/\s+/g, ' ').trim()
    return words.slice(markerOf(words)?.sign.length ?? 0).trim()
  }
  const lines = cover.map((block) => block.text)
  const last = lines.findIndex((line) => kindOfText.test(line))
  if (last !== -1) {
    // A title broken over lines: those before it that are no name, date, number or annex sign of their own.
    let first = last
    while (first > 0 && isTitleLine(lines[first - 1] ?? '')) first -= 1
    return lines.slice(first, last + 1).join('')
  }
  const lone = lines.find(isTitleLine)
  return (
    lone ??
    body.find((block) => block.kind === 'heading' && markerOf(block.text) === undefined && block.level !== 0)
      ?.text
  )
}

function isTitleLine(line: string): boolean {
  return (
    line !== '' &&
    !/^附\s*[件录表]?\s*\d*[:：]?/.test(line) &&
    !/^[（(].*[)）]$/.test(line) &&
    !isDateLine(line) &&
    !isOrganization(line) &&
    !fileNumber.test(line) &&
    !isHistory(line)
  )
}

function statusOf(title: string, lines: readonly string[]): DocumentStatus {
  const own = [title, ...lines.filter((line) => /^[（(【[]/.test(line) && line.length <= 30)].join('\n')
  if (/征求意见稿|公开征求意见|[（(](?:草案|送审稿|讨论稿)[^)）]*[)）]/.test(own)) return '征求意见稿'
  if (/[（(【[](?:已|现已)?(?:废止|失效)[)）】\]]/.test(own)) return '废止'
  if (/[（(【[]已(?:被)?修[订改][)）】\]]/.test(own)) return '已修订'
  if (/[（(【[]尚未(?:施行|生效)[)）】\]]/.test(own)) return '尚未施行'
  return /[（(]试行[)）]/.test(own) ? '试行' : '现行'
}

/** 国科发社字〔2007〕112号, 国科办社[2014]19号, 国务院令第493号; the brackets are kept as printed. */
const fileNumber =
  /[\u4e00-\u9fff]{1,14}\s*[〔[［（(【]\s*(?:19|20)\d{2}\s*[〕\]］）)】]\s*(?:第\s*)?\d{1,5}(?:-\d{1,3})?\s*号|(?<=[日、]|^)[\u4e00-\u9fff]{2,20}令\s*(?:[〔[（(]?\d{4}[〕\]）)]?年?\s*)?第\s*\d{1,5}\s*号/

function numberOf(lines: readonly string[]): string | undefined {
  // Of several in a law's history the last one is the newest; one inside a sentence or a title names another text.
  for (const line of lines.toReversed()) {
    if (/[《》]/.test(line)) continue
    const found = fileNumber.exec(line)?.[0]
    if (found !== undefined && (line.length <= 40 || isHistory(line)))
      return bare(found).replace(/^中华人民共和国(?=国务院)/, '')
  }
  return undefined
}

/** The foot of a letter: an organization, and under or beside it the day. Of several the first: annexes come after it. */
function signatureOf(body: readonly Block[]): { issuer: string; date: string } | undefined {
  for (const [index, { text }] of body.entries()) {
    if (text.length > 60) continue
    const beside = /^(\D{2,30}?)((?:\d{4}|[〇○零一二三四五六七八九]{4})年.{2,8}日)$/.exec(text)
    if (beside?.[1] !== undefined && beside[2] !== undefined && isOrganization(beside[1])) {
      return { issuer: beside[1], date: beside[2] }
    }
    const above = body[index - 1]?.text
    if (above !== undefined && isDateLine(text) && isOrganization(above)) return { issuer: above, date: text }
  }
  return undefined
}

function issuerOf(title: string, lines: readonly string[]): string | undefined {
  const named = lines.find((line) => line !== title && isOrganization(line))
  if (named !== undefined) return named
  const beforeAbout = /^([\u4e00-\u9fff、\s]{2,40}?)关于/.exec(title)?.[1]?.trim()
  if (beforeAbout?.split(/[、\s]+/).every(isOrganization)) return beforeAbout
  const history = lines.filter(isHistory).join('\n')
  const ordered = /(?<=日\s*)(?:中华人民共和国)?([\u4e00-\u9fff]{2,20}?)令\s*第/.exec(history)?.[1]
  if (ordered !== undefined) return ordered
  return /(?:全国人民代表大会常务委员会|全国人民代表大会(?!常务)|国务院|最高人民法院|最高人民检察院)/.exec(
    history,
  )?.[0]
}

const printedDate = /(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?/

function dateInName(name: string): string | undefined {
  return /[（(](\d{4}-\d{2}-\d{2})[)）]\.[^.]+$/.exec(name)?.[1]
}

/** The date on a line of its own, or the last one of a law's history that is not the day it took effect. */
function dateOf(lines: readonly string[]): string | undefined {
  const own = lines.find(isDateLine)
  if (own !== undefined) return isoOf(own)
  const made = lines.filter((line) => isHistory(line) && !/^[^通公发修批]*施行$/.test(line)).at(-1)
  return made === undefined ? undefined : isoOf(made)
}

/** YYYY, YYYY-MM or YYYY-MM-DD of the first date in a text, as precise as it is printed. */
function isoOf(text: string): string | undefined {
  const found = printedDate.exec(foldNumerals(text))
  if (found === null) return undefined
  return found
    .slice(1)
    .filter((part) => part !== undefined)
    .map((part, index) => (index === 0 ? part : part.padStart(2, '0')))
    .join('-')
}

/** The day of 自2021年1月1日起施行 in the last article, or of the line of history that says 施行. */
function effectiveFromOf(
  lines: readonly string[],
  body: readonly Block[],
  signed: string | undefined,
): LocalDate | undefined {
  const line = lines.filter((one) => isHistory(one) && /日\s*(?:起)?\s*施行/.test(one)).at(-1)
  if (line !== undefined) return wholeDay(isoOf(line))
  for (const block of body
    .toReversed()
    .filter((one) => one.kind === 'article')
    .slice(0, 3)) {
    const from = /自\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*起(?:正式)?(?:施行|实施|生效|执行)/.exec(
      foldNumerals(block.text),
    )
    if (from?.[1] !== undefined) return wholeDay(isoOf(from[1]))
    // The day of the first publication: an amendment changes the date of the text, not the day it took effect.
    if (/自(?:公布|发布)之日起(?:施行|实施|生效|执行)/.test(block.text)) {
      const published = lines.find((one) => isHistory(one) && /公布|发布/.test(one))
      return wholeDay(published === undefined ? signed : isoOf(published))
    }
  }
  return undefined
}

function wholeDay(date: string | undefined): LocalDate | undefined {
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined
}

const plans: Readonly<Record<string, string>> = {
  十一五: '2006-2010',
  十二五: '2011-2015',
  十三五: '2016-2020',
  十四五: '2021-2025',
  十五五: '2026-2030',
}

/** The year or the five-year plan that a title names. */
function yearsOf(title: string): string | undefined {
  const plan = /十[一二三四五]五(?=["”]|规划|时期|期间)/.exec(title)?.[0]
  if (plan !== undefined) return plans[plan]
  const range = /((?:19|20)\d{2})\s*[-—–~～至]\s*((?:19|20)\d{2})/.exec(title)
  if (range !== null) return `${range[1]}-${range[2]}`
  return /((?:19|20)\d{2})\s*年/.exec(title)?.[1]
}
