import { beforeEach, describe, expect, test } from 'vitest'
import type { Talker } from '../../support/conversation.ts'
import { buttonOf, type MatchPeople, matchPeople } from '../../support/matches.ts'

const day = 86_400_000
const question = '我们想治重金属污染的土壤，有没有做过的？'

let house: MatchPeople
let yixing: Talker
let guixi: Talker

beforeEach(async () => {
  house = await matchPeople()
  await house.member('boss', 'office')
  yixing = await house.member('wang', 'jiangsu-yixing')
  guixi = await house.member('li', 'jiangxi-guixi')
})

/** 宜兴 has published its need and wants to meet 贵溪. */
async function asked(): Promise<void> {
  await yixing.says(question)
  await yixing.presses('发布')
  const partners = await yixing.presses('找伙伴')
  expect(partners.text).toContain('贵溪市')
  expect((await yixing.presses('想认识')).text).toContain('已去问')
}

describe('an introduction', () => {
  test('plain words become a draft, a draft a need, a need finds its partner with reasons', async () => {
    const draft = await yixing.says(question)
    expect(draft.private).toBe(true)
    expect(draft.text).toContain('需求草稿（江苏省无锡市宜兴市）')
    expect(draft.text).toContain('治重金属污染的土壤')
    expect(draft.text).toContain('土壤')
    expect((await yixing.presses('发布')).text).toContain('需求已发布')
    const partners = await yixing.presses('找伙伴')
    expect(partners.text).toContain('贵溪市：')
    expect(partners.text).toMatch(/说的是同一件事：重金属污染治理/)
    expect(partners.text).toMatch(/贵溪市：「.+」/)
    expect(partners.buttons.slice(0, 3).map((it) => it.label)).toEqual(['想认识', '不合适', '暂不'])
  })

  test('is for a person to ask for: the office at the terminal is told who can, not that it has not joined', async () => {
    await yixing.says(question)
    await yixing.presses('发布')
    const terminal = house.person('root', { from: { platform: 'console', space: 'terminal' } })
    const value = 'id1/guixi-soil'
    const told = await terminal.pressesOf({ action: 'matchmaking.meet', value })
    expect(told.text).toContain('终端代表办公室')
    expect(told.text).toContain('--together')
    expect(told.text).not.toContain('还没有加入')
  })

  test('both say yes, and a room is opened with both contacts and the office', async () => {
    await asked()
    const question = await house.heard('D-li')
    expect(question.text).toContain('宜兴市想认识贵单位')
    // The organization asks; whose finger it was is nobody's business before both agree.
    expect(question.text).not.toContain('wang')
    expect((await guixi.pressesOf(buttonOf(question, '愿意认识'))).text).toContain('双方都同意了')
    await house.beat()
    const [meeting] = house.slack.meetings
    expect(meeting?.people.map((it) => it.user)).toEqual(['wang', 'li', 'boss'])
    const opening = await house.heard(`room-${meeting?.key}`)
    expect(opening.text).toContain('宜兴市：wang')
    expect(opening.text).toContain('贵溪市：li')
    expect(opening.text).toContain('第一次谈什么')
    // Four, seven and eleven workdays after Monday, 23 June 2014.
    expect(opening.text).toContain('2014-06-27、2014-07-02、2014-07-08')
  })

  test('after two weeks both are asked whether they met, and what came of it is kept for the report', async () => {
    await asked()
    await guixi.pressesOf(buttonOf(await house.heard('D-li'), '愿意认识'))
    await house.beat()
    house.clock.at += 15 * day
    const follow = await house.heard('D-wang')
    expect(follow.text).toContain('见面了吗')
    expect((await yixing.pressesOf(buttonOf(follow, '见了'))).text).toContain('太好了')
    const { opens = '', value } = buttonOf(await house.heard('D-li'), '有结果了')
    expect((await guixi.submits(opens, { kind: 'nothing' }, value)).text).toContain('请写一句为什么')
    const concluded = await guixi.submits(opens, { kind: 'visit', note: '8 月去贵溪看现场' }, value)
    expect(concluded.text).toContain('考察互访')
    const office = house.person('boss')
    const figures = await office.calls('match', { view: 'figures' })
    expect(figures.text).toMatch(/见了面.*1/)
    expect(figures.text).toMatch(/考察互访.*1/)
    expect((await yixing.calls('match', { view: 'figures' })).text).toContain('不能查看全年对接成效')
  })

  test('whoever is silent is asked once more after three workdays, and after five more it is closed kindly', async () => {
    await asked()
    await house.beat()
    house.clock.at += 2 * day
    await house.beat()
    expect(house.slack.posted.filter((it) => it.channel === 'D-li')).toHaveLength(1)
    house.clock.at += day
    expect((await house.heard('D-li')).text).toContain('只再问这一次')
    house.clock.at += 6 * day
    await house.beat()
    expect(house.slack.posted.filter((it) => it.channel === 'D-wang')).toHaveLength(0)
    house.clock.at += day
    expect((await house.heard('D-wang')).text).toContain('暂时不便')
    expect(house.slack.posted.filter((it) => it.channel === 'D-li')).toHaveLength(2)
    expect((await guixi.pressesOf({ action: 'matchmaking.agree', value: 'id2' })).text).toContain('过时')
  })

  test('of a no the asker hears that it does not suit, never why; the other never asks again soon', async () => {
    await asked()
    const { opens = '', value } = buttonOf(await house.heard('D-li'), '这次不方便')
    await guixi.submits(opens, { reason: '正在换届，人手不够' }, value)
    const told = await house.heard('D-wang')
    expect(told.text).toContain('暂时不便')
    expect(told.text).not.toContain('换届')
    const again = await yixing.pressesOf({ action: 'matchmaking.meet', value: 'id1/guixi-soil' })
    expect(again.text).toContain('对方暂时不便')
  })

  test('an introduction that is under way is not begun twice, whoever presses', async () => {
    await asked()
    const again = { action: 'matchmaking.meet', value: 'id1/guixi-soil' }
    expect((await yixing.pressesOf(again)).text).toContain('已经问过对方')
    // The other side sees the same suggestion and wants it as well: that is the answer.
    expect((await guixi.pressesOf(again)).text).toContain('双方都同意了')
    expect(await house.store.introductions.list()).toHaveLength(1)
  })

  test('two who want each other and press at the same moment have one introduction, and both have said yes', async () => {
    await yixing.says(question)
    await yixing.presses('发布')
    const meet = { action: 'matchmaking.meet', value: 'id1/guixi-soil' }
    const told = await Promise.all([yixing.pressesOf(meet), guixi.pressesOf(meet)])
    expect(told.map((it) => it.text.includes('双方都同意了')).sort()).toEqual([false, true])
    expect(await house.store.introductions.list()).toMatchObject([{ state: 'agreed' }])
  })

  test('its history says who did what, and cannot be rewritten', async () => {
    await asked()
    await guixi.pressesOf(buttonOf(await house.heard('D-li'), '愿意认识'))
    await house.beat()
    const { id = '' } = (await house.store.introductions.list())[0] ?? {}
    const history = await house.store.introductions.history(id)
    expect(history.map((it) => [it.verb, it.after])).toEqual([
      ['ask', 'asked'],
      ['agree', 'agreed'],
      ['room', 'talking'],
    ])
    expect(history[2]?.stamp.who).toBe('clock')
  })

  test('the asker can take it back before there is an answer', async () => {
    await asked()
    await house.beat()
    const { id = '' } = (await house.store.introductions.list())[0] ?? {}
    expect((await guixi.pressesOf({ action: 'matchmaking.withdraw', value: id })).text).toContain(
      '对方来答复',
    )
    expect((await yixing.pressesOf({ action: 'matchmaking.withdraw', value: id })).text).toContain('已撤回')
    expect((await house.heard('D-li')).text).toContain('撤回了上次的请求')
  })

  test('a need that is solved meanwhile takes its question back', async () => {
    await asked()
    await house.beat()
    await yixing.pressesOf({ action: 'matchmaking.archive', value: 'id1' })
    expect((await house.heard('D-li')).text).toContain('撤回了上次的请求')
    expect((await house.store.introductions.list())[0]?.state).toBe('withdrawn')
  })

  test('whoever is blocked hears what an unwilling neighbour says, and finds the other no more', async () => {
    await asked()
    const question = await house.heard('D-li')
    await guixi.pressesOf(buttonOf(question, '以后也不要'))
    expect((await house.heard('D-wang')).text).toContain('暂时不便')
    expect((await yixing.calls('match', { profile: 'id1' })).text).not.toContain('贵溪市')
    const settings = await guixi.calls('match', { view: 'settings' })
    expect(settings.text).toContain('江苏省无锡市宜兴市')
    await guixi.submits('matchmaking.block-list', { organization: '宜兴市' })
    expect((await guixi.calls('match', { view: 'settings' })).text).toContain('没有不往来的单位')
  })

  test('somebody of a third organization cannot answer, nor learn that it exists', async () => {
    await asked()
    const rugao = await house.member('zhao', 'jiangsu-rugao')
    const { id = '' } = (await house.store.introductions.list())[0] ?? {}
    const real = await rugao.pressesOf({ action: 'matchmaking.agree', value: id })
    const invented = await rugao.pressesOf({ action: 'matchmaking.agree', value: 'nothing' })
    expect(real.text).toBe(invented.text)
    expect((await house.store.introductions.find(id))?.state).toBe('asked')
  })
})

