import { parse } from 'csv-parse/sync'
import { messageOf } from '../../../core/errors.ts'
import { decodeText } from './encoding.ts'
import { extensionOf, type Format, stemOf } from './format.ts'
import { ManuscriptWriter } from './manuscript-writer.ts'
import { problem } from './problem.ts'
import { headerRows } from './tables.ts'
import { words } from './words.ts'
import { isZip } from './zip.ts'

/** Tables between commas, semicolons or tabs; the first row names the columns. */
export const csvFormat: Format = {
  name: 'CSV',
  extensions: ['.csv', '.tsv'],
  recognises: ({ name, bytes }) => !isZip(bytes) && csvFormat.extensions.includes(extensionOf(name)),
  read: async ({ name, bytes }) => {
    const text = decodeText(bytes)
    const writer = new ManuscriptWriter()
    const rows = rowsOf(text)
    if (rows.length > 0)
      writer.table(rows, undefined, { headerRows: Math.max(headerRows(rows), namesColumns(rows) ? 1 : 0) })
    return { ...writer.finish(), facts: { title: stemOf(name) } }
  },
}

function rowsOf(text: string): string[][] {
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    })
    return rows.filter((row) => row.some((cell) => cell !== ''))
  } catch (thrown) {
    throw problem(words.badTable(messageOf(thrown)), thrown)
  }
}

/** The sign that stands most often in the first line. */
function delimiterOf(text: string): string {
  const line = text.slice(0, Math.max(0, text.indexOf('\n')) || text.length)
  const counts = [',', '\t', ';', '，'].map((sign) => [sign, line.split(sign).length] as const)
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** In a file made for tables the first row names the columns where its cells are all there, differ and are no numbers. */
export function namesColumns(rows: readonly (readonly string[])[]): boolean {
  const [first] = rows
  if (first === undefined || rows.length < 2) return false
  return (
    new Set(first).size === first.length && first.every((cell) => cell !== '' && !/^[-+\d.,%％]+$/.test(cell))
  )
}
