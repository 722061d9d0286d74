import { maskPersonal } from '../../../core/mask.ts'
import type { Profile } from '../../../core/profile.ts'

/** What stands against publishing a profile, told to its owner before anybody else sees it. */
export type Fault =
  | { readonly kind: 'short'; readonly least: number }
  | { readonly kind: 'long'; readonly length: number; readonly most: number }
  | { readonly kind: 'twin'; readonly title: string }
  | { readonly kind: 'personal'; readonly masked: string }
  | { readonly kind: 'over' }

/** Fewer characters say nothing that anybody could answer. */
export const LEAST = 8
/** More is a report, and nobody reads it in a chat. */
export const MOST = 2000

/** @param others the owner's other profiles. Pure. */
export function faultsOf(profile: Profile, others: readonly Profile[], today: string): readonly Fault[] {
  const { id, kind, title, what, validUntil } = profile
  const length = [...what.replace(/\s+/g, '')].length
  const twin = others.find(
    (it) => it.id !== id && it.kind === kind && it.state === 'published' && same(it, profile),
  )
  const told = [...new Set(textsOf(profile))].join('\n').trim()
  const masked = maskPersonal(told)
  return [
    ...(length < LEAST ? [{ kind: 'short' as const, least: LEAST }] : []),
    ...(length > MOST ? [{ kind: 'long' as const, length, most: MOST }] : []),
    ...(twin ? [{ kind: 'twin' as const, title }] : []),
    ...(masked === told ? [] : [{ kind: 'personal' as const, masked }]),
    ...(validUntil !== undefined && validUntil < today ? [{ kind: 'over' as const }] : []),
  ]
}

/** The same without telephone and ID numbers. Pure. */
export function tidied(profile: Profile): Profile {
  const { gives, asks } = profile
  return {
    ...profile,
    title: maskPersonal(profile.title),
    what: maskPersonal(profile.what),
    ...(gives === undefined ? {} : { gives: maskPersonal(gives) }),
    ...(asks === undefined ? {} : { asks: maskPersonal(asks) }),
  }
}

function textsOf({ title, what, gives = '', asks = '' }: Profile): readonly string[] {
  return [title, what, gives, asks]
}

function same(one: Profile, other: Profile): boolean {
  const bare = (it: Profile) => `${it.title}${it.what}`.replace(/[\s\p{P}]+/gu, '')
  return bare(one) === bare(other)
}
