import type { PassageDraft } from './document.ts'

/** A paragraph longer than this is cut; sentences are gathered up to about half of it. */
const longest = 1600
const wanted = 800

/**
 * Cuts paragraphs that are too long to be one answer (texts that lost their structure) at the ends of sentences.
 * Articles, tables and title blocks stay whole: they are units of their own.
 * @param printed the text into which the passage points
 */
export function splitLong(passage: PassageDraft, printed: string): readonly PassageDraft[] {
  if (passage.kind !== 'text' || passage.text.length <= longest) return [passage]
  const pieces: PassageDraft[] = []
  let at = passage.start
  for (const text of piecesOf(passage.text)) {
    const { start, end } = placeOf(text, printed, at)
    pieces.push({ ...passage, text, start, end })
    at = end
  }
  return pieces
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const sentence of text.match(/[^。！？；\n]*[。！？；\n]+[”’）]*|[^。！？；\n]+$/g) ?? [text]) {
    if (piece !== '' && piece.length + sentence.length > wanted) {
      pieces.push(piece)
      piece = ''
    }
    piece += sentence
    // No sentence ends for a long while: cut where it stands.
    while (piece.length > longest) {
      pieces.push(piece.slice(0, wanted))
      piece = piece.slice(wanted)
    }
  }
  if (piece !== '') pieces.push(piece)
  return pieces.map((one) => one.trim()).filter((one) => one !== '')
}

/** Where a cleaned piece stands in print: its characters come there in the same order, with blanks and markup between. */
function placeOf(text: string, printed: string, from: number): { start: number; end: number } {
  let at = from
  let start = -1
  for (const character of text) {
    if (/\s/.test(character)) continue
    at = printed.indexOf(character, at)
    if (start === -1) start = at
    at += character.length
  }
  return { start: Math.max(from, start), end: at }
}
