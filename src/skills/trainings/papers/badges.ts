import type { Locale } from '../../../core/locale.ts'
import type { Training } from '../../../core/training.ts'
import { mm, type Paper, type PaperOptions, type Printed, printPaper } from '../../../printing/pdf.ts'
import { paperWords } from './paper-words.ts'
import { byProvince, type RosterEntry, seatedOf } from './roster-entry.ts'

/** The usual badge of a plastic sleeve, ten on a sheet of A4. */
const card = { width: 90 * mm, height: 54 * mm, across: 2, down: 5 }

/** Name badges of those who are seated, by province, with lines to cut along. */
export async function printBadges(
  training: Pick<Training, 'title' | 'starts' | 'ends'>,
  entries: readonly RosterEntry[],
  { at, fonts = [] }: Pick<PaperOptions, 'at' | 'fonts'>,
  locale: Locale,
): Promise<Printed> {
  const say = paperWords[locale]
  const people = byProvince(seatedOf(entries)).flatMap((it) => it.entries)
  const days = say.days(training.starts, training.ends)
  const texts = [
    training.title,
    days,
    ...people.flatMap(({ registration: { name, province = '' }, organization }) => [
      name,
      organization,
      province,
    ]),
  ]
  const title = `${training.title} ${say.badges}`
  return printPaper(texts, { title, at, fonts }, (paper) => {
    const each = card.across * card.down
    for (let first = 0; first === 0 || first < people.length; first += each) {
      paper.addPage()
      cutLines(paper)
      for (const [place, entry] of people.slice(first, first + each).entries())
        badge(paper, place, entry, training.title, days)
    }
  })
}

function originOf(paper: Paper): { readonly left: number; readonly top: number } {
  return {
    left: (paper.width - card.across * card.width) / 2,
    top: (paper.height - card.down * card.height) / 2,
  }
}

/** From edge to edge, so that a paper cutter finds them. */
function cutLines(paper: Paper): void {
  const { left, top } = originOf(paper)
  paper.pdf.lineWidth(0.4).strokeColor('#999999').dash(3, { space: 3 })
  for (let column = 0; column <= card.across; column += 1) {
    const x = left + column * card.width
    paper.pdf.moveTo(x, 0).lineTo(x, paper.height).stroke()
  }
  for (let row = 0; row <= card.down; row += 1) {
    const y = top + row * card.height
    paper.pdf.moveTo(0, y).lineTo(paper.width, y).stroke()
  }
  paper.pdf.undash()
}

function badge(paper: Paper, place: number, entry: RosterEntry, title: string, days: string): void {
  const { left, top } = originOf(paper)
  const margin = 5 * mm
  const x = left + (place % card.across) * card.width + margin
  const y = top + Math.floor(place / card.across) * card.height
  const width = card.width - 2 * margin
  const { name, province } = entry.registration
  const box = (from: number, height: number) => ({ x, y: y + from * mm, width, height: height * mm })
  paper.write(title, box(3.5, 10), { size: 9, align: 'center', vertical: 'middle', color: '#1f4e79' })
  paper.pdf
    .lineWidth(0.8)
    .strokeColor('#1f4e79')
    .moveTo(x, y + 14.5 * mm)
    .lineTo(x + width, y + 14.5 * mm)
    .stroke()
  paper.write(name, box(15.5, 18), { size: 32, weight: 'bold', align: 'center', vertical: 'middle' })
  const work = [province, entry.organization].filter((it) => it !== undefined && it !== '').join('  ')
  paper.write(work, box(34, 11), { size: 12, align: 'center', vertical: 'middle' })
  paper.write(days, box(46, 5), { size: 8, align: 'center', vertical: 'middle', color: '#555555' })
}
