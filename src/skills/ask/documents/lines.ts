import { articlesInside } from './articles.ts'
import { clean, trimBlank } from './clean.ts'
import { isDateLine, isOrganization } from './cover.ts'
import type { Span, TableDraft } from './document.ts'
import type { Hint, Manuscript } from './manuscript.ts'
import { markerOf } from './markers.ts'

/** A printed line that is not blank, and what it is by itself. */
export interface Line extends Span {
  readonly kind: 'text' | 'heading' | 'annex' | 'table' | 'caption' | 'contents' | 'dropped'
  /** As printed. */
  readonly printed: string
  /** As printed, trimmed, without heading markup. */
  readonly raw: string
  /** Cleaned. */
  readonly text: string
  readonly afterBlank: boolean
  /** Begins with the two blank characters of a new paragraph. */
  readonly indented: boolean
  readonly level?: number
  readonly cells?: readonly string[]
  readonly table?: TableDraft
}

/** No caption, annex sign or entry of a table of contents is longer. */
const longestMark = 300

const image = /^!\[[^\]]*\]\([^)]*\)$/
const rule = /^(?:[-*_=—]\s*){3,}$/
const pageNumber =
  /^(?:[-—–－]\s*\d{1,4}\s*[-—–－]|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d+\s*\/\s*\d+)$/
const comment = /^<!--.*-->$/
const leader = /(?:\.{3,}|…{2,}|·{3,}|\t)\s*\d{1,4}$/
const figure = /^图\s*\d+(?:[-.．]\d+)?[\s　:：](?!.*。).{1,60}$/
const annex =
  /^附\s*(?:件|录|表|图)?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})?\s*(?:$|[:：]\s*(?!\d+\s*[.．、])(?!.*。).{0,60}$|\s+(?!.*。).{1,60}$)/
const annexSign = /^附\s*(?:件|录|表|图)?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})?\s*[:：]?$/
const contentsTitle = /^目\s*[录次]$/

/** The lines of a text that are not blank, each with what it is by itself and by its neighbours. */
export function cutLines(manuscript: Manuscript): readonly Line[] {
  const { printed } = manuscript
  const hints = manuscript.hints ?? []
  const lines: Line[] = []
  let hint = 0
  let start = 0
  let afterBlank = true
  while (start <= printed.length) {
    const breakAt = printed.indexOf('\n', start)
    let end = breakAt === -1 ? printed.length : breakAt
    while (hint < hints.length && (hints[hint]?.end ?? 0) <= start) hint += 1
    const known = hints[hint]
    if (known !== undefined && known.start <= start && known.end > end) end = known.end
    const printedLine = printed.slice(start, end)
    if (trimBlank(printedLine) === '') afterBlank = true
    else {
      const hinted = known !== undefined && known.start < end ? known : undefined
      const cuts = hinted === undefined && /^[\s　]*第/.test(printedLine) ? articlesInside(printedLine) : []
      for (const [index, from] of [0, ...cuts].entries()) {
        const part = printedLine.slice(from, cuts[index])
        lines.push(lineOf(part, start + from, afterBlank, hinted))
      }
      afterBlank = false
    }
    start = end + 1
  }
  return asTables(asContents(asAnnexes(lines)))
}

