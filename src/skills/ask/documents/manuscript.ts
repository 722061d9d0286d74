import type { DocumentFacts, Span, TableDraft } from './document.ts'

/** What a format knows of a stretch that the letters alone don't tell. */
export type Hint =
  | (Span & { readonly kind: 'heading'; readonly level: number })
  | (Span & { readonly kind: 'table'; readonly table: TableDraft; readonly text: string })
  | (Span & { readonly kind: 'dropped' })

/** A file as its format's reader gives it: plain text, one paragraph or printed line a line, and what else is known. */
export interface Manuscript {
  readonly printed: string
  /** In the order of the text, not overlapping. */
  readonly hints?: readonly Hint[]
  readonly facts?: Partial<DocumentFacts>
  readonly warnings?: readonly string[]
}

/** A stretch of the text after layout: what the outline is made of. */
export interface Block extends Span {
  readonly kind: 'heading' | 'paragraph' | 'article' | 'table' | 'caption' | 'contents' | 'cover'
  /** Cleaned. */
  readonly text: string
  /** Of a heading that the format marked: 1 for # or Heading 1; 0 for an annex, which stands beside the whole text. */
  readonly level?: number
  /** Of a marked heading: as printed, because in a title a space may be meant. */
  readonly printed?: string
  /** Of an article. */
  readonly article?: string
  readonly table?: TableDraft
}
