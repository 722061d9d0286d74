import { localDateOf } from '../../../core/clock.ts'
import { unfinished } from '../../../core/duty.ts'
import { groupedBy } from '../../../core/grouped.ts'
import { daysBetween } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import {
  type Block,
  bold,
  buttons,
  type Composed,
  divider,
  heading,
  note,
  paragraph,
  table,
} from '../../../core/reply.ts'
import { drawRows, shortName } from '../board.ts'
import { drawOwn, dueOf, stateOf, titleOf } from '../draw-entry.ts'
import type { Entry } from '../entries.ts'
import { actions } from '../faces.ts'
import type { ReminderAbout, ReminderItem } from '../rules/recipients.ts'
import { words } from '../words.ts'
import type { Standing } from './compose.ts'
import { noticeWords, type Tone } from './notice-words.ts'

/** A step of a reminder that is still true, with what it is of. */
interface Live {
  readonly item: ReminderItem
  readonly entry: Entry
  readonly left: number
  readonly copies: { readonly province: boolean; readonly office: boolean }
}

/** Obligations with buttons of their own in one message: Discord allows five rows of buttons. */
const mostOwn = 4
/** So many provinces that owe one thing by one day are told of in a row each. */
const fewest = 2
/** So many zones that all have to be told by the reader are not named one by one. */
const many = 4
/** Days before a due date from which a reminder is no longer friendly but clear. */
const soon = 7

/**
 * A reminder of one or several obligations, as they stand now: what was filed or moved since it was planned is left out,
 * and where nothing is left it is cancelled with why. Its tone follows from the days that are left. Pure.
 */
export function composeReminder({ items }: ReminderAbout, standing: Standing, locale: Locale): Composed {
  const say = noticeWords[locale]
  const today = localDateOf(standing.now)
  const reasons: string[] = []
  const live: Live[] = []
  for (const item of items) {
    const entry = standing.entry(item.obligation)
    const why = entry ? untrue(item, entry, locale) : say.cancelled.gone(item.obligation)
    if (why !== undefined) reasons.push(why)
    else if (entry) live.push({ item, entry, ...timesOf(item, entry, standing, today) })
  }
  if (live.length === 0) return { cancelled: reasons.join('；') }
  const own = live.filter((it) => it.item.as === 'owner')
  const others = live.filter((it) => it.item.as !== 'owner')
  return {
    blocks: [
      ...(own.length > 0 ? drawOwnReminder(own, standing, locale) : []),
      ...(own.length > 0 && others.length > 0 ? [divider] : []),
      ...(others.length > 0 ? drawCopies(others, standing, locale) : []),
      ...(live.some((it) => it.item.late) ? [note(say.late)] : []),
    ],
  }
}

function untrue(item: ReminderItem, { obligation, duty }: Entry, locale: Locale): string | undefined {
  const say = noticeWords[locale].cancelled
  const title = titleOf(duty, obligation)
  if (duty.state !== 'live' || obligation.lapsed) return say.state(title, words[locale].lapsed)
  if (!unfinished.has(obligation.state)) return say.state(title, stateOf(obligation, obligation.due, locale))
  return obligation.due === item.due ? undefined : say.moved(title, obligation.due)
}

function timesOf(item: ReminderItem, { obligation, duty }: Entry, { stepsOf }: Standing, today: string) {
  const step = stepsOf(duty.ladder, obligation.due).find((it) => it.name === item.step)
  return {
    left: daysBetween(today, obligation.due),
    copies: { province: step?.copiesProvince ?? false, office: step?.copiesOffice ?? false },
  }
}

function toneOf(left: number): Tone {
  return left < 0 ? 'overdue' : left === 0 ? 'today' : left <= soon ? 'soon' : 'early'
}

/** To those who owe: everything needed to do it, and what can be said of it. */
function drawOwnReminder(own: readonly Live[], { now }: Standing, locale: Locale): readonly Block[] {
  const say = noticeWords[locale]
  const today = localDateOf(now)
  const [first] = own
  const least = Math.min(...own.map((it) => it.left))
  const copies = own.some((it) => it.copies.office)
    ? [note(say.copiedOffice)]
    : own.some((it) => it.copies.province)
      ? [note(say.copiedProvince)]
      : []
  return [
    heading(
      say.head[toneOf(least)](own.length, first ? titleOf(first.entry.duty, first.entry.obligation) : ''),
    ),
    ...own.slice(0, mostOwn).flatMap(({ item, entry, left }, at) => [
      ...(at > 0 ? [divider] : []),
      ...beforeButtons(
        // The title of a single one stands in the heading.
        drawOwn(entry, today, locale).slice(own.length === 1 ? 1 : 0),
        paragraph(item.step.startsWith('nudge-') ? say.nudged : say.urge[toneOf(left)]),
      ),
    ]),
    ...(own.length > mostOwn
      ? [
          note(words[locale].mine.more(own.length - mostOwn)),
          buttons({ label: words[locale].buttons.mine, action: actions.mine, value: '' }),
        ]
      : []),
    ...copies,
  ]
}

/** What is asked for stands right above the buttons that answer it. */
function beforeButtons(blocks: readonly Block[], extra: Block): readonly Block[] {
  return [...blocks.slice(0, -1), extra, ...blocks.slice(-1)]
}

/** To those above: who has not filed yet, and whom they are asked to tell. */
function drawCopies(others: readonly Live[], { now }: Standing, locale: Locale): readonly Block[] {
  const say = noticeWords[locale]
  const today = localDateOf(now)
  const count = new Set(others.map((it) => it.entry.organization.id)).size
  const passOn = [
    ...new Set(others.filter((it) => it.item.as === 'pass-on').map((it) => shortName(it.entry))),
  ]
  const copied = others.some((it) => it.item.as === 'copy')
  const everybody = passOn.length === count && count >= many
  const groups = groupedBy(
    others.map((it) => it.entry),
    (it) => `${titleOf(it.duty, it.obligation)} · ${dueOf(it.obligation, today, locale)}`,
  )
  const wide = [...groups].filter(([, entries]) => provincesOf(entries).size >= fewest)
  const rest = [...groups.values()].filter((it) => provincesOf(it).size < fewest).flat()
  return [
    heading(everybody ? say.passOnHead(count) : say.copyHead(count, copied)),
    ...wide.flatMap(([head, entries]) => [paragraph(bold(head)), drawByProvince(entries, today, locale)]),
    ...(rest.length > 0 ? drawRows(rest, today, locale) : []),
    ...(everybody
      ? [paragraph(bold(say.passOnAll))]
      : passOn.length > 0
        ? [paragraph(bold(say.passOn(words[locale].list(passOn))))]
        : []),
    buttons({ label: words[locale].board.views.open, action: actions.view, value: 'open' }),
  ]
}

/** Those of many provinces who owe one thing by one day: a row a province says it shorter than a row each. */
function drawByProvince(entries: readonly Entry[], today: string, locale: Locale): Block {
  return table(
    noticeWords[locale].byProvince,
    [...provincesOf(entries)].map(([province, its]) => [
      province,
      String(its.length),
      words[locale].list(its.map((it) => nameWithState(it, today, locale))),
    ]),
  )
}

const provincesOf = (entries: readonly Entry[]) => groupedBy(entries, (it) => it.organization.province ?? '')

function nameWithState(entry: Entry, today: string, locale: Locale): string {
  const { obligation } = entry
  return obligation.state === 'open'
    ? shortName(entry)
    : `${shortName(entry)}（${stateOf(obligation, today, locale)}）`
}
