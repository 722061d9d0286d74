import { describe, expect, test } from 'vitest'
import { Problem } from '../../../src/core/errors.ts'
import { makeDeadlineCommands } from '../../../src/skills/deadlines/commands.ts'
import { readGrid } from '../../../src/skills/zones/grid.ts'
import type { Zone } from '../../../src/store/zones.ts'
import { deadlinePeople, quoted } from '../../support/deadlines.ts'
import { askHouse } from '../ask/house.ts'

const header = '编号,名称,类型,谁要交,什么时候,材料,状态'

async function house() {
  const { parts, store } = await deadlinePeople([])
  const commands = makeDeadlineCommands({ ...parts, locale: 'zh-CN', readGrid })
  const csv = (...rows: readonly string[]) => ({
    name: 'duties.csv',
    bytes: new TextEncoder().encode([header, ...rows].join('\n')),
  })
  return { commands, store, csv }
}

test('dates in mixed forms are read row by row', async () => {
  const { commands, store, csv } = await house()
  const forms = ['2014/7/1', '2014年7月1日', '41821', '7月1日']
  const rows = forms.map((it, at) => `d-${at},事项${at},survey,全部实验区,${it},监测数据,草稿`)
  const { kept, told } = await commands.importDuties(csv(...rows))
  expect(told).toContain('新增 4 项')
  expect(kept.added).toHaveLength(4)
  for (const { rule } of await store.duties.list()) expect(rule).toEqual({ kind: 'once', date: '2014-07-01' })
  expect((await commands.importDuties(csv(...rows))).told).toContain('未变 4 项')
})

test('zones that were taken off the list are left out by the name of their list or of their status', async () => {
  const { commands, store, csv } = await house()
  await store.zones.import([
    { zone: zone('a', '甲区', '在册', '2014验收'), sources: [] },
    { zone: zone('b', '乙镇', '不再作为实验区', '撤出'), sources: [] },
  ])
  const town = { id: 'b', kind: 'zone', name: '乙镇', province: '江苏', zone: 'b', alsoCalled: [] } as const
  await store.organizations.keep([town], { who: 'test', at: 0 })
  await commands.importDuties(
    csv('first,甲,survey,不含撤出,2014-07-01,,草稿', 'second,乙,survey,不含不再作为实验区,2014-07-01,,草稿'),
  )
  for (const { audience } of await store.duties.list())
    expect(audience).toEqual({ of: 'zones', notStatuses: ['不再作为实验区'] })
  await expect(commands.importDuties(csv('third,丙,survey,不含火星,2014-07-01,,草稿'))).rejects.toThrow(
    '不认识「不含火星」',
  )
})

const zone = (id: string, name: string, status: string, cohort: string): Zone => ({
  id,
  name,
  short: name,
  aliases: [],
  province: '江苏',
  region: '东部',
  status,
  cohort,
})

test('one bad row keeps all of them out, and every bad row is named', async () => {
  const { commands, store, csv } = await house()
  const wrong = commands.importDuties(
    csv(
      'good,好的,survey,全部实验区,2014-09-01,,草稿',
      'leap,二月,survey,全部实验区,2014-02-30,,草稿',
      'mars,火星,survey,火星,2014-09-01,,草稿',
      'good,重复,survey,全部实验区,2014-09-01,,草稿',
      'late,过去,survey,全部实验区,2013-09-01,,已发布',
    ),
  )
  await expect(wrong).rejects.toThrow(/第 3 行.*\n第 4 行.*火星.*\n第 5 行.*第 2 行重复.*\n第 6 行.*已经过去/)
  expect(await store.duties.list()).toEqual([])
})

test('a dry run keeps nothing; what goes live is owed at once', async () => {
  const { commands, store, csv } = await house()
  const file = csv('report,年报,annual-report,江苏,每年12月31日,报告,已发布')
  expect((await commands.importDuties(file, { dryRun: true })).told).toContain(
    '试导入（没有保存）：新增 1 项',
  )
  expect(await store.duties.list()).toEqual([])
  await commands.importDuties(file)
  expect((await store.obligations.list({ duty: 'report' })).map((it) => it.organization)).toContain(
    'jiangsu-yixing',
  )
})

describe('JSON', () => {
  const json = (value: unknown, name = 'duties.json') => ({
    name,
    bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
  })
  const survey = {
    id: 'survey',
    title: '创新能力调查',
    kind: 'survey',
    audience: { of: 'zones', provinces: ['江苏'] },
    rule: { kind: 'once', date: '2014-07-31' },
    state: 'live',
  }

  test('duties written out as in data/duties are taken over, one or many, and are owed at once', async () => {
    const { commands, store } = await house()
    expect((await commands.importDuties(json(survey, 'one.JSON'))).told).toContain('新增 1 项')
    expect((await store.obligations.list({ duty: 'survey' })).map((it) => it.due)).toContain('2014-07-31')
    const { kept } = await commands.importDuties(json([survey, { ...survey, id: 'again' }]))
    expect(kept).toEqual({ added: ['again'], changed: [], unchanged: ['survey'] })
  })

  test('rows with the columns of a sheet are read like a sheet', async () => {
    const { commands, store } = await house()
    const row = {
      编号: 'd-1',
      名称: '年报',
      谁要交: '江苏',
      什么时候: '2014年7月1日',
      材料: ['报告', '报表'],
    }
    await commands.importDuties(json([row]))
    expect(await store.duties.find('d-1')).toMatchObject({
      rule: { kind: 'once', date: '2014-07-01' },
      materials: ['报告', '报表'],
    })
  })

  test.each([
    ['[{"id": "a"', /duties\.json 不是完好的 JSON/],
    ['"年报"', /没有|不是事项的列表/],
    [[], /不是事项的列表/],
    [[survey, 7], /不是事项的列表/],
    [
      [survey, { ...survey, rule: { kind: 'once', date: '2014-02-30' } }, survey],
      /第 2 项：.*2014-02-30.*\n第 3 项：编号与第 1 项重复/,
    ],
    [[{ 名称: '年报' }], /表里缺少列：编号/],
  ])('%j is refused by name, and nothing is taken', async (value, words) => {
    const { commands, store } = await house()
    const refused = commands.importDuties(json(value))
    await expect(refused).rejects.toBeInstanceOf(Problem)
    await expect(refused).rejects.toThrow(words)
    expect(await store.duties.list()).toEqual([])
  })
})

