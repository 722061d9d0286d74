import { describe, expect, test } from 'vitest'
import { Problem } from '../../../src/core/errors.ts'
import { plainText } from '../../../src/core/plain-text.ts'
import { makeMatchCommands } from '../../../src/skills/matchmaking/commands.ts'
import { planDay } from '../../../src/skills/matchmaking/pairing/pair.ts'
import { alliance, matchPeople } from '../../support/matches.ts'

async function open() {
  const house = await matchPeople()
  const commands = makeMatchCommands({
    ...house.store,
    clock: house.clock,
    alliance: () => alliance,
    planDay: async (day) => planDay(day),
    locale: 'zh-CN',
  })
  return { ...house, commands }
}

const header = ['类型', '单位', '一句话', '内容', '阶段']
const good = [
  '需求',
  '如皋市',
  '治理河道黑臭',
  '七条河道夏天发黑发臭，想找截污和生态修复都做过的',
  '成熟应用',
]

describe('a sheet of needs and offers', () => {
  test('is imported, and importing it again changes nothing', async () => {
    const { commands, store } = await open()
    expect((await commands.importProfiles([header, good], true)).told).toContain('没有导入')
    expect(await store.profiles.list({ owner: 'jiangsu-rugao' })).toEqual([])
    expect((await commands.importProfiles([header, good], false)).count).toBe(1)
    expect((await commands.importProfiles([header, good], false)).count).toBe(0)
    expect(await store.profiles.list({ owner: 'jiangsu-rugao' })).toMatchObject([
      { kind: 'need', stage: 'proven', state: 'published', title: '治理河道黑臭' },
    ])
  })

  test('says what form help takes, who receives visitors and who would help a zone', async () => {
    const { commands, store } = await open()
    const wide = [...header, '方式', '愿接待考察', '对口支援']
    const rows = (...cells: readonly string[]) => [wide, [...good, ...cells]]
    await expect(commands.importProfiles(rows('魔法', '也许', ''), false)).rejects.toThrow(
      '方式「魔法」；愿接待考察「也许」',
    )
    await commands.importProfiles(rows('技术、培训', '是', '否'), false)
    expect(await store.profiles.list({ owner: 'jiangsu-rugao' })).toMatchObject([
      { forms: ['technique', 'training'], visits: true, helps: false },
    ])
  })

  test('with bad rows is refused whole, and every one of them is named', async () => {
    const { commands, store } = await open()
    const before = await store.profiles.list()
    const refused = commands.importProfiles(
      [
        header,
        good,
        ['要求', '如皋市', '', '我们想看看别人怎么做', ''],
        ['供给', '没有市', '', '我们有一套做法可以给大家看', ''],
        ['需求', '宜兴市', '', '想找做过污泥处置的单位，电话 13812345678', ''],
        good,
      ],
      false,
    )
    const told = await refused.catch((thrown: Problem) => thrown.message)
    for (const it of [
      '第 3 行：类型「要求」',
      '第 4 行：没有找到单位',
      '第 5 行：里面有电话',
      '第 6 行：贵单位已经发布过',
    ])
      expect(told).toContain(it)
    expect(await store.profiles.list()).toEqual(before)
  })

  test('without the columns it needs says which', async () => {
    const { commands } = await open()
    await expect(
      commands.importProfiles(
        [
          ['单位', '备注'],
          ['宜兴市', 'x'],
        ],
        false,
      ),
    ).rejects.toThrow('缺少列：类型、内容')
  })
})

describe('partners at the command line', () => {
  test('come with reasons, of one organization or of all', async () => {
    const { commands } = await open()
    await commands.importProfiles([header, good], false)
    const { rows, reply } = await commands.match('如皋市')
    expect(rows[0]?.reasons.join()).toContain('同属：水环境')
    expect(plainText(reply)).toContain('宜兴市')
    await expect(commands.match('没有市')).rejects.toThrow(Problem)
  })
})

