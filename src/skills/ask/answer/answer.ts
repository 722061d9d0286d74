import type { LocalDate } from '../../../core/clock.ts'
import type { Absence } from '../../../core/llm.ts'
import type { DocumentStatus } from '../documents/document.ts'

/** A place in a stored document, with the words themselves. `quote` stands verbatim in `passage` (white space aside). */
export interface Citation {
  /** The document's file name: its name in commands and data. */
  readonly document: string
  readonly title: string
  readonly number?: string
  readonly status: DocumentStatus
  readonly date?: string
  readonly path: readonly string[]
  readonly article?: string
  readonly quote: string
  readonly passage: string
  readonly passageId: string
}

/** One statement of an answer and where it comes from; a count out of the register names its filter instead. */
export interface Claim {
  readonly text: string
  readonly citation?: Citation
  /** The register's filter that made a figure, in words, e.g. 「2014年度验收名单，省份=江苏」. */
  readonly filter?: string
}

export type RefusalKind =
  | 'not-in-corpus'
  | 'text-not-loaded'
  | 'superseded-or-draft-only'
  | 'ambiguous'
  | 'unavailable'

/** The one answer object: rendered by every platform, printed by `--json`. */
export interface Answer {
  readonly kind: 'answer' | 'clarify' | 'refusal'
  /** What a colleague would say; the quotes stand under it. */
  readonly text: string
  readonly claims: readonly Claim[]
  /** Best first, up to five; in a refusal the nearest ones. */
  readonly citations: readonly Citation[]
  readonly asOf?: LocalDate
  readonly refusal?: RefusalKind
  /** `model`: worded by a language model behind the same check. */
  readonly wording?: 'model'
  /** Why a language model should have been asked, and could not. */
  readonly away?: Absence
  /**
   * Asked in English, of documents that are Chinese; `readAs` is the question as it was understood, where it was, and `away` why no
   * model was there to read it.
   */
  readonly askedInEnglish?: { readonly readAs?: string; readonly away?: Absence }
  /** 0..1, for ordering and for the log; never shown as a promise. */
  readonly confidence: number
  readonly ms: number
}

export interface Turn {
  readonly role: 'user' | 'assistant'
  readonly content: string
}

export interface Asked {
  readonly question: string
  /** Earlier turns of the same conversation, oldest first. */
  readonly history?: readonly Turn[]
  /** The day as of which the rules are meant. */
  readonly asOf?: LocalDate
}

/** Answers policy questions; the embedded reader is one, a language model behind the same check will be another. */
export interface Answerer {
  answer(asked: Asked): Promise<Answer>
}
