import type { Caller } from '../../../core/caller.ts'
import { dayAt, yearOf } from '../../../core/local-date.ts'
import { ensureMay, may } from '../../../core/may.ts'
import {
  type Block,
  type Button,
  buttons,
  divider,
  heading,
  paragraph,
  privately,
  type Reply,
  reply,
  table,
  withFiles,
} from '../../../core/reply.ts'
import { type Handle, problem, type Request } from '../../../core/request.ts'
import type { Hosting } from '../../../core/visit.ts'
import { visitFile } from './calendar.ts'
import {
  datesTold,
  isAhead,
  offerButton,
  offerCard,
  overseenCard,
  type Reading,
  rowOf,
  visitCard,
} from './draw.ts'
import { drawFigures } from './draw-figures.ts'
import { actions, views } from './faces.ts'
import { visitFigures } from './figures.ts'
import { ensureReader, namesOf, type OwnVisit, type VisitParts, visitMeant } from './parts.ts'
import { isLive, sideOf } from './visit.ts'
import { visitWords } from './words.ts'

/** Cards with buttons of their own in one message: Discord allows five rows of buttons, the last leads on. */
const mostCards = 4

/** Days after its end in which a visit still stands among one's own: the outcome can be told. */
const remembered = 90
const day = 86_400_000

/** What is offered, what a zone has asked for and receives, and the figures of a year. */
export function makeShowing(parts: VisitParts) {
  const { clock, visits } = parts

  return {
    async visits(request) {
      const view = views.find((it) => it === request.given.view) ?? 'open'
      return { open, ours, agreed, figures }[view](request)
    },
    open,
    ours,
    agreed,
    figures,

    async calendar(request) {
      const { hosting, visit, side } = await visitMeant(parts, request)
      const { nameOf, locale } = await readingOf(request)
      const other = nameOf(side === 'host' ? visit.guest : hosting.offer.host)
      const told = reply(visitWords[locale].did.calendar(other))
      if (!visit.days) throw problem(visitWords[locale].problems.gone)
      return privately(withFiles(told, visitFile(hosting.offer, visit, nameOf, locale)))
    },
  } satisfies Readonly<Record<string, Handle>>

  async function open(request: Request): Promise<Reply> {
    const { caller } = request
    if (caller.role === 'guest') return privately(drawGuest(caller))
    ensureReader(caller)
    const reading = await readingOf(request)
    const { locale, today, nameOf } = reading
    const say = visitWords[locale].shown
    const all = (await visits.list()).filter(
      ({ offer }) => isAhead(offer, today) && offer.host !== caller.organization?.id,
    )
    const rest = buttons(...leading(caller, 'ours'))
    if (all.length === 0) return privately(reply(say.none, rest))
    const more = all.slice(mostCards)
    const rows = more.map(({ offer }) => [
      nameOf(offer.host),
      visitWords[locale].kinds[offer.kind],
      offer.topic,
      datesTold(offer.dates, locale),
    ])
    return privately({
      blocks: [
        heading(say.opens(all.length)),
        ...apart(all.slice(0, mostCards).map((it) => cardOf(it, caller, reading))),
        ...(more.length > 0 ? [paragraph(say.more(more.length)), table(say.moreHeader, rows)] : []),
        rest,
      ],
    })
  }

  async function ours(request: Request): Promise<Reply> {
    const { caller } = request
    if (caller.role === 'guest') return privately(drawGuest(caller))
    ensureReader(caller)
    const own = caller.organization?.id ?? ''
    const reading = await readingOf(request)
    const say = visitWords[reading.locale].shown
    const all = await visits.list({ of: own })
    const its = ownVisits(all, own)
    const offers = all.filter(({ offer }) => offer.host === own && isAhead(offer, reading.today))
    const rest = buttons(...leading(caller, 'open'))
    if (its.length + offers.length === 0) return privately(reply(say.noneOfOurs, rest))
    // An offer keeps a card, so that it can be taken back whoever comes.
    const shown = its.slice(0, mostCards - Math.min(1, offers.length))
    const more = its.slice(shown.length)
    const cards = [
      ...shown.map((it) => visitCard(it, reading)),
      ...offers.slice(0, mostCards - shown.length).map((it) => offerCard(it, true, reading)),
    ]
    return privately({
      blocks: [
        heading(its.length > 0 ? say.ours(its.length) : say.ourOffers(offers.length)),
        ...apart(cards),
        ...rowsOf(more, reading),
        rest,
      ],
    })
  }

  /** For the office: what stands between zones, each to be called off with a reason that both are told. */
  async function agreed(request: Request): Promise<Reply> {
    const { caller } = request
    ensureReader(caller)
    ensureMay(caller, 'visit.end')
    const reading = await readingOf(request)
    const say = visitWords[reading.locale].shown
    const all = (await visits.list()).flatMap((hosting) =>
      hosting.visits
        .filter((it) => it.state === 'agreed')
        .map((visit): OwnVisit => ({ hosting, visit, side: 'host' })),
    )
    all.sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))
    const rest = buttons(...leading(caller, 'open'))
    if (all.length === 0) return privately(reply(say.noneAgreed, rest))
    const more = all.slice(mostCards)
    return privately({
      blocks: [
        heading(say.agreed(all.length)),
        ...apart(all.slice(0, mostCards).map((it) => overseenCard(it, reading))),
        ...rowsOf(more, reading),
        rest,
      ],
    })
  }

  async function figures(request: Request): Promise<Reply> {
    const { caller, given } = request
    ensureReader(caller)
    const { locale, today, nameOf } = await readingOf(request)
    const typed = given.year
    if (typed !== undefined && !/^(?:19|20)\d\d$/u.test(typed))
      throw problem(visitWords[locale].problems.badYear(typed))
    const year = typed === undefined ? yearOf(today) : Number(typed)
    const counted = visitFigures(await visits.list(), year, await parts.organizations.all(), today)
    return privately(drawFigures(counted, nameOf, locale))
  }

  /** Those in which something is to be done first, then by their days; those that are long over are not shown. */
  function ownVisits(all: readonly Hosting[], own: string): readonly OwnVisit[] {
    const since = dayAt(clock.now() - remembered * day)
    return all
      .flatMap((hosting) =>
        hosting.visits.flatMap((visit): readonly OwnVisit[] => {
          const side = sideOf(hosting, visit, own)
          const shown = isLive(visit) || (visit.state === 'held' && (visit.days?.to ?? '') >= since)
          return side && shown ? [{ hosting, visit, side }] : []
        }),
      )
      .sort((a, b) => orderOf(a) - orderOf(b) || (firstDay(a) < firstDay(b) ? -1 : 1))
  }

  function cardOf(hosting: Hosting, caller: Caller, reading: Reading): readonly Block[] {
    // The office sees an offer as its host does: it may take it back.
    const own = hosting.offer.host === caller.organization?.id || may(caller, 'visit.end')
    const blocks = offerCard(hosting, own, reading)
    if (may(caller, 'visit.end')) return blocks
    return may(caller, 'visit.arrange', caller.member ? { member: caller.member.id } : {})
      ? blocks
      : blocks.filter((it) => it.kind !== 'buttons')
  }

  async function readingOf({ caller }: Pick<Request, 'caller'>): Promise<Reading> {
    return { nameOf: await namesOf(parts), locale: caller.locale, today: dayAt(clock.now()) }
  }
}

