import type { DateRule, Duty, StatedYear } from '../../../core/duty.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Documents, StoredDocument } from '../../../store/documents.ts'
import { officeWords } from '../office/office-words.ts'

type Library = Pick<Documents, 'find' | 'file'>

/** Words that are said to stand in a document, and that do not. */
interface Misquoted {
  readonly title: string
  readonly words: string
}

/**
 * Holds the words that a duty rests on, those of its source and those that state a year outright, against the documents
 * that are loaded, line breaks and spaces aside.
 * @param before the duty as it was: words that were taken over once are not asked for again
 * @returns the duty with its documents' own file names and titles, or the sentence of why its words are refused; a
 * document that is not loaded cannot be held against, and the duty stays as it is
 */
export async function quoted(
  duty: Duty,
  before: Duty | undefined,
  documents: Library,
  locale: Locale,
): Promise<{ readonly duty: Duty } | { readonly refused: string }> {
  const misquoted: Misquoted[] = []
  const place = async (names: readonly string[], words: string) => {
    const found = await documentSaying(words, names, documents)
    if (found && 'words' in found) misquoted.push(found)
    return found && 'name' in found ? found : undefined
  }

  let { source, rule } = duty
  if (source && !isSame(source, before?.source)) {
    const found = await place([source.file, source.title], source.quote)
    if (found) source = { ...source, file: found.name, title: found.title }
  }
  if (rule.kind === 'after' && rule.stated) {
    const known = statedIn(before?.rule)
    const stated: StatedYear[] = []
    for (const it of rule.stated) {
      const found = known.some((one) => isSame(one, it)) ? undefined : await place([it.file], it.words)
      stated.push(found ? { ...it, file: found.name } : it)
    }
    rule = { ...rule, stated }
  }
  if (misquoted.length === 0) return { duty: { ...duty, rule, ...(source ? { source } : {}) } }
  const say = officeWords[locale].bad
  return { refused: misquoted.map(({ title, words }) => say.quote(title, words)).join('；') }
}

/** The document of one of these names in which the words stand; undefined where none of them is loaded. */
async function documentSaying(
  words: string,
  names: readonly string[],
  documents: Library,
): Promise<StoredDocument | Misquoted | undefined> {
  const meant = (await Promise.all(names.map((it) => documents.find(it)))).flat()
  const wanted = squeezed(words)
  for (const document of meant) {
    const { printed = '' } = (await documents.file(document.id)) ?? {}
    if (squeezed(printed).includes(wanted)) return document
  }
  const [first] = meant
  return first && { title: first.title, words }
}

function statedIn(rule: DateRule | undefined): readonly StatedYear[] {
  return rule?.kind === 'after' ? (rule.stated ?? []) : []
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '')
}
