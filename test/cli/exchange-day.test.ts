import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alliance } from '../support/command-line.ts'

let cwd = ''
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'alliance-'))
  writeFileSync(
    join(cwd, 'zones.csv'),
    '名称,省份\n江苏省无锡市宜兴市,江苏\n江西省鹰潭市贵溪市,江西\n福建省龙岩市,福建\n',
  )
  expect(await alliance(['zones', 'import', 'zones.csv'], { cwd })).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

// A plan itself takes the built program, whose worker is an entry of its own; test/skills/matchmaking holds what comes of one.
const plan = (...more: readonly string[]) =>
  alliance(
    ['exchange-day', 'plan', '--rounds', '2', '--tables', '2', '--only', '宜兴市、贵溪市、龙岩市', ...more],
    { cwd },
  )

test.each([
  [['--away', '贵溪市'], '宜兴市:2,3'],
  [['--away', '贵溪市:0'], '宜兴市:2,3'],
  [['--apart', '宜兴市'], '一对中间用 ×'],
  [['--together', '宜兴市×贵溪市×龙岩市'], '一对中间用 ×'],
  [['--out', 'day.png'], '请用 .xlsx 或 .pdf 结尾的文件名'],
  [['--together', '宜兴市×火星'], '没有找到单位「火星」'],
  [['--apart', '宜兴市×贵溪市', '--together', '贵溪市×宜兴市'], '又要见、又不要见'],
])('%j cannot be read, and it is said how to write it', async (more, told) => {
  const { code, err } = await plan(...more)
  expect(code).toBe(1)
  expect(err).toContain(told)
})

test('a picture is an SVG or a PNG; under the name of another format nothing is written', async () => {
  const { code, err } = await alliance(['network', '--out', 'n.jpg'], { cwd })
  expect(code).toBe(1)
  expect(err).toContain('请用 .svg 或 .png 结尾的文件名')
  expect(existsSync(join(cwd, 'n.jpg'))).toBe(false)
  expect((await alliance(['network', '--map', '--out', 'n.png'], { cwd })).code).toBe(0)
  const bytes = readFileSync(join(cwd, 'n.png'))
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(600)
})
