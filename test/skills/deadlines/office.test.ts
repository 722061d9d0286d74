import { describe, expect, test } from 'vitest'
import { deadlinePeople, quoted } from '../../support/deadlines.ts'
import { operator, owed } from '../../support/duties.ts'

const yixing = 'acceptance/jiangsu-yixing/2014'
const survey = {
  title: '创新能力调查',
  audience: '东部',
  rule: '首批 2014年7月31日；补充 2014/9/30',
  materials: '监测数据；经省级科技主管部门',
}

describe('duties by form', () => {
  test('a draft first, with whom it touches and the notices to come; then published, once', async () => {
    const { member, waiting, store } = await deadlinePeople()
    await member('yx', '宜兴')
    await member('js', '江苏')
    const office = await member('boss', '办公室')
    const draft = await office.submits('deadlines.create', survey)
    expect(draft.text).toContain('已存为草稿：创新能力调查')
    expect(draft.text).toContain('涉及 2 家：江苏省')
    expect(draft.text).toContain('2014-07-01 09:00　T-30　2 家')
    expect(await store.obligations.list({ duty: 'dabcd1234' })).toEqual([])
    expect(await waiting()).toEqual([])

    expect((await office.presses('发布')).text).toContain('已发布：创新能力调查，涉及 2 家')
    expect((await store.obligations.list({ duty: 'dabcd1234' })).map((it) => it.due)).toEqual([
      '2014-07-31',
      '2014-07-31',
      '2014-09-30',
      '2014-09-30',
    ])
    expect((await waiting()).map((it) => it.to).sort()).toEqual(['js', 'yx'])
    expect((await office.pressesOf({ action: 'deadlines.publish', value: 'dabcd1234' })).text).toContain(
      '已经发布过了',
    )
  })

  test('a changed date tells those concerned what was and what is', async () => {
    const { member, waiting } = await deadlinePeople()
    await member('yx', '宜兴')
    const office = await member('boss', '办公室')
    await office.submits('deadlines.create', { ...survey, rule: '2014-07-31' })
    await office.presses('发布')
    const changed = await office.submits('deadlines.edit', { rule: '2014-08-31' }, 'dabcd1234')
    expect(changed.text).toContain('已修改：创新能力调查')
    const told = (await waiting()).find((it) => it.text.includes('有变化'))
    expect(told?.text).toContain('报送事项有变化：创新能力调查')
    expect(told?.text).toContain('江苏省无锡市宜兴市 | 2014-07-31 | 2014-08-31')
  })

  test.each([
    [{ rule: '2014-02-30' }, '2014-02-30'],
    [{ rule: '每年2月30日' }, '2月30日'],
    [{ rule: '每年06-30 从2016到2015' }, '永远不会到期'],
    [{ rule: '明年再说' }, '明年再说'],
    [{ rule: '验收满2年' }, '不是能算出日期的写法'],
    [{ audience: '西部' }, '没有'],
    [{ audience: '火星' }, '不认识「火星」'],
    [{ title: '' }, '没有写名称'],
  ])('%j is refused by name', async (wrong, words) => {
    const { member, store } = await deadlinePeople()
    const office = await member('boss', '办公室')
    const { text } = await office.submits('deadlines.create', { ...survey, ...wrong })
    expect(text).toContain('还不能保存')
    expect(text).toContain(words)
    expect(await store.duties.list({ state: 'draft' })).toEqual([])
  })

  test('a ladder of 400 steps, or at night, is refused', async () => {
    const { member } = await deadlinePeople()
    const office = await member('boss', '办公室')
    const before = Array.from({ length: 366 }, (_, at) => at).join(',')
    expect((await office.submits('deadlines.ladder', { before }, 'acceptance')).text).toContain('最多30次')
    expect((await office.submits('deadlines.ladder', { at: '23:00' }, 'acceptance')).text).toContain(
      '安静时段',
    )
    expect((await office.submits('deadlines.ladder', { before: '一个月' }, 'acceptance')).text).toContain(
      '整数',
    )
    expect((await office.submits('deadlines.ladder', { before: '30,7' }, 'acceptance')).text).toContain(
      '截止前 30、7 天',
    )
  })

  test('others read what binds, never drafts, and change nothing', async () => {
    const { member } = await deadlinePeople([
      quoted,
      { ...quoted, id: 'secret', title: '草稿事项', state: 'draft' },
    ])
    const staff = await member('yx', '宜兴')
    const { text } = await staff.calls('duties')
    expect(text).toContain('验收申请')
    expect(text).not.toContain('草稿事项')
    expect((await staff.submits('deadlines.create', survey)).text).toContain('不能新建')
    expect((await staff.pressesOf({ action: 'deadlines.publish', value: 'secret' })).text).toContain(
      '不能新建',
    )
  })
})

