import type { StoredPassage } from '../../../store/passages.ts'
import type { Answer, Citation, Claim, RefusalKind } from './answer.ts'

/** A claim in a passage's own words. */
export function claimOf(passage: StoredPassage, text: string, quote: string): Claim {
  return { text, citation: citationOf(passage, quote) }
}

/** A citation of a stored passage: everything but the quote comes from the store. */
export function citationOf(passage: StoredPassage, quote: string): Citation {
  const { document } = passage
  return {
    document: document.name,
    title: document.title,
    status: document.status,
    path: passage.path,
    quote,
    passage: passage.text,
    passageId: passage.id,
    ...(document.number === undefined ? {} : { number: document.number }),
    ...(document.date === undefined ? {} : { date: document.date }),
    ...(passage.article === undefined ? {} : { article: passage.article }),
  }
}

/** An answer that quotes nothing: a question back, or a refusal. */
export function plainReply(
  kind: 'clarify' | 'refusal',
  text: string,
  refusal: RefusalKind,
  citations: readonly Citation[] = [],
): Omit<Answer, 'ms'> {
  return { kind, text, claims: [], citations, refusal, confidence: 0 }
}
