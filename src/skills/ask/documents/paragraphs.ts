import { clean } from './clean.ts'
import { isDateLine, isOrganization } from './cover.ts'
import type { Line } from './lines.ts'
import type { Marker, MarkerKind } from './markers.ts'

/** A paragraph in the making: printed lines that belong together. */
export interface Paragraph {
  readonly lines: Line[]
  readonly marker?: Marker
  readonly kind: 'paragraph' | 'article' | 'caption'
  readonly article?: string
}

/** By kind of marker: the last item's number, and whether it was a sentence (not a heading). */
export type Siblings = Map<MarkerKind, { readonly number: number; readonly sentence: boolean }>

/** No heading is longer. */
const longestHeading = 60

/** The paragraph's words, its lines joined. */
export function textOf(paragraph: Paragraph): string {
  const [first] = paragraph.lines
  if (first !== undefined && paragraph.lines.length === 1) return first.text
  return clean(paragraph.lines.map((line) => line.raw).join('\n'))
}

/**
 * Is the line the rest of the sentence that the paragraph before it began? So it is where the paragraph ends without
 * the end of a sentence, or where a hard-wrapped line is full.
 * @param full the width of a full line, Infinity where the text is not hard-wrapped
 */
export function continues(before: Paragraph, line: Line, full: number, siblings: Siblings): boolean {
  const last = before.lines.at(-1)
  if (last === undefined || before.kind === 'caption') return false
  const short = before.lines.length <= 3 ? textOf(before) : ''
  if (before.marker !== undefined && short !== '' && isHeading(before, short, siblings)) return false
  const { text } = last
  if (/[，、,（(《“]$/.test(text)) return true
  if (isOrganization(line.text) || isDateLine(line.text)) return false
  const adjacent = !line.afterBlank
  const wrapped = adjacent && !line.indented && text.length >= full * 0.85
  if (/[。；：！？!?;:…”）)》】.]$/.test(text)) return wrapped && !/[。；：！？]$/.test(text)
  if (wrapped) return true
  if (line.indented && adjacent) return false
  return isProse(before)
}

/** Words that cannot stand alone: a sentence is over inside them, or they are too long for a line of a title. */
function isProse({ kind, marker, lines }: Paragraph): boolean {
  if (kind === 'article' || marker !== undefined || lines.length > 3) return true
  const text = lines.map((line) => line.text).join('')
  return /[。；]/.test(text) || text.length >= 35 || (text.includes('，') && text.length >= 25)
}

/** A numbered line that names what follows. Items of one series are all headings or all sentences. */
export function isHeading({ marker }: Paragraph, text: string, siblings: Siblings): boolean {
  if (marker === undefined || marker.kind === 'bullet' || marker.kind === 'circled') return false
  if (text.length > longestHeading) return false
  if (/part|chapter|section/.test(marker.kind))
    return !/[。；]/.test(text.slice(0, -1)) && (text.length <= 25 || !text.endsWith('。'))
  if (text.length === marker.sign.length || /[。；：！？，、,.;:!?]$/.test(text)) return false
  if (/[。；！？]/.test(text.replace(/[“《（(][^”》）)]*[”》）)]/g, ''))) return false
  const sibling = siblings.get(marker.kind)
  return !(sibling?.sentence === true && marker.number === sibling.number + 1)
}

/** A heading has something under it: the next paragraph is no item of the same series. */
export function leads(paragraph: Paragraph, next: Paragraph | undefined): boolean {
  return paragraph.marker !== undefined && next?.marker?.kind !== paragraph.marker.kind
}

/** The width at which a hard-wrapped text breaks its lines; Infinity where the text is not hard-wrapped. */
export function wrapWidth(lines: readonly Line[]): number {
  const lengths = lines.filter((line) => line.kind === 'text').map((line) => line.text.length)
  if (lengths.length < 8) return Number.POSITIVE_INFINITY
  const sorted = lengths.toSorted((a, b) => a - b)
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0
  const atWidth = lengths.filter((length) => length >= width * 0.85 && length <= width * 1.15).length
  return width >= 15 && width <= 120 && atWidth >= lengths.length * 0.4 ? width : Number.POSITIVE_INFINITY
}
