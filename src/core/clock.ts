/** Epoch milliseconds, UTC. A deadline is never an Instant: see {@link LocalDate}. */
export type Instant = number

/** A calendar day without a time, `YYYY-MM-DD`, in the office's time zone. */
export type LocalDate = string

/** The office's time zone; every deadline and every '09:00' of this house is meant there. */
export const OFFICE_ZONE = 'Asia/Shanghai'

/** The only source of time. Injected everywhere, so that a day can be rehearsed. */
export interface Clock {
  now(): Instant
}

/**
 * The machine's clock, or a rehearsal of it: starts at `start` and runs on, `speed` times as fast.
 * @param start epoch milliseconds at which the rehearsal begins; the real time where left out
 * @param speed seconds of the rehearsal that pass in one real second
 */
export function systemClock(start?: Instant, speed = 1): Clock {
  const begun = Date.now()
  if (start === undefined && speed === 1) return { now: () => Date.now() }
  const origin = start ?? begun
  return { now: () => Math.round(origin + (Date.now() - begun) * speed) }
}

/** A clock that stands until it is let go. */
export interface HeldClock extends Clock {
  run(): void
}

/**
 * A {@link systemClock} for a rehearsal that runs faster: it stands until `run` is called, so that what a new house loads
 * takes nothing of the day that is rehearsed. At the ordinary speed it runs from the beginning.
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
