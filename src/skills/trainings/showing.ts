import type { Caller } from '../../core/caller.ts'
import { dayAt } from '../../core/local-date.ts'
import {
  type Block,
  buttons,
  divider,
  heading,
  note,
  privately,
  type Reply,
  reply,
  table,
  withFiles,
} from '../../core/reply.ts'
import { type Handle, problem, type Request } from '../../core/request.ts'
import type { Hall, Registration, Training } from '../../core/training.ts'
import { calendarFile } from './calendar-file.ts'
import { detailsOf, ownCard, stateOf, titleOf, whenOf } from './card.ts'
import { actions, type View, views } from './faces.ts'
import { isInvited } from './invited.ts'
import { hallMeant, subjectsIn, type TrainingParts, trainingTyped } from './parts.ts'
import { words } from './words.ts'

/** Cards with buttons of their own in one message: Discord allows five rows of buttons, the last leads on. */
const mostCards = 4

/** A training with the reader's own place in it, if any. */
interface Own {
  readonly hall: Hall
  readonly own?: Registration
}

/** What is coming for somebody, what they registered for, what they attended, and each of them in full. */
export function makeShowing(parts: TrainingParts) {
  const { clock } = parts

  return {
    async trainings(request) {
      const { given, caller } = request
      if (given.training !== undefined) {
        const { id } = trainingTyped(await visibleTo(caller), given.training, caller.locale)
        return details({ ...request, value: id })
      }
      const view: View = views.find((it) => it === given.view) ?? 'coming'
      return { coming, mine, past }[view](request)
    },
    coming,
    mine,
    past,
    details,

    async calendar(request) {
      const { training } = await hallShown(request)
      const { locale } = request.caller
      const say = words[locale].did
      const told = training.state === 'cancelled' ? say.calendarCancelled : say.calendar
      return privately(withFiles(reply(told(training.title)), calendarFile(training, locale)))
    },
  } satisfies Readonly<Record<string, Handle>>

  async function coming({ caller }: Request): Promise<Reply> {
    const say = words[caller.locale]
    if (caller.role === 'guest') return privately(drawGuest(caller))
    const today = dayAt(clock.now())
    const all = (await visibleTo(caller)).filter((it) => it.state === 'published' && it.ends >= today)
    if (all.length === 0)
      return privately(reply(say.coming.none, buttons(button('past', caller), button('mine', caller))))
    const shown = await Promise.all(all.slice(0, mostCards).map((it) => ownOf(it.id, caller)))
    return privately({
      blocks: [
        heading(say.coming.title(all.length)),
        ...cards(shown, caller),
        ...(all.length > mostCards ? [note(say.coming.more(all.length - mostCards))] : []),
        buttons(button('mine', caller), button('past', caller)),
      ],
    })
  }

  async function mine({ caller }: Request): Promise<Reply> {
    const say = words[caller.locale]
    if (caller.role === 'guest') return privately(drawGuest(caller))
    const all = (await registeredBy(caller)).filter(({ hall: { training } }) => isAhead(training))
    if (all.length === 0) return privately(reply(say.mine.none, buttons(button('coming', caller))))
    return privately({
      blocks: [
        heading(say.mine.title(all.length)),
        ...cards(all.slice(0, mostCards), caller),
        ...(all.length > mostCards ? [tableOf(all.slice(mostCards), caller)] : []),
        buttons(button('coming', caller), button('past', caller)),
      ],
    })
  }

  async function past({ caller }: Request): Promise<Reply> {
    const say = words[caller.locale]
    if (caller.role === 'guest') return privately(drawGuest(caller))
    const all = (await registeredBy(caller)).filter(
      ({ hall: { training }, own }) =>
        !isAhead(training) &&
        training.state !== 'cancelled' &&
        (own?.state === 'seated' || own?.attendedAt !== undefined),
    )
    if (all.length === 0) return privately(reply(say.past.none, buttons(button('coming', caller))))
    const rows = all.map(({ hall, own }) => [
      hall.training.title,
      whenOf(hall.training, caller.locale),
      own?.attendedAt === undefined ? say.past.missed : say.past.came,
    ])
    return privately(reply(heading(say.past.title), table(say.past.header, rows)))
  }

  async function details(request: Request): Promise<Reply> {
    const { caller } = request
    const hall = await hallShown(request)
    const own = hall.registrations.find((it) => it.member === caller.member?.id)
    const province = caller.organization?.province
    return privately(
      detailsOf(
        hall,
        { ...(own ? { own } : {}), ...(province === undefined ? {} : { province }) },
        clock.now(),
        caller.locale,
      ),
    )
  }

  /** @throws Problem where it is not for the reader's organization and they did not register */
  async function hallShown(request: Request): Promise<Hall> {
    const { caller } = request
    const hall = await hallMeant(parts, request)
    if (caller.role === 'guest') throw problem(words[caller.locale].problems.guest)
    const own = hall.registrations.some((it) => it.member === caller.member?.id)
    if (!own && !isVisible(hall.training, caller, await subjectsIn(parts)))
      throw problem(words[caller.locale].problems.notInvited(hall.training.title))
    return hall
  }

  /** Trainings that somebody may see, by day. */
  async function visibleTo(caller: Caller): Promise<readonly Training[]> {
    const all = await parts.trainings.list({ states: ['published', 'cancelled', 'held'] })
    const subjects = await subjectsIn(parts)
    return all.filter((it) => isVisible(it, caller, subjects))
  }

  async function ownOf(id: string, { member }: Caller): Promise<Own> {
    const hall = await parts.registrations.hall(id)
    if (!hall) throw new Error(`the training ${id} is gone`)
    const own = hall.registrations.find((it) => it.member === member?.id)
    return own ? { hall, own } : { hall }
  }

  async function registeredBy(caller: Caller): Promise<readonly Own[]> {
    if (!caller.member) return []
    const own = await parts.registrations.list({ member: caller.member.id })
    const all = await Promise.all(own.map((it) => ownOf(it.training, caller)))
    return all.sort((a, b) => (a.hall.training.starts < b.hall.training.starts ? -1 : 1))
  }

  function isAhead({ state, ends }: Training): boolean {
    return state === 'published' && ends >= dayAt(clock.now())
  }

  function cards(all: readonly Own[], { locale }: Caller): readonly Block[] {
    return all.flatMap(({ hall, own }, at) => [
      ...(at > 0 ? [divider] : []),
      ...ownCard(hall, own, clock.now(), locale),
    ])
  }

  function tableOf(all: readonly Own[], { locale }: Caller): Block {
    const rows = all.map(({ hall, own }) => [
      titleOf(hall.training, locale),
      whenOf(hall.training, locale),
      own ? stateOf(hall, own, locale) : '',
    ])
    return table(words[locale].mine.header, rows)
  }
}

/** Whether somebody may see a training: their organization is invited; the office sees all. Pure. */
function isVisible(
  training: Training,
  { role, organization }: Caller,
  subjects: Parameters<typeof isInvited>[2],
): boolean {
  if (role === 'office' || training.organizer === organization?.id) return true
  return organization !== undefined && isInvited(training, organization.id, subjects)
}

/** A guest is told whom trainings are for, and how to become one of them. Pure. */
function drawGuest({ locale }: Caller): Reply {
  const say = words[locale]
  return reply(
    say.coming.guest,
    buttons({ label: say.buttons.join, action: 'members.join', value: '', opens: 'members.join' }),
  )
}

function button(view: View, { locale }: Caller) {
  return { label: words[locale].buttons[view], action: actions[view], value: '' }
}
