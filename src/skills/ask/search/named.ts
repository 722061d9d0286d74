import type { StoredDocument } from '../../../store/documents.ts'
import { fold } from './fold.ts'
import { makeNameFinder } from './standing-names.ts'

/**
 * Finds the documents that a question names, in book marks or not. Where names contain one another, only the longest that
 * the question holds.
 */
export function makeDocumentFinder(
  documents: readonly StoredDocument[],
): (question: string) => StoredDocument[] {
  const byName = new Map<string, Set<StoredDocument>>()
  const places = new Map(documents.map((it, at) => [it, at]))
  for (const document of documents) {
    for (const name of namesOf(document)) byName.set(name, (byName.get(name) ?? new Set()).add(document))
  }
  const standingIn = makeNameFinder(byName.keys())
  return (question) => {
    const held = [...standingIn(plain(question))]
    const longest = held.filter((it) => !held.some((other) => other !== it && other.includes(it)))
    const named = new Set(longest.flatMap((it) => [...(byName.get(it) ?? [])]))
    return [...named].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
  }
}

/** A document's names: its title (with and without 中华人民共和国 and an edition's mark), document number, file name. */
function namesOf(document: StoredDocument): string[] {
  return [calledName(document.title), plain(document.number ?? ''), plain(document.name)].filter(
    (it) => it.length >= 2,
  )
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
