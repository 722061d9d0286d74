import { beforeEach, describe, expect, test } from 'vitest'
import type { Talker } from '../../support/conversation.ts'
import { type MatchPeople, matchPeople } from '../../support/matches.ts'

const day = { on: '2014-06-25', rounds: '3', tables: '2' }
const who = '宜兴市、如皋市、贵溪市、江苏省、江西省'

let house: MatchPeople
let office: Talker
let yixing: Talker
let guixi: Talker

beforeEach(async () => {
  house = await matchPeople()
  office = await house.member('boss', 'office')
  yixing = await house.member('wang', 'jiangsu-yixing')
  guixi = await house.member('li', 'jiangxi-guixi')
})

const posted = (channel: string) => house.slack.posted.filter((it) => it.channel === channel)

async function published(more: Readonly<Record<string, string>> = {}): Promise<void> {
  await office.submits('matchmaking.plan-day', { ...day, only: who, ...more })
  await office.presses('把日程发给各单位')
  await house.beat()
}

describe('an exchange day in the chat', () => {
  test('is a draft of the office until it is sent, and then each gets its own timetable alone', async () => {
    expect((await office.calls('match', { view: 'timetable' })).text).toContain('还没有排过交流日')
    const draft = await office.submitsTo('排交流日', { ...day, only: who })
    expect(draft.private).toBe(true)
    expect(draft.text).toContain('至少见一家的：100%；重复：0')
    expect(draft.text).toContain('这是草稿')
    expect(draft.files.map((it) => it.name)).toEqual(['交流日-2014-06-25.xlsx'])
    expect((await yixing.calls('match', { view: 'timetable' })).text).toContain('还没有发给贵单位')

    const sent = await office.presses('把日程发给各单位')
    expect(sent.text).toMatch(/已把日程发给 2 家：(宜兴市、贵溪市|贵溪市、宜兴市)/)
    expect(sent.text).toContain('收不到的，请当面或打电话告诉：')
    const told = await house.heard('D-wang')
    expect(told.text).toMatch(/宜兴市在交流日 2014-06-25 的日程[\s\S]*第 3 轮/)
    expect(told.files).toEqual(['交流日-2014-06-25.pdf'])
    const own = await yixing.calls('match', { view: 'timetable' })
    expect(own.text).toContain('第 3 轮')
    expect(own.files.map((it) => it.name)).toEqual(['交流日-2014-06-25.pdf'])
    expect(posted('D-li')).toHaveLength(1)
  })

  test('a draft that was sent to nobody keeps no two apart on another day, one that was sent does', async () => {
    const two = { on: '2014-09-10', rounds: '1', tables: '1', only: '宜兴市、贵溪市' }
    const met = '1 号桌：贵溪市'
    const planned = async (on: string) => (await office.submits('matchmaking.plan-day', { ...two, on })).text
    expect(await planned('2014-09-10')).toContain(met)
    expect(await planned('2014-09-17')).toContain(met)
    await office.presses('把日程发给各单位')
    expect(await planned('2014-09-24')).not.toContain(met)
  })

  test('that was sent is what everybody sees and repairs, whatever is being planned for later', async () => {
    await published()
    await house.beat()
    await office.submits('matchmaking.plan-day', { ...day, on: '2014-09-10', only: '宜兴市、如皋市' })
    const board = await office.calls('match', { view: 'timetable' })
    expect(board.text).toContain('交流日 2014-06-25')
    expect(board.text).toContain('日程已经发给各单位')
    expect((await office.presses('看 2014-09-10（草稿）')).text).toContain('交流日 2014-09-10')
    expect((await yixing.calls('match', { view: 'timetable' })).text).toContain('2014-06-25')
    house.clock.at += 30 * 24 * 3_600_000
    expect((await office.calls('match', { view: 'timetable' })).text).toContain('交流日 2014-09-10')
  })

  test('is printed for the office, and for nobody else', async () => {
    await published()
    await office.calls('match', { view: 'timetable' })
    const printed = await office.presses('打印（PDF）')
    expect(printed.text).toContain('总表和 5 家的日程')
    expect(printed.files.map((it) => it.name)).toEqual(['交流日-2014-06-25.pdf'])
    const press = { action: 'matchmaking.print-day', value: '2014-06-25' }
    expect((await yixing.pressesOf(press)).text).toContain('不能排交流日')
  })

  test('sent twice is heard once', async () => {
    await published()
    await office.calls('match', { view: 'timetable' })
    expect((await office.presses('把日程发给各单位')).text).toContain('都是最新的')
    await house.beat()
    expect(posted('D-wang')).toHaveLength(1)
  })

  test('whoever is known to be away in a round is planned for the others', async () => {
    await published({ absent: '贵溪市 1-2' })
    const [told] = posted('D-li')
    expect(told?.text).toMatch(/第 1 轮.*不在场/)
    expect(told?.text).toMatch(/第 2 轮.*不在场/)
    expect(told?.text).toMatch(/第 3 轮.*号桌/)
  })

  test('is repaired on the day: those whose day changed hear it at once, the others and who left do not', async () => {
    await published()
    const board = await office.calls('match', { view: 'timetable' })
    expect(board.text).toContain('日程已经发给各单位')
    const mended = await office.submitsTo('有人来不了、迟到', { from: '1', gone: '宜兴市' })
    expect(mended.text).toMatch(/日程有变的：.*贵溪市/)
    expect(mended.text).toContain('已把日程发给 1 家：贵溪市')
    const told = await house.heard('D-li')
    expect(told.text).toContain('以这一张为准')
    expect(told.text).not.toContain('宜兴市')
    expect(posted('D-wang')).toHaveLength(1)
  })

  test('what cannot be done is said, and changes nothing', async () => {
    const plan = (more: object) => office.submits('matchmaking.plan-day', { ...day, only: who, ...more })
    expect((await plan({ rounds: '很多' })).text).toContain('「很多」不是一个数')
    expect((await plan({ on: '2013-01-01' })).text).toContain('这一天看不懂')
    expect((await plan({ absent: '贵溪市' })).text).toContain('「贵溪市」没有看懂')
    expect((await plan({ only: '没有市' })).text).toContain('没有找到单位')
    expect(await house.store.matchLists.days()).toEqual([])
    await published()
    const repair = (values: Record<string, string>) =>
      office.submits('matchmaking.repair-day', values, '2014-06-25')
    expect((await repair({ from: '7', gone: '宜兴市' })).text).toContain('没有第 7 轮')
    expect((await repair({ from: '2', gone: '南京市' })).text).toMatch(/不在这一天的名单里|没有找到单位/)
    expect((await repair({ from: '2' })).text).toContain('没有写谁')
    for (const [form, value] of [
      ['matchmaking.plan-day', ''],
      ['matchmaking.repair-day', '2014-06-25'],
    ] as const)
      expect((await guixi.submits(form, { ...day, from: '1', gone: '宜兴市' }, value)).text).toContain(
        '不能排交流日',
      )
    const press = { action: 'matchmaking.publish-day', value: '2014-06-25' }
    expect((await yixing.pressesOf(press)).text).toContain('不能排交流日')
  })
})