describe('the board of the office', () => {
  test('by province, with what needs somebody', async () => {
    const { member } = await deadlinePeople()
    const heard = await (await member('boss', '办公室')).calls('deadlines')
    expect(heard.text).toContain('江苏 | 2 | – | – | – | – | – | 2')
    expect(heard.text).toContain('合计 | 3 | – | – | – | – | – | 3')
    expect(heard.buttons.map((it) => it.label)).toContain('建区年份待补')
  })

  test('a year that is not known is on a list, and settled with a reason is owed at once', async () => {
    const { member, store } = await deadlinePeople()
    const office = await member('boss', '办公室')
    expect((await office.calls('deadlines', { view: 'years' })).text).toContain('建区年份待补（3）')
    const settle = (values: Record<string, string>) =>
      office.submits('deadlines.settle', { zone: '如皋', reason: '批复文件', ...values })
    expect((await settle({ year: '3009' })).text).toContain('年份「3009」不对')
    expect((await settle({ year: '2009' })).text).toContain('已补：江苏省南通市如皋市 建区 2009 年')
    expect((await office.calls('deadlines', { view: 'years' })).text).toContain('建区年份待补（2）')
    expect(await store.obligations.find('acceptance/jiangsu-rugao/2014')).toMatchObject({ state: 'open' })
  })

  test('a year that is settled otherwise moves the date: the zone and its province hear what was and what is', async () => {
    const { member, waiting, store } = await deadlinePeople()
    await member('yx', '宜兴')
    await member('js', '江苏')
    const office = await member('boss', '办公室')
    await office.submits('deadlines.settle', { zone: '如皋', year: '2009', reason: '批复文件' })
    await store.obligations.reconcile(
      { duties: ['acceptance'], owed: [owed('jiangsu-yixing'), owed('jiangsu-rugao')] },
      operator,
    )
    await office.submits('deadlines.settle', { zone: '宜兴', year: '2010', reason: '批复文件' })
    expect(await store.obligations.find(yixing)).toMatchObject({ lapsed: true })
    const told = (await waiting()).filter((it) => it.text.includes('宜兴市验收申请的截止日期有变化'))
    expect(told.map((it) => it.to).sort()).toEqual(['js', 'yx'])
    expect(told[0]?.text).toContain('原来：2014-06-30')
    expect(told[0]?.text).toContain('现在：2015-06-30')
  })

  test('what the zones owe because of a settled year is told to each reader in one message', async () => {
    const { member, waiting } = await deadlinePeople()
    await member('js', '江苏')
    const office = await member('boss', '办公室')
    // Nobody knows the years of the three zones: what the tests put there lapses with the first one that is settled.
    await office.submits('deadlines.settle', { zone: '如皋', year: '2010', reason: '批复文件' })
    const [one, ...others] = (await waiting()).filter((it) => it.to === 'js')
    expect(others).toEqual([])
    expect(one?.text).toContain('2 项截止日期有变化')
    expect(one?.text).toContain('江苏省无锡市宜兴市 | 验收申请 | 2014-06-30 | 不再需要')
    expect(one?.text).toContain('江苏省南通市如皋市 | 验收申请 | 2014-06-30 | 2015-06-30')
    expect(one?.text).toContain('请代为转达：南通市如皋市、无锡市宜兴市')
  })

  test('overdue ones, those out of reach, and deliveries that stand still', async () => {
    const { member, clock, store } = await deadlinePeople()
    const office = await member('boss', '办公室')
    clock.at = Date.UTC(2014, 6, 2, 1)
    expect((await office.calls('deadlines', { view: 'overdue' })).text).toContain('已逾期 2 天')
    expect((await office.calls('deadlines', { view: 'unreachable' })).text).toContain(
      '江苏省无锡市宜兴市 | 1 | 办公室',
    )
    expect((await office.calls('deadlines', { view: 'parked' })).text).toBe('没有发不出的通知。')
    await office.pressesOf({ action: 'deadlines.nudge', value: '' })
    await member('yx', '宜兴')
    await office.pressesOf({ action: 'deadlines.nudge', value: '' })
    const [row] = await store.outbox.claim(clock.at, 'boot-1', 1, ['slack'])
    await store.outbox.end(row?.key ?? '', 'parked', 'channel_not_found')
    expect((await office.calls('deadlines', { view: 'parked' })).text).toContain('channel_not_found')
    expect((await office.presses('再发一次 slack/yx')).text).toContain('会再发一次')
    expect(await store.outbox.list({ state: 'parked' })).toEqual([])
  })

  test('put off, waived, extended: with a reason, told, and kept in the history', async () => {
    const { member, waiting } = await deadlinePeople()
    await member('yx', '宜兴')
    const office = await member('boss', '办公室')
    await office.submits('deadlines.extend', { until: '7月15日', reason: '水灾' }, yixing)
    await office.submits('deadlines.suspend', { reason: '事故整改未完成' }, yixing)
    expect((await office.submits('deadlines.waive', { reason: '合并' }, yixing)).text).toContain('不用再办')
    expect((await waiting()).map((it) => it.text).join('\n')).toContain('暂缓验收申请，下一年同一天再交')
    const { text } = await office.pressesOf({ action: 'deadlines.history', value: yixing })
    expect(text).toContain('延期：水灾')
    expect(text).toContain('暂缓：事故整改未完成')
    expect(text).toContain('2014-07-15')
  })

  test('a sentence is shown with whom it tells and what, and not at all where a duty rests on it', async () => {
    const { member, store, clock } = await deadlinePeople()
    const office = await member('boss', '办公室')
    const sentence = { documentId: '1', title: '通知（虚构）', date: '2014-09-01' }
    await store.duties.propose(
      [
        {
          ...sentence,
          id: 'p-1',
          passageId: '11',
          quote: '各实验区请于2014年9月1日前报送总结。',
          who: '各实验区',
          what: '报送总结',
        },
        { ...sentence, id: 'p-2', passageId: '12', quote: quoted.source?.quote ?? '' },
      ],
      { who: 'operator', at: clock.at },
    )
    const { text } = await office.calls('deadlines', { view: 'proposals' })
    expect(text).toContain('文件里的截止日期（1）')
    expect(text).toContain('对谁说：各实验区')
    expect(text).toContain('要办什么：报送总结')
    expect(text).not.toContain('2014年6月30日')
  })

  test('a sentence of a document becomes a draft, or is never proposed again', async () => {
    const { member, store, clock } = await deadlinePeople()
    const office = await member('boss', '办公室')
    const sentence = { documentId: '1', title: '通知（虚构）', quote: '请于2014年9月1日前报送。' }
    await store.duties.propose(
      [
        { ...sentence, id: 'p-1', passageId: '11', date: '2014-09-01' },
        { ...sentence, id: 'p-2', passageId: '12', quote: '会议于9月1日举行。' },
      ],
      { who: 'operator', at: clock.at },
    )
    const listed = await office.calls('deadlines', { view: 'proposals' })
    expect(listed.text).toContain('「请于2014年9月1日前报送。」')
    expect((await office.presses('采用')).text).toContain('已采用，存为草稿')
    const [draft] = await store.duties.list({ state: 'draft' })
    expect(draft).toMatchObject({
      rule: { kind: 'once', date: '2014-09-01' },
      source: { quote: sentence.quote },
    })
    expect((await office.pressesOf({ action: 'deadlines.adopt', value: 'p-1' })).text).toContain(
      '已经决定过了',
    )
    expect((await office.pressesOf({ action: 'deadlines.dismiss', value: 'p-2' })).text).toContain('已忽略')
    expect((await office.calls('deadlines', { view: 'proposals' })).text).toContain('没有等待决定的。')
  })
})
