import { foldArticle } from '../../../core/numerals.ts'
import type { NewDocument, NewFile, NewPassage } from '../../../store/documents.ts'
import type { Cuttable, PassageWords } from '../../../store/passage-index.ts'
import type { DocumentDraft, PassageDraft } from '../documents/document.ts'
import { calledName, titlesIn } from './named.ts'
import type { Words } from './words.ts'

/** A read document with the words that the index takes, ready to be kept. */
export function prepareDocument(draft: DocumentDraft, file: NewFile, words: Words): NewDocument {
  const { facts, printed, warnings } = draft
  const cut = makeCutter(words)
  return {
    facts,
    printed,
    warnings,
    file,
    edition: words.edition,
    mentions: mentionsIn(draft),
    passages: draft.passages.map((it) => preparePassage(it, facts, cut)),
  }
}

/** Cuts passages for the index. Neighbours share their title and outline path: those are cut once. */
export function makeCutter(words: Words): (passage: Cuttable) => PassageWords {
  const once = () => {
    let last: { readonly text: string; readonly words: string } | undefined
    return (text: string): string => {
      if (last?.text !== text) last = { text, words: words.wordsOf(text).join(' ') }
      return last.words
    }
  }
  const titleWords = once()
  const pathWords = once()
  return ({ title, number = '', path, text }) => ({
    title: titleWords(`${title} ${number}`),
    path: pathWords(path.join(' ')),
    body: words.wordsOf(text).join(' '),
    pairs: words.pairsOf(text).join(' '),
  })
}

/** The other texts that a document names. */
function mentionsIn({ facts, passages }: DocumentDraft): string[] {
  const names = titlesIn(passages.map((it) => it.text).join('\n'))
  names.delete(calledName(facts.title))
  return [...names]
}

function preparePassage(
  passage: PassageDraft,
  { title, number }: DocumentDraft['facts'],
  cut: (passage: Cuttable) => PassageWords,
): NewPassage {
  const articleKey = passage.article === undefined ? undefined : foldArticle(passage.article)
  return {
    ...passage,
    ...(articleKey === undefined ? {} : { articleKey }),
    // A table of contents holds every heading's words and answers nothing: it is kept, but not found.
    ...(passage.kind === 'contents'
      ? {}
      : { words: cut({ ...passage, title, ...(number === undefined ? {} : { number }) }) }),
  }
}
