import type { LocalDate } from '../../../core/clock.ts'
import type { StoredDocument } from '../../../store/documents.ts'

/** Whether a document was there on a day: in force, or else published; one without a date always was. */
export function wasThere(
  document: Pick<StoredDocument, 'date' | 'effectiveFrom'>,
  asOf: LocalDate | undefined,
): boolean {
  return asOf === undefined || (document.effectiveFrom ?? document.date ?? '') <= asOf
}
