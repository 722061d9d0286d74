import { describe, expect, test } from 'vitest'
import { makeDeadlines } from '../../../src/skills/deadlines/skill.ts'
import { deadlinePeople } from '../../support/deadlines.ts'
import { message } from '../../support/messages.ts'

const day = 86_400_000

describe('a zone and what it owes', () => {
  test.each([
    '我们还有什么没交',
    '离截止还有几天',
    '截止还剩多少天？',
    '我们区要交什么？',
    '我们什么时候截止',
    '咱们还要报哪些材料',
    '我们的截止日期',
    'what do we owe',
  ])('「%s」 shows it', async (sentence) => {
    const { member } = await deadlinePeople()
    const { text } = await (await member('yx', '宜兴')).says(sentence)
    expect(text).toContain('江苏省无锡市宜兴市')
  })

  test('with days left, materials, channel, and the clause with its source', async () => {
    const { member } = await deadlinePeople()
    const heard = await (await member('yx', '宜兴')).says('我们还有什么没交')
    expect(heard.text).toMatchInlineSnapshot(`
      "江苏省无锡市宜兴市：还有 1 项没交
      验收申请
      截止：2014-06-30（还有 7 天）
      状态：未开始
      材料：验收申请、工作总结报告
      渠道：经省级科技主管部门
      「各有关实验区须按《管理办法》要求，于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料，认真做好各项验收准备工作。」
      —— 国家可持续发展实验区2014年度工作要点 > 五、做好实验区新区发展和总结验收工作
      [已提交] [正在准备] [稍后提醒] [申请延期] [问一下]
      登记册里没有贵区的建区年份，所以「满几年」的事项算不出日期；办公室已把贵区列入「建区年份待补」。"
    `)
    expect(heard.buttons.map((it) => it.label)).toEqual([
      '已提交',
      '正在准备',
      '稍后提醒',
      '申请延期',
      '问一下',
    ])
  })

  test.each([
    '验收材料什么时候交',
    '验收什么时候截止',
    '2014年新区申报什么时候截止',
    '我们区要交什么税',
    '实验区要交什么材料',
    '为什么我们要交年度报告',
    '我们还没交验收材料怎么办',
  ])('「%s」 stays a question of policy', async (sentence) => {
    const { parts } = await deadlinePeople()
    expect(makeDeadlines(parts).match(message(sentence))).toBe(0)
  })

  test('filed: the province and nobody else is told, reminders stop; a second press changes nothing', async () => {
    const { member, waiting, store } = await deadlinePeople()
    await member('js', '江苏')
    await member('jx', '江西')
    const staff = await member('yx', '宜兴')
    await staff.calls('deadlines')
    const { text, buttons } = await staff.presses('已提交')
    expect(text).toMatchInlineSnapshot(`
      "记下了：验收申请已提交，不再提醒。已告诉：江苏省科技主管部门。
      [点错了]"
    `)
    expect((await waiting()).map((it) => [it.to, it.text])).toMatchInlineSnapshot(`
      [
        [
          "js",
          "江苏省无锡市宜兴市已提交验收申请
      原来：2014-06-30 · 未开始
      现在：2014-06-30 · 已提交
      [确认收到] [退回]",
        ],
      ]
    `)
    expect(await store.obligations.find('acceptance/jiangsu-yixing/2014')).toMatchObject({ state: 'filed' })

    const again = await staff.pressesOf({ action: 'deadlines.file', value: 'acceptance/jiangsu-yixing/2014' })
    expect(again.text).toContain('就是「已提交」，没有再改动')
    expect(await waiting()).toHaveLength(1)
    expect(buttons.map((it) => it.label)).toEqual(['点错了'])
  })

  test('pressed by mistake: open again, and the province hears that, too', async () => {
    const { member, waiting, store } = await deadlinePeople()
    await member('js', '江苏')
    const staff = await member('yx', '宜兴')
    await staff.calls('deadlines')
    await staff.presses('已提交')
    expect((await staff.presses('点错了')).text).toContain('还没交，提醒继续')
    expect(await store.obligations.find('acceptance/jiangsu-yixing/2014')).toMatchObject({ state: 'open' })
    expect((await waiting()).map((it) => it.text).join('\n')).toContain('撤回「已提交」')
  })

  test('later: one reminder of this member moves, the rule does not', async () => {
    const { member, waiting, clock, store } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    await staff.calls('deadlines')
    expect((await staff.submitsTo('稍后提醒', { days: '3' })).text).toContain(
      '2014-06-26 上午再提醒您：验收申请',
    )
    await staff.calls('deadlines')
    expect((await staff.submitsTo('稍后提醒', { days: '3' })).text).toContain('不用再点')
    const [said, ...others] = await waiting()
    expect(others).toEqual([])
    expect(said?.row.dueAt).toBe(clock.at + 3 * day)
    expect(said?.text).toContain('验收申请')
    await store.obligations.change('acceptance/jiangsu-yixing/2014', { verb: 'file' }, ['open'], {
      who: 'operator',
      at: clock.at,
    })
    expect((await waiting())[0]?.text).toBe('不发：验收申请已是「已提交」')
  })

  test('later than the due date is asked back', async () => {
    const { member, clock } = await deadlinePeople()
    clock.at += 5 * day
    const staff = await member('yx', '宜兴')
    await staff.calls('deadlines')
    expect((await staff.submitsTo('稍后提醒', { days: '7' })).text).toContain(
      '2014-07-05 已经过了截止日 2014-06-30',
    )
  })

  test('more time: goes to province and office with a reason; the office answers by a button', async () => {
    const { member, waiting, store } = await deadlinePeople()
    await member('js', '江苏')
    const office = await member('boss', '办公室')
    const staff = await member('yx', '宜兴')
    await staff.calls('deadlines')
    const ask = (until: string, reason = '县里机构改革') =>
      staff.submits('deadlines.request', { until, reason }, 'acceptance/jiangsu-yixing/2014')
    expect((await ask('2014-06-20')).text).toContain('2014-06-20 已经过去了')
    expect((await ask('2014-06-30')).text).toContain('不晚于现在的截止日')
    expect((await ask('明年吧')).text).toContain('“明年吧”不是可以识别的日期')
    expect((await ask('2014-07-15', '')).text).toContain('没有写理由')
    expect((await ask('2014-07-15')).text).toMatchInlineSnapshot(
      `"延期申请已送出：验收申请，延到 2014-07-15。批准之前原日期不变。已告诉：江苏省科技主管部门、国家可持续发展实验区办公室。"`,
    )
    const said = await waiting()
    expect(said.map((it) => it.to).sort()).toEqual(['boss', 'js'])
    expect(said.find((it) => it.to === 'boss')?.text).toMatchInlineSnapshot(`
      "江苏省无锡市宜兴市申请延期：验收申请
      截止：2014-06-30
      申请延到：2014-07-15
      理由：县里机构改革
      [延期] [不同意]"
    `)
    await office.submits(
      'deadlines.extend',
      { until: '2014-07-15', reason: '同意' },
      'acceptance/jiangsu-yixing/2014',
    )
    expect(await store.obligations.find('acceptance/jiangsu-yixing/2014')).toMatchObject({
      due: '2014-07-15',
      originally: '2014-06-30',
    })
    const told = (await waiting()).filter((it) => it.to === 'yx')
    expect(told.map((it) => it.text).join()).toContain('同意江苏省无锡市宜兴市延期：验收申请')
    // The request is answered: its message no longer offers to answer it.
    expect((await waiting()).find((it) => it.to === 'boss')?.text).not.toContain('[延期]')
  })

  test('a question goes on to policy, in words that name the duty', async () => {
    const { member } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    await staff.calls('deadlines')
    expect((await staff.presses('问一下')).text).toBe('问：验收申请要交哪些材料，什么时候交？')
  })

  test("another zone's is none of its business, and a guest joins first", async () => {
    const { member, person } = await deadlinePeople()
    const staff = await member('rg', '如皋')
    expect((await staff.calls('deadlines', { organization: '宜兴' })).text).toContain(
      '不包括「江苏省无锡市宜兴市」',
    )
    const press = { action: 'deadlines.file', value: 'acceptance/jiangsu-yixing/2014' }
    expect((await staff.pressesOf(press)).text).toContain('限于本单位')
    expect((await person('g').says('我们还有什么没交')).text).toContain('请先用邀请码加入')
    expect((await person('g').pressesOf(press)).text).toContain('访客')
    expect((await staff.pressesOf({ ...press, value: 'nothing/at/all' })).text).toContain('已经不在了')
  })
})
