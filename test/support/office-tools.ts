import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

/** Programs of other makers that open what we write. A machine without them skips those tests, and says what to install. */

const find = (...places: readonly string[]) => places.find(existsSync)

export const libreOffice = find(
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/opt/libreoffice/program/soffice',
)

/** pdftotext, pdffonts and pdfinfo come in one package, poppler-utils. */
export const poppler = find('/usr/bin/pdftotext') !== undefined

/** What a PDF says, page by page. */
export function pagesOf(pdf: Uint8Array): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', written(pdf, 'paper.pdf'), '-'], { encoding: 'utf8' })
  return text.split('\f').slice(0, -1)
}

/** The fonts of a PDF, and whether each is embedded. */
export function fontsOf(pdf: Uint8Array): readonly { readonly name: string; readonly embedded: boolean }[] {
  const [, , ...lines] = execFileSync('pdffonts', [written(pdf, 'paper.pdf')], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
  // Columns of 36, 17 and 16 characters, then emb.
  return lines.map((line) => ({ name: line.slice(0, 36).trim(), embedded: line.slice(72, 75) === 'yes' }))
}

/** The first sheet of a workbook as LibreOffice reads it. */
export function sheetAsText(xlsx: Uint8Array): string {
  const file = written(xlsx, 'sheet.xlsx')
  const folder = dirname(file)
  execFileSync(
    libreOffice ?? '',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      file,
    ],
    { cwd: folder, timeout: 60_000, stdio: 'pipe' },
  )
  return readFileSync(join(folder, 'sheet.csv'), 'utf8')
}

function written(bytes: Uint8Array, name: string): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, bytes)
  return file
}