describe('where a room cannot be opened', () => {
  test('they talk through the bot, each with the other’s name, as both agreed', async () => {
    house.slack.rooms.refuse = 'for-good'
    await asked()
    await guixi.pressesOf(buttonOf(await house.heard('D-li'), '愿意认识'))
    const relay = await house.heard('D-wang')
    expect(relay.text).toContain('对方联系人：江西省鹰潭市贵溪市 li')
    const { opens = '', value } = buttonOf(relay, '带个话')
    await yixing.submits(opens, { words: '下周三上午方便吗？' }, value)
    const passed = await house.heard('D-li')
    expect(passed.text).toContain('wang')
    expect(passed.text).toContain('下周三上午方便吗？')
  })

  test('a room that was opened, and not noted before a crash, is the same room afterwards', async () => {
    await asked()
    await guixi.pressesOf(buttonOf(await house.heard('D-li'), '愿意认识'))
    const { act } = house.store.introductions
    const crash = async () => {
      throw new Error('killed')
    }
    Object.assign(house.store.introductions, { act: crash })
    await expect(house.beat()).rejects.toThrow('killed')
    Object.assign(house.store.introductions, { act })
    await house.beat()
    expect(house.slack.meetings).toHaveLength(2)
    expect(new Set(house.slack.meetings.map((it) => it.key)).size).toBe(1)
    const openings = house.slack.posted.filter((it) => it.text.includes('第一次谈什么'))
    expect(openings).toHaveLength(1)
  })

  test('a platform that is away is tried again with the next beat', async () => {
    house.slack.rooms.refuse = 'for-now'
    await asked()
    await guixi.pressesOf(buttonOf(await house.heard('D-li'), '愿意认识'))
    await house.beat()
    expect(house.slack.meetings).toHaveLength(0)
    house.slack.rooms.refuse = undefined
    await house.beat()
    expect(house.slack.meetings).toHaveLength(1)
    expect((await house.store.introductions.list())[0]?.state).toBe('talking')
  })

  test('on two platforms they talk through the bot', async () => {
    const other = await matchPeople()
    const wang = await other.member('wang', 'jiangsu-yixing')
    const li = await other.member('li', 'jiangxi-guixi', { from: { platform: 'discord', space: 'discord' } })
    await wang.says(question)
    await wang.presses('发布')
    await wang.presses('找伙伴')
    await wang.presses('想认识')
    const ask = await other.heard('D-li')
    await li.pressesOf(buttonOf(ask, '愿意认识'))
    expect((await other.heard('D-li')).text).toContain('江苏省无锡市宜兴市 wang')
    expect((await other.heard('D-wang')).text).toContain('li')
    expect([...other.slack.meetings, ...other.discord.meetings]).toEqual([])
  })
})
