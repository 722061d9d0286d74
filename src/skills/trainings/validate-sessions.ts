import type { LocalDate } from '../../core/clock.ts'
import { ordinalOf } from '../../core/local-date.ts'
import { readLocalDate } from '../../core/local-time.ts'
import type { Session } from '../../core/training.ts'
import { fault, type TrainingFault } from './training-faults.ts'

/** Sessions; three weeks of six a day are 126. */
export const mostSessions = 200
/** Minutes: longer than this, from and until were exchanged. */
const longest = 12 * 60

interface Whole {
  readonly starts: LocalDate | undefined
  readonly ends: LocalDate | undefined
  readonly place: string | undefined
}

/** What is wrong with a programme. Sessions side by side are fine in different rooms, but not for one lecturer. Pure. */
export function sessionFaults(sessions: readonly Session[], whole: Whole): readonly TrainingFault[] {
  // Each pair is compared below; a list of a thousand is a wrong file, not a programme.
  if (sessions.length > mostSessions) return [fault('too-many-sessions', sessions.length, mostSessions)]
  const faults = sessions.flatMap((it) => faultsOf(it, whole))
  const timed = sessions
    .filter((it) => lengthOf(it) !== undefined)
    .map((it) => ({ session: it, ...minutesOf(it) }))
  for (const [at, one] of timed.entries())
    for (const other of timed.slice(at + 1)) {
      if (one.from >= other.until || other.from >= one.until) continue
      const [a, b] = [told(one.session), told(other.session)]
      const both = sharedLecturer(one.session, other.session)
      if (roomOf(one.session, whole) === roomOf(other.session, whole)) faults.push(fault('overlap', a, b))
      else if (both !== undefined) faults.push(fault('lecturer-twice', both, a, b))
    }
  return faults
}

function faultsOf(session: Session, { starts, ends }: Whole): readonly TrainingFault[] {
  const { day, from, until, topic } = session
  const named = topic.trim() === '' ? [fault('no-topic', told(session))] : []
  if (readLocalDate(day) === undefined) return [...named, fault('bad-date', day)]
  const outside = (starts !== undefined && day < starts) || (ends !== undefined && day > ends)
  const length = lengthOf(session)
  return [
    ...named,
    ...(outside ? [fault('session-outside', told(session), day)] : []),
    ...(length === undefined ? [fault('bad-time', `${from}-${until}`, topic)] : []),
    ...(length !== undefined && length > longest ? [fault('session-endless', told(session))] : []),
  ]
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Minutes; one that ends before it begins goes over midnight. */
function lengthOf({ day, from, until }: Session): number | undefined {
  if (readLocalDate(day) === undefined || !clock.test(from) || !clock.test(until)) return undefined
  const length = minuteOf(until) - minuteOf(from)
  return length > 0 ? length : length + 1440
}

/** On one count of minutes, so that a session over midnight meets the next morning's. */
function minutesOf(session: Session): { from: number; until: number } {
  const from = ordinalOf(session.day) * 1440 + minuteOf(session.from)
  return { from, until: from + (lengthOf(session) ?? 0) }
}

function roomOf({ place }: Session, whole: Whole): string {
  return place ?? whole.place ?? ''
}

/** 王垚、李四 lecture together. */
function sharedLecturer(one: Session, other: Session): string | undefined {
  const names = (it: Session) => (it.lecturer ?? '').split(/[、，,；;/]/).map((name) => name.trim())
  return names(one).find((it) => it !== '' && names(other).includes(it))
}

function told({ day, from, until, topic }: Session): string {
  return `${day} ${from}-${until} ${topic}`.trim()
}
