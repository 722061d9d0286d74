import type { Role } from '../../../core/caller.ts'
import type { Clock } from '../../../core/clock.ts'
import { rights } from '../../../core/may.ts'
import { foldArticle } from '../../../core/numerals.ts'
import type { Documents, StoredDocument } from '../../../store/documents.ts'
import type { Confirmation, LearnedPlace, LearnedQuestions } from '../../../store/learned.ts'
import type { Passages } from '../../../store/passages.ts'
import type { UnanswerableQuestions, UnanswerableSource } from '../../../store/unanswerable.ts'

export interface ConfirmedQuestion {
  readonly question: string
  /** Each `文件标题 第N条`, a passage id, or `文件名或标题 「原文」`; none where no document answers. */
  readonly cites: readonly string[]
}

export interface LearnResult {
  /** Places that the question was not known to have; 1 where it was not known to have none. */
  readonly learned: number
  readonly known: number
  /** Citations of which no passage was found, as given. */
  readonly notFound: readonly string[]
}

export interface Learner {
  /** The passages that a citation means; none where it means none. */
  placesOf(cite: string): Promise<LearnedPlace[]>
  /** A question without citations is kept as one that no document answers so far. */
  learn(confirmed: ConfirmedQuestion, by: Voucher): Promise<LearnResult>
  /** Many questions with their citations: all of them or none. */
  learnAll(confirmed: readonly ConfirmedQuestion[], by: Voucher): Promise<LearnResult[]>
}

/** Who vouches that the citations answer, or that no document does. */
export interface Voucher {
  readonly source: UnanswerableSource
  readonly who: string
}

export function makeLearner(parts: {
  readonly documents: Pick<Documents, 'find'>
  readonly passages: Pick<Passages, 'get' | 'ofArticle' | 'ofDocument'>
  readonly learned: Pick<LearnedQuestions, 'learnAll'>
  readonly unanswerable: Pick<UnanswerableQuestions, 'confirm'>
  readonly clock: Clock
}): Learner {
  const { documents, passages } = parts

  /** Finds places for as long as no document changes: thousands of questions cite the same few documents and words. */
  function makePlaceFinder(): (cite: string) => Promise<LearnedPlace[]> {
    /** Documents of one name or title answer together; a title that merely contains the words must be the only one. */
    const documentsOf = kept(async (name): Promise<StoredDocument[]> => {
      const found = await documents.find(name)
      const first = found[0]
      return found.every((it) => it.title === first?.title) ? found : []
    })

    const bareTexts = kept(async (documentId): Promise<readonly BareText[]> => {
      const all = await passages.ofDocument(documentId)
      return all.map(({ id, text, path }) => ({ id, text: bare(text), path: bare(path.join('\n')) }))
    })

    return kept(async (cite) => {
      const id = /^\d+$/.exec(cite.trim())
      if (id) return (await passages.get([id[0]])).map((it) => ({ passageId: it.id }))

      const quoted = /^(.+?)\s*「(.+)」$/s.exec(cite.trim())
      if (quoted) {
        const [, name = '', quote = ''] = quoted
        for (const document of await documentsOf(name)) {
          const all = await bareTexts(document.id)
          const holder = all.find((it) => it.text.includes(bare(quote)))
          if (holder) return [{ passageId: holder.id, quote }]
          // A heading is quoted: what stands first under it answers.
          const under = all.find((it) => it.path.includes(bare(quote)))
          if (under) return [{ passageId: under.id }]
        }
        return []
      }

      const article = /^(.+?)\s*(第\s*\S+\s*条(?:\s*之\s*\S+)?)$/.exec(cite.trim())
      const key = article?.[2] === undefined ? undefined : foldArticle(article[2])
      if (article?.[1] === undefined || key === undefined) return []
      const ids = (await documentsOf(article[1])).map((it) => it.id)
      return (await passages.ofArticle(key, ids)).map((it) => ({ passageId: it.id }))
    })
  }

  async function learnAll(
    confirmed: readonly ConfirmedQuestion[],
    { source, who }: Voucher,
  ): Promise<LearnResult[]> {
    const placesOf = makePlaceFinder()
    const confirmations: Confirmation[] = []
    const missing: string[][] = []
    for (const { question, cites } of confirmed) {
      const found = []
      for (const cite of cites) found.push({ cite, places: await placesOf(cite) })
      const places = question.trim() === '' ? [] : found.flatMap((it) => it.places)
      confirmations.push({ question, places, source, by: who })
      missing.push(found.filter((it) => it.places.length === 0).map((it) => it.cite))
    }
    const counts = await parts.learned.learnAll(confirmations, parts.clock.now())
    return counts.map((it, at) => ({ ...it, notFound: missing[at] ?? [] }))
  }

  return {
    placesOf: (cite) => makePlaceFinder()(cite),
    learnAll,
    async learn(confirmed, by) {
      if (confirmed.cites.length === 0) {
        const it = { question: confirmed.question, source: by.source, by: by.who }
        const isNew = it.question.trim() !== '' && (await parts.unanswerable.confirm(it, parts.clock.now()))
        return { learned: isNew ? 1 : 0, known: isNew ? 0 : 1, notFound: [] }
      }
      const [result] = await learnAll([confirmed], by)
      return result ?? { learned: 0, known: 0, notFound: [] }
    },
  }
}

/** Somebody's word that an answer was right. */
export interface Vote {
  readonly role: Role
  readonly memberId?: string
  readonly organizationId?: string
}

/**
 * Whether these confirmations of one answer teach: the word of an expert or of the office, or of two members of
 * different organizations. A guest's click teaches nothing, nor does one person's, however often.
 */
export function mayTeach(votes: readonly Vote[]): boolean {
  if (votes.some((it) => rights['question.teach'][it.role] === 'all')) return true
  const organizations = votes
    .filter((it) => rights['question.vouch'][it.role] === 'all' && it.memberId !== undefined)
    .flatMap((it) => it.organizationId ?? [])
  return new Set(organizations).size >= 2
}

interface BareText {
  readonly id: string
  readonly text: string
  readonly path: string
}

/** Asks once for each name. */
function kept<T>(find: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const found = find(name)
    known.set(name, found)
    return found
  }
}

/** White space and Markdown's marks are no words. */
function bare(text: string): string {
  return text.replace(/[\s*#]/g, '')
}
