import { type Subject, subjectsOf } from '../../core/audience.ts'
import type { Caller } from '../../core/caller.ts'
import type { Clock } from '../../core/clock.ts'
import type { Ears } from '../../core/ears.ts'
import type { Identity } from '../../core/identity.ts'
import type { Address } from '../../core/message.ts'
import { problem, type Request, type Told } from '../../core/request.ts'
import type { Hall, PastTraining, Training } from '../../core/training.ts'
import type { Workdays } from '../../core/workdays.ts'
import type { Audit } from '../../store/audit.ts'
import type { Members } from '../../store/members.ts'
import type { Organizations } from '../../store/organizations.ts'
import type { Outbox } from '../../store/outbox.ts'
import type { Registrations } from '../../store/registrations.ts'
import type { Trainings } from '../../store/trainings.ts'
import type { Visits } from '../../store/visits.ts'
import type { Zones } from '../../store/zones.ts'
import type { SeatRules } from './seats/events.ts'
import { afterWorkingHours } from './seats/working-hours.ts'
import { words } from './words.ts'

/** What this skill is handed. */
export interface TrainingParts {
  readonly trainings: Trainings
  readonly registrations: Registrations
  readonly visits: Pick<Visits, 'list'>
  readonly organizations: Organizations
  readonly members: Pick<Members, 'list' | 'find'>
  readonly zones: Pick<Zones, 'snapshot'>
  readonly outbox: Outbox
  readonly audit: Audit
  readonly clock: Clock
  readonly workdays: () => Workdays
  /** Who hears what is said unasked, on the platforms that are there. */
  readonly ears: () => Promise<Ears>
  /** Where a platform's adapter reaches a person alone. */
  readonly directly: (account: Identity) => Address
  /** The region of a province, e.g. 东部. */
  readonly regionOf: (province: string) => string | undefined
  readonly newId: () => string
  /** Those that documents tell of, the earliest first. */
  readonly pastTrainings: () => readonly PastTraining[]
}

/** The training that a button carries, with everybody who registered. @throws Problem where there is none */
export async function hallMeant(
  { registrations }: Pick<TrainingParts, 'registrations'>,
  { value, caller }: Pick<Request, 'value' | 'caller'>,
): Promise<Hall> {
  const hall = await registrations.hall(value.split('/')[0] ?? '')
  if (!hall) throw problem(words[caller.locale].problems.gone)
  return hall
}

/** All that a training can be for: the organizations with what the register says of them. */
export async function subjectsIn({
  organizations,
  zones,
  regionOf,
}: Pick<TrainingParts, 'organizations' | 'zones' | 'regionOf'>): Promise<readonly Subject[]> {
  const [all, { zones: register }] = await Promise.all([organizations.all(), zones.snapshot()])
  return subjectsOf(all, register, regionOf)
}

/** The present instant, and how long a seat that is offered now is held. */
export function seatRulesOf({ clock, workdays }: Pick<TrainingParts, 'clock' | 'workdays'>): SeatRules {
  const calendar = workdays()
  return { now: clock.now(), holdUntil: (from, hours) => afterWorkingHours(from, hours, calendar) }
}

/** The one training that a typed name means. @throws Problem where there is none, or more than one */
export function trainingTyped(all: readonly Training[], typed: string, locale: Caller['locale']): Training {
  return oneTyped(all, typed, words[locale].problems)
}

/** As many as a sentence can name. */
const mostNamed = 5

/** The one that a typed name means: its id or its title, else a part of the title. @throws Problem */
export function oneTyped<T extends { readonly id: string; readonly title: string; readonly place?: string }>(
  all: readonly T[],
  typed: string,
  say: {
    noTraining(typed: string): Told
    severalTrainings(typed: string, titles: readonly string[]): Told
  },
): T {
  const exact = all.filter((it) => it.id === typed || it.title === typed)
  const found = exact.length > 0 ? exact : all.filter((it) => isNamed(it, typed))
  const [one, another] = found
  if (!one) throw problem(say.noTraining(typed))
  const titles = found.slice(0, mostNamed).map((it) => it.title)
  if (another) throw problem(say.severalTrainings(typed, titles))
  return one
}

/** Whether words that somebody typed could mean this training: a part of its title, or its place. Pure. */
export function isNamed(
  { title, place }: { readonly title: string; readonly place?: string },
  typed: string,
): boolean {
  return typed.length > 1 && (title.includes(typed) || (place?.includes(typed) ?? false))
}
