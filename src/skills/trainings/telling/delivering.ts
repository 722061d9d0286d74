import { createHash } from 'node:crypto'
import type { Ear, Ears } from '../../../core/ears.ts'
import type { Registration } from '../../../core/training.ts'
import type { OutboxItem } from '../../../store/outbox.ts'

/** What every delivery about a training says of whom it is for. */
export interface Addressed {
  readonly training: string
  readonly member: string
}

type Timing = Pick<OutboxItem, 'dueAt' | 'usefulUntil'>

/** Where a registered person hears; undefined where they cannot be told. Pure. */
export function earOf(ears: Ears, { organization, member }: Registration): Ear | undefined {
  return ears.of(organization).find((it) => it.recipient === member)
}

/**
 * A delivery for one registered person. Its key follows from what is said and where, so that the same thing planned again
 * after any crash is the same row, and is found on the platform. Pure.
 * @param what names what is said, besides the kind, the training and the person
 */
export function deliveryFor<About extends Addressed>(
  ears: Ears,
  person: Registration,
  { kind, what, about }: { readonly kind: string; readonly what: string; readonly about: About },
  timing: Timing,
): readonly OutboxItem[] {
  const ear = earOf(ears, person)
  if (!ear) return []
  const { platform, space, channel } = ear.to
  const text = JSON.stringify([kind, person.training, person.member, what, platform, space, channel])
  const key = `tr-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`
  return [{ key, kind, about, to: ear.to, locale: ear.locale, ...timing, whenUnprovable: 'repeat' }]
}
