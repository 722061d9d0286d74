import type { Locale } from './locale.ts'
import type { Address } from './message.ts'

/** Where somebody hears what is said unasked. */
export interface Ear {
  /** A member's id, or an organization's where a channel is told. */
  readonly recipient: string
  readonly organization: string
  readonly to: Address
  readonly locale: Locale
}

/** Who hears, by organization. */
export interface Ears {
  /** The organizations' own ears, in the order in which they were given; none where nobody can be told. */
  of(organization: string): readonly Ear[]
  /** The ears of the province of an organization, those of the office for a province. */
  above(organization: string): readonly Ear[]
  office(): readonly Ear[]
  province(organization: string): readonly Ear[]
}
