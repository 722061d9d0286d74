/** A line of a draft: a heading, running text, or what stands at the right of the foot of a letter. */
export interface DraftLine {
  readonly as: 'heading' | 'text' | 'signed'
  readonly text: string
}

export interface Draft {
  readonly title: string
  /** What says that it is a draft, and of what kind; stands above the title and at the head of every page. */
  readonly mark: string
  /** Shown at the head of every page. */
  readonly shortMark: string
  readonly lines: readonly DraftLine[]
  /** What a gap begins with; from there to the end of its line is coloured, so that none is overlooked. */
  readonly gap: string
}

/** Twips (a twentieth of a point) and half points, as Word counts. */
const twips = { millimetre: 56.7, point: 20 }
const at = (millimetres: number) => Math.round(millimetres * twips.millimetre)

/**
 * A page as offices print it (GB/T 9704-2012, 5.2 and 7): A4, margins of 37, 26, 35 and 28 mm, 28 points a line; the title
 * centred in 22 points, text in 16 points of 仿宋, headings in 黑体, each paragraph two characters in.
 */
const page = { width: at(210), height: at(297), top: at(37), right: at(26), bottom: at(35), left: at(28) }
const line = 28 * twips.point
const size = { title: 44, text: 32, mark: 21 }
const indent = 2 * 16 * twips.point
const fonts = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '小标宋体' },
}
const markColour = 'C00000'

/**
 * A draft that a person goes on writing in.
 * @returns the bytes of a DOCX file
 */
export async function draftDocx({ title, mark, shortMark, lines, gap }: Draft): Promise<Uint8Array> {
  // Read when first needed: most runs of the program never write such a file.
  const docx = await import('docx')
  const { AlignmentType, Document, Header, LineRuleType, Packer, PageNumber, Footer, Paragraph, TextRun } =
    docx
  const spacing = { line, lineRule: LineRuleType.EXACT }
  const small = (text: string) => new TextRun({ text, size: size.mark, color: markColour, font: fonts.text })

  const runsOf = (text: string, font: (typeof fonts)['text']) => {
    const from = text.indexOf(gap)
    const said = from < 0 ? text : text.slice(0, from)
    const missing = from < 0 ? '' : text.slice(from)
    return [
      ...(said === '' ? [] : [new TextRun({ text: said, size: size.text, font })]),
      ...(missing === '' ? [] : [new TextRun({ text: missing, size: size.text, font, highlight: 'yellow' })]),
    ]
  }
  const paragraphOf = ({ as, text }: DraftLine) =>
    new Paragraph({
      spacing,
      children: runsOf(text.trim(), as === 'heading' ? fonts.heading : fonts.text),
      ...(as === 'signed'
        ? { alignment: AlignmentType.RIGHT, indent: { right: 2 * indent } }
        : { indent: { firstLine: indent } }),
      ...(as === 'heading' ? { keepNext: true, outlineLevel: 0 } : {}),
    })

  const document = new Document({
    title,
    sections: [
      {
        properties: {
          page: { size: { width: page.width, height: page.height }, margin: page },
        },
        headers: {
          default: new Header({
            children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [small(shortMark)] })],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ children: [small(mark)], spacing: { after: 20 * twips.point } }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 28 * twips.point },
            children: [new TextRun({ text: title, size: size.title, font: fonts.title })],
          }),
          ...lines.map(paragraphOf),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** MIME type of what {@link draftDocx} makes. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
