import type { Caller } from '../../core/caller.ts'
import {
  type Block,
  buttons,
  divider,
  heading,
  note,
  paragraph,
  privately,
  type Reply,
  reply,
  table,
  withFiles,
} from '../../core/reply.ts'
import { type Handle, problem, type Request } from '../../core/request.ts'
import type { Hall } from '../../core/training.ts'
import { calendarFile } from './calendar-file.ts'
import { detailsOf, ownCard, stateOf, titleOf, whenOf } from './card.ts'
import { comingFor, isAhead, type Own, registeredBy, visibleTo } from './coming.ts'
import { actions, type View, views } from './faces.ts'
import { hallMeant, type TrainingParts, trainingTyped } from './parts.ts'
import { drawPast } from './past.ts'
import { actions as visitActions } from './visits/faces.ts'
import { openTo } from './visits/open.ts'
import { words } from './words.ts'

/** Cards with buttons of their own in one message: Discord allows five rows of buttons, the last leads on. */
const mostCards = 4

/** What is coming for somebody, what they registered for, what they attended, and each of them in full. */
export function makeShowing(parts: TrainingParts) {
  const { clock } = parts

  return {
    async trainings(request) {
      const { given, caller } = request
      if (given.training !== undefined) {
        const { id } = trainingTyped(await visibleTo(parts, caller), given.training, caller.locale)
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
    const say = words[caller.locale].coming
    if (caller.role === 'guest') return privately(drawGuest(caller))
    const all = await comingFor(parts, caller)
    const offers = await openTo(parts, caller)
    const visits = offers > 0 ? [paragraph(say.visits(offers))] : []
    const open = offers > 0 ? [{ label: say.openVisits, action: visitActions.open, value: '' }] : []
    const rest = buttons(button('mine', caller), button('past', caller), ...open)
    if (all.length === 0) return privately(reply(say.none, ...visits, rest))
    const more = all.length - mostCards
    return privately({
      blocks: [
        heading(say.title(all.length)),
        ...cards(all.slice(0, mostCards), caller),
        ...(more > 0 ? [note(say.more(more)), tableOf(all.slice(mostCards), caller)] : []),
        ...visits,
        rest,
      ],
    })
  }

  async function mine({ caller }: Request): Promise<Reply> {
    const say = words[caller.locale].mine
    if (caller.role === 'guest') return privately(drawGuest(caller))
    const all = (await registeredBy(parts, caller)).filter(({ hall }) => isAhead(hall.training, clock))
    const rest = buttons(button('coming', caller), button('past', caller))
    if (all.length === 0) return privately(reply(say.none, rest))
    return privately({
      blocks: [
        heading(say.title(all.length)),
        ...cards(all.slice(0, mostCards), caller),
        ...(all.length > mostCards ? [tableOf(all.slice(mostCards), caller)] : []),
        rest,
      ],
    })
  }

  async function past({ caller }: Request): Promise<Reply> {
    if (caller.role === 'guest') return privately(drawGuest(caller))
    const own = (await registeredBy(parts, caller)).filter(
      ({ hall: { training }, own }) =>
        !isAhead(training, clock) &&
        training.state !== 'cancelled' &&
        (own?.state === 'seated' || own?.attendedAt !== undefined),
    )
    return privately(drawPast(own, parts.pastTrainings(), caller.locale))
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

  /** @throws Problem where it is not for those whom the reader answers for, and they did not register */
  async function hallShown(request: Request): Promise<Hall> {
    const { caller } = request
    const hall = await hallMeant(parts, request)
    if (caller.role === 'guest') throw problem(words[caller.locale].problems.guest)
    const registered = hall.registrations.some((it) => it.member === caller.member?.id)
    const seen = registered || (await visibleTo(parts, caller)).some((it) => it.id === hall.training.id)
    if (!seen) throw problem(words[caller.locale].problems.notInvited(hall.training.title))
    return hall
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
