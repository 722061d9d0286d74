import type { StoredDocument } from '../../../store/documents.ts'
import { fold } from './fold.ts'

/** A document with the names that people call it by, each without white space and marks. */
export interface NamedDocument {
  readonly document: StoredDocument
  readonly names: readonly string[]
}

/** A document's names: its title (with and without 中华人民共和国 and an edition's mark), document number, file name. */
export function namesOf(document: StoredDocument): NamedDocument {
  const names = [calledName(document.title), plain(document.number ?? ''), plain(document.name)]
  return { document, names: names.filter((it) => it.length >= 2) }
}

/**
 * The documents that a question names, in book marks or not. Where names contain one another, only the longest that the
 * question holds.
 */
export function documentsNamedIn(question: string, documents: readonly NamedDocument[]): StoredDocument[] {
  const text = plain(question)
  const found = documents.flatMap(({ document, names }) => {
    const held = names.filter((it) => text.includes(it))
    return held.length === 0 ? [] : { document, held }
  })
  const all = found.flatMap((it) => it.held)
  return found
    .filter(({ held }) => held.some((it) => !all.some((other) => other !== it && other.includes(it))))
    .map((it) => it.document)
}

/** The titles that a text names in book marks, as {@link calledName} writes them, each once. */
export function titlesIn(text: string): Set<string> {
  const titles = [...text.matchAll(/《([^《》]{2,80})》/g)].map(([, title]) => calledName(title ?? ''))
  return new Set(titles.filter((it) => it.length >= 2))
}

/** The part of a title by which people call a text: 中华人民共和国民法典 is called 民法典. */
export function calledName(title: string): string {
  return plain(title.replace(/[（(][^（）()]*[)）]\s*$/, '')).replace(/^中华人民共和国/, '')
}

function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}