/** What waits for the reader's own word comes first. */
function orderOf({ visit: { state }, side }: OwnVisit): number {
  if ((state === 'asked' && side === 'host') || (state === 'answered' && side === 'guest')) return 0
  return state === 'agreed' ? 1 : isLive({ state }) ? 2 : 3
}

const firstDay = ({ visit }: OwnVisit) => visit.days?.from ?? visit.wanted[0]?.from ?? ''

function apart(cards: readonly (readonly Block[])[]): readonly Block[] {
  return cards.flatMap((it, at) => (at > 0 ? [divider, ...it] : it))
}

/** Where to go from a list; whoever arranges visits can offer one. */
function leading({ role, locale }: Caller, to: 'open' | 'ours'): readonly Button[] {
  const say = visitWords[locale].buttons
  const on: Button = { label: say[to], action: actions[to], value: '' }
  if (role === 'staff') return [on, offerButton(locale)]
  const figures: Button = { label: say.figures, action: actions.figures, value: '' }
  if (role !== 'office') return [figures]
  const overseen = to === 'ours' ? 'agreed' : 'open'
  return [{ label: say[overseen], action: actions[overseen], value: '' }, figures]
}

/** A guest is told whom visits are for, and how to become one of them. Pure. */
function drawGuest({ locale }: Caller): Reply {
  const say = visitWords[locale]
  return reply(
    say.problems.guest[0],
    buttons({ label: say.buttons.join, action: 'members.join', value: '', opens: 'members.join' }),
  )
}

/** What has no card of its own any more, as rows. */
function rowsOf(more: readonly OwnVisit[], reading: Reading): readonly Block[] {
  if (more.length === 0) return []
  const say = visitWords[reading.locale].shown
  const rows = more.map((it) => rowOf(it, reading))
  return [paragraph(say.more(more.length)), table(say.oursHeader, rows)]
}
