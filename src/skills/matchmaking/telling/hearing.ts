import type { Ears } from '../../../core/ears.ts'
import type { OutboxRow } from '../../../store/outbox.ts'

/** A member hears as long as they are one, wherever they hear today; a channel as long as it is bound. Pure. */
export function isHearing(ears: Ears, organization: string, recipient: string, to: OutboxRow['to']): boolean {
  return ears
    .of(organization)
    .some(
      (it) =>
        it.recipient === recipient &&
        (recipient !== organization || (it.to.platform === to.platform && it.to.channel === to.channel)),
    )
}
