import type { Documents } from '../../../store/documents.ts'
import type { Passages, StoredPassage } from '../../../store/passages.ts'
import { wasThere } from '../search/as-of.ts'
import type { Answer, Asked, Citation, Claim, Turn } from './answer.ts'
import { bannerOf, faultOfText } from './check.ts'
import { citationOf } from './citation.ts'
import { standsIn } from './quote.ts'
import { words } from './words.ts'

/** Words of a document that a register's answer rests on. */
export interface RegisterSource {
  /** The document's file name. */
  readonly document: string
  readonly quote: string
}

/** What the zone register answers: a count or a list with the filter that made it. */
export interface RegisterAnswer {
  readonly text: string
  readonly claims: readonly {
    readonly text: string
    readonly filter?: string
    readonly source?: RegisterSource
  }[]
  readonly filter: string
  readonly sources: readonly RegisterSource[]
  readonly sureness: number
  readonly refusal?: 'not-in-corpus'
}

/** The register as the answer engine sees it; the zones skill makes one. */
export interface Register {
  answer(question: string, history?: readonly Turn[]): Promise<RegisterAnswer | undefined>
}

interface Parts {
  readonly register: Register
  readonly documents: Pick<Documents, 'list'>
  readonly passages: Pick<Passages, 'ofDocument'>
}

/** Surer than this the register answers; below it, search does. */
const sure = 0.6

/** An answer out of the register, each source found again in the stored documents; undefined where it is not asked for. */
export async function answerFromRegister(
  question: string,
  asked: Asked,
  parts: Parts,
): Promise<Omit<Answer, 'ms'> | undefined> {
  const found = await parts.register.answer(question, asked.history)
  if (!found || found.sureness < sure) return undefined
  const locate = makeLocator(asked, parts)
  const citations: Citation[] = []
  for (const source of found.sources) {
    const citation = await locate(source)
    if (citation && !citations.some((it) => it.passageId === citation.passageId)) citations.push(citation)
  }
  // What the register says must be provable from the documents that answer today.
  if (citations.length === 0 && found.sources.length > 0) return undefined
  const claims: Claim[] = []
  for (const claim of found.claims) {
    const citation = claim.source && (await locate(claim.source))
    claims.push({
      text: claim.text,
      filter: claim.filter ?? found.filter,
      ...(citation === undefined ? {} : { citation }),
    })
  }
  const result = {
    kind: found.refusal === undefined ? ('answer' as const) : ('refusal' as const),
    text: `${bannerFor(claims)}${found.text}`,
    claims,
    citations,
    confidence: found.sureness,
    ...(found.refusal === undefined ? {} : { refusal: found.refusal }),
    ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
  }
  // A figure that nothing carries is not given away, whoever counted it: search answers instead, a refusal loses it.
  if (faultOfText(result) !== undefined) {
    if (found.refusal === undefined) return undefined
    return { ...result, text: words.notFound, citations: citations.slice(0, 5) }
  }
  return { ...result, citations: citations.slice(0, 5) }
}

/** A figure out of a draft says so, as a quoted sentence does. */
function bannerFor(claims: readonly Claim[]): string {
  const banners = claims.flatMap(({ citation }) => (citation && bannerOf[citation.status]) ?? [])
  return [...new Set(banners)].map((banner) => words.draft(banner)).join('')
}

/**
 * Finds the passage that proves a source; none where its document was not yet there on the day that is asked. Sources
 * of one answer come from one or two documents: each is read once.
 */
function makeLocator(
  { asOf }: Asked,
  parts: Parts,
): (source: RegisterSource) => Promise<Citation | undefined> {
  const read = new Map<string, Promise<readonly StoredPassage[]>>()

  async function passagesOf(name: string): Promise<readonly StoredPassage[]> {
    const document = (await parts.documents.list()).find((it) => it.name === name && wasThere(it, asOf))
    return document ? parts.passages.ofDocument(document.id) : []
  }

  return async (source) => {
    const passages = read.get(source.document) ?? passagesOf(source.document)
    read.set(source.document, passages)
    const holding = (await passages).filter((it) => standsIn(source.quote, it.text))
    // Headings stand in the table of contents, too: the text itself comes first.
    const passage = holding.find((it) => it.kind !== 'contents') ?? holding[0]
    return passage && citationOf(passage, source.quote)
  }
}
