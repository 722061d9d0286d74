import type { Instant } from '../../../core/clock.ts'
import type { Obligation } from '../../../core/duty.ts'
import type { Ear } from '../../../core/ears.ts'
import type { Notice } from '../../../store/notices.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import type { ReminderAbout } from '../rules/recipients.ts'
import { keyOf } from './tell.ts'

/**
 * A reminder beside the ladder, because somebody asked for it (稍后提醒, 催一下): what an owner owes, as one message to one
 * ear. Pure.
 * @param what names what is said, so that asking twice changes nothing
 */
export function remindOwner(
  { recipient, organization, to, locale }: Ear,
  owed: readonly Obligation[],
  { what, step, dueAt }: { readonly what: string; readonly step: string; readonly dueAt: Instant },
): { readonly notices: readonly Notice[]; readonly delivery: OutboxItem } {
  const kind = 'deadlines.reminder'
  const key = keyOf(kind, what, { recipient, to })
  const about: ReminderAbout = {
    organization,
    recipient,
    items: owed.map(({ id, due }) => ({ obligation: id, due, step, as: 'owner', late: false })),
  }
  return {
    notices: owed.map(({ id, duty, organization, due }) => ({
      obligation: id,
      duty,
      organization,
      due,
      step,
      recipient,
      to,
      dueAt,
      late: false,
      delivery: key,
    })),
    delivery: { key, kind, about, to, locale, dueAt, whenUnprovable: 'repeat' },
  }
}
