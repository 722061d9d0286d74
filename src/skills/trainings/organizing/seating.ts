import { dayAt } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import { ensureMay, may } from '../../../core/may.ts'
import { heading, privately, reply, table } from '../../../core/reply.ts'
import { type Handle, problem, type Request, stampOf } from '../../../core/request.ts'
import type { Hall, Registration } from '../../../core/training.ts'
import type { Listed } from '../../../store/members.ts'
import { stateOf } from '../card.ts'
import { isInvited } from '../invited.ts'
import { subjectsIn, trainingTyped } from '../parts.ts'
import { personOf } from '../registering/acting.ts'
import { organize, refusalOf } from './acting.ts'
import { type Nameable, type Named, peopleNamed } from './naming.ts'
import { hallOrganized, type OrganizingParts } from './parts.ts'
import { organizingWords } from './words.ts'

/** People that are moved by name: named by a province; seated, taken out and marked as present by the organizer. */
export function makeSeating(parts: OrganizingParts) {
  return {
    /** A provincial department names people of its zones, together and in its order. */
    async nominate(request) {
      const { caller } = request
      const { locale } = caller
      const say = organizingWords[locale]
      const { organization } = caller
      ensureMay(caller, 'training.nominate', organization ? { organization } : {})
      const training = await trainingNamed(request)
      const subjects = await subjectsIn(parts)
      const own = (await parts.members.list()).filter((it) =>
        may(caller, 'training.nominate', { organization: it.organization }),
      )
      if (own.length === 0) throw problem(say.problems.nobodyToNominate)
      const found = allNamed(request, own.map(nameable), say.problems.notYours)
      const outside = found.filter((it) => !isInvited(training, it.listed.organization.id, subjects))
      if (outside.length > 0)
        throw problem(
          say.problems.notInvited(
            training.title,
            outside.map((it) => `${it.name}（${it.place}）`),
          ),
        )
      const { moved } = await organize(parts, request, training.id, {
        kind: 'nominate',
        group: `${caller.organization?.id ?? 'office'} ${parts.newId()}`.slice(0, 80),
        people: found.map((it) => personOf(it.listed, it.listed.organization)),
      })
      if (moved.refused) throw problem(refusalOf(moved.refused, moved, '', locale))
      return privately(reply(heading(say.did.nominated(training.title)), standing(moved, found, locale)))
    },

    /** Out of turn, or somebody who came without having registered. */
    async seat(request) {
      const { hall, id, title } = await hallOrganized(parts, request)
      const { locale } = request.caller
      const say = organizingWords[locale]
      const why = reasonIn(request)
      const found = allNamed(request, (await parts.members.list()).map(nameable), say.problems.notMembers)
      const full: string[] = []
      let last: Hall = hall
      for (const { member, name, listed } of found) {
        const person = personOf(listed, listed.organization)
        const { moved } = await organize(parts, request, id, { kind: 'seat', member, person }, why)
        if (moved.refused?.why === 'full') full.push(name)
        else if (moved.refused) throw problem(refusalOf(moved.refused, moved, name, locale))
        last = moved
      }
      const done = found.filter((it) => !full.includes(it.name))
      return privately(
        reply(
          ...(done.length > 0 ? [heading(say.did.seated(title)), standing(last, done, locale)] : []),
          ...(full.length > 0 ? [say.did.full(full)] : []),
        ),
      )
    },

    async withdraw(request) {
      const { hall, id, title } = await hallOrganized(parts, request)
      const { locale } = request.caller
      const say = organizingWords[locale]
      const why = reasonIn(request)
      const found = allNamed(request, await registered(hall), say.problems.notOnRoster)
      let promoted = 0
      for (const { member, name } of found) {
        const { moved } = await organize(parts, request, id, { kind: 'withdraw', member }, why)
        if (moved.refused) throw problem(refusalOf(moved.refused, moved, name, locale))
        promoted += moved.changes.filter((it) => it.verb === 'offered' || it.verb === 'seated').length
      }
      return privately(
        reply(
          say.did.withdrawn(
            title,
            found.map((it) => it.name),
            promoted,
          ),
        ),
      )
    },

    /** Seen in the room by the organizer. */
    async came(request) {
      const { hall, id, title } = await hallOrganized(parts, request)
      const say = organizingWords[request.caller.locale]
      if (hall.training.starts > dayAt(parts.clock.now()))
        throw problem(say.problems.notBegun(title, hall.training.starts))
      const found = allNamed(request, await registered(hall), say.problems.notOnRoster)
      const seatless = found.filter((it) => it.registration.state !== 'seated')
      if (seatless.length > 0) throw problem(say.problems.seatFirst(seatless.map((it) => it.name)))
      const stamp = stampOf(request, parts.clock)
      let marked = 0
      for (const { member } of found) if (await parts.registrations.attend(id, member, stamp)) marked += 1
      return privately(reply(say.did.came(title, marked, found.length - marked)))
    },
  } satisfies Readonly<Record<string, Handle>>

  async function trainingNamed({ value, given, caller }: Request) {
    const id = value.split('/')[0] ?? ''
    const all = await parts.trainings.list({ states: ['published', 'cancelled', 'held'] })
    const one = all.find((it) => it.id === id)
    return one ?? trainingTyped(all, given.training ?? id, caller.locale)
  }

  async function registered(hall: Hall): Promise<readonly (Nameable & { registration: Registration })[]> {
    const names = new Map((await parts.organizations.all()).map((it) => [it.id, it.name]))
    return hall.registrations.map((registration) => ({
      member: registration.member,
      name: registration.name,
      place: names.get(registration.organization) ?? registration.organization,
      registration,
    }))
  }
}

/** Everybody who was named, or nobody: a group that is named together stands together. @throws Problem that says who is not known */
function allNamed<T extends Nameable>(
  { given, caller }: Request,
  all: readonly T[],
  unknownTold: (names: readonly string[]) => string,
): readonly T[] {
  const say = organizingWords[caller.locale].problems
  const { found, unknown, several }: Named<T> = peopleNamed(given.names ?? '', all)
  const faults = [
    ...(unknown.length > 0 ? [unknownTold(unknown)] : []),
    ...(several.length > 0 ? [say.several(several)] : []),
  ]
  if (faults.length > 0) throw problem(say.names(faults))
  if (found.length === 0) throw problem(say.noNames)
  return found
}

function reasonIn({ given, caller }: Request): string {
  if (given.reason === undefined) throw problem(organizingWords[caller.locale].problems.noReason)
  return given.reason
}

function nameable(listed: Listed): Nameable & { readonly listed: Listed } {
  return { member: listed.id, name: listed.name, place: listed.organization.name, listed }
}

/** Where each of them stands now. */
function standing(hall: Hall, people: readonly Nameable[], locale: Locale) {
  const say = organizingWords[locale]
  return table(
    say.did.header,
    people.map(({ member, name, place }) => {
      const own = hall.registrations.find((it) => it.member === member)
      return [name, place, own ? stateOf(hall, own, locale) : '']
    }),
  )
}
