import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf'
import { messageOf, Problem } from '../../../core/errors.ts'
import { usualShare } from './encoding.ts'
import type { Format } from './format.ts'
import type { Manuscript } from './manuscript.ts'
import { ManuscriptWriter } from './manuscript-writer.ts'
import { ChineseCMaps } from './pdf-cmaps.ts'
import { furnitureOf, linesOf, type PdfLine, paragraphsOf } from './pdf-lines.ts'
import { problem } from './problem.ts'
import { headOf } from './sniff.ts'
import { warnings, words } from './words.ts'

/** PDF with a text layer. A scan without one is refused: it would be an empty document that answers nothing. */
export const pdfFormat: Format = {
  name: 'PDF',
  extensions: ['.pdf'],
  recognises: ({ bytes }) => headOf(bytes).includes('255044462d'),
  read: async ({ bytes }) => fromPages(await itemsOf(bytes)),
}

async function itemsOf(bytes: Uint8Array): Promise<readonly (readonly StructuredTextItem[])[]> {
  try {
    // A copy: PDF.js takes the buffer over and leaves the caller's detached.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      cMapPacked: false,
      BinaryDataFactory: ChineseCMaps,
    })
    try {
      return (await extractTextItems(pdf)).items
    } finally {
      await pdf.destroy()
    }
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown
    const locked =
      thrown instanceof Error && (thrown.name === 'PasswordException' || /password/i.test(messageOf(thrown)))
    throw problem(locked ? words.encrypted : words.broken('PDF'), thrown)
  }
}

function fromPages(pages: readonly (readonly StructuredTextItem[])[]): Manuscript {
  const lines = pages.map(linesOf)
  const empty = lines.flatMap((page, index) =>
    page.every((line) => line.text.trim() === '') ? [index + 1] : [],
  )
  if (empty.length === pages.length) throw problem(words.scanned(pages.length))
  // A font without a right map to characters gives letters of many scripts: a wrong text is worse than none.
  if (
    usualShare(
      lines
        .flat()
        .map((line) => line.text)
        .join(''),
    ) < 0.7
  )
    throw problem(words.unknownGlyphs)
  const furniture = furnitureOf(lines)
  const writer = new ManuscriptWriter()
  for (const page of lines) {
    for (const paragraph of paragraphsOf(page, furniture)) {
      const text = paragraph.map((line: PdfLine) => line.text).join('\n')
      if (paragraph[0] !== undefined && furniture.has(paragraph[0])) writer.furniture(text)
      else writer.paragraph(text)
    }
  }
  const manuscript = writer.finish()
  return empty.length === 0 ? manuscript : { ...manuscript, warnings: [warnings.pagesWithoutText(empty)] }
}
