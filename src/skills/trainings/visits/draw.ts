import type { LocalDate } from '../../../core/clock.ts'
import type { Locale } from '../../../core/locale.ts'
import {
  type Block,
  type Button,
  buttons,
  fields,
  heading,
  list,
  note,
  paragraph,
  quote,
} from '../../../core/reply.ts'
import type { Days, Hosting, Visit, VisitOffer, VisitSide } from '../../../core/visit.ts'
import type { Clash } from './clashes.ts'
import { actions } from './faces.ts'
import { buttonValue, type OwnVisit } from './parts.ts'
import { sideOf } from './visit.ts'
import { visitWords } from './words.ts'

export type NameOf = (organization: string) => string

/** Who reads, in which language, on which day. */
export interface Reading {
  readonly nameOf: NameOf
  readonly locale: Locale
  readonly today: LocalDate
}

/** Of the days that were asked for so many have a button of their own: a row of Discord's holds five. */
const mostAnswers = 2

export function daysTold({ from, to }: Days, locale: Locale): string {
  return visitWords[locale].days(from, to)
}

export function datesTold(all: readonly Days[], locale: Locale): string {
  return visitWords[locale].list(all.map((it) => daysTold(it, locale)))
}

/** Whether any of its dates is still ahead. */
export function isAhead({ state, dates }: VisitOffer, today: LocalDate): boolean {
  return state === 'open' && dates.some((it) => it.from >= today)
}

/** What is offered. Pure. @param own whether the reader's zone offers it */
export function offerCard(
  { offer }: Pick<Hosting, 'offer'>,
  own: boolean,
  { nameOf, locale, today }: Reading,
): readonly Block[] {
  const say = visitWords[locale]
  const { labels } = say
  const { host, kind, topic, place, dates, capacity, state, reason } = offer
  const over = state === 'withdrawn' ? say.offerStates.withdrawn : say.offerStates.over
  const ahead = isAhead(offer, today)
  return [
    heading(say.shown.offer(nameOf(host), say.kinds[kind], topic)),
    fields([
      ...(ahead ? [] : [[labels.state, over] as const]),
      ...(reason === undefined ? [] : [[labels.reason, reason] as const]),
      [labels.dates, datesTold(dates, locale)],
      [labels.capacity, say.shown.capacity(capacity)],
      ...(place === undefined ? [] : [[labels.place, place] as const]),
    ]),
    ...(own && state === 'open' ? [buttons(withdrawButton(offer, locale))] : []),
    // Days of their own can be asked for as long as the offer stands.
    ...(!own && state === 'open' ? [buttons(askButton(offer, say.buttons.ask))] : []),
  ]
}

/** A visit as one of its two sides sees it, with what that side can do. Pure. */
export function visitCard(it: OwnVisit, reading: Reading): readonly Block[] {
  const { locale, nameOf, today } = reading
  const { hosting, visit, side } = it
  const say = visitWords[locale]
  const { kind, host, topic } = hosting.offer
  const own = ownButtons(it, reading)
  const untold = visit.state === 'agreed' && visit.days !== undefined && visit.days.to < today
  return [
    heading(say.shown.visit(say.kinds[kind], nameOf(host), nameOf(visit.guest))),
    paragraph(topic),
    fields([
      [say.labels.state, untold ? say.untold : say.states[side][visit.state]],
      ...factsOf(hosting.offer, visit, locale),
      ...(visit.ended?.reason === undefined ? [] : [[say.labels.reason, visit.ended.reason] as const]),
    ]),
    ...(visit.note === undefined ? [] : [quote(visit.note, nameOf(visit.guest))]),
    ...(['host', 'guest'] as const).flatMap((by) => {
      const told = visit.reports[by]
      return told ? [quote(told.outcome, say.shown.report(by, told.people, told.mark))] : []
    }),
    ...(own.length > 0 ? [buttons(...own)] : []),
  ]
}

/** A visit as the office sees it, with the one thing that it may do. Pure. */
export function overseenCard(it: OwnVisit, reading: Reading): readonly Block[] {
  const callOff = endButton(it.visit, visitWords[reading.locale].buttons.callOff)
  return [...visitCard(it, reading).filter((block) => block.kind !== 'buttons'), buttons(callOff)]
}

