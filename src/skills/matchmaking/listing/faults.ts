import { maskPersonal } from '../../../core/mask-personal-data.ts'
import type { Profile } from '../../../core/profile.ts'
import { gistOf } from './gist.ts'

/** What stands against publishing a profile, told to its owner before anybody else sees it. */
export type Fault =
  | { readonly kind: 'short'; readonly least: number }
  | { readonly kind: 'no-field' }
  | { readonly kind: 'long'; readonly length: number; readonly most: number }
  | { readonly kind: 'twin'; readonly title: string }
  | { readonly kind: 'personal'; readonly masked: string }
  | { readonly kind: 'over' }

/** Fewer characters than that, beside who asks whom, say nothing that anybody could answer. */
export const LEAST = 4
/** More is a report, and nobody reads it in a chat. */
export const MOST = 2000

/** @param others the owner's other profiles. Pure. */
export function faultsOf(profile: Profile, others: readonly Profile[], today: string): readonly Fault[] {
  const { id, kind, title, what, fields, validUntil } = profile
  const length = lengthOf(what)
  const twin = others.find(
    (it) => it.id !== id && it.kind === kind && it.state === 'published' && same(it, profile),
  )
  const told = [...new Set(textsOf(profile))].join('\n').trim()
  const masked = maskPersonal(told)
  return [
    ...(lengthOf(gistOf(what)) < LEAST ? [{ kind: 'short' as const, least: LEAST }] : []),
    // Nobody is told of what is of no field.
    ...(fields.length === 0 ? [{ kind: 'no-field' as const }] : []),
    ...(length > MOST ? [{ kind: 'long' as const, length, most: MOST }] : []),
    ...(twin ? [{ kind: 'twin' as const, title }] : []),
    ...(masked === told ? [] : [{ kind: 'personal' as const, masked }]),
    ...(validUntil !== undefined && validUntil < today ? [{ kind: 'over' as const }] : []),
  ]
}

function lengthOf(text: string): number {
  return [...text.replace(/\s+/g, '')].length
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
