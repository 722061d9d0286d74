import { subjectsOf } from '../../core/audience.ts'
import type { Caller, Organization } from '../../core/caller.ts'
import type { Clock } from '../../core/clock.ts'
import { dayAt } from '../../core/local-date.ts'
import { may } from '../../core/may.ts'
import type { Hall, Registration, Training } from '../../core/training.ts'
import { invitedTo } from './invited.ts'
import type { TrainingParts } from './parts.ts'

/** A training with the reader's own place in it, if they have any. */
export interface Own {
  readonly hall: Hall
  readonly own?: Registration
}

export type ComingParts = Pick<TrainingParts, 'regionOf'> & {
  readonly trainings: Pick<TrainingParts['trainings'], 'list'>
  readonly registrations: Pick<TrainingParts['registrations'], 'hall' | 'list'>
  readonly organizations: Pick<TrainingParts['organizations'], 'all'>
  readonly zones: TrainingParts['zones']
  readonly clock: Clock
}

/** Trainings that somebody may see, by their first day: whom they are for is within the reader's reach. */
export async function visibleTo(parts: ComingParts, caller: Caller): Promise<readonly Training[]> {
  const [all, organizations, { zones }] = await Promise.all([
    parts.trainings.list({ states: ['published', 'cancelled', 'held'] }),
    parts.organizations.all(),
    parts.zones.snapshot(),
  ])
  const subjects = subjectsOf(organizations, zones, parts.regionOf)
  const byId = new Map<string, Organization>(organizations.map((it) => [it.id, it]))
  return all.filter(
    (training) =>
      may(caller, 'training.read') ||
      training.organizer === caller.organization?.id ||
      invitedTo(training, subjects).some(({ organization: id }) => {
        const organization = byId.get(id)
        return organization !== undefined && may(caller, 'training.read', { organization })
      }),
  )
}

/** What is coming for somebody, each with their own place in it. */
export async function comingFor(parts: ComingParts, caller: Caller): Promise<readonly Own[]> {
  const all = (await visibleTo(parts, caller)).filter((it) => isAhead(it, parts.clock))
  return Promise.all(all.map((it) => ownOf(parts, it.id, caller)))
}

/** What somebody ever registered for, by its first day. */
export async function registeredBy(parts: ComingParts, caller: Caller): Promise<readonly Own[]> {
  if (!caller.member) return []
  const own = await parts.registrations.list({ member: caller.member.id })
  const all = await Promise.all(own.map((it) => ownOf(parts, it.training, caller)))
  return all.sort((a, b) => (a.hall.training.starts < b.hall.training.starts ? -1 : 1))
}

/** Whether it is announced and not over yet. */
export function isAhead({ state, ends }: Training, clock: Clock): boolean {
  return state === 'published' && ends >= dayAt(clock.now())
}

async function ownOf(parts: ComingParts, id: string, { member }: Caller): Promise<Own> {
  const hall = await parts.registrations.hall(id)
  if (!hall) throw new Error(`the training ${id} is gone`)
  const own = hall.registrations.find((it) => it.member === member?.id)
  return own ? { hall, own } : { hall }
}
