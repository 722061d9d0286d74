import type { Locale } from '../../../core/locale.ts'
import type { Training } from '../../../core/training.ts'
import {
  mm,
  type Paper,
  type PaperOptions,
  type Printed,
  printPaper,
  type Style,
} from '../../../printing/pdf.ts'
import { drawRow, inParts } from '../../../printing/table-row.ts'
import { type HalfDay, halfDaysOf } from './half-days.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import { byProvince, type RosterEntry, seatedOf } from './roster-entry.ts'

/** Millimetres. */
const margin = 15
const rowHeight = 11
const headHeight = 13
/** Number, name, organization, province; the rest is for signatures. */
const columns = [12, 42, 76, 20]
/** As many fit beside each other with room for a signature of 19 mm. */
const signatures = 6

type Signed = Pick<Training, 'title' | 'starts' | 'ends' | 'sessions' | 'place'>

/**
 * The sheet on which those who are seated sign each half day: by province, A4 across, its header on each page. A training
 * of more than three days has a set of pages for each three.
 */
export async function printSignInSheet(
  training: Signed,
  entries: readonly RosterEntry[],
  { at, fonts = [] }: Pick<PaperOptions, 'at' | 'fonts'>,
  locale: Locale,
): Promise<Printed> {
  const say = paperWords[locale]
  const people = byProvince(seatedOf(entries)).flatMap((it) => it.entries)
  const halves = halfDaysOf(training)
  const { title, starts, ends, place = '' } = training
  const under = [say.days(starts, ends), place, say.signIn.counted(people.length)]
    .filter((it) => it !== '')
    .join('    ')
  const pages = pagesOf(people, halves)
  const texts = [
    title,
    under,
    say.signIn.title,
    ...say.signIn.columns,
    ...halves.map((it) => headOf(it, say)),
    `${say.page(0, 0)}0123456789`,
    ...people.flatMap(({ registration: { name, province = '' }, organization }) => [
      name,
      organization,
      province,
    ]),
  ]
  const options = { title: `${title} ${say.signIn.title}`, landscape: true, at, fonts }
  return printPaper(texts, options, (paper) => {
    for (const [at, { rows, first, days }] of pages.entries()) {
      paper.addPage()
      const wide = paper.width - 2 * margin * mm
      const line = (y: number, height: number) => ({
        x: margin * mm,
        y: y * mm,
        width: wide,
        height: height * mm,
      })
      paper.write(`${title} ${say.signIn.title}`, line(12, 12), {
        size: 16,
        weight: 'bold',
        align: 'center',
        vertical: 'middle',
      })
      paper.write(under, line(25, 6), { size: 10, align: 'center', vertical: 'middle' })
      drawTable(paper, rows, first, days, say)
      paper.write(say.page(at + 1, pages.length), line(198, 6), { size: 9, align: 'center' })
    }
  })
}

interface SheetPage {
  readonly rows: readonly RosterEntry[]
  /** The number of the first row, from 1. */
  readonly first: number
  readonly days: readonly HalfDay[]
}

const top = 33
const rowsEach = Math.floor((196 - top - headHeight) / rowHeight)

function pagesOf(people: readonly RosterEntry[], halves: readonly HalfDay[]): readonly SheetPage[] {
  return inParts(halves, signatures).flatMap((days) =>
    inParts(people, rowsEach).map((rows, part) => ({ rows, first: part * rowsEach + 1, days })),
  )
}

function headOf({ day, half }: HalfDay, say: PaperWords): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}\n${say.halves[half]}`
}

function drawTable(
  paper: Paper,
  rows: readonly RosterEntry[],
  first: number,
  days: readonly HalfDay[],
  say: PaperWords,
): void {
  const rest =
    (paper.width / mm - 2 * margin - columns.reduce((sum, it) => sum + it, 0)) / Math.max(1, days.length)
  const widths = [...columns, ...days.map(() => rest)]
  const head: Style = { size: 11, weight: 'bold', align: 'center', vertical: 'middle' }
  drawRow(
    paper,
    { x: margin, y: top, height: headHeight, widths },
    [...say.signIn.columns, ...days.map((it) => headOf(it, say))],
    () => head,
  )
  for (const [at, { registration, organization }] of rows.entries()) {
    const cells = [String(first + at), registration.name, organization, registration.province ?? '']
    const y = top + headHeight + at * rowHeight
    drawRow(paper, { x: margin, y, height: rowHeight, widths }, cells, (column) => ({
      size: column === 1 ? 13 : 10.5,
      vertical: 'middle',
      align: column === 2 ? 'left' : 'center',
    }))
  }
}
