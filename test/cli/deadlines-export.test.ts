import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alliance } from '../support/command-line.ts'

let cwd = ''
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'alliance-'))
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const rowsOf = async (file: string) => {
  const workbook = new excel.Workbook()
  await workbook.xlsx.readFile(join(cwd, file))
  const names = workbook.worksheets[0]?.getColumn(1).values ?? []
  return names.slice(2)
}

const now = ['--now', '2014-05-30T09:00:00+08:00']

test('exports the board of everybody, of a zone, of a province, on a store that nobody has started yet', async () => {
  const { code, err } = await alliance(['deadlines', 'export', 'all.xlsx', ...now], { cwd })
  const all = await rowsOf('all.xlsx')
  expect({ code, err }).toMatchObject({
    code: 0,
    err: expect.stringContaining(`已导出 ${all.length} 行到 all.xlsx`),
  })
  // Each of the 25 zones of 表1 owes its acceptance file by 30 June 2014.
  expect(new Set(all).size).toBeGreaterThanOrEqual(25)
  const zone = await alliance(['deadlines', 'export', 'zone.xlsx', '--zone', '丰顺', '--json', ...now], {
    cwd,
  })
  const own = await rowsOf('zone.xlsx')
  expect(JSON.parse(zone.out)).toEqual({ file: join(cwd, 'zone.xlsx'), rows: own.length })
  expect([...new Set(own)]).toEqual([expect.stringContaining('丰顺')])
  await alliance(['deadlines', 'export', 'province.xlsx', '--province', '广东', ...now], { cwd })
  const province = await rowsOf('province.xlsx')
  expect(province).toEqual(expect.arrayContaining(own))
  expect(province.length).toBeLessThan(all.length)
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
