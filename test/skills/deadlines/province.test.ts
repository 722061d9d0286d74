import { describe, expect, test } from 'vitest'
import { deadlinePeople } from '../../support/deadlines.ts'

const yixing = 'acceptance/jiangsu-yixing/2014'

describe('a province and its zones', () => {
  test('the board counts and lists its own zones alone', async () => {
    const { member } = await deadlinePeople()
    await (await member('yx', '宜兴')).pressesOf({ action: 'deadlines.file', value: yixing })
    const heard = await (await member('js', '江苏')).calls('deadlines')
    expect(heard.text).toContain('未开始 1 · 已提交 1\n验收申请 · 2014-06-30（还有 7 天）')
    expect(heard.text).toContain('南通市如皋市 | 未开始')
    expect(heard.text).not.toContain('贵溪')
    expect(heard.buttons.map((it) => it.label)).toEqual([
      '确认收到',
      '退回',
      '经过',
      '催一下（1 家）',
      '还没交的',
      '逾期',
      '导出表格',
    ])
  })

  test('confirms what was filed, once; the zone and the office are told', async () => {
    const { member, waiting } = await deadlinePeople()
    await member('boss', '办公室')
    const staff = await member('yx', '宜兴')
    const province = await member('js', '江苏')
    await province.pressesOf({ action: 'deadlines.confirm', value: yixing })
    expect((await province.pressesOf({ action: 'deadlines.confirm', value: yixing })).text).toContain(
      '现在是「未开始」，还不能这样办',
    )
    await staff.pressesOf({ action: 'deadlines.file', value: yixing })
    await province.calls('deadlines')
    expect((await province.presses('确认收到')).text).toContain('已确认：江苏省无锡市宜兴市的验收申请')
    expect((await province.pressesOf({ action: 'deadlines.confirm', value: yixing })).text).toContain(
      '就是「已确认」，没有再改动',
    )
    const said = (await waiting()).filter((it) => it.text.includes('已确认'))
    expect(said.map((it) => it.to).sort()).toEqual(['boss', 'js', 'yx'])
  })

  test('sends back with a reason that the zone reads, and its ladder goes on', async () => {
    const { member, waiting, store } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    const province = await member('js', '江苏')
    await staff.pressesOf({ action: 'deadlines.file', value: yixing })
    await province.calls('deadlines')
    expect((await province.submitsTo('退回', { reason: '' })).text).toContain('没有写理由')
    await province.calls('deadlines')
    await province.submitsTo('退回', { reason: '缺工作总结报告' })
    expect(await store.obligations.find(yixing)).toMatchObject({
      state: 'preparing',
      reason: '缺工作总结报告',
    })
    const told = (await waiting()).find((it) => it.to === 'yx')
    expect(told?.text).toContain('江苏省科技主管部门退回江苏省无锡市宜兴市的验收申请')
    expect(told?.text).toContain('理由：缺工作总结报告')
    expect((await staff.calls('deadlines')).text).toContain('理由：缺工作总结报告')
  })

  test('nudges each zone once a day and says whom that reached', async () => {
    const { member, waiting, clock } = await deadlinePeople()
    await member('yx', '宜兴')
    const province = await member('js', '江苏')
    await province.calls('deadlines')
    expect((await province.presses('催一下（2 家）')).text).toBe(
      '已催：无锡市宜兴市。\n还没有人加入，催不到：南通市如皋市。请打电话，或发邀请码请他们加入。',
    )
    const [said] = await waiting()
    expect(said?.to).toBe('yx')
    expect(said?.text).toContain('省级部门或办公室请贵区尽快报送')
    await province.calls('deadlines')
    expect((await province.presses('催一下（2 家）')).text).toContain('今天已经催过，没有再发：无锡市宜兴市')
    expect(await waiting()).toHaveLength(1)
    clock.at += 24 * 3_600_000
    await province.calls('deadlines')
    expect((await province.presses('催一下（2 家）')).text).toContain('已催：无锡市宜兴市')
  })

  test("another province's zone, and what only the office decides, are refused", async () => {
    const { member } = await deadlinePeople()
    const province = await member('jx', '江西')
    expect((await province.calls('deadlines', { organization: '宜兴' })).text).toContain('限于本省')
    expect((await province.pressesOf({ action: 'deadlines.confirm', value: yixing })).text).toContain(
      '限于本省',
    )
    const waive = await province.submits(
      'deadlines.waive',
      { reason: '同意' },
      'acceptance/jiangxi-guixi/2014',
    )
    expect(waive.text).toContain('不能收取、延期、免交、暂缓')
    expect((await province.calls('deadlines', { view: 'years' })).text).toContain('不能补建区年份')
    expect((await province.pressesOf({ action: 'deadlines.nudge', value: 'province-江苏' })).text).toContain(
      '限于本省',
    )
  })
})
