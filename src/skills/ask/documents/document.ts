import type { LocalDate } from '../../../core/clock.ts'

/** Where a text stands in its life. Only 现行 grounds what is required; the others are shown with a banner. */
export type DocumentStatus = '现行' | '试行' | '征求意见稿' | '已修订' | '废止' | '尚未施行'

/** What is known of a document besides its text, from the manifest or from the text itself. */
export interface DocumentFacts {
  readonly title: string
  readonly issuer?: string
  /** 文号, e.g. 国科办社[2014]19号. */
  readonly number?: string
  /** As precise as the source is: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date?: string
  readonly status: DocumentStatus
  /** Years or dates the text speaks of, e.g. 2014 or 2011-2015. */
  readonly appliesTo?: string
  readonly effectiveFrom?: LocalDate
  readonly note?: string
}

/** A place in the printed text, [start, end) in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A table as read: every row carries all columns, merged cells filled in. */
export interface TableDraft {
  readonly caption?: string
  /** Empty where the table has none, as in lists of names. */
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * The smallest unit with its own meaning: an article of a law, a numbered item, a paragraph, a table, a cover block.
 */
export interface PassageDraft extends Span {
  readonly kind: 'article' | 'text' | 'table' | 'cover' | 'contents'
  /** The outline from below the title down, e.g. ['二、2014年度工作进展', '7. 实验区培训和交流', '(1) …']. */
  readonly path: readonly string[]
  /** The article's number as printed, 第三条 or 第一百二十条之一; only where kind is 'article'. */
  readonly article?: string
  /** Cleaned text: lines joined, furniture and OCR spaces gone; not one other character changed. */
  readonly text: string
  readonly table?: TableDraft
}

/** A heading: an element of the paths below it. */
export interface HeadingDraft extends Span {
  /** The path down to and with this heading. */
  readonly path: readonly string[]
}

/** A file after reading: what goes into the store, in one transaction. */
export interface DocumentDraft {
  readonly facts: DocumentFacts
  /** The text as printed (decoded, extracted, line ends as \n), into which passages, headings and `dropped` point. */
  readonly printed: string
  /** In the order of the text. */
  readonly passages: readonly PassageDraft[]
  /** In the order of the text. Every printed character that is not white space is in a passage, here, or dropped. */
  readonly headings: readonly HeadingDraft[]
  /** Page furniture left out: images, rules, page numbers, markup comments. */
  readonly dropped: readonly Span[]
  /** What the reader noticed and a person should know, in Chinese. */
  readonly warnings: readonly string[]
}
