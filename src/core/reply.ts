import type { Instant } from './clock.ts'

/** A run of text. Strings are data: a renderer escapes them, nobody can smuggle a mention or markup in. */
export type Span =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'mention'; readonly userId: string; readonly name: string }
  | { readonly kind: 'time'; readonly at: Instant; readonly text: string }

export type Text = readonly Span[]

export interface Button {
  readonly label: string
  /** `skill.verb`, e.g. `ask.helpful`; comes back as {@link Press.action}. */
  readonly action: string
  /** Comes back as {@link Press.value}; ids only, at most 60 characters, for the narrowest platform. */
  readonly value: string
  readonly style?: 'primary' | 'danger'
  /** The name of a declared form that opens at once instead of a press being sent. */
  readonly opens?: string
}

export interface Field {
  readonly label: string
  readonly value: Text
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[]; readonly ordered?: boolean }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | {
      readonly kind: 'table'
      readonly caption?: string
      readonly header: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Somebody else's words, verbatim; `banner` warns of a draft or a repealed text. */
  | { readonly kind: 'quote'; readonly text: string; readonly source: string; readonly banner?: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** Small print. */
  | { readonly kind: 'note'; readonly text: Text }

/** A file that goes with a reply: a certificate, a calendar entry, a table. */
export interface Attachment {
  /** With its extension; platforms show it and go by it. */
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly bytes: Uint8Array
}

export interface Reply {
  readonly blocks: readonly Block[]
  readonly files?: readonly Attachment[]
  /** Only the person who asked sees it, where the platform can do that. */
  readonly private?: boolean
  /** Takes the place of the message whose button was pressed. */
  readonly replaces?: boolean
}

/** What is said unasked when its time comes, or why there is nothing to say any more. */
export type Composed = Reply | { readonly cancelled: string }

/** A field of a form. `choice` needs `choices`. */
export interface FormField {
  readonly name: string
  readonly label: string
  readonly kind: 'line' | 'paragraph' | 'choice' | 'date'
  readonly required?: boolean
  readonly placeholder?: string
  readonly initial?: string
  readonly choices?: readonly Choice[]
}

export interface Choice {
  readonly label: string
  readonly value: string
}

/** A form opens at once (platforms allow three seconds), so skills declare theirs up front. At most 5 fields. */
export interface Form {
  readonly name: string
  readonly title: string
  readonly submit: string
  readonly fields: readonly FormField[]
}

export const plain = (text: string): Text => [{ kind: 'plain', text }]
export const bold = (text: string): Text => [{ kind: 'bold', text }]
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const paragraph = (text: string | Text): Block => ({ kind: 'text', text: spans(text) })
export const list = (items: readonly (string | Text)[], ordered = false): Block => ({
  kind: 'list',
  items: items.map(spans),
  ordered,
})
export const fields = (entries: readonly (readonly [label: string, value: string | Text])[]): Block => ({
  kind: 'fields',
  fields: entries.map(([label, value]) => ({ label, value: spans(value) })),
})
export const table = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  caption?: string,
): Block => ({ kind: 'table', header, rows, ...(caption === undefined ? {} : { caption }) })
export const quote = (text: string, source: string, banner?: string): Block => ({
  kind: 'quote',
  text,
  source,
  ...(banner === undefined ? {} : { banner }),
})
export const buttons = (...all: readonly Button[]): Block => ({ kind: 'buttons', buttons: all })
export const note = (text: string | Text): Block => ({ kind: 'note', text: spans(text) })
export const divider: Block = { kind: 'divider' }

/** A reply of these blocks; a string stands for a paragraph. */
export function reply(...blocks: readonly (Block | string)[]): Reply {
  return { blocks: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)) }
}

/** The same reply with files. */
export const withFiles = (it: Reply, ...files: readonly Attachment[]): Reply => ({
  ...it,
  files: [...(it.files ?? []), ...files],
})

/** The same reply, seen only by the person who asked. */
export const privately = (it: Reply): Reply => ({ ...it, private: true })

function spans(text: string | Text): Text {
  return typeof text === 'string' ? plain(text) : text
}
