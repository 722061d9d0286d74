import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { alliance } from '../support/command-line.ts'
import { withDuties } from '../support/duties.ts'

let cwd = ''
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'alliance-'))
  const store = await openStore(join(cwd, 'alliance.db'))
  await withDuties(store)
  await store.close()
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const rowsOf = async (file: string) => {
  const workbook = new excel.Workbook()
  await workbook.xlsx.readFile(join(cwd, file))
  const names = workbook.worksheets[0]?.getColumn(1).values ?? []
  return names.slice(2)
}

test('exports the board of everybody, of a zone, of a province', async () => {
  expect(await alliance(['deadlines', 'export', 'all.xlsx'], { cwd })).toMatchObject({
    code: 0,
    err: expect.stringContaining('已导出 2 行到 all.xlsx'),
  })
  expect(await rowsOf('all.xlsx')).toEqual(['江苏省无锡市宜兴市', '江西省鹰潭市贵溪市'])
  const zone = await alliance(['deadlines', 'export', 'zone.xlsx', '--zone', '宜兴', '--json'], { cwd })
  expect(JSON.parse(zone.out)).toEqual({ file: join(cwd, 'zone.xlsx'), rows: 1 })
  await alliance(['deadlines', 'export', 'province.xlsx', '--province', '江西'], { cwd })
  expect(await rowsOf('province.xlsx')).toEqual(['江西省鹰潭市贵溪市'])
})

test.each([
  [['board.csv'], 'board.csv 不是 .xlsx 文件名'],
  [['x.xlsx', '--zone', '宜兴', '--province', '江苏'], '只能写一个'],
  [['x.xlsx', '--zone', '火星'], '火星'],
  [['nowhere/x.xlsx'], 'nowhere/x.xlsx 写不进去'],
])('refuses %j by name and writes nothing', async (args, sentence) => {
  const { code, err } = await alliance(['deadlines', 'export', ...args], { cwd })
  expect(code).toBe(1)
  expect(err).toContain(sentence)
  expect(existsSync(join(cwd, args[0] ?? ''))).toBe(false)
})

test('replaces an earlier export', async () => {
  writeFileSync(join(cwd, 'old.xlsx'), 'old')
  await alliance(['deadlines', 'export', 'old.xlsx'], { cwd })
  expect(readFileSync(join(cwd, 'old.xlsx')).subarray(0, 2).toString()).toBe('PK')
})
