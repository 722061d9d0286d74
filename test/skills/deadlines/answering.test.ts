import { describe, expect, test } from 'vitest'
import { deadlinePeople } from '../../support/deadlines.ts'

const yixing = 'acceptance/jiangsu-yixing/2014'
const labels = (heard: { readonly buttons: readonly { readonly label: string }[] }) =>
  heard.buttons.map((it) => it.label)

describe('the page of a zone', () => {
  test('shows each reader what is theirs to say, and nothing that is another’s', async () => {
    const { member } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    const province = await member('js', '江苏')
    const office = await member('boss', '办公室')
    expect(labels(await staff.calls('deadlines'))).toEqual([
      '已提交',
      '正在准备',
      '稍后提醒',
      '申请延期',
      '问一下',
    ])
    expect(labels(await province.calls('deadlines', { organization: '宜兴' }))).toEqual([
      '催一下',
      '代记已提交',
      '代为申请延期',
      '经过',
    ])
    expect(labels(await office.calls('deadlines', { organization: '宜兴' }))).toEqual([
      '催一下',
      '代记已提交',
      '延期',
      '免交',
      '暂缓',
    ])
  })

  test('what was filed by mistake is taken back from it, however long ago the reply to the press went by', async () => {
    const { member, store } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    await staff.pressesOf({ action: 'deadlines.file', value: yixing })
    const page = await staff.calls('deadlines')
    expect(page.text).toContain('验收申请 · 2014-06-30 · 已提交')
    expect((await staff.presses('点错了')).text).toContain('验收申请还没交，提醒继续')
    expect(await store.obligations.find(yixing)).toMatchObject({ state: 'open' })
  })

  test('a province confirms or sends back from it, the office receives', async () => {
    const { member } = await deadlinePeople()
    await (await member('yx', '宜兴')).pressesOf({ action: 'deadlines.file', value: yixing })
    const province = await member('js', '江苏')
    const office = await member('boss', '办公室')
    const seen = await province.calls('deadlines', { organization: '宜兴' })
    expect(labels(seen)).toEqual(['确认收到', '退回', '经过'])
    expect((await province.presses('确认收到')).text).toContain('已确认：江苏省无锡市宜兴市的验收申请')
    expect(labels(await office.calls('deadlines', { organization: '宜兴' }))).toEqual([
      '已收到',
      '退回',
      '经过',
    ])
    expect((await office.presses('已收到')).text).toContain('已收到：江苏省无锡市宜兴市的验收申请')
  })

  test('a zone that telephoned is marked as filed by its province, and hears of it', async () => {
    const { member, waiting } = await deadlinePeople()
    await member('yx', '宜兴')
    const province = await member('js', '江苏')
    await province.calls('deadlines', { organization: '宜兴' })
    await province.presses('代记已提交')
    expect((await waiting()).map((it) => [it.to, it.text.split('\n')[0]])).toEqual([
      ['yx', '江苏省科技主管部门代江苏省无锡市宜兴市标记已提交：验收申请'],
    ])
  })

  test('what the office let a zone off by mistake is owed again, and everybody hears of both', async () => {
    const { member, store, waiting, clock } = await deadlinePeople()
    await member('yx', '宜兴')
    const office = await member('boss', '办公室')
    await office.calls('deadlines', { organization: '宜兴' })
    await office.submitsTo('免交', { reason: '区划调整' })
    expect(await store.obligations.find(yixing)).toMatchObject({ state: 'waived' })
    clock.at += 60_000
    await office.calls('deadlines', { organization: '宜兴' })
    expect((await office.presses('恢复要交')).text).toContain('已恢复：江苏省无锡市宜兴市仍要交验收申请')
    expect(await store.obligations.find(yixing)).toMatchObject({ state: 'open' })
    expect((await waiting()).map((it) => it.text.split('\n')[0])).toEqual([
      '国家可持续发展实验区办公室同意江苏省无锡市宜兴市免交验收申请',
      '国家可持续发展实验区办公室恢复：江苏省无锡市宜兴市仍要交验收申请',
    ])
  })
})

