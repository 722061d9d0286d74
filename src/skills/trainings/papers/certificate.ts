import { createHmac } from 'node:crypto'
import { Problem } from '../../../core/errors.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Registration, Training } from '../../../core/training.ts'
import { mm, type Paper, type PaperOptions, type Printed, printPaper } from '../../../printing/pdf.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import type { RosterEntry } from './roster-entry.ts'

type Certified = Pick<Training, 'title' | 'starts' | 'ends' | 'place' | 'hosts'>

/** Crockford's 32: no I, L, O, U that are misread from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The number by which a certificate can be looked up, e.g. `2014-7K3MQ-0V9TD`: 50 bits that nobody computes without the
 * house's key. It stays the same when a name is corrected. Pure.
 */
export function certificateNumber(
  { starts }: Pick<Training, 'starts'>,
  { training, id }: Pick<Registration, 'training' | 'id'>,
  key: string,
): string {
  const digest = createHmac('sha256', key).update(`${training}\0${id}`).digest()
  const drawn = Array.from(digest.subarray(0, 10), (byte) => letters[byte % 32]).join('')
  return `${starts.slice(0, 4)}-${drawn.slice(0, 5)}-${drawn.slice(5)}`
}

/** Whose certificate bears the number, as typed: blanks, lower case, and O for 0 or I and L for 1 do no harm. Pure. */
export function certifiedBy(
  typed: string,
  training: Pick<Training, 'starts'>,
  registrations: readonly Registration[],
  key: string,
): Registration | undefined {
  const plain = (it: string) =>
    it
      .normalize('NFKC')
      .toUpperCase()
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1')
      .replace(/[^0-9A-Z]/g, '')
  const wanted = plain(typed)
  return registrations.find(
    (it) => it.attendedAt !== undefined && plain(certificateNumber(training, it, key)) === wanted,
  )
}

/** Somebody who came, with the number of their certificate: see {@link certificateNumber}. */
export interface Certificate {
  readonly entry: RosterEntry
  readonly number: string
}

/**
 * Certificates of attendance, A4 across, a page each.
 * @throws Problem that names those who did not come, or whose name no font can draw; then none is made
 */
export async function printCertificates(
  training: Certified,
  certificates: readonly Certificate[],
  { at, fonts = [] }: Pick<PaperOptions, 'at' | 'fonts'>,
  locale: Locale,
): Promise<Printed> {
  const words = paperWords[locale]
  const say = words.certificate
  const absent = certificates.filter((it) => it.entry.registration.attendedAt === undefined)
  if (absent.length > 0) throw new Problem(...say.notThere(absent.map((it) => it.entry.registration.name)))
  const pages = certificates.map((it) => partsOf(training, it, words))
  const options = { title: `${training.title} ${say.title.replaceAll(' ', '')}`, landscape: true, at, fonts }
  const printed = await printPaper(
    pages.flatMap((parts) => Object.values(parts)),
    options,
    (paper) => {
      for (const parts of pages) drawPage(paper, parts)
    },
  )
  const lost = certificates.flatMap(({ entry: { registration } }, at) =>
    printed.unprintable.flatMap(({ text, characters }) =>
      text === pages[at]?.to ? [{ name: registration.name, characters }] : [],
    ),
  )
  if (lost.length > 0)
    throw new Problem(
      ...say.unprintable(
        lost.map((it) => it.name),
        [...new Set(lost.flatMap((it) => it.characters))],
      ),
    )
  return printed
}

interface Parts {
  readonly title: string
  readonly to: string
  readonly organization: string
  readonly body: string
  readonly hosts: string
  readonly days: string
  readonly number: string
  readonly lookUp: string
}

function partsOf(training: Certified, { entry, number }: Certificate, words: PaperWords): Parts {
  const say = words.certificate
  const { starts, ends, title, place, hosts } = training
  return {
    title: say.title,
    to: say.to(entry.registration.name),
    organization: entry.organization,
    body: say.body(words.days(starts, ends), title, place),
    hosts: hosts.length === 0 ? '' : [`${say.hosts}：`, ...hosts].join('\n'),
    days: words.days(ends, ends),
    number: `${say.number}：${number}`,
    lookUp: say.lookUp,
  }
}

const red = '#9b1c1c'

function drawPage(paper: Paper, parts: Parts): void {
  paper.addPage()
  const { width, height } = paper
  const frame = (inset: number, stroke: number) =>
    paper.pdf
      .lineWidth(stroke)
      .strokeColor(red)
      .rect(inset * mm, inset * mm, width - 2 * inset * mm, height - 2 * inset * mm)
      .stroke()
  frame(10, 3)
  frame(12.5, 0.8)
  const box = (y: number, h: number) => ({ x: 38 * mm, y: y * mm, width: width - 76 * mm, height: h * mm })
  paper.write(parts.title, box(26, 22), {
    size: 40,
    weight: 'bold',
    align: 'center',
    vertical: 'middle',
    color: red,
  })
  paper.write(parts.to, box(60, 15), { size: 24, weight: 'bold', vertical: 'middle' })
  paper.write(parts.organization, box(75, 10), { size: 15, vertical: 'middle', color: '#444444' })
  paper.write(parts.body, box(92, 42), { size: 20 })
  paper.write(
    parts.hosts,
    { ...box(135, 36), x: width - 148 * mm, width: 110 * mm },
    { size: 14, align: 'right' },
  )
  paper.write(
    parts.days,
    { ...box(172, 8), x: width - 148 * mm, width: 110 * mm },
    { size: 14, align: 'right' },
  )
  paper.write(parts.number, { ...box(168, 6), width: 100 * mm }, { size: 11 })
  paper.write(parts.lookUp, { ...box(174, 6), width: 100 * mm }, { size: 9, color: '#666666' })
}
