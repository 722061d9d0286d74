import type { Instant } from '../core/clock.ts'
import { type Typefaces, typefacesFor, type Weight } from './fonts.ts'
import { linesOf } from './line-breaking.ts'

/** A finished file. */
export interface Printed {
  /** A PDF whose fonts are embedded, cut down to the characters used. */
  readonly bytes: Uint8Array
  /** Characters that no font has, with the text that they are in. They stand in the paper as 〔U+1F984〕. */
  readonly unprintable: readonly Unprintable[]
}

export interface Unprintable {
  readonly text: string
  readonly characters: readonly string[]
}

/** In points (1/72 inch), from the upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Style {
  readonly size: number
  readonly weight?: Weight
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right'
  /** Within the box; `top` where left out. */
  readonly vertical?: 'top' | 'middle'
}

/** Height of a line in sizes of its font. */
const leading = 1.4

/** A millimetre in points. */
export const mm = 72 / 25.4

export interface PaperOptions {
  readonly title: string
  readonly landscape?: boolean
  /** When it is made; the same people at the same instant give the same bytes. */
  readonly at: Instant
  /** Font files besides those that come along. */
  readonly fonts?: readonly Uint8Array[]
}

/** The A4 pages of a document, drawn with text that finds its own fonts and is never cut off. */
export class Paper {
  readonly width: number
  readonly height: number
  /** For lines and shapes. */
  readonly pdf: PDFKit.PDFDocument
  private readonly typefaces: Typefaces
  private readonly unprintable = new Map<string, readonly string[]>()

  constructor(pdf: PDFKit.PDFDocument, typefaces: Typefaces, landscape: boolean) {
    this.pdf = pdf
    this.typefaces = typefaces
    for (const { name, bytes } of typefaces.faces) pdf.registerFont(name, Buffer.from(bytes))
    const [short, long] = [210 * mm, 297 * mm]
    this.width = landscape ? long : short
    this.height = landscape ? short : long
  }

  addPage(): void {
    this.pdf.addPage()
  }

  /** Width of the text on one line, in points. */
  widthOf(text: string, { size, weight = 'regular' }: Style): number {
    return this.runs(text, weight).reduce(
      (sum, run) => sum + this.pdf.font(run.font).fontSize(size).widthOfString(run.text),
      0,
    )
  }

  /**
   * Writes the text into the box, over several lines where need be; where it does not fit it is set smaller until it does.
   * @returns the height that it took
   */
  write(text: string, box: Box, style: Style): number {
    const { lines, size } = this.fitting(text, box, style)
    const { align = 'left', vertical = 'top', weight = 'regular', color = 'black' } = style
    const step = size * leading
    let y = vertical === 'middle' ? box.y + (box.height - lines.length * step) / 2 : box.y
    for (const line of lines) {
      const width = this.widthOf(line, { size, weight })
      const spare = box.width - width
      let x = box.x + (align === 'center' ? spare / 2 : align === 'right' ? spare : 0)
      for (const run of this.runs(line, weight)) {
        this.pdf.font(run.font).fontSize(size).fillColor(color)
        // On one baseline, whichever font: their ascents differ.
        this.pdf.text(run.text, x, y + size * 1.1, { lineBreak: false, baseline: 'alphabetic' })
        x += this.pdf.widthOfString(run.text)
      }
      y += step
    }
    return lines.length * step
  }

  private fitting(text: string, box: Box, style: Style): { lines: readonly string[]; size: number } {
    for (let { size } = style; ; size *= 0.94) {
      const measured = (it: string) => this.widthOf(it, { ...style, size })
      const lines = linesOf(text, box.width, measured)
      const high = lines.length * size * leading <= Math.max(box.height, size * leading)
      const fits = high && lines.every((it) => measured(it) <= box.width + 0.01)
      if (fits || size < 1) return { lines, size }
    }
  }

  private runs(text: string, weight: Weight): readonly { readonly text: string; readonly font: string }[] {
    const lost: string[] = []
    const runs = this.typefaces.cut(text, weight).map((run) => {
      if (run.face) return { text: run.text, font: run.face.name }
      lost.push(...run.text)
      return { text: [...run.text].map(spelled).join(''), font: `main-${weight}` }
    })
    if (lost.length > 0) this.unprintable.set(text, lost)
    return runs
  }

  get unprinted(): readonly Unprintable[] {
    return [...this.unprintable].map(([text, characters]) => ({ text, characters }))
  }
}

const spelled = (character: string) => `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}〕`

/** Characters that papers themselves use, besides their words. */
const own = ' 〔U+0123456789ABCDEF〕'

/**
 * A document of A4 pages.
 * @param texts all that will be written in it, so that fonts are found beforehand
 * @param draw draws the pages, one after the other
 */
export async function printPaper(
  texts: readonly string[],
  { title, landscape = false, at, fonts = [] }: PaperOptions,
  draw: (paper: Paper) => void,
): Promise<Printed> {
  const { default: PDFDocument } = await import('pdfkit')
  const typefaces = await typefacesFor([...texts, own], fonts)
  const pdf = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margin: 0,
    autoFirstPage: false,
    info: { Title: title, CreationDate: new Date(at), ModDate: new Date(at) },
    lang: 'zh-CN',
  })
  const paper = new Paper(pdf, typefaces, landscape)
  const chunks: Buffer[] = []
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  draw(paper)
  pdf.end()
  await finished
  return { bytes: new Uint8Array(Buffer.concat(chunks)), unprintable: paper.unprinted }
}