describe('paired assistance in the chat', () => {
  test('is one list for the office and for provinces what touches their zones, with room by helper', async () => {
    await yixing.submits('matchmaking.write', { what: '想治重金属污染的土壤，缺技术和人手' }, 'need')
    await yixing.submitsTo('补充', { open: 'helps' })
    await yixing.presses('发布')
    const stamp = { who: 'operator', at: 1 }
    for (const id of ['guixi-soil', 'shennongjia-ski'])
      await house.store.profiles.act(id, 'edit', (it) => it && { ...it, helps: true }, stamp)
    const all = await office.calls('match', { view: 'assistance' })
    expect(all.text).toMatch(/贵溪市.*宜兴市/)
    expect(all.text).toContain('贵溪市还能再帮 1 家')
    const again = await office.submitsTo('换个数再排', { each: '1', theirs: '贵溪市 4' })
    expect(again.text).toContain('贵溪市还能再帮 3 家')
    const province = await house.member('zhao', 'province-江西')
    const its = await province.calls('match', { view: 'assistance' })
    expect(its.text).toMatch(/贵溪市.*宜兴市/)
    expect(its.text).not.toContain('shennongjia')
    expect((await yixing.calls('match', { view: 'assistance' })).text).toContain('不能查看对口支援')
  })
})
