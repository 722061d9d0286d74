import { findArticles } from './articles.ts'
import type { Span } from './document.ts'
import { annexList } from './groups.ts'
import { cutLines, type Line } from './lines.ts'
import type { Block, Manuscript } from './manuscript.ts'
import { type Marker, markerOf, rankOf } from './markers.ts'
import {
  continues,
  isHeading,
  leads,
  type Paragraph,
  type Siblings,
  textOf,
  wrapWidth,
} from './paragraphs.ts'
import { tableOf } from './tables.ts'

/** A text laid out: its blocks in order, and what was left out as furniture. */
interface Layout {
  readonly blocks: readonly Block[]
  readonly dropped: readonly Span[]
}

/**
 * Lays a printed text out: joins the lines of broken paragraphs, tells headings from items and sentences, keeps tables,
 * captions, the table of contents and the title block together, and drops page furniture.
 */
export function layOut(manuscript: Manuscript): Layout {
  const lines = cutLines(manuscript)
  const articles = findArticles(lines.map((line) => line.raw))
  return new Setter(lines, articles).set()
}

/** Sets one text, line by line. State: the paragraph being joined, and how the items before were written. */
class Setter {
  private readonly lines: readonly Line[]
  private readonly articles: ReturnType<typeof findArticles>
  private readonly blocks: Block[] = []
  private readonly dropped: Span[] = []
  private readonly full: number
  private paragraph: Paragraph | undefined
  /** By kind of marker: the last item's number, and whether it was a sentence (not a heading). */
  private readonly siblings: Siblings = new Map()

  constructor(lines: readonly Line[], articles: ReturnType<typeof findArticles>) {
    this.lines = lines
    this.articles = articles
    this.full = wrapWidth(lines)
  }

  set(): Layout {
    let index = 0
    while (index < this.lines.length) index = this.take(index)
    this.close(undefined)
    return { blocks: this.blocks, dropped: this.dropped }
  }

  /** Takes the line at `index`, and those that belong to it; gives the index of the next one. */
  private take(index: number): number {
    const line = this.lines[index]
    if (line === undefined) return index + 1
    if (line.kind === 'dropped') {
      this.dropped.push({ start: line.start, end: line.end })
      return index + 1
    }
    const article = this.articles.get(index)
    if (article !== undefined) {
      this.open({ lines: [line], kind: 'article', article: article.article })
      return index + 1
    }
    if (line.kind === 'table') return this.table(index)
    if (line.kind === 'contents') return this.contents(index)
    if (line.kind === 'heading') {
      this.heading(line, line.level)
      return index + 1
    }
    if (line.kind === 'caption') {
      this.open({ lines: [line], kind: 'caption' })
      return index + 1
    }
    if (line.kind === 'annex') {
      this.heading(line, 0)
      return index + 1
    }
    const marker = markerOf(line.text)
    if (marker === undefined && this.paragraph && continues(this.paragraph, line, this.full, this.siblings)) {
      this.paragraph.lines.push(line)
      return index + 1
    }
    this.open({
      lines: [line],
      kind: 'paragraph',
      ...(marker === undefined ? {} : { marker }),
    })
    return index + 1
  }

  private table(index: number): number {
    let end = index + 1
    while (this.belongsToTable(index, end)) end += 1
    const run = this.lines.slice(index, end)
    const rows = run.filter((row) => row.kind === 'table')
    for (const row of run) if (row.kind === 'dropped') this.dropped.push({ start: row.start, end: row.end })
    const first = rows[0]
    const last = rows.at(-1)
    if (first === undefined || last === undefined) return end
    // The caption stands above, alone in its paragraph.
    const above = this.paragraph
    let caption: Line | undefined
    if (above !== undefined && above.lines.length === 1 && isTableCaption(above.lines[0]?.text ?? '')) {
      caption = above.lines[0]
      this.paragraph = undefined
    }
    this.close(undefined)
    const table = first.table ?? tableOf(rows.map((row) => row.cells ?? [row.text]))
    const text = [caption?.text, ...rows.map((row) => row.text)].filter((it) => it !== undefined).join('\n')
    const withCaption = caption === undefined ? table : { ...table, caption: caption.text }
    this.blocks.push({
      kind: 'table',
      text,
      start: (caption ?? first).start,
      end: last.end,
      table: withCaption,
    })
    return end
  }

  private belongsToTable(start: number, index: number): boolean {
    const line = this.lines[index]
    if (line === undefined || line.afterBlank || this.lines[start]?.table !== undefined) return false
    return line.kind === 'table'
      ? line.table === undefined
      : line.kind === 'dropped' && /^[\s|:-]+$/.test(line.raw)
  }

  private contents(index: number): number {
    this.close(undefined)
    let end = index
    while (this.lines[end]?.kind === 'contents') end += 1
    const rows = this.lines.slice(index, end)
    const last = rows.at(-1)
    const first = rows[0]
    if (first !== undefined && last !== undefined) {
      this.blocks.push({
        kind: 'contents',
        text: rows.map((row) => row.text).join('\n'),
        start: first.start,
        end: last.end,
      })
    }
    return end
  }

  private heading(line: Line, level: number | undefined): void {
    this.close(undefined)
    if (line.text === '') {
      this.dropped.push({ start: line.start, end: line.end })
      return
    }
    const block: Block = { kind: 'heading', text: line.text, start: line.start, end: line.end }
    this.blocks.push(level === undefined ? block : { ...block, level, printed: line.raw })
    this.forget(markerOf(line.text))
  }

  private open(paragraph: Paragraph): void {
    this.close(paragraph)
    this.paragraph = paragraph
  }

  /** Ends the paragraph being joined: it becomes a heading, an article, a caption or a paragraph. */
  private close(next: Paragraph | undefined): void {
    const done = this.paragraph
    this.paragraph = undefined
    const first = done?.lines[0]
    const last = done?.lines.at(-1)
    if (done === undefined || first === undefined || last === undefined) return
    const span = { start: first.start, end: last.end }
    if (done.kind === 'article') {
      this.blocks.push({ kind: 'article', text: textOf(done), article: done.article ?? '', ...span })
      this.siblings.clear()
      return
    }
    if (done.kind === 'caption') {
      this.blocks.push({ kind: 'caption', text: textOf(done), ...span })
      return
    }
    const text = textOf(done)
    const heading = isHeading(done, text, this.siblings) && leads(done, next)
    this.blocks.push({ kind: heading ? 'heading' : 'paragraph', text, ...span })
    if (annexList.test(text)) this.siblings.set('digit', { number: 1, sentence: true })
    if (done.marker === undefined) return
    this.forget(done.marker)
    this.siblings.set(done.marker.kind, { number: done.marker.number ?? 0, sentence: !heading })
  }

  /** A new item starts the series below it afresh. */
  private forget(marker: Marker | undefined): void {
    const rank = marker === undefined ? 0 : rankOf[marker.kind]
    for (const kind of this.siblings.keys()) if (rankOf[kind] > rank) this.siblings.delete(kind)
  }
}

function isTableCaption(text: string): boolean {
  return /^(?:附?表|Table)\s*[\d一二三四五六七八九十]/.test(text) && text.length <= 60 && !/[。；]/.test(text)
}