describe('an exchange day', () => {
  const names = ['宜兴市', '如皋市', '贵溪市', '江苏省', '江西省']

  test('gives everybody a meeting and keeps blocks', async () => {
    const { commands, store, clock } = await open()
    await store.matchLists.block({ organization: 'jiangsu-yixing', blocked: 'jiangxi-guixi' }, clock.now())
    const { planned, reply, measures } = await commands.planDay({ rounds: 3, tables: 2, only: names })
    const meetings = planned.plan.rounds.flatMap((round) => round.meetings.map((it) => it.members))
    expect(new Set(meetings.flat()).size).toBe(5)
    expect(meetings.some((it) => it.includes('jiangsu-yixing') && it.includes('jiangxi-guixi'))).toBe(false)
    expect(plainText(reply)).toContain('至少见一家的：100%；重复：0')
    expect(measures).toMatchObject({ coverage: 1, repeats: 0, vetoed: 0 })
  })

  test('is repaired where somebody leaves in the middle: rounds that took place stay, others are named', async () => {
    const { commands } = await open()
    const before = (await commands.planDay({ rounds: 3, tables: 2, only: names })).planned
    const { planned, reply } = await commands.repairDay({ from: 2, gone: ['宜兴市'], late: [] })
    expect(planned.plan.rounds[0]).toEqual(before.plan.rounds[0])
    const later = planned.plan.rounds.slice(1).flatMap((round) => round.meetings.flatMap((it) => it.members))
    expect(later).not.toContain('jiangsu-yixing')
    expect(plainText(reply)).toContain('不在场')
    expect(plainText(reply)).toMatch(/日程有变|都没有变/)
  })

  test('keeps apart, brings together and leaves out of a round whom its planner names', async () => {
    const { commands } = await open()
    const { planned, measures } = await commands.planDay({
      rounds: 3,
      tables: 2,
      only: names,
      away: [{ name: '贵溪市', rounds: [1, 2] }],
      apart: [['宜兴市', '如皋市']],
      together: [['宜兴市', '贵溪市']],
    })
    const met = planned.plan.rounds.map((round) => round.meetings.map((it) => it.members))
    expect(met.slice(0, 2).flat(2)).not.toContain('jiangxi-guixi')
    expect(measures).toMatchObject({ coverage: 1, vetoed: 0, wishes: { met: 1, of: 1 } })
    await expect(
      commands.planDay({ rounds: 1, tables: 1, only: names, apart: [['宜兴市', '没有市']] }),
    ).rejects.toThrow('没有找到单位')
  })

  test('who is to meet and to be kept apart is asked about, and nothing is planned', async () => {
    const { commands } = await open()
    const both = [['宜兴市', '贵溪市']] as const
    const asked = { rounds: 3, tables: 2, only: names, apart: both, together: both }
    await expect(commands.planDay(asked)).rejects.toThrow('宜兴市和贵溪市又要见、又不要见')
    await expect(commands.repairDay({ from: 1, gone: [], late: [] })).rejects.toThrow('还没有排过交流日')
  })

  test('that cannot be as it is asked for is not planned, and it is said why', async () => {
    const { commands, store } = await open()
    const plan = (more: object) => commands.planDay({ rounds: 2, tables: 2, only: names, ...more })
    await expect(plan({ on: '2014-06-01' })).rejects.toThrow('已经过了')
    await expect(plan({ away: [{ name: '宜兴市', rounds: [9] }] })).rejects.toThrow('第 9 轮没有')
    await expect(plan({ apart: [['宜兴市', '宜兴市']] })).rejects.toThrow('宜兴市和它自己')
    await expect(plan({ only: names.slice(0, 4), together: [['宜兴市', '江西省']] })).rejects.toThrow(
      '不参加这一天',
    )
    expect(await store.matchLists.days()).toEqual([])
    const { planned } = await plan({ only: ['宜兴市', '宜兴市', '贵溪市'] })
    expect(planned.day.participants).toHaveLength(2)
  })

  test('is not repaired where nothing that is asked for can be done; whoever left may come back', async () => {
    const { commands } = await open()
    await commands.planDay({ rounds: 3, tables: 2, only: names.slice(0, 4) })
    const repair = (more: object) => commands.repairDay({ from: 2, gone: [], late: [], ...more })
    await expect(repair({ from: 9, gone: ['宜兴市'] })).rejects.toThrow('没有第 9 轮')
    await expect(repair({ late: [['宜兴市', 7]] })).rejects.toThrow('没有第 7 轮')
    await expect(repair({})).rejects.toThrow('没有写谁')
    await expect(repair({ gone: ['江西省'] })).rejects.toThrow('不在这一天的名单里')
    await expect(repair({ gone: ['宜兴市'], late: [['宜兴市', 3]] })).rejects.toThrow('又走了、又迟到')
    await repair({ gone: ['宜兴市'] })
    const { planned } = await repair({ late: [['宜兴市', 3]] })
    const yixing = planned.day.participants.find((it) => it.id === 'jiangsu-yixing')
    expect(yixing?.rounds).toEqual([1, 3])
    expect(planned.plan.rounds[2]?.meetings.flatMap((it) => it.members)).toContain('jiangsu-yixing')
  })

  test('is repaired on the day that was sent, or that is named, not on the newest draft', async () => {
    const { commands, member, clock } = await open()
    const office = await member('boss', 'office')
    const two = { rounds: '1', tables: '1', only: '宜兴市、贵溪市' }
    await office.submits('matchmaking.plan-day', { ...two, on: '2014-06-25' })
    await office.presses('把日程发给各单位')
    clock.at += 1000
    await commands.planDay({ on: '2014-06-24', rounds: 2, tables: 2, only: names })
    const change = { from: 1, gone: ['宜兴市'], late: [] }
    expect((await commands.repairDay(change)).planned.on).toBe('2014-06-25')
    expect((await commands.repairDay({ ...change, on: '2014-06-24' })).planned.on).toBe('2014-06-24')
    await expect(commands.repairDay({ ...change, on: '2014-06-23' })).rejects.toThrow(
      '2014-06-23 没有排过交流日',
    )
  })

  test('nobody who met last year meets again, a draft of last year is no meeting', async () => {
    const { commands, member, clock } = await open()
    const office = await member('boss', 'office')
    const two = { rounds: 1, tables: 1, only: ['宜兴市', '贵溪市'] }
    const before = (
      await office.submits('matchmaking.plan-day', {
        on: '2014-06-25',
        rounds: '1',
        tables: '1',
        only: '宜兴市、贵溪市',
      })
    ).text
    expect(before).toContain('这是草稿')
    const picture = await commands.picture('network')
    clock.at += 365 * 24 * 3_600_000
    expect((await commands.planDay(two)).measures.coverage).toBe(1)
    expect(await commands.picture('network')).toBe(picture)
    const press = { action: 'matchmaking.publish-day', value: '2014-06-25' }
    await office.pressesOf(press)
    expect(await commands.picture('network')).not.toBe(picture)
    const { planned, reply } = await commands.planDay(two)
    expect(planned.plan.rounds[0]?.meetings).toEqual([])
    expect(plainText(reply)).toContain('允许与去年见过的再见')
    const alone = await commands.planDay({ id: 'x', rounds: 2, tables: 2, only: ['宜兴市'] })
    expect(plainText(alone.reply)).toContain('只有一家报名')
  })

  test('is a workbook with the board of the hall and everybody’s day', async () => {
    const { commands } = await open()
    const { workbook } = await commands.planDay({ rounds: 2, tables: 2, only: names })
    const { default: excel } = await import('exceljs')
    const book = new excel.Workbook()
    await book.xlsx.load((await workbook()).buffer as ArrayBuffer)
    expect(book.worksheets.map((it) => it.name)).toEqual(['总表', '各单位日程'])
    expect(book.getWorksheet('各单位日程')?.rowCount).toBe(6)
  })

  test('cannot be repaired before it was planned', async () => {
    const { commands } = await open()
    await expect(commands.repairDay({ from: 1, gone: [], late: [] })).rejects.toThrow('还没有排过交流日')
  })
})

