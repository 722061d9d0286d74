import type { Caller } from '../../../core/caller.ts'
import type { Clock } from '../../../core/clock.ts'
import { dayAt } from '../../../core/local-date.ts'
import { may } from '../../../core/may.ts'
import type { Visits } from '../../../store/visits.ts'
import { isAhead } from './draw.ts'

/** How many offers of other zones somebody can ask for now; none for whoever may not see visits. */
export async function openTo(
  { visits, clock }: { readonly visits: Pick<Visits, 'list'>; readonly clock: Clock },
  caller: Caller,
): Promise<number> {
  if (!may(caller, 'visit.read')) return 0
  const today = dayAt(clock.now())
  const all = await visits.list()
  return all.filter(({ offer }) => isAhead(offer, today) && offer.host !== caller.organization?.id).length
}
