import { createHash } from 'node:crypto'
import { buttons, heading, privately, reply } from '../../../core/reply.ts'
import { type Handle, problem } from '../../../core/request.ts'
import type { Hall } from '../../../core/training.ts'
import type { Listed } from '../../../store/members.ts'
import { actions } from '../faces.ts'
import type { TrainingParts } from '../parts.ts'
import { words } from '../words.ts'
import { act, attending, personOf } from './acting.ts'

/** Colleagues shown at once, a button each: Discord takes five rows of five. */
const mostShown = 20

/** A colleague of the same organization goes instead of somebody. */
export function makeSwapping(parts: TrainingParts) {
  const colleaguesOf = async (hall: Hall, organization: string): Promise<readonly Listed[]> => {
    const taken = new Set(
      hall.registrations
        .filter(({ state }) => state === 'seated' || state === 'offered' || state === 'withdrawn')
        .map((it) => it.member),
    )
    return (await parts.members.list([organization])).filter((it) => !taken.has(it.id))
  }

  return {
    async swap(request) {
      const { hall, person, own } = await attending(parts, request)
      const say = words[request.caller.locale]
      const { title } = hall.training
      if (!own) throw problem(say.problems.unknown(title))
      const colleagues = (await colleaguesOf(hall, own.organization)).filter((it) => it.id !== person.member)
      if (colleagues.length === 0) return privately(reply(say.did.nobodyToSwap))
      return privately(
        reply(
          heading(say.did.swapWhom(title)),
          buttons(
            ...colleagues.slice(0, mostShown).map((it) => ({
              label: it.name,
              action: actions.swapTo,
              value: pairOf(hall.training.id, it.id),
            })),
          ),
        ),
      )
    },

    async 'swap-to'(request) {
      const here = await attending(parts, request)
      const { hall, person, own } = here
      const say = words[request.caller.locale]
      if (!own) throw problem(say.problems.unknown(hall.training.title))
      const all = await parts.members.list([own.organization])
      const colleague = all.find((it) => pairOf(hall.training.id, it.id) === request.value)
      if (!colleague) throw problem(say.problems.noColleague)
      const { training } = await act(
        parts,
        request,
        here,
        {
          kind: 'swap',
          member: person.member,
          person: personOf(colleague, colleague.organization),
          // Passport names and diets are a person's own.
          answers: {},
        },
        colleague.name,
      )
      return privately(reply(say.did.swapped(training.title, colleague.name)))
    },
  } satisfies Readonly<Record<string, Handle>>
}

/** A training and a member as a button carries them: the ids of both are too long for the narrowest platform. Pure. */
export function pairOf(training: string, member: string): string {
  return `${training}/${createHash('sha256').update(member).digest('hex').slice(0, 16)}`
}
