import { createHash } from 'node:crypto'
import type { Subject } from '../../../core/audience.ts'
import type { Instant } from '../../../core/clock.ts'
import type { Ear, Ears } from '../../../core/ears.ts'
import type { Address } from '../../../core/message.ts'
import { afterQuiet } from '../../../core/quiet-hours.ts'
import type { Training } from '../../../core/training.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import { invitedTo } from '../invited.ts'

/** What a delivery of kind `trainings.announced` is about: a training, and who hears of it for which organization. */
export interface AnnouncedAbout {
  readonly training: string
  readonly organization: string
  /** A member's id. */
  readonly recipient: string
}

/**
 * The private word to everybody whom a training that is published now is for; channels have its card. Pure.
 * @param subjects all that a training can be for
 */
export function announce(
  training: Training,
  subjects: readonly Subject[],
  ears: Ears,
  at: Instant,
): readonly OutboxItem[] {
  if (training.state !== 'published') return []
  return hearersOf(training, subjects, ears).map(({ organization, recipient, to, locale }) => {
    const about: AnnouncedAbout = { training: training.id, organization, recipient }
    return {
      key: keyOf('trainings.announced', [training.id, recipient], to),
      kind: 'trainings.announced',
      about,
      to,
      locale,
      dueAt: afterQuiet(at),
      usefulUntil: training.registration.until,
      whenUnprovable: 'repeat',
    }
  })
}

/** Everybody who is told of a training in private; a person in two organizations is told once. Pure. */
export function hearersOf(training: Training, subjects: readonly Subject[], ears: Ears): readonly Ear[] {
  const people = invitedTo(training, subjects)
    .flatMap((it) => ears.of(it.organization))
    .filter((it) => it.recipient !== it.organization)
  return [...new Map(people.map((it) => [it.recipient, it])).values()]
}

function keyOf(kind: string, said: readonly unknown[], { platform, space, channel }: Address): string {
  const text = JSON.stringify([kind, said, platform, space, channel])
  return `tr-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`
}
