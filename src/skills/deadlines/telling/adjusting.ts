import type { Organization } from '../../../core/caller.ts'
import type { Instant } from '../../../core/clock.ts'
import type { Ears } from '../../../core/ears.ts'
import { groupedBy } from '../../../core/grouped.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import type { Adjustment } from '../../../store/reconcile-obligations.ts'
import { type Adjusted, type AdjustedAbout, aboveOf, deliveriesFor } from './tell.ts'

/**
 * The word that dates have changed, or that something need not be handed in any more, because a year was settled or the
 * register changed: to each owner and to whoever is above it and can be told, all that a reader follows in one message.
 * Pure.
 */
export function tellAdjusted(
  adjustments: readonly Adjustment[],
  all: readonly Organization[],
  ears: Ears,
  at: Instant,
): readonly OutboxItem[] {
  const office = all.find((it) => it.kind === 'office')
  const byId = new Map(all.map((it) => [it.id, it]))
  const told = paired(adjustments).flatMap(({ id: obligation, organization, was, is }) => {
    const owner = byId.get(organization)
    if (!owner || was === is) return []
    const unheard = ears.of(owner.id).length === 0
    const nearest = aboveOf(owner, all)
    const above = nearest && ears.of(nearest.id).length > 0 ? nearest : office
    const change = { obligation, ...(was ? { was } : {}), ...(is ? { is } : {}) }
    return [owner, above].flatMap((reader): { reader: Organization; change: Adjusted }[] =>
      reader ? [{ reader, change: { ...change, passOn: unheard && reader !== owner } }] : [],
    )
  })
  return [...groupedBy(told, (it) => it.reader)].flatMap(([reader, its]) => {
    const changes = its.map((it) => it.change)
    const what = `${at} ${changes.map((it) => `${it.obligation} ${it.was} ${it.is}`).join()}`
    return deliveriesFor<AdjustedAbout>(
      [reader],
      { kind: 'deadlines.adjusted', what, at, about: { changes } },
      ears,
    )
  })
}

/** Without those that are only new: as time passes the rules make the next year's, of which the reminders tell. Pure. */
export function moved(adjustments: readonly Adjustment[]): readonly Adjustment[] {
  return paired(adjustments).filter((it) => it.was !== undefined)
}

/**
 * A duty that falls due in another year than was thought makes another obligation and drops the one it had; for people
 * that is one thing whose date moved. Pure.
 */
function paired(adjustments: readonly Adjustment[]): readonly Adjustment[] {
  return [...groupedBy(adjustments, (it) => `${it.duty} ${it.organization}`).values()].flatMap((its) => {
    const [one, other, more] = its
    if (!one || !other || more) return its
    const [arisen, lapsed] = one.verb === 'arise' ? [one, other] : [other, one]
    if (arisen.verb !== 'arise' || lapsed.verb !== 'lapse' || lapsed.was === undefined) return its
    return [{ ...arisen, verb: 'move', was: lapsed.was }]
  })
}