test('a province files what it owes itself from its board', async () => {
  const { member, store } = await deadlinePeople()
  const office = await member('boss', '办公室')
  await office.submits('deadlines.create', { title: '省级年报', audience: '省级部门', rule: '2014-07-31' })
  await office.presses('发布')
  const province = await member('js', '江苏')
  const board = await province.calls('deadlines')
  expect(board.text).toContain('部门自己要交的\n省级年报 · 2014-07-31（还有 38 天） · 未开始\n[已提交]')
  await province.presses('已提交')
  expect(await store.obligations.find('dabcd1234/province-江苏/once')).toMatchObject({ state: 'filed' })
  expect((await province.calls('deadlines')).buttons.map((it) => it.label)).toContain('点错了')
  expect((await office.calls('deadlines', { organization: '江苏' })).buttons.map((it) => it.label)).toContain(
    '已收到',
  )
})

describe('more time that was asked for', () => {
  const wish = { until: '2014-07-15', reason: '台风' }

  test('stands on the zone’s page, the boards and in the history until it is answered', async () => {
    const { member, clock } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    const province = await member('js', '江苏')
    const office = await member('boss', '办公室')
    await staff.calls('deadlines')
    await staff.submitsTo('申请延期', wish)
    expect((await staff.calls('deadlines')).text).toContain(
      '已申请延到 2014-07-15（台风），等实验区办公室答复',
    )
    expect((await province.calls('deadlines')).text).toContain(
      '等办公室答复的延期申请：无锡市宜兴市（到 2014-07-15）',
    )
    await office.calls('deadlines')
    const list = await office.presses('延期申请（1）')
    expect(list.text).toContain('截止 2014-06-30（还有 7 天），2014-06-23 申请延到 2014-07-15：台风')
    clock.at += 60_000
    expect((await office.submitsTo('不同意', { reason: '时间够' })).text).toContain('已答复不同意延期')
    expect((await office.calls('deadlines', { view: 'asked' })).text).toContain('没有等答复的延期申请')
    expect((await staff.calls('deadlines')).text).not.toContain('已申请延到')
    const history = await staff.pressesOf({ action: 'deadlines.history', value: yixing })
    expect(history.text).toContain('申请延到 2014-07-15：台风')
    expect(history.text).toContain('没有同意延期：时间够')
  })

  test('asked for twice in the same words, it is sent once; other words are a new request', async () => {
    const { member, waiting, clock } = await deadlinePeople()
    await member('boss', '办公室')
    const staff = await member('yx', '宜兴')
    const ask = async (until: string) => {
      clock.at += 60_000
      return (await staff.submits('deadlines.request', { ...wish, until }, yixing)).text
    }
    expect(await ask('2014-07-15')).toContain('延期申请已送出')
    expect(await ask('2014-07-15')).toContain('没有再送')
    expect(await ask('2014-07-20')).toContain('延期申请已送出')
    expect(await waiting()).toHaveLength(2)
  })

  test('by its province, is told as the province’s word, to the zone too', async () => {
    const { member, waiting } = await deadlinePeople()
    await member('yx', '宜兴')
    await member('boss', '办公室')
    const province = await member('js', '江苏')
    await province.submits('deadlines.request', wish, yixing)
    const head = '江苏省科技主管部门代江苏省无锡市宜兴市申请延期：验收申请'
    expect((await waiting()).map((it) => [it.to, it.text.split('\n')[0]]).sort()).toEqual([
      ['boss', head],
      ['yx', head],
    ])
  })

  test('the office asks nobody: it extends', async () => {
    const { member, waiting } = await deadlinePeople()
    const office = await member('boss', '办公室')
    expect((await office.submits('deadlines.request', wish, yixing)).text).toContain('办公室不用申请')
    expect(await waiting()).toEqual([])
  })

  test.each([
    [{ until: '9999-12-31', reason: '来不及' }, '太远了，最多延一年'],
    [{ until: '2014-07-15', reason: '拖'.repeat(3000) }, '理由太长，最多 300 个字'],
  ])('a forged %# is sent to nobody', async (forged, said) => {
    const { member, waiting } = await deadlinePeople()
    await member('boss', '办公室')
    const staff = await member('yx', '宜兴')
    expect((await staff.submits('deadlines.request', forged, yixing)).text).toContain(said)
    expect(await waiting()).toEqual([])
  })
})
