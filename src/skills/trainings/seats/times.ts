import type { Instant } from '../../../core/clock.ts'
import { instantAt } from '../../../core/local-date.ts'
import type { Training } from '../../../core/training.ts'

/** Where the programme is not known yet. */
const usualBeginning = '09:00'
const usualEnd = '18:00'

type Days = Pick<Training, 'starts' | 'ends' | 'sessions'>

/** When it begins: with the first session of its first day. Pure. */
export function beginningOf({ starts, sessions }: Days): Instant {
  const times = sessions.filter((it) => it.day === starts).map((it) => it.from)
  return instantAt(starts, times.sort()[0] ?? usualBeginning)
}

/** When it is over: with the last session of its last day. Pure. */
export function endOf({ ends, sessions }: Days): Instant {
  const times = sessions.filter((it) => it.day === ends).map((it) => it.until)
  return instantAt(ends, times.sort().at(-1) ?? usualEnd)
}
