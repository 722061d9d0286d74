import { bare } from './clean.ts'
import { type NumberedParagraph, numberedParagraphs } from './docx-numbering.ts'
import type { Format } from './format.ts'
import { problem } from './problem.ts'
import { fromHtml } from './read-html.ts'
import { words } from './words.ts'
import { holdsPart, inspectZip } from './zip.ts'

/** Word documents (ECMA-376). Images and comments are left out, tracked changes count as accepted. */
export const docxFormat: Format = {
  name: 'DOCX',
  extensions: ['.docx', '.docm'],
  recognises: ({ bytes }) => holdsPart(bytes, 'word/document.xml'),
  read: async ({ bytes }) => {
    const parts = await inspectZip(bytes, 'DOCX', [
      'word/document.xml',
      'word/numbering.xml',
      'word/styles.xml',
    ])
    const paragraphs = numberedParagraphs({
      document: parts.get('word/document.xml') ?? '',
      numbering: parts.get('word/numbering.xml') ?? '',
      styles: parts.get('word/styles.xml') ?? '',
    })
    return fromHtml(await htmlOf(bytes, paragraphs))
  },
}

/** The parts of mammoth's document model that numbers are written into. */
interface WordElement {
  type: string
  value?: string
  children?: WordElement[]
  numbering?: unknown
}

async function htmlOf(bytes: Uint8Array, paragraphs: readonly NumberedParagraph[]): Promise<string> {
  try {
    const { default: mammoth } = await import('mammoth')
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
        transformDocument: (document: WordElement) => writeNumbers(document, paragraphs),
      },
    )
    return value
  } catch (thrown) {
    throw problem(words.broken('DOCX'), thrown)
  }
}

/** How far the two readings of the paragraphs may run apart (text boxes, deleted paragraphs) and still meet. */
const reach = 50

/** Writes the numbers that Word counts before the paragraphs, found by their order and text. */
function writeNumbers(document: WordElement, paragraphs: readonly NumberedParagraph[]): WordElement {
  let next = 0
  const visit = (element: WordElement): void => {
    if (element.type === 'paragraph') {
      const text = bare(textOf(element))
      const found = paragraphs.slice(next, next + reach).findIndex((one) => bare(one.text) === text)
      const label = paragraphs[next + found]?.label
      if (found !== -1) next += found + 1
      if (found !== -1 && label !== undefined) {
        element.children = [
          { type: 'run', children: [{ type: 'text', value: `${label} ` }] },
          ...(element.children ?? []),
        ]
        element.numbering = null
      }
    }
    for (const child of element.children ?? []) visit(child)
  }
  visit(document)
  return document
}

function textOf(element: WordElement): string {
  return element.type === 'text' ? (element.value ?? '') : (element.children ?? []).map(textOf).join('')
}
