import type { Instant } from '../../core/clock.ts'
import type { Training } from '../../core/training.ts'

type Told =
  | 'title'
  | 'kind'
  | 'starts'
  | 'ends'
  | 'sessions'
  | 'place'
  | 'link'
  | 'hosts'
  | 'audience'
  | 'capacity'
  | 'quotas'
  | 'nomination'
  | 'holdHours'
  | 'questions'
  | 'materials'
  | 'about'

/** A training as far as its organizer, or a notice, has told it. */
export interface TrainingDraft extends Partial<Pick<Training, Told>> {
  readonly registration?: { readonly from?: Instant; readonly until?: Instant }
}

/** A draft in which nothing is missing and nothing is wrong. */
export type CompleteDraft = Pick<Training, Exclude<Told, 'place' | 'link' | 'about'>> &
  Pick<TrainingDraft, 'place' | 'link' | 'about'> &
  Pick<Training, 'registration'>