describe('the words that a duty rests on', () => {
  const columns = '编号,名称,谁要交,什么时候,出处,原文'
  const sheet = (quote: string, title = '2014年度工作要点') => ({
    name: 'duties.csv',
    bytes: new TextEncoder().encode([columns, `d-1,验收,江苏,2014-07-01,${title},${quote}`].join('\n')),
  })

  async function withWorkPoints() {
    const { documents } = (await askHouse()).store
    const { parts, store } = await deadlinePeople([])
    return { commands: makeDeadlineCommands({ ...parts, documents, locale: 'zh-CN', readGrid }), store }
  }

  test('have to stand in the document where it is loaded; its own names are kept', async () => {
    const { commands, store } = await withWorkPoints()
    await expect(commands.importDuties(sheet('请于6月30日前提交'))).rejects.toThrow(
      /第 2 行：《.*2014年度工作要点》里没有这句原文：「请于6月30日前提交」/,
    )
    await commands.importDuties(sheet('于2014年6月30日前，经省级科技主管部门提交验收申请'))
    expect((await store.duties.find('d-1'))?.source).toMatchObject({ file: '2014-work-points.txt' })
  })

  test('that say a year outright have to stand in their document as well', async () => {
    const { commands, store } = await withWorkPoints()
    await store.zones.import([{ zone: zone('a', '甲区', '在册', '2014验收'), sources: [] }])
    const town = { id: 'a', kind: 'zone', name: '甲区', province: '江苏', zone: 'a', alsoCalled: [] } as const
    await store.organizations.keep([town], { who: 'test', at: 0 })
    const stated = (words: string, file = '2014年度国家可持续发展实验区工作报告') => ({
      id: 'acceptance',
      title: '验收申请',
      kind: 'acceptance',
      audience: { of: 'zones' },
      rule: {
        kind: 'after',
        milestone: 'founded',
        years: 5,
        day: '06-30',
        stated: [{ cohort: '2014验收', due: 2014, words, file }],
      },
      state: 'draft',
    })
    const file = (...items: unknown[]) => ({
      name: 'duties.json',
      bytes: new TextEncoder().encode(JSON.stringify(items)),
    })
    const real = '2014年共有天津市东丽区等25个实验区建区满五年，并提出验收申请。'
    await expect(
      commands.importDuties(file({ ...stated(real), id: 'good' }, stated('共有26个实验区建区满五年'))),
    ).rejects.toThrow(/第 2 项：《2014年度.*工作报告》里没有这句原文：「共有26个实验区建区满五年」/)
    expect(await store.duties.list()).toEqual([])
    await commands.importDuties(file(stated(real)))
    expect(await store.duties.find('acceptance')).toMatchObject({
      rule: { stated: [{ words: real, file: '2014-annual-report.txt' }] },
    })
  })

  test('are taken as they are where the document is not loaded', async () => {
    const { commands, store } = await withWorkPoints()
    await commands.importDuties(sheet('请于7月1日前提交', '关于开展调查的通知'))
    expect((await store.duties.find('d-1'))?.source).toMatchObject({ file: '关于开展调查的通知' })
  })
})

describe('documents that were kept before anybody looked for deadlines in them', () => {
  async function withDocuments() {
    const { documents, passages } = (await askHouse()).store
    const { parts, store, member } = await deadlinePeople([])
    const looking = { ...parts, documents, passages, locale: 'zh-CN', readGrid } as const
    return { commands: makeDeadlineCommands(looking), store, member }
  }

  test('are looked at again, one or all; a second look finds nothing new', async () => {
    const { commands, store } = await withDocuments()
    const one = await commands.propose('2014年度工作要点')
    expect(one).toMatchObject({ documents: 1, told: expect.stringContaining('看了 1 份文件，新找到') })
    const open = await commands.proposals()
    expect(open).toHaveLength(one.found)
    const acceptance = open.find((it) => it.quote.includes('提交验收申请'))
    expect(acceptance).toMatchObject({ date: '2014-06-30', who: '各有关实验区' })
    expect(acceptance?.what).toContain('提交验收申请等有关材料')
    await store.duties.decide(acceptance?.id ?? '', 'dismissed', { who: 'operator', at: 0 })
    await commands.propose()
    expect((await commands.propose()).found).toBe(0)
    expect((await commands.proposals()).map((it) => it.quote)).not.toContain(acceptance?.quote)
  })

  test('say nothing new of a sentence that a duty rests on', async () => {
    const { commands, store } = await withDocuments()
    await store.duties.keep([{ ...quoted, state: 'draft' }], { who: 'operator', at: 0 })
    await commands.propose()
    expect((await commands.proposals()).filter((it) => it.quote.includes('提交验收申请'))).toEqual([])
  })

  test('are named, or refused by name', async () => {
    const { commands } = await withDocuments()
    await expect(commands.propose('火星条例')).rejects.toThrow('没有找到文件「火星条例」')
  })
})
