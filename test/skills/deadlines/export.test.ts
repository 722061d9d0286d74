import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import excel from 'exceljs'
import { describe, expect, test } from 'vitest'
import { type ExportedEntry, withFilingDays, workbookOf } from '../../../src/skills/deadlines/export.ts'
import { operator, withDuties } from '../../support/duties.ts'
import { temporaryStore } from '../../support/store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { entry } from './invented.ts'

const today = '2014-07-01'

async function reopened(entries: readonly ExportedEntry[]) {
  const workbook = new excel.Workbook()
  const bytes = await workbookOf(entries, today, 'zh-CN')
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const [rows, counts] = workbook.worksheets
  if (!rows || !counts) throw new Error('two sheets expected')
  return { rows, counts }
}

const valuesOf = (sheet: excel.Worksheet, row: number) => (sheet.getRow(row).values as unknown[]).slice(1)

describe('the sheet of obligations', () => {
  test('has a row an obligation, with dates that are dates', async () => {
    const filed = entry({
      obligation: { state: 'filed', due: '2014-09-30', originally: '2014-06-30', reason: '因灾' },
    })
    const { rows } = await reopened([{ ...filed, filed: '2014-06-28' }])
    expect(rows.name).toBe('期限明细')
    expect(valuesOf(rows, 1)).toEqual([
      '单位',
      '省份',
      '事项',
      '截止日期',
      '原定日期',
      '状态',
      '提交日期',
      '原因',
      '依据文件',
      '原文',
    ])
    expect(valuesOf(rows, 2)).toEqual([
      '江苏省无锡市宜兴市',
      '江苏',
      '提交验收申请等材料',
      new Date('2014-09-30T00:00:00Z'),
      new Date('2014-06-30T00:00:00Z'),
      '已提交',
      new Date('2014-06-28T00:00:00Z'),
      '因灾',
      '国家可持续发展实验区2014年度工作要点',
      '于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料',
    ])
    expect(rows.getCell('D2').numFmt).toBe('yyyy-mm-dd')
  })

  test('keeps its header in sight and filters every column', async () => {
    const { rows } = await reopened([entry()])
    expect(rows.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(rows.autoFilter).toBe('A1:J1')
  })

  test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'makes a formula of no words: %j',
    async (reason) => {
      const { rows } = await reopened([entry({ obligation: { reason } })])
      const cell = rows.getCell('H2')
      expect(cell.type).toBe(excel.ValueType.String)
      expect(String(cell.value).startsWith("'")).toBe(true)
    },
  )
})

test('the sheet of counts tells each province and the whole, the overdue apart', async () => {
  const open = entry()
  const filed = entry({ obligation: { state: 'filed' } })
  const jiangxi = { id: 'jiangxi-guixi', kind: 'zone', name: '江西省鹰潭市贵溪市', province: '江西' } as const
  const { counts } = await reopened([
    open,
    filed,
    entry({ organization: jiangxi, obligation: { due: '2014-09-30' } }),
  ])
  expect(counts.name).toBe('分省统计')
  const header = [
    '省份',
    '未开始',
    '准备中',
    '已提交',
    '已确认',
    '已收到',
    '免交',
    '暂缓',
    '其中逾期',
    '合计',
  ]
  expect([1, 2, 3, 4].map((row) => valuesOf(counts, row))).toEqual([
    header,
    ['江苏', 1, 0, 1, 0, 0, 0, 0, 1, 2],
    ['江西', 1, 0, 0, 0, 0, 0, 0, 0, 1],
    ['合计', 2, 0, 1, 0, 0, 0, 0, 1, 3],
  ])
})

test('a board of nothing is a workbook with its headers', async () => {
  const { rows, counts } = await reopened([])
  expect([rows.rowCount, counts.rowCount]).toEqual([1, 2])
})

test('the day of filing is that of the last filing, in the office’s time zone', async () => {
  const { obligations } = await withDuties(await temporaryStore())
  const id = 'acceptance/jiangsu-yixing/2014'
  // 27 June, 23:30 UTC is 28 June in Beijing.
  const at = Date.UTC(2014, 5, 27, 23, 30)
  await obligations.change(id, { verb: 'file' }, ['open'], { ...operator, at: at - 86_400_000 })
  await obligations.change(id, { verb: 'send-back', reason: '缺章' }, ['filed'], {
    ...operator,
    at: at - 1000,
  })
  await obligations.change(id, { verb: 'file' }, ['open', 'preparing'], { ...operator, at })
  const obligation = await obligations.find(id)
  const [exported] = await withFilingDays([entry({ ...(obligation ? { obligation } : {}) })], obligations)
  expect(exported?.filed).toBe('2014-06-28')
})

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find(
  existsSync,
)

test.skipIf(!office)('LibreOffice opens it (skipped where it is not installed)', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'board.xlsx')
  writeFileSync(file, await workbookOf([entry({ obligation: { reason: '=1+1' } })], today, 'zh-CN'))
  execFileSync(
    office ?? '',
    ['--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', file],
    {
      cwd: folder,
      timeout: 60_000,
    },
  )
  const text = readFileSync(join(folder, 'board.csv'), 'utf8')
  expect(text).toContain('2014-06-30')
  expect(text).toContain("'=1+1")
})
