import type { Instant, LocalDate } from '../../../core/clock.ts'
import type { Training } from '../../../core/training.ts'
import type { CompleteDraft, TrainingDraft } from '../training-draft.ts'

/** A published training as what its organizer has told, to be changed. Pure. */
export function draftOf(training: Training): TrainingDraft {
  const { title, kind, starts, ends, sessions, place, link, hosts, audience, capacity, quotas } = training
  const { nomination, registration, holdHours, questions, materials, about } = training
  return present({
    ...{ title, kind, starts, ends, sessions, place, link, hosts, audience, capacity, quotas },
    ...{ nomination, registration, holdHours, questions, materials, about },
  })
}

/** The training that a draft becomes. Pure. */
export function trainingOf(
  draft: CompleteDraft,
  { id, organizer, at }: { readonly id: string; readonly organizer: string; readonly at: Instant },
): Training {
  return { ...draft, id, organizer, state: 'published', publishedAt: at, revision: 1 }
}

/** A published training with what its organizer tells of it now. Pure. */
export function changedBy(training: Training, draft: CompleteDraft): Training {
  const { place: _place, link: _link, about: _about, ...rest } = training
  return { ...rest, ...draft }
}

/** Two trainings share a day. Pure. */
export function overlap(
  a: { readonly starts: LocalDate; readonly ends: LocalDate },
  b: { readonly starts: LocalDate; readonly ends: LocalDate },
): boolean {
  return a.starts <= b.ends && b.starts <= a.ends
}

/** Without what is undefined: an absent cell is absent. */
export type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

export function present<T extends object>(cells: T): Present<T> {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)) as Present<T>
}
