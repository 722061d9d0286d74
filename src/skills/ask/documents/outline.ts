import type { HeadingDraft, PassageDraft, Span } from './document.ts'
import { gatherShortItems, groupsOf } from './groups.ts'
import { endsArticle, isAbove, type Level, leadOf } from './levels.ts'
import type { Block } from './manuscript.ts'
import { markerOf } from './markers.ts'

const annexNamed = /^附\s*[件表录]\s*[一二三四五六七八九十\d]{0,3}\s*[:：]/

/** The outline of a text: its passages, each with the headings above it. */
interface Outline {
  readonly passages: readonly PassageDraft[]
  readonly headings: readonly HeadingDraft[]
}

/** Orders blocks into passages: one an article, a numbered item, a paragraph, a table, a cover. */
export function outline(blocks: readonly Block[]): Outline {
  const writer = new Writer()
  const whole = gatherShortItems(blocks)
  for (const [index, block] of whole.entries()) writer.add(block, whole, index)
  return writer.finish()
}

class Writer {
  private stack: Level[] = []
  private readonly passages: PassageDraft[] = []
  private readonly headings: HeadingDraft[] = []
  private article: { parts: string[]; start: number; end: number; name: string } | undefined
  /** The article that a table interrupted: what follows the table still belongs under its name. */
  private interrupted: string | undefined
  /** Unnumbered paragraphs of the section at hand. */
  private loose: Block[] = []

  add(block: Block, all: readonly Block[], index: number): void {
    switch (block.kind) {
      case 'heading':
        if (this.article !== undefined && (this.announces() || !endsArticle(block, all, index))) {
          this.paragraph(block)
          return
        }
        this.flush()
        this.interrupted = undefined
        this.heading(block)
        return
      case 'article':
        this.flush()
        this.interrupted = undefined
        this.article = { parts: [block.text], start: block.start, end: block.end, name: block.article ?? '' }
        return
      case 'paragraph':
        this.paragraph(block)
        return
      case 'table': {
        const name = this.article?.name ?? this.interrupted
        this.flush()
        this.interrupted = name
        const path = this.path()
        this.push({
          kind: 'table',
          path,
          text: block.text,
          ...span(block),
          ...(block.table ? { table: block.table } : {}),
        })
        return
      }
      case 'cover':
      case 'contents':
        this.flush()
        this.push({ kind: block.kind, path: [], text: block.text, ...span(block) })
        return
      case 'caption':
        this.flush()
        this.push({ kind: 'text', path: this.path(), text: block.text, ...span(block) })
    }
  }

  finish(): Outline {
    this.flush()
    return { passages: this.passages, headings: this.headings }
  }

  /** The article ends with 内容如下：, so that what follows is quoted in it. */
  private announces(): boolean {
    return /[：:]$/.test(this.article?.parts.at(-1) ?? '')
  }

  private heading(block: Block): void {
    const marker = markerOf(block.text)
    this.enter({
      text: block.text,
      item: false,
      ...(block.level === undefined ? {} : { level: block.level }),
      ...(marker === undefined ? {} : { marker }),
    })
    this.headings.push({ path: this.path(), ...span(block) })
  }

  /** Leaves the levels that this one stands beside or above. */
  private leave(level: Level): void {
    for (let top = this.stack.at(-1); top !== undefined && !isAbove(top, level); top = this.stack.at(-1))
      this.stack.pop()
  }

  private enter(level: Level): void {
    this.leave(level)
    this.stack.push(level)
  }

  private paragraph(block: Block): void {
    if (this.article !== undefined) {
      this.article.parts.push(block.text)
      this.article.end = block.end
      return
    }
    if (annexNamed.test(block.text)) {
      // The foot of a letter belongs to the whole of it, not to its last section.
      this.flush()
      this.stack = []
    }
    const marker = markerOf(block.text)
    if (marker === undefined) {
      this.leaveItems()
      this.loose.push(block)
      return
    }
    this.flush()
    const level = { text: leadOf(block.text), item: true, marker }
    this.leave(level)
    this.push({ kind: 'text', path: this.path(), text: block.text, ...span(block) })
    this.stack.push(level)
  }

  /** A paragraph without a number speaks for the section again, unless the item before it announced it with a colon. */
  private leaveItems(): void {
    const last = this.stack.at(-1)
    if (last?.item !== true) return
    if (/[：:]$/.test(this.passages.at(-1)?.text ?? '') && this.loose.length === 0) return
    this.flush()
    while (this.stack.at(-1)?.item === true) this.stack.pop()
  }

  private path(): string[] {
    const path = this.stack.map((level) => level.text)
    return this.interrupted === undefined ? path : [...path, this.interrupted]
  }

  private flush(): void {
    const { article, loose } = this
    this.article = undefined
    this.loose = []
    if (article !== undefined) {
      const { parts, name, start, end } = article
      this.push({ kind: 'article', path: this.path(), article: name, text: parts.join('\n'), start, end })
    }
    for (const group of groupsOf(loose)) {
      const first = group[0]
      if (first === undefined) continue
      const text = group.map((block) => block.text).join('\n')
      this.push({
        kind: 'text',
        path: this.path(),
        text,
        start: first.start,
        end: group.at(-1)?.end ?? first.end,
      })
    }
  }

  private push(passage: PassageDraft): void {
    this.passages.push(passage)
  }
}

function span(block: Span): Span {
  return { start: block.start, end: block.end }
}
