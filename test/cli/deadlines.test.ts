import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alliance, linesOf } from '../support/command-line.ts'

/** One house for all of them, filled with the documents and the register by the first command. */
let cwd = ''
const april = ['--now', '2014-04-01T09:00']
const run = (...argv: readonly string[]) => alliance([...argv, ...april], { cwd })

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'alliance-'))
  expect(await run('notices', 'plan', '--days', '1')).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

interface Planned {
  readonly zone: string
  readonly title: string
  readonly step: string
  readonly at: string
}

test('the plan of April to July 2014 is the ladder of the 25 zones of 表1, and writes nothing', async () => {
  const { code, out } = await run('notices', 'plan', '--from', '2014-04-01', '--days', '122', '--json')
  expect(code).toBe(0)
  const planned = linesOf<Planned>(out)
  expect(new Set(planned.map((it) => it.zone)).size).toBe(25)
  expect(new Set(planned.map((it) => it.title))).toEqual(new Set(['验收申请']))
  expect(planned.filter((it) => it.step === 'T-30').map((it) => it.at.slice(0, 16))).toEqual(
    Array(25).fill('2014-05-30T09:00'),
  )
  expect((await run('notices', 'outbox', '--json')).out).toBe('')
  const table = await run('notices', 'plan', '--from', '2014-05-30', '--days', '1')
  expect(table.out).toContain('T-30')
  expect(table.out).toContain('宜兴')
})

test('what is owed is told before the bot has ever talked, and nothing is written for it', async () => {
  const { out } = await run('deadlines', '--zone', '宜兴')
  expect(out).toContain('2014-06-30（还有 90 天）')
  const owed = linesOf<{ due: string }>((await run('deadlines', '--json')).out)
  expect(owed.map((it) => it.due)).toEqual(Array(25).fill('2014-06-30'))
  expect((await run('audit', '--action', 'obligation')).out).toBe('')
})

describe('duties', () => {
  test('are listed and shown with what they rest on and whom they touch', async () => {
    const list = await run('duties', 'list')
    expect(list.out).toContain('验收申请')
    expect(linesOf<{ id: string }>((await run('duties', 'list', '--json')).out).map((it) => it.id)).toContain(
      'acceptance',
    )
    const { out } = await run('duties', 'show', 'acceptance')
    expect(out).toContain('于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料')
    expect(out).toContain('涉及 25 家')
    const preview = await run('duties', 'preview', 'acceptance', '--json')
    const [touched] = linesOf<{ owed: { organization: string }[] }>(preview.out)
    expect(new Set(touched?.owed.map((it) => it.organization)).size).toBe(25)
    expect(await run('duties', 'show', '火星')).toMatchObject({
      code: 1,
      err: expect.stringContaining('没有找到事项「火星」'),
    })
  })

  test('without a date are not published, and the reason is told', async () => {
    const { code, err } = await run('duties', 'publish', 'annual-report')
    expect(code).toBe(1)
    expect(err).toContain('还没有日期')
  })

  test('are imported whole or not at all, and then published', async () => {
    const duty = {
      id: 'self-check',
      title: '自查报告',
      kind: 'report',
      audience: { of: 'zones', provinces: ['江苏'] },
      rule: { kind: 'once', date: '2014-06-15' },
      state: 'draft',
    }
    writeFileSync(join(cwd, 'duties.json'), JSON.stringify([duty]))
    writeFileSync(join(cwd, 'broken.json'), '[{"id": ')
    const broken = await run('duties', 'import', 'broken.json')
    expect(broken).toMatchObject({ code: 1, err: expect.stringContaining('broken.json 不是完好的 JSON') })
    expect(broken.err).not.toMatch(/\bat .*\.ts:/)
    expect((await run('duties', 'import', 'duties.json', '--dry-run')).out).toContain('新增 1 项')
    expect((await run('duties', 'import', 'duties.json')).out).toContain('已导入：新增 1 项')
    expect((await run('deadlines', '--zone', '宜兴')).out).not.toContain('自查报告')
    expect((await run('duties', 'publish', 'self-check')).out).toContain('已发布：自查报告')
    expect((await run('deadlines', '--zone', '宜兴')).out).toContain('自查报告')
    const owed = linesOf<{ title: string }>((await run('deadlines', '--zone', '宜兴', '--json')).out)
    expect(owed.map((it) => it.title)).toContain('自查报告')
    expect((await run('duties', 'retire', 'self-check')).out).toContain('自查报告')
  })
})

test('the deadlines of a zone that there is not are refused by name', async () => {
  expect(await run('deadlines', '--zone', '火星')).toMatchObject({
    code: 1,
    err: expect.stringContaining('没有找到单位「火星」'),
  })
})

test('the doctor says where a holiday arrangement is missing', async () => {
  const at = (now: string) => alliance(['doctor', '--now', now], { cwd })
  expect((await at('2014-04-01')).out).toContain('近期各年都有')
  expect((await at('2030-04-01')).out).toContain('2030 年的还没有公布')
})
