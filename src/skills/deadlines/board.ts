import type { Organization } from '../../core/caller.ts'
import type { LocalDate } from '../../core/clock.ts'
import { unfinished } from '../../core/duty.ts'
import { groupedBy } from '../../core/grouped.ts'
import { addDays } from '../../core/local-date.ts'
import type { Locale } from '../../core/locale.ts'
import {
  type Block,
  type Button,
  bold,
  buttons,
  heading,
  note,
  paragraph,
  type Reply,
  table,
} from '../../core/reply.ts'
import { answersOf, type Reader } from './answers.ts'
import { dueOf, isOverdue, opening, stateOf, titleOf } from './draw-entry.ts'
import { type Asked, type Entry, mostRows } from './entries.ts'
import { actions, forms, type View } from './faces.ts'
import { handleOf } from './handle-of.ts'
import { countCells, countsOf, namedCounts } from './office/counting.ts'
import { officeWords } from './office/office-words.ts'
import { words } from './words.ts'

/** Filed ones with buttons of their own: with the two rows below them they are the five that Discord has. */
const mostToConfirm = 3
/** Days around today that a board shows. */
const windowDays = 100

/** Short enough for a table: the place without its province. Pure. */
export function shortName({ organization }: Pick<Entry, 'organization'>): string {
  const { name, kind } = organization
  return kind === 'zone' ? name.replace(/^.*?(?:省|自治区)/, '') : name
}

/**
 * The board of a province: how far its zones are, what waits for its word, and what it owes itself. Pure.
 * @param reader the department itself, or the office that looks at it
 */
export function drawProvince(
  { id: province, name }: Pick<Organization, 'id' | 'name'>,
  entries: readonly Entry[],
  asked: readonly Asked[],
  reader: Reader,
  today: LocalDate,
  locale: Locale,
): Reply {
  const say = words[locale]
  const current = entries.filter((it) => isCurrent(it, today))
  if (current.length === 0) return { blocks: [heading(say.board.title(name)), paragraph(say.board.none)] }
  const isOwn = (it: Entry) => it.organization.id === province
  const filed = current.filter((it) => it.obligation.state === 'filed' && !isOwn(it))
  return {
    blocks: [
      heading(say.board.title(name)),
      ...countsLine(current, today, locale),
      ...drawRows(current, today, locale),
      ...(filed.length > 0 ? [paragraph(bold(say.board.toConfirm))] : []),
      ...filed.slice(0, mostToConfirm).flatMap((it) => drawToConfirm(it, today, locale)),
      ...moreThan(filed.length, mostToConfirm, locale),
      ...drawDepartment(current.filter(isOwn), asked, reader, today, locale),
      ...(asked.length > 0 ? [note(say.asked.waiting(asked.map(askedLine)))] : []),
      boardButtons(current, province, locale),
    ],
  }
}

/** What a department owes itself, with what can be said of it: its page is the board of its zones. */
function drawDepartment(
  own: readonly Entry[],
  asked: readonly Asked[],
  reader: Reader,
  today: LocalDate,
  locale: Locale,
): readonly Block[] {
  const rows = own.flatMap(({ obligation, duty }) => {
    const wish = asked.some((it) => it.obligation.id === obligation.id)
    const row = answersOf(obligation, reader, wish, locale)
    const line = `${titleOf(duty, obligation)} · ${dueOf(obligation, today, locale)} · ${stateOf(obligation, today, locale)}`
    return row ? [paragraph(line), row] : []
  })
  return rows.length === 0 ? [] : [paragraph(bold(words[locale].board.department)), ...rows]
}

/**
 * The board of the office: how far each province is, and the lists of what needs somebody. Pure.
 * @param unpublished years in sight whose holiday arrangement is not published yet
 */
export function drawNetwork(
  name: string,
  entries: readonly Entry[],
  asked: readonly Asked[],
  today: LocalDate,
  locale: Locale,
  unpublished: readonly number[],
): Reply {
  const say = words[locale].board
  const current = entries.filter((it) => isCurrent(it, today))
  const byProvince = groupedBy(current, (it) => it.organization.province ?? it.organization.name)
  const total = countsOf(current, today)
  const rows = [...byProvince].map(([province, its]) => [province, ...countCells(countsOf(its, today))])
  const view = (it: View): Button => ({
    label: say.views[it as keyof typeof say.views],
    action: actions.view,
    value: it,
  })
  return {
    blocks: [
      heading(say.title(name)),
      ...(current.length === 0
        ? [paragraph(say.none)]
        : [
            ...countsLine(current, today, locale),
            table(say.provinceHeader, [...rows, [say.total, ...countCells(total)]]),
          ]),
      ...unpublished.map((it) => note(officeWords[locale].preview.unpublishedYear(it))),
      boardButtons(current, '', locale, asked.length),
      buttons(view('years'), view('conflicts'), view('unreachable'), view('parked'), view('proposals')),
    ],
  }
}

