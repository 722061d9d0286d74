import { parse } from 'csv-parse/sync'
import { messageOf, Problem } from '../../core/errors.ts'

/** Largest file of people, bytes: a list of names has no reason to be larger. */
const largest = 5_000_000

/**
 * The cells of a list of people: CSV (UTF-8, or GB18030 as Excel writes it in China; comma or tab) or the first sheet of
 * an XLSX, told by the content and not by the name.
 * @throws Problem where it is neither
 */
export async function readGrid(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  if (bytes.length > largest) throw unreadable(`文件有 ${bytes.length} 字节，最多读 ${largest} 字节`)
  try {
    return bytes[0] === 0x50 && bytes[1] === 0x4b ? await readXlsx(bytes) : readCsv(bytes)
  } catch (thrown) {
    throw unreadable(messageOf(thrown), thrown)
  }
}

function readCsv(bytes: Uint8Array): string[][] {
  return parse(textOf(bytes), {
    bom: true,
    trim: true,
    delimiter: [',', '\t', '，'],
    relaxColumnCount: true,
    skipEmptyLines: false,
  })
}

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  // Read when first needed: most runs of the program never see such a file.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) return []
  const rows: string[][] = []
  for (let at = 1; at <= sheet.rowCount; at += 1) {
    const row = sheet.getRow(at)
    rows.push(Array.from({ length: row.cellCount }, (_, column) => row.getCell(column + 1).text.trim()))
  }
  return rows
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}

function unreadable(why: string, cause?: unknown): Problem {
  return new Problem(
    `读不懂这份名单：${why}。`,
    '请用 CSV 或 XLSX，第一行写：姓名,单位,角色,平台,空间,账号（后四列可空）。',
    { cause },
  )
}
