import type { Format } from './format.ts'
import { csvFormat } from './read-csv.ts'
import { docxFormat } from './read-docx.ts'
import { htmlFormat } from './read-html.ts'
import { pdfFormat } from './read-pdf.ts'
import { textFormat } from './read-text.ts'
import { xlsxFormat } from './read-xlsx.ts'

/** Every format that documents come in. Order is precedence: the first one that recognises the bytes reads them. */
export const formats: readonly Format[] = [
  pdfFormat,
  docxFormat,
  xlsxFormat,
  htmlFormat,
  csvFormat,
  textFormat,
]
