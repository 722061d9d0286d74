import { beforeEach, describe, expect, test } from 'vitest'
import { spokenPreference } from '../../../src/skills/matchmaking/exchange/spoken-preference.ts'
import type { Talker } from '../../support/conversation.ts'
import { buttonOf, type MatchPeople, matchPeople } from '../../support/matches.ts'

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
const everybody = '宜兴市、如皋市、贵溪市、江苏省、江西省'
const plan = (more: Readonly<Record<string, string>> = {}) =>
  office.submits('matchmaking.plan-day', {
    on: '2014-06-25',
    rounds: '3',
    tables: '2',
    only: everybody,
    ...more,
  })

/** A participant's own row of a board. */
function partnersOf(name: string, board: string): string {
  return board.split('\n').find((it) => it.trim().startsWith(name)) ?? ''
}

describe('what a participant wishes of an exchange day', () => {
  test('is said in plain words, and the office plans by it', async () => {
    const said = await yixing.says('交流日我们想见贵溪，不想见如皋，第2轮不在')
    expect(said.private).toBe(true)
    expect(said.text).toMatch(/记下了[\s\S]*想见.*贵溪市[\s\S]*不想见.*如皋市[\s\S]*不在.*第 2 轮/)
    expect(said.text).toContain('管下一次交流日')
    const board = partnersOf('宜兴市', (await plan()).text)
    expect(board).toContain('贵溪市')
    expect(board).not.toContain('如皋市')
    expect(board).toContain('不在场')
  })

  test('is filled in as a form; a field that is left empty stays, 无 empties it', async () => {
    await yixing.calls('match', { view: 'preferences' })
    await yixing.submitsTo('改一改', { meet: '贵溪市、江西省', away: '1-2' })
    const kept = await yixing.submitsTo('改一改', { avoid: '如皋市' })
    expect(kept.text).toMatch(/想见.*贵溪市、江西省[\s\S]*不想见.*如皋市[\s\S]*不在.*第 1–2 轮/)
    const emptied = await yixing.submitsTo('改一改', { meet: '无', away: '全部' })
    expect(emptied.text).toMatch(/想见.*没有说[\s\S]*不想见.*如皋市[\s\S]*不在.*整天不来/)
    expect((await yixing.presses('都撤回')).text).toMatch(/都撤回了[\s\S]*不想见.*没有说/)
  })

  test('is taken back as it was said', async () => {
    await yixing.says('交流日我们想见贵溪')
    expect((await yixing.says('交流日不用见贵溪了')).text).toMatch(/想见.*没有说[\s\S]*不想见.*没有说/)
    await yixing.says('别安排我们和如皋')
    expect((await yixing.says('可以安排我们和如皋了')).text).toMatch(/不想见.*没有说/)
    await yixing.says('第1、2轮我们不在')
    expect((await yixing.says('第2轮我们在')).text).toMatch(/不在.*第 1 轮/)
    await yixing.says('交流日我们来不了')
    expect((await plan({ only: '' })).text).not.toMatch(/宜兴市.*号桌/)
  })

  test('is for its own members to say, and for the office of anybody', async () => {
    const refused = await yixing.says('交流日贵溪想见如皋')
    expect(refused.text).toContain('您的权限限于本单位')
    expect(
      (await yixing.submits('matchmaking.prefer-for', { whose: '贵溪市', avoid: '宜兴市' })).text,
    ).toContain('您的权限限于本单位')
    expect(
      (await yixing.pressesOf({ action: 'matchmaking.prefer-nothing', value: 'jiangxi-guixi' })).text,
    ).toContain('您的权限限于本单位')
    expect((await house.person('guest').says('交流日我们想见贵溪')).text).toContain('问：')
    expect((await office.says('交流日贵溪想见如皋')).text).toMatch(/贵溪市对交流日的意向[\s\S]*想见.*如皋市/)
    await office.calls('match', { view: 'preferences' })
    await office.submitsTo('替一家填', { whose: '宜兴市', away: '3' })
    const all = await office.calls('match', { view: 'preferences' })
    expect(all.text).toMatch(/宜兴市.*第 3 轮[\s\S]*贵溪市.*如皋市/)
    expect((await office.says('交流日我们想见贵溪')).text).toContain('办公室不参加一对一的对接')
  })

  test('whom somebody does not want to meet nobody reads but they and the office', async () => {
    await yixing.says('别安排我们和贵溪')
    const wishes = await guixi.says('交流日我们想见宜兴')
    expect(wishes.text).toMatch(/记下了[\s\S]*想见.*宜兴市/)
    const all = await office.calls('match', { view: 'preferences' })
    expect(all.text).toContain('贵溪市想见宜兴市，宜兴市不想见：以不见为准，贵溪市不会知道')
    const board = await plan()
    expect(board.text).not.toContain('不想见')
    expect(partnersOf('贵溪市', board.text)).not.toContain('宜兴市')
    await office.presses('把日程发给各单位')
    await house.beat()
    for (const channel of ['D-li', 'D-boss'])
      for (const it of posted(channel)) expect(it.text).not.toContain('不想见')
    expect((await guixi.calls('match', { view: 'timetable' })).text).not.toContain('不想见')
    expect((await guixi.calls('match', { view: 'preferences' })).text).not.toMatch(/不想见.*宜兴市/)
  })

  test('that cannot all be is answered with what to relax, and changes nothing', async () => {
    const unchanged = async (text: string) => {
      expect(text).toContain('什么也没有改')
      expect(await house.store.matchLists.preferences()).toEqual([])
    }
    const fill = async (values: Record<string, string>) =>
      (await yixing.submits('matchmaking.prefer', values)).text
    const both = await fill({ meet: '贵溪市', avoid: '贵溪' })
    expect(both).toContain('贵溪市又想见、又不想见')
    await unchanged(both)
    await unchanged(await fill({ meet: '宜兴市' }))
    await unchanged(await fill({ away: '下午' }))
    await unchanged((await yixing.says('交流日我们想见贵溪和火星基地')).text)
    await unchanged((await yixing.says('最后一轮我们不在')).text)
    await house.store.matchLists.block({ organization: 'jiangsu-yixing', blocked: 'jiangxi-guixi' }, 1)
    const blocked = await fill({ meet: '贵溪市' })
    expect(blocked).toContain('不往来的单位')
    await unchanged(blocked)
  })

  test('said the other way round, one press turns it', async () => {
    await yixing.says('别安排我们和贵溪')
    const torn = await yixing.says('交流日我们想见贵溪')
    expect(torn.text).toContain('两样不能都要')
    expect((await yixing.presses('改成想见')).text).toMatch(/想见.*贵溪市[\s\S]*不想见.*没有说/)
  })

  test('holds for the next day alone', async () => {
    await yixing.says('别安排我们和贵溪')
    await plan({ only: '宜兴市、贵溪市、如皋市' })
    await office.presses('把日程发给各单位')
    house.clock.at += 30 * 86_400_000
    expect((await yixing.calls('match', { view: 'preferences' })).text).toMatch(/不想见.*没有说/)
    const later = await plan({ on: '2014-09-10', rounds: '1', tables: '1', only: '宜兴市、贵溪市' })
    expect(partnersOf('宜兴市', later.text)).toContain('贵溪市')
  })
})

