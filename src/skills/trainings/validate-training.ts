import type { Instant } from '../../core/clock.ts'
import { daysBetween, instantAt } from '../../core/local-date.ts'
import { readLocalDate } from '../../core/local-time.ts'
import { type Quota, usualHold } from '../../core/training.ts'
import type { CompleteDraft, TrainingDraft } from './training-draft.ts'
import { fault, type TrainingFault, type TrainingNote } from './training-faults.ts'
import { sessionFaults } from './validate-sessions.ts'

export type TrainingChecked = { readonly notes: readonly TrainingNote[] } & (
  | { readonly training: CompleteDraft; readonly faults?: undefined }
  | { readonly faults: readonly TrainingFault[] }
)

/** What a training is checked against. */
export interface TrainingAround {
  /** Short names of the provinces that are known. */
  readonly provinces: readonly string[]
  readonly now: Instant
}

/** More than any hall of the network; a slip of the key makes a thousand times more. */
export const mostSeats = 10_000
const longestTitle = 120
/** Days; the longest that was held took three weeks. */
const longest = 366

/** A draft as a training, or everything that is missing and wrong at once: for the form, the command and the import. Pure. */
export function validateTraining(draft: TrainingDraft, { provinces, now }: TrainingAround): TrainingChecked {
  const { title = '', kind, starts, audience, capacity, registration = {}, sessions = [], ...rest } = draft
  const ends = draft.ends ?? starts
  const faults: TrainingFault[] = []
  if (title.trim() === '') faults.push(fault('no-title'))
  if ([...title].length > longestTitle) faults.push(fault('long-title', [...title].length, longestTitle))
  if (kind === undefined) faults.push(fault('no-kind'))
  faults.push(...dayFaults(starts, ends))
  if (audience === undefined) faults.push(fault('no-audience'))
  faults.push(...seatFaults(capacity, rest.quotas ?? [], provinces))
  faults.push(...registrationFaults(registration, starts))
  const { holdHours = usualHold, link, questions = [] } = rest
  if (!Number.isInteger(holdHours) || holdHours < 1 || holdHours > 80)
    faults.push(fault('bad-hold', holdHours))
  for (const url of [link, ...(rest.materials ?? []).map((it) => it.url)])
    if (url !== undefined && !isLink(url)) faults.push(fault('bad-link', url))
  for (const [at, { label, kind: asked, choices = [] }] of questions.entries()) {
    if (questions.findIndex((it) => it.label === label) < at) faults.push(fault('question-twice', label))
    if (asked === 'choice' && choices.length < 2) faults.push(fault('no-choices', label))
  }
  faults.push(...sessionFaults(sessions, { starts, ends, place: rest.place }))

  const notes = notesOf(draft, now)
  const { until } = registration
  const missing = kind === undefined || starts === undefined || ends === undefined || until === undefined
  if (faults.length > 0 || missing || audience === undefined || capacity === undefined)
    return { faults, notes }
  const training: CompleteDraft = {
    hosts: [],
    quotas: [],
    nomination: 'open',
    materials: [],
    ...rest,
    title,
    kind,
    starts,
    ends,
    audience,
    capacity,
    registration: { ...registration, until },
    sessions,
    holdHours,
    questions,
  }
  return { training, notes }
}

function dayFaults(starts: string | undefined, ends: string | undefined): readonly TrainingFault[] {
  if (starts === undefined || ends === undefined) return [fault('no-days')]
  const unreal = [...new Set([starts, ends])].filter((it) => readLocalDate(it) === undefined)
  if (unreal.length > 0) return unreal.map((it) => fault('bad-date', it))
  if (ends < starts) return [fault('ends-first', ends, starts)]
  return daysBetween(starts, ends) > longest
    ? [fault('too-long', daysBetween(starts, ends) + 1, longest)]
    : []
}

function seatFaults(
  capacity: number | undefined,
  quotas: readonly Quota[],
  provinces: readonly string[],
): readonly TrainingFault[] {
  const faults: TrainingFault[] = []
  const possible =
    capacity !== undefined && Number.isInteger(capacity) && capacity > 0 && capacity <= mostSeats
  if (capacity === undefined) faults.push(fault('no-capacity'))
  else if (!possible) faults.push(fault('bad-capacity', capacity, mostSeats))
  for (const [at, { of, who, seats }] of quotas.entries()) {
    if (!Number.isInteger(seats) || seats < 1) faults.push(fault('bad-quota', who, seats))
    if (quotas.findIndex((it) => it.of === of && it.who === who) < at) faults.push(fault('quota-twice', who))
    if (of === 'province' && !provinces.includes(who)) faults.push(fault('quota-unknown', who))
  }
  const reserved = quotas.reduce((sum, it) => sum + it.seats, 0)
  if (possible && reserved > capacity) faults.push(fault('quotas-exceed', reserved, capacity))
  return faults
}

function registrationFaults(
  { from, until }: NonNullable<TrainingDraft['registration']>,
  starts: string | undefined,
): readonly TrainingFault[] {
  if (until === undefined) return [fault('no-registration')]
  const backwards = from !== undefined && from >= until ? [fault('registration-backwards')] : []
  const known = starts !== undefined && readLocalDate(starts) !== undefined
  // On the first day itself people are on their way or in the room.
  const late = known && until > instantAt(starts, '00:00') ? [fault('registration-late', starts)] : []
  return [...backwards, ...late]
}

function isLink(url: string): boolean {
  try {
    return ['https:', 'http:'].includes(new URL(url).protocol)
  } catch {
    return false
  }
}

function notesOf(
  { kind, sessions = [], place, link, starts }: TrainingDraft,
  now: Instant,
): readonly TrainingNote[] {
  const past = starts !== undefined && readLocalDate(starts) !== undefined && instantAt(starts, '00:00') < now
  return [
    ...(kind === 'overseas' ? [{ name: 'local-times', values: [] } as const] : []),
    ...(sessions.length === 0 ? [{ name: 'no-programme', values: [] } as const] : []),
    ...(place === undefined && link === undefined ? [{ name: 'no-place', values: [] } as const] : []),
    ...(past ? [{ name: 'past', values: [starts] } as const] : []),
  ]
}
