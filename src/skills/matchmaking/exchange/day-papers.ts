import type { Locale } from '../../../core/locale.ts'
import { mm, type Paper, type PaperOptions, type Printed, printPaper } from '../../../printing/pdf.ts'
import { drawRow, inParts } from '../../../printing/table-row.ts'
import { boardRows, cellOf, topicsTold } from './draw.ts'
import { type ExchangeDay, type Turn, timetableOf } from './exchange-day.ts'
import { exchangeWords } from './words.ts'

type NameOf = (organization: string) => string
type Made = Pick<PaperOptions, 'at' | 'fonts'>

/** Millimetres of an A4 page across. */
const margin = 15
const wide = 297 - 2 * margin
const top = 36
const bottom = 192
const headHeight = 11
/** The board: as many rounds and tables as can be read from two steps away. */
const roundsEach = 6
const rowHeight = 12
const tableWidth = 17
/** A timetable: round, table, whom; the rest is for what to talk about. */
const columns = [27, 20, 75]
const tallest = 26

/** An exchange day on paper: the board that hangs in the hall, then everybody's own day, a page each. */
export async function printDay(
  it: ExchangeDay,
  nameOf: NameOf,
  made: Made,
  locale: Locale,
): Promise<Printed> {
  const { participants, rounds, tables } = it.day
  const title = exchangeWords[locale].title(it.id, participants.length, rounds, tables)
  const board = boardRows(it, nameOf)
  const pages = participants.map(({ id }) => timetable(it, id, timetableOf(id, it), nameOf, locale))
  const sheets = inParts(board, Math.floor((bottom - top - headHeight) / rowHeight)).flatMap((rows) =>
    inParts([...it.plan.rounds.keys()], roundsEach).map((of) => ({ rows, of })),
  )
  const say = exchangeWords[locale]
  const texts = [...board.flat(), ...pages.flatMap(textsOf), title, say.board, say.tableHead, say.page(0, 0)]
  return printPaper(
    [...texts, ...it.plan.rounds.map((round) => say.round(round.number))],
    { title, landscape: true, ...made },
    (paper) => {
      for (const [at, { rows, of }] of sheets.entries()) {
        paper.addPage()
        heading(paper, say.board, title)
        const widths = [tableWidth, ...of.map(() => (wide - tableWidth) / of.length)]
        const head = [say.tableHead, ...of.map((index) => say.round(index + 1))]
        drawRow(paper, { x: margin, y: top, height: headHeight, widths }, head, () => bold)
        for (const [place, [number = '', ...cells]] of rows.entries()) {
          const y = top + headHeight + place * rowHeight
          const shown = [number, ...of.map((index) => cells[index] ?? '')]
          drawRow(paper, { x: margin, y, height: rowHeight, widths }, shown, (column) =>
            column === 0 ? bold : plain(11),
          )
        }
        foot(paper, say.page(at + 1, sheets.length))
      }
      for (const page of pages) drawTimetablePage(paper, page, locale)
    },
  )
}

/** One participant's day on a page. @param turns as they were told */
export async function printTimetable(
  it: ExchangeDay,
  id: string,
  turns: readonly Turn[],
  nameOf: NameOf,
  made: Made,
  locale: Locale,
): Promise<Printed> {
  const page = timetable(it, id, turns, nameOf, locale)
  const title = exchangeWords[locale].mine(page.name, it.id)
  return printPaper(textsOf(page), { title, landscape: true, ...made }, (paper) =>
    drawTimetablePage(paper, page, locale),
  )
}

interface TimetablePage {
  readonly name: string
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly foot: string
}

function timetable(
  it: ExchangeDay,
  id: string,
  turns: readonly Turn[],
  nameOf: NameOf,
  locale: Locale,
): TimetablePage {
  const say = exchangeWords[locale]
  return {
    name: nameOf(id),
    title: say.mine(nameOf(id), it.id),
    head: [say.roundHead, say.tableHead, say.whom, say.topic],
    rows: turns.map((turn) => [
      say.round(turn.round),
      turn.table === undefined ? '–' : String(turn.table),
      turn.table === undefined ? cellOf(turn, nameOf, locale) : turn.others.map(nameOf).join('、'),
      topicsTold(it, id, turn, locale),
    ]),
    foot: say.keepIt,
  }
}

function textsOf({ name, title, head, rows, foot: below }: TimetablePage): readonly string[] {
  return [name, title, ...head, ...rows.flat(), below]
}

const bold = { size: 12, weight: 'bold', align: 'center', vertical: 'middle' } as const
const plain = (size: number) => ({ size, align: 'center', vertical: 'middle' }) as const

function drawTimetablePage(paper: Paper, page: TimetablePage, locale: Locale): void {
  paper.addPage()
  heading(paper, page.name, page.title)
  const widths = [...columns, wide - columns.reduce((sum, it) => sum + it, 0)]
  const height = Math.min(tallest, (bottom - top - headHeight) / Math.max(1, page.rows.length))
  drawRow(paper, { x: margin, y: top, height: headHeight, widths }, page.head, () => bold)
  for (const [place, cells] of page.rows.entries()) {
    const y = top + headHeight + place * height
    drawRow(paper, { x: margin, y, height, widths }, cells, (column) =>
      column === 3
        ? { size: locale === 'en' ? 10 : 11, vertical: 'middle' }
        : { ...bold, size: column === 0 ? 12 : 15 },
    )
  }
  foot(paper, page.foot)
}

function heading(paper: Paper, large: string, small: string): void {
  const line = (y: number, height: number) => ({
    x: margin * mm,
    y: y * mm,
    width: wide * mm,
    height: height * mm,
  })
  paper.write(large, line(11, 13), { size: 24, weight: 'bold', align: 'center', vertical: 'middle' })
  paper.write(small, line(26, 7), { size: 11, align: 'center', vertical: 'middle' })
}

function foot(paper: Paper, text: string): void {
  const box = { x: margin * mm, y: 196 * mm, width: wide * mm, height: 7 * mm }
  paper.write(text, box, { size: 9.5, align: 'center', vertical: 'middle', color: '#555555' })
}
