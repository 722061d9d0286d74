import { dayAt } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import { may } from '../../../core/may.ts'
import {
  type Button,
  buttons,
  heading,
  paragraph,
  privately,
  type Reply,
  reply,
} from '../../../core/reply.ts'
import { type Handle, problem, type Request } from '../../../core/request.ts'
import type { Outcome } from '../../../core/skill.ts'
import type { Training } from '../../../core/training.ts'
import { askButton, isOpen } from '../card.ts'
import { actions } from '../faces.ts'
import { isInvited } from '../invited.ts'
import { signInButton } from '../organizing/sign-in-button.ts'
import { isNamed, subjectsIn, type TrainingParts } from '../parts.ts'
import type { Spoken } from '../spoken.ts'
import { words } from '../words.ts'
import { attendee } from './acting.ts'

/** Trainings that a sentence can mean, each as a button; who means another has to say more. */
const mostNamed = 5

type Verb = 'accept' | 'coming' | 'mine' | 'past' | 'ask' | 'decline' | 'details' | 'training'

/** What is said in plain words, done as if the button had been pressed; where several could be meant, they are shown. */
export function makeSaying(parts: TrainingParts, handles: Readonly<Record<Verb, Handle>>) {
  return async ({ verb, named }: Spoken, request: Request): Promise<Outcome> => {
    if (verb === 'coming' || verb === 'mine' || verb === 'past') return handles[verb](request)
    if (verb === 'sign-in')
      return privately(
        reply(words[request.caller.locale].did.signInHow, buttons(signInButton(request.caller.locale))),
      )
    if (verb === 'organize' || verb === 'organized') return organizing(verb, request)
    if (verb === 'accept') return accepted(request)
    return one(verb, named, request)
  }

  /** A seat that is held for the speaker is theirs; where none is, 我去 is the wish to register. */
  async function accepted(request: Request): Promise<Outcome> {
    const { member } = attendee(request.caller)
    const held = await parts.registrations.list({ member: member.id, states: ['offered'] })
    const [only, another] = held
    if (only && !another) return handles.accept({ ...request, value: only.training })
    return held.length > 0 ? handles.mine(request) : one('ask', undefined, request)
  }

  /** Who organizes nothing is shown what there is to join. */
  async function organizing(verb: 'organize' | 'organized', request: Request): Promise<Outcome> {
    const { caller } = request
    const own = caller.organization
    if (!may(caller, 'training.organize', own ? { organization: own } : {})) return handles.coming(request)
    return handles.training({ ...request, given: verb === 'organize' ? { do: 'new' } : {} })
  }

  async function one(verb: 'ask' | 'decline', named: string | undefined, request: Request): Promise<Outcome> {
    const { caller } = request
    const say = words[caller.locale]
    const { member, organization } = attendee(caller)
    const possible = verb === 'ask' ? await openFor(organization.id) : await activeOf(member.id)
    if (possible.length === 0)
      return privately(
        verb === 'ask'
          ? reply(say.did.nothingOpen)
          : reply(
              say.did.noActive,
              buttons({ label: say.buttons.coming, action: actions.coming, value: '' }),
            ),
      )
    const meant = named === undefined ? possible : possible.filter((it) => isNamed(it, named))
    const [first, another] = meant
    if (!first) throw problem(say.problems.noTraining(named ?? ''))
    if (another) return which(verb, meant, request)
    // 我要报名 names nothing: nobody is registered for what they have not seen.
    if (verb === 'ask' && named === undefined) return handles.details({ ...request, value: first.id })
    return handles[verb]({ ...request, value: first.id })
  }

  async function openFor(organization: string): Promise<readonly Training[]> {
    const now = parts.clock.now()
    const subjects = await subjectsIn(parts)
    return (await parts.trainings.list({ states: ['published'], endsFrom: dayAt(now) })).filter(
      (it) => isOpen(it, now) && isInvited(it, organization, subjects),
    )
  }

  async function activeOf(member: string): Promise<readonly Training[]> {
    const today = dayAt(parts.clock.now())
    const own = await parts.registrations.list({ member, states: ['seated', 'offered', 'waiting'] })
    const all = await parts.trainings.list({ states: ['published'], endsFrom: today })
    return all.filter((it) => own.some(({ training }) => training === it.id))
  }

  function which(verb: 'ask' | 'decline', all: readonly Training[], { caller }: Request): Reply {
    const say = words[caller.locale]
    return privately(
      reply(
        heading(say.did.which(say.buttons[verb])),
        ...all
          .slice(0, mostNamed)
          .flatMap((it) => [paragraph(it.title), buttons(buttonFor(verb, it, caller.locale))]),
      ),
    )
  }
}

function buttonFor(verb: 'ask' | 'decline', training: Training, locale: Locale): Button {
  if (verb === 'ask') return askButton(training, locale)
  return { label: words[locale].buttons.decline, action: actions.decline, value: training.id }
}