/** A list of those still open, or of those overdue. Pure. */
export function drawOpen(
  entries: readonly Entry[],
  which: 'open' | 'overdue',
  scope: string,
  today: LocalDate,
  locale: Locale,
): Reply {
  const say = words[locale].board
  const [title, none] = which === 'open' ? [say.openTitle, say.openNone] : [say.overdueTitle, say.overdueNone]
  const listed = entries.filter((it) => isCurrent(it, today) && isWanted(it, which, today))
  if (listed.length === 0) return { blocks: [paragraph(none)] }
  return {
    blocks: [
      heading(`${title}（${listed.length}）`),
      ...drawRows(listed, today, locale),
      boardButtons(listed, scope, locale),
    ],
  }
}

const askedLine = (it: Asked) => [shortName(it), it.asked.until] as const

/** One that has come back or is put before somebody: its name, its state, and what can be decided. Pure. */
export function drawToConfirm(entry: Entry, today: LocalDate, locale: Locale): readonly Block[] {
  const { obligation, duty } = entry
  const say = words[locale].buttons
  const value = handleOf(obligation.id)
  return [
    paragraph(`${shortName(entry)} · ${titleOf(duty, obligation)} · ${stateOf(obligation, today, locale)}`),
    buttons(
      { label: say.confirm, action: actions.confirm, value, style: 'primary' },
      opening(say.sendBack, forms.sendBack.name, value),
      { label: say.history, action: actions.history, value },
    ),
  ]
}

/**
 * What belongs on a board: what is due within some hundred days or overdue, and what was due and done within the last hundred.
 * Next year's would bury it. Pure.
 */
function isCurrent({ obligation }: Entry, today: LocalDate): boolean {
  if (obligation.lapsed) return false
  const far = addDays(today, windowDays)
  return (
    obligation.due <= far &&
    (unfinished.has(obligation.state) || obligation.due >= addDays(today, -windowDays))
  )
}

function isWanted({ obligation }: Entry, which: 'open' | 'overdue', today: LocalDate): boolean {
  return which === 'open' ? unfinished.has(obligation.state) : isOverdue(obligation, today)
}

function countsLine(entries: readonly Entry[], today: LocalDate, locale: Locale): readonly Block[] {
  const named = namedCounts(countsOf(entries, today), locale)
  return named.length === 0 ? [] : [paragraph(words[locale].board.counts(named))]
}

/** A row each. What all of them share, the thing and its date, is said once above: a phone has room for two columns. Pure. */
export function drawRows(entries: readonly Entry[], today: LocalDate, locale: Locale): readonly Block[] {
  const { header } = words[locale].board
  const shared = new Set(entries.map((it) => `${titleOf(it.duty, it.obligation)} ${it.obligation.due}`))
  const once = shared.size === 1
  const rows = entries
    .slice(0, mostRows)
    .map((it) => [
      shortName(it),
      ...(once ? [] : [titleOf(it.duty, it.obligation), dueOf(it.obligation, today, locale)]),
      stateOf(it.obligation, today, locale),
    ])
  const more = moreThan(entries.length, mostRows, locale)
  // Where somebody has not filed, the days that are left are theirs.
  const of = entries.find((it) => unfinished.has(it.obligation.state)) ?? entries[0]
  if (!once || !of) return [table(header, rows), ...more]
  const [zone = '', , , state = ''] = header
  return [
    paragraph(`${titleOf(of.duty, of.obligation)} · ${dueOf(of.obligation, today, locale)}`),
    table([zone, state], rows),
    ...more,
  ]
}

/** That there are more rows than are shown. Pure. */
export function moreThan(count: number, most: number, locale: Locale): readonly Block[] {
  return count > most ? [note(words[locale].board.more(count - most))] : []
}

function boardButtons(entries: readonly Entry[], scope: string, locale: Locale, asked = 0): Block {
  const say = words[locale]
  const open = new Set(
    entries.filter((it) => unfinished.has(it.obligation.state)).map((it) => it.organization.id),
  )
  const view = (it: 'open' | 'overdue'): Button => ({
    label: say.board.views[it],
    action: actions.view,
    value: scope === '' ? it : `${it}/${scope}`,
  })
  return buttons(
    ...(open.size > 0
      ? [
          {
            label: say.buttons.nudge(open.size),
            action: actions.nudge,
            value: scope,
            style: 'primary',
          } as const,
        ]
      : []),
    view('open'),
    view('overdue'),
    { label: say.exported.button, action: actions.export, value: scope },
    ...(asked > 0 ? [{ label: say.asked.button(asked), action: actions.view, value: 'asked' }] : []),
  )
}
