import { parse } from 'csv-parse/sync'
import { messageOf, Problem } from '../../core/errors.ts'

/** A file with rows: its name, for messages and as the source of its cells, and its bytes. */
export interface SheetFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A register is some hundreds of rows; a workbook of this size is a mistake or an attack. */
const largest = 5 * 1024 * 1024

/**
 * The rows of a .csv (UTF-8, UTF-16 or GB18030, as Chinese Excel saves it) or of an .xlsx file's first sheet.
 * @throws Problem where the file is empty, too large, or neither of the two
 */
export async function readGrid(file: SheetFile): Promise<string[][]> {
  if (file.bytes.length === 0) {
    throw new Problem(`${file.name} 是空文件。`, '请确认文件已保存完整后再导入。')
  }
  if (file.bytes.length > largest) {
    throw new Problem(`${file.name} 超过 5 MB，不像一份实验区名单。`, '请只保留名单所在的工作表后再导入。')
  }
  const zipped = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b
  try {
    return zipped ? await sheetRows(file.bytes) : csvRows(file.bytes)
  } catch (thrown) {
    throw new Problem(
      `读不懂 ${file.name}：${zipped ? '不是完好的 .xlsx 文件' : `不是完好的 .csv 文件（${messageOf(thrown)}）`}。`,
      '请用表格软件另存为 .xlsx 或 .csv（UTF-8）后重试；没有导入任何一行。',
      { cause: thrown },
    )
  }
}

function csvRows(bytes: Uint8Array): string[][] {
  const text = decoded(bytes)
  if (text.includes('\u0000')) throw new Error('binary')
  return parse(text, { bom: true, trim: true, relaxColumnCount: true, skipEmptyLines: true })
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

async function sheetRows(bytes: Uint8Array): Promise<string[][]> {
  // Read when first needed: most runs of the program never see such a file.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  // A copy of its own: exceljs takes an ArrayBuffer, and a Buffer may be a window into a larger one.
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  await workbook.xlsx.load(copy)
  const rows: string[][] = []
  const sheet = workbook.worksheets[0]
  sheet?.eachRow({ includeEmpty: false }, (row) => {
    const cells: string[] = []
    for (let at = 1; at <= sheet.columnCount; at += 1) cells.push(row.getCell(at).text.trim())
    if (cells.some((it) => it !== '')) rows.push(cells)
  })
  return rows
}
