import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alliance, linesOf } from '../support/command-line.ts'

// Only the register is needed: people join the organizations that it tells of.
let cwd = ''
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'alliance-'))
  writeFileSync(join(cwd, 'zones.csv'), '名称,省份\n江苏省无锡市宜兴市,江苏\n')
  expect(await alliance(['zones', 'import', 'zones.csv'], { cwd })).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

test('the first member of the office gets a code from whoever runs the bot', async () => {
  const { code, out } = await alliance(['invite', '--office', '--json'], { cwd })
  expect(code).toBe(0)
  const made = JSON.parse(out) as { code: string; organization: string; uses: number }
  expect(made).toMatchObject({ organization: '国家可持续发展实验区办公室', uses: 1 })
  const joined = await alliance(['start'], {
    cwd,
    input: `加入 ${made.code}\n`,
    env: { ALLIANCE_DATA: 'nowhere' },
  })
  expect(joined.code).toBe(0)
})

test('an imported zone is an organization that people can be invited to', async () => {
  expect(await alliance(['invite', '宜兴', '--uses', '3'], { cwd })).toMatchObject({
    code: 0,
    out: expect.stringContaining('可用 3 次'),
  })
})

test('an organization that is none is told so', async () => {
  expect(await alliance(['invite', '火星'], { cwd })).toMatchObject({
    code: 1,
    err: expect.stringContaining('火星'),
  })
})

test('people come in by a list, all of it or nothing, and each change is on record', async () => {
  writeFileSync(join(cwd, 'bad.csv'), '姓名,单位\n张三（虚构）,宜兴\n李四（虚构）,火星\n')
  const bad = await alliance(['members', 'import', 'bad.csv'], { cwd })
  expect(bad.code).toBe(1)
  expect(bad.err).toContain('第 3 行')
  writeFileSync(join(cwd, 'good.csv'), '姓名,单位\n张三（虚构）,宜兴\n')
  expect(await alliance(['members', 'import', 'good.csv'], { cwd })).toMatchObject({
    code: 0,
    out: expect.stringContaining('新增 1 人'),
  })
  const { out } = await alliance(['audit', '--json'], { cwd })
  expect(linesOf<{ who: string; action: string }>(out).some((it) => it.who === 'operator')).toBe(true)
})
