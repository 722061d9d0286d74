import type { Duty } from '../../../core/duty.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Documents } from '../../../store/documents.ts'
import { officeWords } from '../office/office-words.ts'

type Library = Pick<Documents, 'find' | 'file'>

/**
 * Holds the words that a duty rests on against the documents that are loaded, line breaks and spaces aside.
 * @param before the duty as it was: words that were taken over once are not asked for again
 * @returns the duty with its document's own file name and title, or the sentence of why its words are refused; a
 * document that is not loaded cannot be held against, and the duty stays as it is
 */
export async function quoted(
  duty: Duty,
  before: Duty | undefined,
  documents: Library,
  locale: Locale,
): Promise<{ readonly duty: Duty } | { readonly refused: string }> {
  const { source } = duty
  if (!source || JSON.stringify(source) === JSON.stringify(before?.source)) return { duty }
  const meant = [...(await documents.find(source.file)), ...(await documents.find(source.title))]
  if (meant.length === 0) return { duty }
  const words = squeezed(source.quote)
  for (const { id, name, title } of meant) {
    const { printed = '' } = (await documents.file(id)) ?? {}
    if (squeezed(printed).includes(words))
      return { duty: { ...duty, source: { ...source, file: name, title } } }
  }
  return { refused: officeWords[locale].bad.quote(meant[0]?.title ?? source.title, source.quote) }
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '')
}