/** The same in a line of a table. Pure. */
export function rowOf(
  { hosting: { offer }, visit, side }: OwnVisit,
  { nameOf, locale }: Reading,
): readonly string[] {
  const say = visitWords[locale]
  return [
    visit.days ? daysTold(visit.days, locale) : datesTold(visit.wanted, locale),
    nameOf(side === 'host' ? visit.guest : offer.host),
    say.kinds[offer.kind],
    say.states[side][visit.state],
  ]
}

/** When, how many, and where. */
export function factsOf(
  { place }: VisitOffer,
  { days, wanted, people }: Visit,
  locale: Locale,
): readonly (readonly [string, string])[] {
  const { labels, people: counted } = visitWords[locale]
  return [
    days ? [labels.days, daysTold(days, locale)] : [labels.wanted, datesTold(wanted, locale)],
    [labels.people, counted(people)],
    ...(place === undefined ? [] : [[labels.place, place] as const]),
  ]
}

/** What one side of a visit can do next. Pure. */
export function ownButtons(
  { hosting: { offer }, visit, side }: OwnVisit,
  { locale, today }: Pick<Reading, 'locale' | 'today'>,
): readonly Button[] {
  const say = visitWords[locale].buttons
  const { state, days, wanted } = visit
  switch (state) {
    case 'asked':
      return side === 'host' ? [...answers(wanted), otherDays(), end(say.decline)] : [again(), stepBack()]
    case 'answered':
      return side === 'host'
        ? [otherDays(), end(say.decline)]
        : [...(days ? [agree(days)] : []), again(), stepBack()]
    case 'agreed': {
      const begun = days !== undefined && days.from <= today
      return [...(begun ? [reportButton(visit, locale)] : []), calendar(), end(say.callOff)]
    }
    case 'held':
      return [reportButton(visit, locale)]
    default:
      return []
  }

  function answers(all: readonly Days[]): readonly Button[] {
    return all
      .filter((it) => it.from >= today)
      .slice(0, mostAnswers)
      .map((it, at) => ({
        label: say.answer(daysTold(it, locale)),
        action: actions.answer,
        value: buttonValue(visit, it),
        ...(at === 0 ? { style: 'primary' as const } : {}),
      }))
  }
  function agree(its: Days): Button {
    return { label: say.agree, action: actions.agree, value: buttonValue(visit, its), style: 'primary' }
  }
  function otherDays(): Button {
    return { label: say.otherDays, action: actions.otherDays, value: visit.id, opens: actions.otherDays }
  }
  function end(label: string): Button {
    return endButton(visit, label)
  }
  function stepBack(): Button {
    return { label: say.stepBack, action: actions.end, value: visit.id, style: 'danger' }
  }
  function again(): Button {
    return askButton(offer, say.askOtherDays)
  }
  function calendar(): Button {
    return { label: say.calendar, action: actions.calendar, value: visit.id }
  }
}

function endButton({ id }: Visit, label: string): Button {
  return { label, action: actions.end, value: id, opens: actions.end, style: 'danger' }
}

export function reportButton({ id }: Visit, locale: Locale): Button {
  const label = visitWords[locale].buttons.report
  return { label, action: actions.report, value: id, opens: actions.report, style: 'primary' }
}

export function askButton({ id }: VisitOffer, label: string): Button {
  return { label, action: actions.ask, value: id, opens: actions.ask, style: 'primary' }
}

export function withdrawButton({ id }: VisitOffer, locale: Locale): Button {
  const label = visitWords[locale].buttons.withdraw
  return { label, action: actions.withdraw, value: id, opens: actions.withdraw }
}

export function offerButton(locale: Locale): Button {
  return { label: visitWords[locale].buttons.offer, action: actions.offer, value: '', opens: actions.offer }
}

/** What else the reader's zone has on those days; nothing where it has nothing. Pure. */
export function clashesTold(
  all: readonly Clash[],
  organization: string,
  { nameOf, locale }: Pick<Reading, 'nameOf' | 'locale'>,
): readonly Block[] {
  if (all.length === 0) return []
  const say = visitWords[locale]
  const lines = all.map((it) => {
    const days = daysTold(it.days, locale)
    if ('training' in it) return say.clash.training(days, it.training.title)
    const { offer, visit } = it
    const side: VisitSide = sideOf({ offer }, visit, organization) ?? 'guest'
    const other = nameOf(side === 'host' ? visit.guest : offer.host)
    return say.clash.visit(days, say.kinds[offer.kind], other, side)
  })
  return [paragraph(say.clash.title), list(lines), note(say.clash.more)]
}