function lineOf(printed: string, at: number, afterBlank: boolean, hint: Hint | undefined): Line {
  const raw = trimBlank(printed)
  const start = at + printed.indexOf(raw)
  const line = {
    printed,
    raw,
    start,
    end: start + raw.length,
    afterBlank,
    indented: /^(?:　|\s{2,})/.test(printed),
  }
  if (hint?.kind === 'dropped') return { ...line, kind: 'dropped', text: '' }
  if (hint?.kind === 'table') return { ...line, kind: 'table', text: hint.text, table: hint.table }
  if (hint?.kind === 'heading') return headingLine(line, raw, hint.level)
  const marked = /^(#{1,6})(?:\s+(.*))?$/.exec(raw)
  if (marked?.[1] !== undefined) return headingLine(line, marked[2] ?? '', marked[1].length)
  if (image.test(raw) || rule.test(raw) || comment.test(raw) || pageNumber.test(raw)) {
    return { ...line, kind: 'dropped', text: '' }
  }
  const text = clean(raw)
  // None of the following is longer, and long lines would cost the patterns dearly.
  if (raw.length > longestMark) return { ...line, kind: 'text', text }
  if (figure.test(raw)) return { ...line, kind: 'caption', text }
  if (leader.test(raw)) return { ...line, kind: 'contents', text }
  if (annex.test(raw)) return { ...line, kind: 'annex', text }
  return { ...line, kind: 'text', text }
}

function headingLine(line: Omit<Line, 'kind' | 'text'>, words: string, level: number): Line {
  const raw = words.endsWith('#') ? words.replace(/#+$/, '').trim() : words.trim()
  return { ...line, raw, kind: 'heading', text: clean(raw), level }
}

/**
 * Which lines begin an annex. 附件1 alone on its line takes the title on the next line with it. A line only names an
 * annex (at the foot of a letter) where another such line or the signature follows it, or where its title comes again.
 */
function asAnnexes(lines: readonly Line[]): Line[] {
  const result: Line[] = []
  for (const line of lines) {
    // The word alone at the head of a text only says what the text was attached to.
    if (line.kind === 'annex' && result.length === 0) {
      result.push({ ...line, kind: 'text' })
      continue
    }
    const sign = result.at(-1)
    if (sign?.kind === 'annex' && annexSign.test(sign.raw) && isTitle(line)) {
      const space = /[:：]$/.test(sign.text) ? '' : ' '
      const raw = `${sign.raw}\n${line.raw}`
      result[result.length - 1] = { ...sign, raw, text: sign.text + space + line.text, end: line.end }
    } else result.push(line)
  }
  const titles = result.map((line) =>
    line.kind === 'annex' ? line.text.replace(/^附.{0,4}?[:：\s]\s*/, '') : '',
  )
  const lastOf = new Map(titles.map((title, index) => [title, index]))
  return result.map((line, index) => {
    if (line.kind !== 'annex') return line
    const title = titles[index] ?? ''
    const onlyNamed =
      result[index + 1]?.kind === 'annex' ||
      isSignature(result[index + 1], result[index + 2]) ||
      (title !== '' && lastOf.get(title) !== index)
    return onlyNamed ? { ...line, kind: 'text' } : line
  })
}

function isSignature(issuer: Line | undefined, date: Line | undefined): boolean {
  return issuer !== undefined && date !== undefined && isOrganization(issuer.text) && isDateLine(date.text)
}

function isTitle(line: Line): boolean {
  return (
    line.kind === 'text' &&
    line.text.length <= 40 &&
    !/[。；，：:]/.test(line.text) &&
    markerOf(line.text) === undefined
  )
}

/** The words 目录 and the short lines under it, up to the line where the text itself begins. */
function asContents(lines: readonly Line[]): Line[] {
  const result = [...lines]
  const title = lines.findIndex((line) => contentsTitle.test(line.raw))
  const first = lines[title + 1]
  if (title !== -1 && first !== undefined) {
    let end = title + 1
    if (first.kind === 'contents') while (result[end]?.kind === 'contents') end += 1
    else {
      // Without page numbers the contents end where their first line comes again.
      const again = lines.findIndex((line, index) => index > title + 1 && line.text === first.text)
      const listed = again === -1 ? [] : lines.slice(title + 1, again)
      if (listed.length > 0 && listed.every((line) => line.text.length <= 50)) end = again
    }
    if (end > title + 1) for (let at = title; at < end; at += 1) setKind(result, at, 'contents')
  }
  return result
}

function setKind(lines: Line[], at: number, kind: Line['kind']): void {
  const line = lines[at]
  if (line !== undefined) lines[at] = { ...line, kind }
}

/** Lines of cells between tabs, two or more of them in a run, are a table; so are the lines of a Markdown table. */
function asTables(lines: Line[]): Line[] {
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined || line.kind === 'dropped' || line.kind === 'contents' || line.table !== undefined)
      continue
    const separator = cellSign(line)
    if (separator === undefined) continue
    let end = index
    while (end < lines.length && sameRun(lines[end], separator, end > index)) end += 1
    if (end - index >= 2) {
      for (let at = index; at < end; at += 1) {
        const row = lines[at]
        if (row !== undefined) lines[at] = rowOf(row, separator)
      }
    }
    index = Math.max(index, end - 1)
  }
  return lines
}

function cellSign(line: Line): '\t' | '|' | undefined {
  if (line.raw.startsWith('|') && line.raw.endsWith('|') && line.raw.length > 2) return '|'
  return line.raw.includes('\t') ? '\t' : undefined
}

function sameRun(line: Line | undefined, separator: '\t' | '|', follows: boolean): boolean {
  if (line === undefined || line.kind === 'dropped' || line.kind === 'contents') return false
  if (line.table !== undefined) return false
  if (!follows) return true
  if (line.afterBlank) return false
  return separator === '|' ? cellSign(line) === '|' : line.printed.includes('\t')
}

/** A row's cells; the dashes under the header of a Markdown table are furniture. */
function rowOf(line: Line, separator: '\t' | '|'): Line {
  if (separator === '|' && /^[\s|:-]+$/.test(line.raw)) return { ...line, kind: 'dropped', text: '' }
  const cut = separator === '|' ? line.raw.slice(1, -1).split('|') : line.printed.split('\t')
  const cells = cut.map((cell) => clean(cell.trim()))
  return { ...line, kind: 'table', text: cells.join('\t').trim(), cells }
}
