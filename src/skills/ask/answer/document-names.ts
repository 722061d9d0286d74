import { fold } from '../search/fold.ts'

/** What people call a document: 年度报告, 要点. */
export interface DocumentName {
  readonly document: string
  readonly name: string
}

/**
 * Reads data/lexicon/documents.txt: `file name: name, name`; `#` begins a comment. Longest names first, so that a name
 * inside a longer one does not speak for another document.
 */
export function readDocumentNames(text: string): DocumentName[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^#.*/u, '').trim())
    .filter((line) => line.includes(':'))
    .flatMap((line) => {
      const [document = '', ...rest] = line.split(':')
      return rest
        .join(':')
        .split(/[,，]/u)
        .map((name) => ({ document: document.trim(), name: fold(name).trim() }))
    })
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length)
}

/** The documents that a text names and the words that name them, each once. */
export function documentsNamed(text: string, names: readonly DocumentName[]): DocumentName[] {
  const found = new Map<string, DocumentName>()
  let rest = fold(text)
  const byName = new Map<string, DocumentName[]>()
  for (const it of names) byName.set(it.name, [...(byName.get(it.name) ?? []), it])
  for (const [name, its] of byName) {
    if (!rest.includes(name)) continue
    // Two documents may go by one name (十二五规划): then both are meant.
    for (const it of its) if (!found.has(it.document)) found.set(it.document, it)
    rest = rest.replaceAll(name, ' ')
  }
  const folded = fold(text)
  return [...found.values()].sort((a, b) => folded.indexOf(a.name) - folded.indexOf(b.name))
}
