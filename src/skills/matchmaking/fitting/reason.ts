import type { Party, Profile } from '../../../core/profile.ts'
import type { Fit } from './score.ts'
import type { Studied } from './study.ts'

/** Where a reason comes from: a field of a profile, or what is known of its owner, and the words there. */
export interface Basis {
  readonly profile: string
  readonly field: keyof Profile | keyof Party
  /** Verbatim; for a field that holds no text, its value. */
  readonly words: string
}

export type ReasonKind =
  /** Both are about one thing, and chiefly about it. */
  | 'field'
  /** A field that both touch. */
  | 'kin'
  | 'practice'
  | 'setting'
  | 'climate'
  | 'type'
  | 'stage'
  | 'forms'
  | 'visits'
  | 'assistance'

/** One reason in one sentence. A reason that speaks against it is told as well. */
export interface Reason {
  readonly kind: ReasonKind
  readonly speaks: 'for' | 'against'
  readonly text: string
  readonly basis: readonly Basis[]
}

export interface Explained {
  readonly need: Studied
  readonly offer: Studied
  readonly fit: Fit
}
