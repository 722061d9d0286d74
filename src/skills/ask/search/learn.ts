import type { Role } from '../../../core/caller.ts'
import type { Clock, Instant } from '../../../core/clock.ts'
import { rights } from '../../../core/may.ts'
import { foldArticle } from '../../../core/numerals.ts'
import type { Documents, StoredDocument } from '../../../store/documents.ts'
import type { LearnedPlace, LearnedQuestions } from '../../../store/learned.ts'
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
  /** @param by `at`: when somebody looked, now where left out; documents that came later may yet answer */
  learn(
    confirmed: ConfirmedQuestion,
    by: { source: UnanswerableSource; who: string; at?: Instant },
  ): Promise<LearnResult>
}

export function makeLearner(parts: {
  readonly documents: Pick<Documents, 'find'>
  readonly passages: Pick<Passages, 'get' | 'ofArticle' | 'ofDocument'>
  readonly learned: Pick<LearnedQuestions, 'learn'>
  readonly unanswerable: Pick<UnanswerableQuestions, 'confirm'>
  readonly clock: Clock
}): Learner {
  const { documents, passages } = parts

  /** Documents of one name or title answer together; a title that merely contains the words must be the only one. */
  async function documentsOf(name: string): Promise<StoredDocument[]> {
    const found = await documents.find(name)
    const first = found[0]
    return found.every((it) => it.title === first?.title) ? found : []
  }

  // Many lines of a file cite one document; the passages of one version never change.
  let last: { readonly documentId: string; readonly texts: readonly BareText[] } | undefined
  async function bareTexts(documentId: string): Promise<readonly BareText[]> {
    if (last?.documentId !== documentId) {
      const all = await passages.ofDocument(documentId)
      const texts = all.map(({ id, text, path }) => ({ id, text: bare(text), path: bare(path.join('\n')) }))
      last = { documentId, texts }
    }
    return last.texts
  }

  async function placesOf(cite: string): Promise<LearnedPlace[]> {
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
  }

  return {
    placesOf,
    async learn({ question, cites }, { source, who, at = parts.clock.now() }) {
      if (cites.length === 0) {
        const isNew =
          question.trim() !== '' && (await parts.unanswerable.confirm({ question, source, by: who }, at))
        return { learned: isNew ? 1 : 0, known: isNew ? 0 : 1, notFound: [] }
      }
      const places: LearnedPlace[] = []
      const notFound: string[] = []
      for (const cite of cites) {
        const found = await placesOf(cite)
        if (found.length === 0) notFound.push(cite)
        places.push(...found)
      }
      if (places.length === 0 || question.trim() === '') return { learned: 0, known: 0, notFound }
      const counts = await parts.learned.learn({ question, places, source, by: who }, at)
      return { ...counts, notFound }
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

/** White space and Markdown's marks are no words. */
function bare(text: string): string {
  return text.replace(/[\s*#]/g, '')
}
