import { mm, type Paper, type Style } from './pdf.ts'

export interface Row {
  /** Millimetres from the upper left corner of the page. */
  readonly x: number
  readonly y: number
  readonly height: number
  /** Of its cells, in millimetres. */
  readonly widths: readonly number[]
}

/** One row of a ruled table. An empty cell is one to write in by hand. */
export function drawRow(
  paper: Paper,
  { x: left, y, height, widths }: Row,
  cells: readonly string[],
  style: (column: number) => Style,
): void {
  let x = left
  paper.pdf.lineWidth(0.6).strokeColor('#333333')
  for (const [column, width] of widths.entries()) {
    paper.pdf.rect(x * mm, y * mm, width * mm, height * mm).stroke()
    const box = { x: (x + 1.5) * mm, y: (y + 0.5) * mm, width: (width - 3) * mm, height: (height - 1) * mm }
    const text = cells[column] ?? ''
    if (text !== '') paper.write(text, box, style(column))
    x += width
  }
}

/** What goes on a page each. One part at least, be it empty: a sheet without rows is still a sheet to write on. */
export function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  )
  return parts.length === 0 ? [[]] : parts
}
