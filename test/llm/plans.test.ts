import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgePlan, type PlanLine, planLine } from '../../src/cli/eval/plans.ts'
import { plainText } from '../../src/core/plain-text.ts'
import type { Profile } from '../../src/core/profile.ts'
import { type AskHouse, openHouse } from '../skills/ask/house.ts'
import { alliance } from '../support/command-line.ts'
import { acceptance, operator, owed } from '../support/duties.ts'
import { profileWith } from '../support/profiles.ts'
import { scriptedModel } from '../support/scripted-model.ts'
import { course } from '../support/trainings.ts'
import { root } from './corpus.ts'

const file = join(root, 'test', 'eval', 'plans', 'zone-officers.jsonl')
const lines: readonly PlanLine[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((it) => planLine.parse(JSON.parse(it)))

const profile = (id: string, kind: Profile['kind'], owner: string, title: string): Profile =>
  profileWith({
    id,
    kind,
    owner,
    title,
    what: `${title}，虚构。`,
    stage: 'proven',
    confirmed: '2014-06-23',
    validUntil: '2015-06-23',
  })

/** Three duties that some zones owe, one training, and what some zones need and offer. */
async function furnish(house: AskHouse): Promise<void> {
  const report = { ...acceptance, id: 'report', title: '年度工作总结报告', kind: 'annual-report' as const }
  const survey = { ...acceptance, id: 'survey', title: '创新能力监测数据填报', kind: 'survey' as const }
  await house.store.duties.keep([acceptance, report, survey], operator)
  const of = (duty: string, organization: string, due: string) => ({ ...owed(organization, due), duty })
  await house.store.obligations.reconcile(
    {
      duties: ['acceptance', 'report', 'survey'],
      owed: [
        ...['jiangsu-zhangjiagang', 'jiangsu-rugao', 'jiangxi-guixi'].map((it) => owed(it)),
        ...['jiangsu-rugao', 'jiangsu-yixing', 'jiangxi-guixi'].map((it) => of('report', it, '2014-12-31')),
        of('survey', 'zhejiang-ninghai', '2014-05-30'),
      ],
    },
    operator,
  )
  await house.store.obligations.change(
    'acceptance/jiangsu-zhangjiagang/2014',
    { verb: 'file' },
    ['open'],
    operator,
  )
  await house.store.trainings.create(course, operator)
  await house.store.profiles.addAll(
    [
      { ...profile('w', 'offer', 'jiangsu-yixing', '污水处理厂提标改造'), fields: ['sewage'] },
      profile('s', 'result', 'jiangxi-guixi', '秸秆还田配套机具'),
      profile('g', 'need', 'jiangsu-zhangjiagang', '农村垃圾分类处理'),
      { ...profile('n', 'need', 'jiangsu-rugao', '老旧污水处理厂提标'), fields: ['sewage'] },
      profile('e', 'expert', 'jiangsu-yixing', '湿地修复专家'),
    ],
    'import',
    operator,
  )
  await house.ingest(
    '虚构管理办法.md',
    '# 虚构管理办法\n\n第一条 库房钥匙由专人保管。\n\n第二条 库房每季度巡查一次。\n\n第三条 汛期前疏通沟渠。\n',
  )
}

let house: AskHouse
const people = { office: 'boss', zone: 'rg', guest: 'li' } as const
let model: Awaited<ReturnType<typeof scriptedModel>>
let plan: PlanLine['lookups'] = []
const stops: (() => void)[] = []

beforeAll(async () => {
  model = await scriptedModel({}, (stop) => stops.push(stop))
  model.says((seen) => (seen.system.includes('查询：') ? { lookups: plan } : { sentences: [] }))
  house = await openHouse(model.llm)
  await furnish(house)
  await house.member(people.office, '实验区办公室')
  await house.member(people.zone, '如皋市')
}, 60_000)
afterAll(async () => {
  await house.close()
  for (const stop of stops) stop()
})

describe('what a model may look up answers what zone officers ask', () => {
  test('forty questions, several of which need two lookups, of every kind that there is', () => {
    expect(lines).toHaveLength(40)
    expect(new Set(lines.map((it) => it.question)).size).toBe(40)
    expect(lines.filter((it) => it.lookups.length > 1).length).toBeGreaterThanOrEqual(6)
    expect(new Set(lines.flatMap((it) => it.lookups.map(({ name }) => name))).size).toBe(11)
  })

  test.each(lines.map((it) => [it.id, it.question, it] as const))('%s %s', async (_id, _question, line) => {
    const found = await house.lookUp(people[line.who], line.question, line.lookups)
    const shown = found === undefined ? '' : plainText(found)
    for (const it of line.holds) expect(shown).toContain(it)
    for (const it of line.lacks) expect(shown).not.toContain(it)
  })
})

describe('a plan beside the one that was expected', () => {
  const line = planLine.parse({
    id: 'p',
    who: 'office',
    question: '江苏验收还有谁没交，最近有啥培训',
    lookups: [
      { name: 'deadlines', arguments: { provinces: ['江苏'], duty: '验收' } },
      { name: 'trainings', arguments: {} },
    ],
    or: [[{ name: 'passages', arguments: { question: '验收材料什么时候提交' } }]],
    holds: [],
  })
  const deadlines = (given: object = {}) => ({
    name: 'deadlines',
    arguments: { provinces: ['江苏省'], duty: '验收申请', ...given },
  })
  const trainings = { name: 'trainings', arguments: { view: 'coming' } }

  test.each([
    [
      'in another order, with longer names, with what goes without saying',
      [trainings, deadlines()],
      true,
      true,
    ],
    [
      'another that answers as well, in its own words',
      [{ name: 'passages', arguments: { question: '验收材料的期限' } }],
      true,
      true,
    ],
    ['another filter', [deadlines({ state: 'overdue' }), trainings], true, false],
    ['a filter too many', [deadlines({ within: 7 }), trainings], true, false],
    ['one lookup too few', [deadlines()], false, false],
    ['one too many', [deadlines(), trainings, trainings], false, false],
    ['none', [], false, false],
  ])('%s', (_, chosen, lookups, filters) => {
    expect(judgePlan(line, chosen)).toMatchObject({ lookups, filters })
  })
})

describe('alliance eval --plans', () => {
  test('says how many plans of an endpoint are right, and shows the others', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'alliance-plans-'))
    try {
      writeFileSync(
        join(cwd, 'two.jsonl'),
        `${lines
          .slice(0, 2)
          .map((it) => JSON.stringify(it))
          .join('\n')}\n`,
      )
      plan = lines[0]?.lookups ?? []
      const env = {
        OPENAI_API_KEY: model.llm.apiKey,
        OPENAI_BASE_URL: model.llm.baseUrl,
        OPENAI_MODEL: model.llm.model,
      }
      await alliance(['ingest', file.replace(/[^/]+$/u, 'README.md')], { cwd })
      const scored = await alliance(['eval', 'two.jsonl', '--plans', '--failures'], { cwd, env })
      expect(scored).toMatchObject({ code: 0 })
      expect(scored.out).toContain('2 个问题：查询选对 2 个，查询和条件都对 1 个')
      expect(scored.out).toContain(`${lines[1]?.id} ${lines[1]?.question}`)
      const without = await alliance(['eval', 'two.jsonl', '--plans'], { cwd })
      expect(without).toMatchObject({ code: 0, out: '' })
      expect(without.err).toContain('跳过')
    } finally {
      rmSync(cwd, { recursive: true, force: true })
    }
  }, 60_000)
})
