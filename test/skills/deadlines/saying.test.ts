import { describe, expect, test } from 'vitest'
import { deadlinePeople } from '../../support/deadlines.ts'

const yixing = 'acceptance/jiangsu-yixing/2014'

describe('a clerk on a phone', () => {
  test('「那个材料我昨天交了啊」 changes nothing by itself, and one press notes it', async () => {
    const { member, store, waiting } = await deadlinePeople()
    await member('js', '江苏')
    const staff = await member('yx', '宜兴')
    const { text, private: alone } = await staff.says('那个材料我昨天交了啊')
    expect(text).toMatchInlineSnapshot(`
      "交了的话，点「已提交」就记下：不再提醒，省级部门随即知道。
      验收申请 · 2014-06-30（还有 7 天） · 未开始
      [已提交] [正在准备] [稍后提醒] [申请延期] [问一下]"
    `)
    expect(alone).toBe(true)
    expect(await store.obligations.find(yixing)).toMatchObject({ state: 'open' })
    expect(await waiting()).toEqual([])
    expect((await staff.presses('已提交')).text).toContain('记下了：验收申请已提交')
    expect((await waiting()).map((it) => it.to)).toEqual(['js'])
  })

  test('「还没交呢，刚才点错了」 leads back to reminders', async () => {
    const { member, store } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    await staff.pressesOf({ action: 'deadlines.file', value: yixing })
    expect((await staff.says('还没交呢，刚才点错了')).text).toContain('点错了，点下面的按钮改回来')
    await staff.presses('点错了')
    expect(await store.obligations.find(yixing)).toMatchObject({ state: 'open' })
  })

  test.each([
    ['能不能晚两天', '点「申请延期」，写延到哪天和理由'],
    ['在弄了', '点「正在准备」就记下'],
    ['怎么又提醒', '交过了，点「已提交」就不再提醒'],
    ['别再发我了', '换了人，或不归您负责，发送「我换人了」'],
    ['提醒我', '点「稍后提醒」选'],
    ['年报已经交了', '没有叫「年报」的待交事项'],
    ['还有几天', '还有 7 天'],
    ['我们交了吗', '还有 1 项没交'],
  ])('「%s」 says what to do next', async (said, told) => {
    const { member } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    const heard = await staff.says(said)
    expect(heard.text).toContain(told)
    expect(heard.buttons.map((it) => it.label)).toContain('已提交')
  })

  test('「明天再提醒我」 is done at once: it is nobody else’s matter', async () => {
    const { member, waiting } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    expect((await staff.says('明天再提醒我')).text).toBe(
      '好的，2014-06-24 上午再提醒您：验收申请。原定的提醒不变。',
    )
    expect(await waiting()).toHaveLength(1)
  })

  test('several wishes in one message are answered one by one, and what is too much is named', async () => {
    const { member } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    const { text } = await staff.says('验收材料交了 还有年报什么时候交 另外想报名那个培训，宜兴几月创建的')
    expect(text).toContain('交了的话，点「已提交」就记下')
    expect(text).toContain('问：年报什么时候交')
    expect(text).toContain('问：想报名那个培训')
    expect(text).toContain('其余的请分开再说一次：「宜兴几月创建的」')
  })

  test('whoever believes that it is in reads why it was sent back', async () => {
    const { member } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    await staff.pressesOf({ action: 'deadlines.file', value: yixing })
    await (await member('js', '江苏')).submits('deadlines.send-back', { reason: '缺盖章' }, yixing)
    expect((await staff.says('我不是已经交了吗')).text).toContain('准备中\n理由：缺盖章')
  })

  test('with nothing open, 交了 is told so; a guest’s sentence is a question of policy', async () => {
    const { member, person } = await deadlinePeople()
    const staff = await member('yx', '宜兴')
    await staff.pressesOf({ action: 'deadlines.file', value: yixing })
    const { text } = await staff.says('交了')
    expect(text).toContain('江苏省无锡市宜兴市现在没有要交的，不会再发截止提醒')
    expect(text).toContain('验收申请 · 2014-06-30 · 已提交')
    expect((await person('g').says('交了')).text).toBe('问：交了')
  })
})

describe('a province that watches its zones', () => {
  test.each([
    ['催一下', '还没交的（2）', '催一下（2 家）'],
    ['催一下没交的', '还没交的（2）', '催一下（2 家）'],
    ['帮我催一下宜兴', '江苏省无锡市宜兴市：还有 1 项没交', '催一下'],
    ['宜兴交了没有', '江苏省无锡市宜兴市：还有 1 项没交', '代记已提交'],
    ['汇总一下我省的情况', '江苏省科技主管部门：一览', '导出表格'],
    ['哪些区还没人加入', '通知不到的实验区（2）', undefined],
    ['我省有几家没交', '还没提交验收申请：2 项', undefined],
    ['江苏交了几家', '另有 2 项还没提交', undefined],
  ])('「%s」', async (said, told, button) => {
    const { member } = await deadlinePeople()
    const province = await member('js', '江苏')
    const heard = await province.says(said)
    expect(heard.text).toContain(told)
    if (button) expect(heard.buttons.map((it) => it.label)).toContain(button)
  })

  test('「导出」 hands over the board of its own zones alone', async () => {
    const { member } = await deadlinePeople()
    const { text, files, private: alone } = await (await member('js', '江苏')).says('导出一个excel')
    expect(text).toContain('江苏省科技主管部门的报送一览，共 2 行')
    expect(files.map((it) => it.name)).toEqual(['报送一览 江苏省科技主管部门 2014-06-23.xlsx'])
    expect(alone).toBe(true)
  })

  test('another’s zone is refused, and what is nobody’s name is a question of policy', async () => {
    const { member, person } = await deadlinePeople()
    const province = await member('js', '江苏')
    expect((await province.says('贵溪交了没有')).text).toContain('限于本省')
    expect((await person('g').says('贵溪交了没有')).text).toBe('问：贵溪交了没有')
    expect((await province.says('新区申报交了没有')).text).toBe('问：新区申报交了没有')
    expect((await person('g').says('导出')).text).toBe('问：导出')
  })
})
