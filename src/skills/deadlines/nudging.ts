import type { Caller } from '../../core/caller.ts'
import { localDateOf } from '../../core/clock.ts'
import { unfinished } from '../../core/duty.ts'
import { groupedBy } from '../../core/grouped.ts'
import { afterQuiet } from '../../core/quiet-hours.ts'
import type { Reply } from '../../core/reply.ts'
import { reply } from '../../core/reply.ts'
import { shortName } from './board.ts'
import type { Entry } from './entries.ts'
import type { DeadlineParts } from './parts.ts'
import { remindOwner } from './telling/remind-owner.ts'
import { words } from './words.ts'

/**
 * Reminds those who have not filed, once a day each, in one message for all that they owe; tells whom it reached, whom
 * it had reached before, and whom nobody can tell.
 */
export async function nudge(parts: DeadlineParts, entries: readonly Entry[], caller: Caller): Promise<Reply> {
  const say = words[caller.locale].nudge
  const at = parts.clock.now()
  const today = localDateOf(at)
  const step = `nudge-${today}`
  const ears = await parts.ears()
  const open = entries.filter((it) => unfinished.has(it.obligation.state))
  const byOwner = groupedBy(open, (it) => it.organization.id)
  const reached: string[] = []
  const again: string[] = []
  const unreachable: string[] = []
  for (const [owner, owed] of byOwner) {
    const [first] = owed
    if (!first) continue
    const parcels = ears.of(owner).map((ear) =>
      remindOwner(
        ear,
        owed.map((it) => it.obligation),
        { what: `${owner} ${step}`, step, dueAt: afterQuiet(at) },
      ),
    )
    const added =
      parcels.length === 0
        ? 0
        : await parts.notices.plan(
            parcels.flatMap((it) => it.notices),
            parcels.map((it) => it.delivery),
            at,
          )
    const list = parcels.length === 0 ? unreachable : added > 0 ? reached : again
    list.push(shortName(first))
  }
  const lines = [
    reached.length > 0 ? say.reached(reached) : undefined,
    again.length > 0 ? say.again(again) : undefined,
    unreachable.length > 0 ? say.unreachable(unreachable) : undefined,
  ].filter((it) => it !== undefined)
  return reply(...(lines.length === 0 ? [say.nobody] : lines))
}
