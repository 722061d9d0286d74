import { parseFragment } from 'parse5'
import { clean } from './clean.ts'
import { decodeText } from './encoding.ts'
import type { Format } from './format.ts'
import { elementsOf, gridOf } from './html-table.ts'
import type { Hint } from './manuscript.ts'
import { tableOf } from './tables.ts'
import { isZip } from './zip.ts'

/** Plain text and Markdown: what is printed is what stands in the file. Last of the formats, as it takes any text. */
export const textFormat: Format = {
  name: '文本',
  extensions: ['.txt', '.md', '.markdown', '.text'],
  recognises: ({ bytes }) => !isZip(bytes),
  read: async ({ bytes }) => {
    const printed = decodeText(bytes)
    return { printed, hints: printed.includes('<table') ? htmlTables(printed) : [] }
  },
}

/** Tables that Markdown and the output of OCR programs write as HTML. */
function htmlTables(printed: string): Hint[] {
  const hints: Hint[] = []
  for (const found of printed.matchAll(/^[^\S\n]*<table[\s\S]*?<\/table>/gim)) {
    const element = elementsOf(parseFragment(found[0]), 'table')[0]
    if (element === undefined) continue
    const grid = gridOf(element)
    const text = grid.printed.map((row) => row.map(clean).join('\t').trim()).join('\n')
    const table = tableOf(
      grid.filled.map((row) => row.map(clean)),
      { filled: true, ...(grid.headerRows === undefined ? {} : { headerRows: grid.headerRows }) },
    )
    hints.push({ kind: 'table', start: found.index, end: found.index + found[0].length, table, text })
  }
  return hints
}