test('paired assistance pairs those who are willing with those who ask, as far as anybody suits', async () => {
  const { commands, store, member } = await open()
  const yixing = await member('wang', 'jiangsu-yixing')
  expect(plainText((await commands.assist(1)).reply)).toContain('还排不出对口支援')
  await yixing.submits('matchmaking.write', { what: '想治重金属污染的土壤，缺技术和人手' }, 'need')
  await yixing.submitsTo('补充', { open: 'helps' })
  await yixing.presses('发布')
  const stamp = { who: 'operator', at: 1 }
  await store.profiles.act('guixi-soil', 'edit', (it) => it && { ...it, helps: true }, stamp)
  await store.profiles.act('shennongjia-ski', 'edit', (it) => it && { ...it, helps: true }, stamp)
  const { assigned } = await commands.assist(1)
  expect(assigned.pairs).toMatchObject([{ helper: 'jiangxi-guixi', helped: 'jiangsu-yixing' }])
  expect(assigned.missing).toEqual([])
})

test('the pictures name who met, and count needs and offers', async () => {
  const { commands } = await open()
  await commands.planDay({ rounds: 1, tables: 1, only: ['宜兴市', '贵溪市'] })
  expect(await commands.picture('network')).toContain('贵溪市')
  expect(await commands.picture('map')).toMatch(/^<svg/)
})
