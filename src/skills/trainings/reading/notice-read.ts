import type { TrainingDraft } from '../training-draft.ts'
import type { UnreadDays } from './read-days.ts'

export type NoticeField = keyof TrainingDraft

/** A field of the draft with the words it was read from, telephone numbers and addresses masked. */
export interface FieldRead {
  readonly field: NoticeField
  readonly words: string
  /** The words do not quite say it: usual hours, the usual provinces of a group. The organizer has to look. */
  readonly supposed?: true
}

export type NoticeGap =
  /** Days that the calendar does not have, or of which year or month is open. */
  | { readonly kind: 'days'; readonly fault: UnreadDays['fault']; readonly words: string }
  /** Rows of a programme or a table of seats. */
  | { readonly kind: 'row'; readonly words: string }
  /** 每个实验区2名: seats for each zone are set by hand. */
  | { readonly kind: 'seats-each'; readonly words: string }
  /** The table's own sum is another than that of its rows. */
  | { readonly kind: 'sum'; readonly words: string }
  /** Not taken over on purpose: who to call, columns with telephone or identity numbers. */
  | { readonly kind: 'left-out'; readonly words: string }

export interface NoticeRead {
  readonly draft: TrainingDraft
  /** In the order of the form. */
  readonly read: readonly FieldRead[]
  readonly gaps: readonly NoticeGap[]
}
