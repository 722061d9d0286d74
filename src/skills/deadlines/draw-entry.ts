import type { LocalDate } from '../../core/clock.ts'
import { type Duty, type DutySource, type Obligation, unfinished } from '../../core/duty.ts'
import { daysBetween } from '../../core/local-date.ts'
import type { Locale } from '../../core/locale.ts'
import { type Block, type Button, bold, buttons, fields, paragraph, quote } from '../../core/reply.ts'
import type { Entry } from './entries.ts'
import { actions, forms } from './faces.ts'
import { handleOf } from './handle-of.ts'
import { stateWords } from './state-words.ts'
import { words } from './words.ts'

/** Overdue is no state: it follows from the date. Pure. */
export function isOverdue({ state, due }: Pick<Obligation, 'state' | 'due'>, today: LocalDate): boolean {
  return unfinished.has(state) && due < today
}

/** 未开始, 逾期, 不再需要, … Pure. */
export function stateOf(obligation: Obligation, today: LocalDate, locale: Locale): string {
  if (obligation.lapsed) return words[locale].lapsed
  const state = stateWords[locale][obligation.state]
  return isOverdue(obligation, today) ? `${words[locale].overdue} · ${state}` : state
}

/** `2014-06-30（还有 7 天）` while it is open, else the date alone. Pure. */
export function dueOf(
  { due, state }: Pick<Obligation, 'due' | 'state'>,
  today: LocalDate,
  locale: Locale,
): string {
  const say = words[locale]
  return unfinished.has(state) ? say.due(due, say.left(daysBetween(today, due))) : due
}

/** A duty's name for one period of it: the year is told by the date, the name of a batch is not. Pure. */
export function titleOf(duty: Pick<Duty, 'title'>, { period }: Pick<Obligation, 'period'>): string {
  return /^\d{4}$/.test(period) || period === 'once' ? duty.title : `${duty.title} · ${period}`
}

/** The words that a duty rests on, with where they stand. Pure. */
export function quoteOf({ quote: said, title, path }: DutySource): Block {
  return quote(said, path === undefined ? title : `${title} > ${path}`)
}

/** Materials, channel, what it was put off for: everything but the name and the date. Pure. */
export function detailsOf({ duty, obligation }: Pick<Entry, 'duty' | 'obligation'>, locale: Locale) {
  const { labels, list } = words[locale]
  const cells: readonly (readonly [string, string | undefined])[] = [
    [labels.originally, obligation.originally],
    [labels.materials, duty.materials.length > 0 ? list(duty.materials) : undefined],
    [labels.channel, duty.channel],
    [labels.reason, obligation.reason],
  ]
  return cells.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]))
}

/**
 * One obligation with everything needed to do it, and what its reader can say of it. Pure.
 * @param answers the buttons; those of whoever owes it where left out
 */
export function drawOwn(
  entry: Entry,
  today: LocalDate,
  locale: Locale,
  answers: Block | undefined = ownAnswers(entry, locale),
): readonly Block[] {
  const { duty, obligation } = entry
  const { labels } = words[locale]
  return [
    paragraph(bold(titleOf(duty, obligation))),
    fields([
      [labels.due, dueOf(obligation, today, locale)],
      [labels.state, stateOf(obligation, today, locale)],
      ...detailsOf(entry, locale),
    ]),
    ...(duty.source ? [quoteOf(duty.source)] : []),
    ...(answers ? [answers] : []),
  ]
}

function ownAnswers({ obligation }: Entry, locale: Locale): Block | undefined {
  return unfinished.has(obligation.state) ? ownButtons(obligation, locale) : undefined
}

/** What a zone can say of an open obligation. Pure. */
export function ownButtons({ id, state }: Pick<Obligation, 'id' | 'state'>, locale: Locale): Block {
  const say = words[locale].buttons
  const value = handleOf(id)
  const stage: Button =
    state === 'preparing'
      ? { label: say.reopen, action: actions.reopen, value }
      : { label: say.prepare, action: actions.prepare, value }
  return buttons(
    { label: say.file, action: actions.file, value, style: 'primary' },
    stage,
    opening(say.snooze, forms.snooze.name, value),
    opening(say.request, forms.request.name, value),
    { label: say.ask, action: actions.ask, value },
  )
}

/** A button that opens a form. Pure. */
export function opening(label: string, form: string, value: string): Button {
  return { label, action: form, value, opens: form }
}