describe('wishes that change after the timetables were sent', () => {
  beforeEach(async () => {
    await plan({ rounds: '4' })
    await office.presses('把日程发给各单位')
    await house.beat()
  })

  test('are told to the office without what they are, and one press makes the plan follow', async () => {
    const said = await yixing.says('别安排我们和贵溪，最后一轮我们不在')
    expect(said.text).toMatch(/不在.*第 4 轮/)
    expect(said.text).toContain('日程已经发出，要由办公室调整，已经告诉办公室')
    const told = await house.heard('D-boss')
    expect(told.text).toContain('宜兴市改了对 2014-06-25 交流日的意向')
    expect(told.text).not.toContain('贵溪')
    const board = await office.calls('match', { view: 'timetable' })
    expect(board.text).toContain('排好以后又改了意向的：宜兴市')
    const { action, value } = buttonOf(told, '按意向调整')
    const mended = await office.pressesOf({ action, value })
    expect(mended.text).toContain('已按新的意向调整：宜兴市')
    expect(partnersOf('宜兴市', mended.text)).not.toContain('贵溪市')
    expect(partnersOf('宜兴市', mended.text)).toMatch(/不在场\s*\|?\s*$/)
    await house.beat()
    expect(posted('D-wang').at(-1)?.text).toMatch(/第 4 轮.*不在场/)
    expect((await office.pressesOf({ action, value })).text).toContain('都已经照着排了')
  })

  test('are made by the office without telling it of itself', async () => {
    expect((await office.says('交流日贵溪第1轮不在')).text).toContain('没有自动改')
    await house.beat()
    expect(posted('D-boss')).toEqual([])
  })

  test('and rounds that there are not are named', async () => {
    expect((await yixing.says('第5轮我们不在')).text).toContain('没有第 5 轮，这一天一共 4 轮')
    expect((await yixing.says('第1到4轮我们不在')).text).toContain('请至少留一轮')
    expect((await yixing.says('交流日我们见谁？')).text).toContain('宜兴市在交流日 2014-06-25 的日程')
  })
})

describe('a sentence', () => {
  test.each([
    '请不要把我们和宜兴排在一桌',
    '我们不想跟贵溪见面',
    '交流日能不能安排我们见贵溪？',
    '下次交流日优先安排宁海县',
    '交流日想跟宁海聊聊',
    '麻烦交流日把我们跟神农架排一起',
    '交流日避开丰顺',
    '我们第2,3轮不在',
    '前两轮我们来不了',
  ])('%s tells a wish', (said) => {
    expect(spokenPreference(said)).toHaveProperty('clauses')
  })

  test.each([
    ['交流日我们第3轮才到', [1, 2]],
    ['第1轮和第3轮我们有事', [1, 3]],
    ['第二到四轮我们不在', [2, 3, 4]],
  ])('%s is read by its rounds', (said, numbers) => {
    expect(spokenPreference(said)).toMatchObject({ clauses: [{ kind: 'away', rounds: { numbers } }] })
  })

  test.each([
    '别安排我们和贵溪一个房间',
    '我们想治重金属污染的土壤，有没有做过的？',
    '第2轮评审我们不参加',
    '验收材料第二轮什么时候交',
    '交流日有什么',
    '贵溪第2轮不在',
    '我们不去了',
    '谁不想见谁',
  ])('%s is none', (said) => {
    expect(spokenPreference(said)).toBeUndefined()
  })
})
