import { createHash } from 'node:crypto'
import type { Clock } from '../../../core/clock.ts'
import type { StoredDocument } from '../../../store/documents.ts'
import type { Duties } from '../../../store/duties.ts'
import type { Passages } from '../../../store/passages.ts'
import { findDeadlines } from './find-deadlines.ts'
import { isRestedOn } from './rested-on.ts'

export interface ProposeParts {
  readonly passages: Pick<Passages, 'ofDocument'>
  readonly duties: Pick<Duties, 'propose' | 'list'>
  readonly clock: Clock
}

/** A draft binds nobody, and what was repealed or replaced no longer does. */
const binding: ReadonlySet<string> = new Set(['现行', '试行', '尚未施行'])

/**
 * Puts the sentences of a kept document that state a deadline before the office. Nothing goes live by it, and the same
 * document again adds nothing, nor does a sentence that a duty rests on already.
 * @returns how many are new
 */
export async function proposeDeadlines(
  { id, title, date: issued, status }: StoredDocument,
  { passages, duties, clock }: ProposeParts,
): Promise<number> {
  if (!binding.has(status)) return 0
  const known = await duties.list()
  const found = (await passages.ofDocument(id))
    .filter(({ kind }) => kind === 'article' || kind === 'text')
    .flatMap((passage) =>
      findDeadlines({
        text: passage.text,
        article: passage.kind === 'article',
        ...(issued === undefined ? {} : { issued }),
      }).map(({ quote, date, who, what }) => ({
        id: `P${hashOf(id, passage.id, quote)}`,
        documentId: id,
        passageId: passage.id,
        title,
        quote,
        ...(date === undefined ? {} : { date }),
        ...(who === undefined ? {} : { who }),
        ...(what === '' ? {} : { what }),
      })),
    )
    .filter((it) => !isRestedOn(it.quote, known))
  if (found.length === 0) return 0
  return duties.propose(found, { who: 'documents', at: clock.now() })
}

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
