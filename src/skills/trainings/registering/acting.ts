import type { Caller, Member, Organization } from '../../../core/caller.ts'
import { ensureMay } from '../../../core/may.ts'
import { problem, type Request, stampOf } from '../../../core/request.ts'
import type { Hall, Registration, SeatMove } from '../../../core/training.ts'
import { isInvited } from '../invited.ts'
import { hallMeant, seatRulesOf, subjectsIn, type TrainingParts } from '../parts.ts'
import type { Person, SeatEvent } from '../seats/events.ts'
import { seat } from '../seats/seats.ts'
import { tellMove } from '../telling/tell-move.ts'
import { words } from '../words.ts'
import { refusalTold } from './refusals.ts'

/** Somebody and the training that they mean, with where they stand. */
export interface Attending {
  readonly hall: Hall
  readonly person: Person
  readonly own?: Registration
}

/** Who may register at all. @throws Problem */
export function attendee(caller: Caller): { readonly member: Member; readonly organization: Organization } {
  const { member, organization } = caller
  if (caller.role === 'guest') throw problem(words[caller.locale].problems.guest)
  ensureMay(caller, 'training.register', member ? { member: member.id } : {})
  if (!member || !organization) throw problem(words[caller.locale].problems.guest)
  return { member, organization }
}

/**
 * The training that a button means and who pressed it.
 * @throws Problem where they may not register, the training is gone, or is not for their organization; whoever registered
 * while it was keeps what they have
 */
export async function attending(parts: TrainingParts, request: Request): Promise<Attending> {
  const { caller } = request
  const { member, organization } = attendee(caller)
  const hall = await hallMeant(parts, request)
  const own = hall.registrations.find((it) => it.member === member.id)
  if (!own && !isInvited(hall.training, organization.id, await subjectsIn(parts)))
    throw problem(words[caller.locale].problems.notInvited(hall.training.title))
  return { hall, person: personOf(member, organization), ...(own ? { own } : {}) }
}

export function personOf(member: Member, { id, province }: Organization): Person {
  return {
    member: member.id,
    name: member.name,
    organization: id,
    ...(province === undefined ? {} : { province }),
  }
}

/** What came of it for the one who asked. */
export interface Acted extends SeatMove {
  readonly before: Hall
  readonly own: Registration | undefined
}

/**
 * Does one thing to a hall, keeps it together with the word of it to everybody else whom it concerns.
 * @throws Problem where it is refused
 */
export async function act(
  parts: TrainingParts,
  request: Request,
  { hall, person }: Attending,
  event: SeatEvent,
  colleague?: string,
): Promise<Acted> {
  const { caller } = request
  const stamp = stampOf(request, parts.clock)
  const rules = seatRulesOf(parts)
  const ears = await parts.ears()
  let found: Hall | undefined
  const moved = await parts.registrations.act(
    hall.training.id,
    (it) => seat(it, event, rules),
    stamp,
    (it, before) => {
      found = before
      return tellMove(it, before, ears, { by: person.member, at: stamp.at })
    },
  )
  if (!moved) throw problem(words[caller.locale].problems.gone)
  if (moved.refused) throw problem(refusalTold(moved.refused, moved.training, colleague, caller.locale))
  return {
    ...moved,
    before: found ?? hall,
    own: moved.registrations.find((it) => it.member === person.member),
  }
}

/** Whether an event would be refused as things stand, told before anybody fills in a form. @throws Problem */
export function ensureOpen(parts: TrainingParts, { caller }: Request, { hall, person }: Attending): void {
  const { refused } = seat(hall, { kind: 'ask', person, answers: {} }, seatRulesOf(parts))
  if (refused) throw problem(refusalTold(refused, hall.training, undefined, caller.locale))
}
