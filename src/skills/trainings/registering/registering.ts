import type { Locale } from '../../../core/locale.ts'
import {
  type Button,
  buttons,
  heading,
  paragraph,
  privately,
  type Reply,
  reply,
  withFiles,
} from '../../../core/reply.ts'
import { type Handle, problem, type Request } from '../../../core/request.ts'
import type { Registration, Training } from '../../../core/training.ts'
import { calendarFile } from '../calendar-file.ts'
import { ownButtons, ownCard } from '../card.ts'
import { actions } from '../faces.ts'
import type { TrainingParts } from '../parts.ts'
import { placeInLine } from '../seats/line.ts'
import { factsOf } from '../telling/draw.ts'
import { words } from '../words.ts'
import { type Acted, type Attending, act, attending, ensureOpen } from './acting.ts'
import { partOf, readAnswers, readPart, unanswered } from './questions.ts'

/** What somebody does about their own seat: asks for one, answers, accepts, declines. */
export function makeRegistering(parts: TrainingParts) {
  return {
    async ask(request) {
      const here = await attending(parts, request)
      const { hall, own } = here
      // A card of before the training asked anything, or a sentence: the questions come first, with what is refused.
      if (hall.training.questions.length > 0 && !isIn(own)) {
        ensureOpen(parts, request, here)
        return privately({ blocks: ownCard(hall, own, parts.clock.now(), request.caller.locale) })
      }
      const answers = own?.answers ?? {}
      return confirmed(
        request,
        here,
        await act(parts, request, here, { kind: 'ask', person: here.person, answers }),
      )
    },

    async answers(request) {
      const here = await attending(parts, request)
      const { locale } = request.caller
      const { training } = here.hall
      const read = readAnswers(training, readPart(request.value).part, request.given, locale)
      if ('faults' in read) throw problem(words[locale].problems.badAnswers(read.faults))
      const answers = { ...here.own?.answers, ...read.answers }
      return confirmed(
        request,
        here,
        await act(parts, request, here, { kind: 'ask', person: here.person, answers }),
      )
    },

    async accept(request) {
      const here = await attending(parts, request)
      const { member } = here.person
      return confirmed(request, here, await act(parts, request, here, { kind: 'accept', member }))
    },

    async decline(request) {
      const here = await attending(parts, request)
      const { own, hall } = here
      const { locale } = request.caller
      // Who has something to lose is asked once; 放弃 of an offer says so itself.
      if (own?.state !== 'seated' && own?.state !== 'waiting') return declined(request, here)
      const say = words[locale]
      const { title } = hall.training
      const place = placeInLine(hall.registrations, own.member)
      return privately(
        reply(
          heading(place === undefined ? say.did.sure(title) : say.did.sureWaiting(title, place)),
          ...(place === undefined ? [say.did.sureMore] : []),
          buttons(
            { ...button('giveUp', say.buttons.sure, hall.training), style: 'danger' },
            button('keep', say.buttons.keep, hall.training),
            button('swap', say.buttons.swap, hall.training),
          ),
        ),
      )
    },

    async 'give-up'(request) {
      return declined(request, await attending(parts, request))
    },

    async keep(request) {
      const { hall } = await attending(parts, request)
      return privately(reply(words[request.caller.locale].did.kept(hall.training.title)))
    },
  } satisfies Readonly<Record<string, Handle>>

  async function declined(request: Request, here: Attending): Promise<Reply> {
    const { locale } = request.caller
    const { training, before, own } = await act(parts, request, here, {
      kind: 'decline',
      person: here.person,
    })
    const was = before.registrations.find((it) => it.member === here.person.member)?.state
    const say = words[locale].did
    const done =
      was === 'declined' || was === 'withdrawn'
        ? say.alreadyDeclined(training.title)
        : was === undefined || was === 'lapsed'
          ? say.declined(training.title)
          : say.gaveUp(training.title)
    return privately(reply(done, ...buttonsOf(training, own, locale)))
  }

  /** Where they stand now, the calendar file for whoever has a seat, and what is still to be filled in. */
  function confirmed({ caller }: Request, { person }: Attending, acted: Acted): Reply {
    const { locale } = caller
    const say = words[locale]
    const { training, registrations, own, before, changes } = acted
    const { title } = training
    const was = before.registrations.find((it) => it.member === person.member)
    const changed = changes.some((it) => it.after.member === person.member)
    const missing = own && unanswered(training, own.answers)
    const goOn = missing
      ? [
          paragraph(say.did.unanswered(missing.left)),
          buttons(answersButton(training, missing.part, say.buttons.answers(missing.left))),
        ]
      : buttonsOf(training, own, locale)
    if (own?.state === 'seated') {
      const known = was?.state === 'seated'
      const told = !known
        ? say.did.seated(title)
        : changed
          ? say.did.answered(title)
          : say.did.alreadySeated(title)
      const shown = reply(
        heading(told),
        ...(known ? [] : [factsOf(training, locale), say.did.seatedMore]),
        ...goOn,
      )
      return privately(known ? shown : withFiles(shown, calendarFile(training, locale)))
    }
    const place = placeInLine(registrations, person.member)
    if (place === undefined) return privately(reply(say.did.lapsed(title), ...goOn))
    const known = was?.state === 'waiting'
    const told = !known
      ? say.did.waiting(title, place)
      : changed
        ? say.did.answered(title)
        : say.did.alreadyWaiting(title, place)
    return privately(reply(heading(told), say.did.waitingMore, ...goOn))
  }

  function buttonsOf(training: Training, own: Registration | undefined, locale: Locale) {
    return [buttons(...ownButtons(training, own, parts.clock.now(), locale))]
  }
}

const isIn = (own: Registration | undefined) =>
  own?.state === 'seated' || own?.state === 'waiting' || own?.state === 'offered'

function button(verb: 'giveUp' | 'keep' | 'swap', label: string, { id }: Training): Button {
  return { label, action: actions[verb], value: id }
}

function answersButton(training: Training, part: number, label: string): Button {
  return {
    label,
    action: actions.answers,
    value: partOf(training, part),
    opens: actions.answers,
    style: 'primary',
  }
}
