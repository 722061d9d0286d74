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

/** How a text says a name: 十二五…实验区 as 「十二五给实验区」, with a few characters between. */
function saidOf(name: string, text: string): string | undefined {
  const [first = '', ...others] = name.split(fold('…'))
  if (others.length === 0) return text.includes(name) ? name : undefined
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    let end = at + first.length
    const whole = others.every((part) => {
      const next = text.indexOf(part, end)
      const near = next >= end && next - end <= between && !/[，。：；？,:;?\s]/u.test(text.slice(end, next))
      end = next + part.length
      return near
    })
    if (whole) return text.slice(at, end)
  }
  return undefined
}

/** So many characters may stand between the parts of such a name. */
const between = 6

/** The documents that a text names and the words that name them, each once. */
export function documentsNamed(text: string, names: readonly DocumentName[]): DocumentName[] {
  const found = new Map<string, DocumentName>()
  let rest = fold(text)
  const byName = new Map<string, DocumentName[]>()
  for (const it of names) byName.set(it.name, [...(byName.get(it.name) ?? []), it])
  for (const [name, its] of byName) {
    const said = saidOf(name, rest)
    if (said === undefined) continue
    // Two documents may go by one name (十二五规划): then both are meant.
    for (const it of its) if (!found.has(it.document)) found.set(it.document, { ...it, name: said })
    rest = rest.replaceAll(said, ' ')
  }
  const folded = fold(text)
  return [...found.values()].sort((a, b) => folded.indexOf(a.name) - folded.indexOf(b.name))
}
