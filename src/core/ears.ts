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

/** A member hears as long as they are one, wherever they hear today; a channel as long as it is bound. Pure. */
export function isHearing(
  ears: Ears,
  { organization, recipient }: Pick<Ear, 'organization' | 'recipient'>,
  to: Address,
): boolean {
  return ears
    .of(organization)
    .some((it) => it.recipient === recipient && (recipient !== organization || isSamePlace(it.to, to)))
}

/** Whether both are one channel, threads aside. Pure. */
export function isSamePlace(one: Address, other: Address): boolean {
  return one.platform === other.platform && one.space === other.space && one.channel === other.channel
}
