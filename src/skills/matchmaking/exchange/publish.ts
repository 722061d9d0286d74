import type { Instant } from '../../../core/clock.ts'
import type { Ears } from '../../../core/ears.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import { deliveriesFor, type TimetableAbout } from '../telling/tell.ts'
import { type ExchangeDay, timetableOf } from './exchange-day.ts'

export interface Published {
  /** The day, with what each participant was told last. */
  readonly day: ExchangeDay
  readonly deliveries: readonly OutboxItem[]
  /** Whose timetable is on its way to them. */
  readonly told: readonly string[]
  /** Who has a new timetable and hears nothing of us: somebody has to tell them. */
  readonly unheard: readonly string[]
}

/**
 * Each participant's own timetable, for those alone whose timetable is not the one that they were told last: publishing twice
 * tells nobody twice, and after a change only those hear of it whom it concerns. Pure.
 * @param except those who know already, e.g. because they are the ones who left
 */
export function publish(
  day: ExchangeDay,
  ears: Ears,
  at: Instant,
  except: readonly string[] = [],
): Published {
  const before = day.told ?? {}
  const changed = newsOf(day)
  const fresh = changed.filter((it) => !except.includes(it))
  const told = { ...before }
  for (const id of changed) {
    const telling = (before[id]?.telling ?? 0) + Number(fresh.includes(id))
    told[id] = { timetable: timetableOf(id, day), telling }
  }
  const deliveries = fresh.flatMap((id) =>
    deliveriesFor<TimetableAbout>(ears.of(id), {
      kind: 'matchmaking.timetable',
      what: `${day.id} ${id} ${told[id]?.telling}`,
      about: { day: day.id, telling: told[id]?.telling ?? 1 },
      at,
      whenUnprovable: 'repeat',
    }),
  )
  const heard = (id: string) => ears.of(id).length > 0
  return {
    day: { ...day, told },
    deliveries,
    told: fresh.filter(heard),
    unheard: fresh.filter((it) => !heard(it)),
  }
}

/** Whose timetable is not the one that they were told last. Pure. */
export function newsOf(day: ExchangeDay): readonly string[] {
  return day.day.participants
    .map((it) => it.id)
    .filter((id) => JSON.stringify(timetableOf(id, day)) !== JSON.stringify(day.told?.[id]?.timetable))
}
