/** Epoch milliseconds, UTC. A deadline is never an Instant: see {@link LocalDate}. */
export type Instant = number

/** A calendar day without a time, `YYYY-MM-DD`, in the office's time zone. */
export type LocalDate = string

/** The office's time zone; all deadlines and times of day refer to it. */
export const OFFICE_ZONE = 'Asia/Shanghai'

/** The only source of time; injected everywhere, so that a day can be rehearsed and tests control time. */
export interface Clock {
  now(): Instant
}

/**
 * The system clock, or a rehearsed one that starts at `start` and runs `speed` times as fast.
 * @param start epoch milliseconds; the real time if absent
 * @param speed rehearsed seconds per real second
 */
export function systemClock(start?: Instant, speed = 1): Clock {
  const begun = Date.now()
  if (start === undefined && speed === 1) return { now: () => Date.now() }
  const origin = start ?? begun
  return { now: () => Math.round(origin + (Date.now() - begun) * speed) }
}

/** A clock that stands still until `run` is called. */
export interface HeldClock extends Clock {
  run(): void
}

/**
 * A {@link systemClock} which, in a rehearsal faster than real time, stands still until `run` is called, so that loading the
 * initial data uses up none of the rehearsed day. At normal speed it runs from the start.
 */
export function heldClock(start?: Instant, speed = 1): HeldClock {
  let running = speed === 1 ? systemClock(start) : undefined
  const origin = start ?? Date.now()
  return {
    now: () => running?.now() ?? origin,
    run: () => {
      running ??= systemClock(origin, speed)
    },
  }
}

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: OFFICE_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The office's calendar day at an instant. */
export function localDateOf(instant: Instant): LocalDate {
  return dayFormat.format(instant)
}
