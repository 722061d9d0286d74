import type ExcelJS from 'exceljs'

/** The words of the form. Chinese only: what is filled in is read by the same words as a notice. */
const form: readonly (readonly [label: string, hint: string])[] = [
  ['培训名称', '例如：绿色发展能力建设（华北组）培训班'],
  ['类型', '培训、交流、论坛、考察、出国培训'],
  ['培训时间', '例如：2014年10月15日至16日'],
  ['培训地点', '出国培训写到国家和城市；日程时间写当地时间'],
  ['链接', '线上培训的网址，以 https:// 开头；没有可不填'],
  ['主办单位', '几个单位用顿号隔开'],
  ['承办单位', '没有可不填'],
  ['参加人员', '例如：天津、河北、山西、内蒙古各实验区管理人员'],
  ['总名额', '一个整数'],
  ['报名截止', '例如：2014年9月30日17:00前'],
  ['报名渠道', '由省级科技主管部门推荐；自行报名可不填'],
  ['报名问题', '用分号隔开，例如：职务；住宿（单间/合住）；是否清真'],
]

const sheets = {
  form: { name: '培训', widths: [14, 60] },
  programme: {
    name: '日程',
    header: ['日期', '时间', '内容', '主讲人', '地点'],
    widths: [16, 16, 44, 16, 24],
  },
  quotas: { name: '名额分配', header: ['省份', '名额'], widths: [16, 10] },
}

/**
 * An empty form for a training, which can be filled in and read like a notice: a row a field, the programme, the seats of
 * each province.
 * @returns the bytes of an XLSX file
 */
export async function noticeTemplate(): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const first = workbook.addWorksheet(sheets.form.name)
  setWidths(first, sheets.form.widths)
  for (const [label, hint] of form) {
    const row = first.addRow([label, null])
    row.height = 24
    row.getCell(1).font = { bold: true }
    for (const column of [1, 2])
      row.getCell(column).border = { bottom: { style: 'thin' }, right: { style: 'thin' } }
    row.getCell(2).alignment = { wrapText: true, vertical: 'top' }
    // Shown while the cell is chosen; a hint beside it would be read as part of the notice.
    row.getCell(2).dataValidation = {
      type: 'textLength',
      operator: 'lessThan',
      formulae: [1000],
      allowBlank: true,
      showInputMessage: true,
      promptTitle: label,
      prompt: hint,
    }
  }
  for (const { name, header, widths } of [sheets.programme, sheets.quotas]) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.addRow(header).font = { bold: true }
    setWidths(sheet, widths)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function setWidths(sheet: ExcelJS.Worksheet, widths: readonly number[]): void {
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width
}
