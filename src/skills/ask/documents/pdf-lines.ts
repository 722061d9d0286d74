import type { StructuredTextItem } from 'unpdf'

/** A printed line of a PDF page, with its place in points from the lower left corner. */
export interface PdfLine {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** The lines of a page, from its pieces of text in the order in which they are drawn. */
export function linesOf(items: readonly StructuredTextItem[]): readonly PdfLine[] {
  const lines: PdfLine[] = []
  let line: StructuredTextItem[] = []
  const end = () => {
    const made = lineOf(line)
    if (made !== undefined) lines.push(made)
    line = []
  }
  for (const item of items) {
    const last = line.at(-1)
    if (last !== undefined && Math.abs(last.y - item.y) > Math.max(2, last.fontSize * 0.5)) end()
    if (item.str !== '') line.push(item)
    if (item.hasEOL) end()
  }
  end()
  return lines
}

/** Pieces of one line; a gap of more than two characters between them parts the columns of a table. */
function lineOf(items: readonly StructuredTextItem[]): PdfLine | undefined {
  const shown = items.filter((item) => item.str.trim() !== '')
  const first = shown[0]
  if (first === undefined) return undefined
  let text = ''
  let right = first.x
  for (const item of shown) {
    const gap = item.x - right
    if (text !== '' && gap > item.fontSize * 2) text += '\t'
    else if (text !== '' && gap > item.fontSize * 0.3) text += ' '
    text += item.str
    right = item.x + item.width
  }
  const size = Math.max(...shown.map((item) => item.fontSize))
  return { text, x: first.x, right, y: first.y, size }
}

/** Page numbers, and lines that stand in the same words at the top or the foot of three pages or more. */
export function furnitureOf(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const furniture = new Set<PdfLine>()
  const seen = new Map<string, PdfLine[]>()
  for (const page of pages) {
    const byHeight = page.toSorted((a, b) => b.y - a.y)
    const edges = new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)])
    for (const line of edges) {
      const words = line.text.replace(/\s+/g, '')
      if (/^[-—–－·]?\d{1,4}[-—–－·]?$|^第\d+页(?:[,，/]?共\d+页)?$|^\d+\/\d+$/.test(words))
        furniture.add(line)
      const key = words.replace(/\d+/g, '0')
      seen.set(key, [...(seen.get(key) ?? []), line])
    }
  }
  for (const lines of seen.values())
    if (lines.length >= 3 && pages.length >= 3) for (const line of lines) furniture.add(line)
  return furniture
}

/**
 * Lines gathered into paragraphs: a new one begins where a line is indented against the page's margin, where the line
 * before ends well short of the right margin, where the type changes size, or after a wide gap.
 */
export function paragraphsOf(
  page: readonly PdfLine[],
  furniture: ReadonlySet<PdfLine>,
): readonly (readonly PdfLine[])[] {
  const text = page.filter((line) => !furniture.has(line))
  const margin = Math.min(...text.map((line) => line.x))
  const right = Math.max(...text.map((line) => line.right))
  const paragraphs: PdfLine[][] = []
  let last: PdfLine | undefined
  for (const line of page) {
    const isFurniture = furniture.has(line)
    if (last === undefined || isFurniture || furniture.has(last) || begins(line, last, margin, right))
      paragraphs.push([line])
    else paragraphs.at(-1)?.push(line)
    last = line
  }
  return paragraphs
}

function begins(line: PdfLine, last: PdfLine, margin: number, right: number): boolean {
  const isRow = line.text.includes('\t')
  if (isRow && last.text.includes('\t')) return false
  if (isRow !== last.text.includes('\t')) return true
  if (Math.abs(line.size - last.size) > 0.6) return true
  if (line.x > margin + line.size) return true
  if (last.right < right - last.size * 2) return true
  return last.y - line.y > line.size * 2.6
}
