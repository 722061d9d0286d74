import type { Organization } from '../../../core/caller.ts'
import type { Instant } from '../../../core/clock.ts'
import type { Obligation } from '../../../core/duty.ts'
import type { Ears } from '../../../core/ears.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import { aboveOf, type ChangeAbout, deliveriesFor } from './tell.ts'

/**
 * The word that something need not be handed in any more because no rule makes it, e.g. of a zone that was dissolved: to
 * its owner and to whoever is above it and can be told. Pure.
 */
export function tellLapsed(
  lapsed: readonly Pick<Obligation, 'id' | 'organization' | 'state' | 'due'>[],
  all: readonly Organization[],
  ears: Ears,
  at: Instant,
): readonly OutboxItem[] {
  const office = all.find((it) => it.kind === 'office')
  return lapsed.flatMap(({ id, organization, state, due }) => {
    const owner = all.find((it) => it.id === organization)
    const nearest = owner && aboveOf(owner, all)
    const above = nearest && ears.of(nearest.id).length > 0 ? nearest : office
    const concerned = [owner, above].filter((it) => it !== undefined)
    const about = {
      obligation: id,
      verb: 'lapse',
      before: { state, due },
      after: { state: 'waived', due },
      by: office?.id ?? 'office',
    } as const
    const what = `${id} lapse ${at}`
    return deliveriesFor<ChangeAbout>(concerned, { kind: 'deadlines.change', what, at, about }, ears)
  })
}
