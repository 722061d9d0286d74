import { describe, expect, test } from 'vitest'
import { trainingPeople } from '../../../support/training-people.ts'

const basics = {
  title: '应对气候变化能力建设培训班',
  kind: 'training',
  days: '2014年10月15日至16日',
  place: '呼和浩特',
  hosts: '中国21世纪议程管理中心、内蒙古科技厅',
}
const people = {
  audience: '省级部门和实验区 江苏、江西',
  capacity: '约70人',
  quotas: '江苏 3；宜兴市 1',
  nomination: 'open',
  open: '2014-09-15 至 10月8日 17:00',
}
const programme = {
  sessions:
    '10月15日 09:00-10:30 碳核算 李老师 @一号厅\n10:45-12:00 低碳实验区案例\n10月16日 9:00～17:30 考察',
  how: 'replace',
}
const draft = 'tabcd1234'

describe('a training in steps', () => {
  test('each is kept with what is there and what is missing; then previewed, and published once', async () => {
    const { member, waiting, store } = await trainingPeople([])
    await member('yx', '宜兴')
    await member('js', '江苏')
    const office = await member('boss', '办公室')
    expect((await office.calls('training', { do: 'new' })).buttons.map((it) => it.opens)).toEqual([
      'trainings.basics',
    ])
    expect((await office.submits('trainings.basics', basics, '')).text).toMatchInlineSnapshot(`
      "已保存。
      草稿：应对气候变化能力建设培训班
      类别：培训
      日期：2014-10-15 至 2014-10-16
      地点：呼和浩特
      主办：中国21世纪议程管理中心、内蒙古科技厅
      还差这些，补齐后才能发布：
      · 没有写参加对象，请写明哪些省份、实验区或部门可以参加
      · 没有写总名额，请写明最多多少人参加
      · 没有写报名截止时间，请写明哪天截止
      还没有日程
      [1 基本情况] [2 对象和名额] [3 日程] [4 问题和材料]
      [预览] [起草通知] [删除草稿]"
    `)
    expect((await office.submitsTo('2 对象和名额', people)).text).toContain('内容齐了')
    expect((await office.submitsTo('3 日程', programme)).text).toMatchInlineSnapshot(`
      "已保存。
      草稿：应对气候变化能力建设培训班
      类别：培训
      日期：2014-10-15 至 2014-10-16
      地点：呼和浩特
      主办：中国21世纪议程管理中心、内蒙古科技厅
      面向：省级部门和实验区 江苏、江西
      名额：70
      预留：江苏 3；江苏省无锡市宜兴市 1
      报名方式：自己报名
      报名时间：2014-09-15 00:00 至 2014-10-08 17:00
      日程
      日期 | 时间 | 内容 | 主讲 | 地点
      2014-10-15 | 09:00–10:30 | 碳核算 | 李老师 | 一号厅
      2014-10-15 | 10:45–12:00 | 低碳实验区案例 |  | 
      2014-10-16 | 09:00–17:30 | 考察 |  | 
      内容齐了。请先预览，再发布。
      [1 基本情况] [2 对象和名额] [3 日程] [4 问题和材料]
      [预览] [起草通知] [删除草稿]"
    `)
    expect(await waiting()).toEqual([])
    expect((await office.presses('预览')).text).toMatchInlineSnapshot(`
      "应对气候变化能力建设培训班
      时间：2014-10-15 至 2014-10-16　09:00
      地点：呼和浩特
      主办：中国21世纪议程管理中心、内蒙古科技厅
      名额：已录取 0/70
      报名截止：2014-10-08 17:00
      开始报名：2014-09-15 00:00
      ———
      发布后会通知
      面向 5 家单位，其中 2 人会收到私信。
      省 | 单位 | 收到的人
      江苏 | 3 | 2
      江西 | 2 | 0
      通知不到 3 家（还没有人加入）：江西省科技主管部门、江苏省南通市如皋市、江西省鹰潭市贵溪市。
      [发布] [返回修改]"
    `)

    const published = await office.presses('发布')
    expect(published.text).toContain('已发布：应对气候变化能力建设培训班。通知 2 人')
    expect((await waiting()).map((it) => `${it.to} ${it.kind}`).sort()).toEqual([
      'js trainings.announced',
      'yx trainings.announced',
    ])
    const again = await office.pressesOf({ action: 'trainings.publish', value: `${draft}/3` })
    expect(again.text).toContain('已经发布过了')
    expect(await waiting()).toHaveLength(2)
    expect(await store.trainingDrafts.list()).toEqual([])
  })

  test('two who publish at once publish one training', async () => {
    const { member, store, waiting } = await trainingPeople([])
    await member('yx', '宜兴')
    const [one, other] = [await member('boss', '办公室'), await member('deputy', '办公室')]
    await one.submits('trainings.basics', basics, '')
    await one.submitsTo('2 对象和名额', people)
    const press = { action: 'trainings.publish', value: `${draft}/2` }
    const heard = await Promise.all([one.pressesOf(press), other.pressesOf(press)])
    expect(heard.map((it) => it.text.includes('已经发布过了')).sort()).toEqual([false, true])
    expect(await store.trainings.list()).toHaveLength(1)
    expect(await waiting()).toHaveLength(1)
  })

  test('two who write at once: the later hears what the first wrote, and loses nothing unsaid', async () => {
    const { member, store } = await trainingPeople([])
    const [one, other] = [await member('boss', '办公室'), await member('deputy', '办公室')]
    await one.submits('trainings.basics', basics, '')
    await one.submits('trainings.basics', { ...basics, place: '包头' }, `${draft}/1`)
    const late = await other.submits('trainings.basics', { ...basics, place: '赤峰' }, `${draft}/1`)
    expect(late.text).toContain('现在是「包头」，您写的是「赤峰」')
    expect(await store.trainingDrafts.find(draft)).toMatchObject({ revision: 2, told: { place: '包头' } })
  })

  test.each([
    ['basics', { ...basics, days: '2014-10-16 至 2014-10-15' }, '早于开始日期'],
    ['basics', { ...basics, days: '2014年2月30日' }, '「2014年2月30日」不是日历上的日期'],
    ['basics', { ...basics, days: '秋天' }, '「秋天」读不成日期'],
    ['people', { ...people, capacity: '0' }, '总名额“0”不可用'],
    ['people', { ...people, capacity: '1000000000' }, '总名额“1000000000”不可用'],
    ['people', { ...people, capacity: '3', quotas: '江苏 3；江西 2' }, '各省名额合计5，超过总名额3'],
    ['people', { ...people, quotas: '火星 3；江苏' }, '「火星 3」「江苏」没有读懂'],
    ['people', { ...people, audience: '火星' }, '不认识「火星」'],
    ['people', { ...people, open: '2014-10-20' }, '报名截止晚于开始日期'],
    ['programme', { sessions: '碳核算 李老师', how: 'replace' }, '日程第 1 行「碳核算 李老师」没有时间'],
    ['programme', { sessions: '9:00-10:00 碳核算', how: 'replace' }, '没有说是哪一天'],
    [
      'programme',
      {
        sessions: '10月15日 9:00-10:00 碳核算 李老师 @一号厅\n9:30-11:00 碳市场 李老师 @二号厅',
        how: 'replace',
      },
      '李老师同时出现在两处',
    ],
    ['programme', { sessions: '字'.repeat(20_001), how: 'replace' }, '一项里有 20001 个字，最多 20000 个'],
    [
      'programme',
      { sessions: Array.from({ length: 1000 }, () => '10月15日 9:00-10:00 课').join('\n'), how: 'replace' },
      '日程有1000节',
    ],
    ['extras', { materials: '讲义', hold: '四' }, '材料「讲义」没有网址'],
  ])('%s: %j is told by name', async (step, wrong, words) => {
    const { member } = await trainingPeople([])
    const office = await member('boss', '办公室')
    await office.submits('trainings.basics', basics, '')
    expect((await office.submits(`trainings.${step}`, wrong, `${draft}/1`)).text).toContain(words)
  })

  test('what is missing cannot be published, what is past neither', async () => {
    const { member, store } = await trainingPeople([])
    const office = await member('boss', '办公室')
    await office.submits('trainings.basics', basics, '')
    const early = await office.pressesOf({ action: 'trainings.publish', value: `${draft}/1` })
    expect(early.text).toContain('没有写参加对象')
    expect(early.text).toContain('没有写总名额')
    expect(early.text).toContain('没有写报名截止时间')
    await office.submits('trainings.basics', { ...basics, days: '2014-05-15' }, `${draft}/1`)
    await office.submitsTo('2 对象和名额', { ...people, open: '2014-05-01' })
    expect((await office.presses('预览')).text).toContain('开始的时间已经过去')
    expect(await store.trainings.list()).toEqual([])
  })

  test('a province organizes for its own province; a zone does not organize', async () => {
    const { member } = await trainingPeople([])
    const province = await member('js', '江苏')
    await province.submits('trainings.basics', basics, '')
    await province.submitsTo('2 对象和名额', people)
    expect((await province.presses('预览')).text).toContain('只能面向本省的单位')
    await province.submits('trainings.people', { ...people, audience: '江苏' }, `${draft}/2`)
    expect((await province.presses('预览')).text).toContain('面向 3 家单位')
    const zone = await member('yx', '宜兴')
    expect((await zone.calls('training', { do: 'new' })).text).toContain('不能组织培训')
    const other = await member('jx', '江西')
    expect((await other.pressesOf({ action: 'trainings.outline', value: draft })).text).toContain('本单位')
  })

  test('a form is filled with what is there', async () => {
    const { member, parts } = await trainingPeople([])
    const office = await member('boss', '办公室')
    await office.submits('trainings.basics', basics, '')
    await office.submitsTo('2 对象和名额', people)
    const { organizingForm } = await import('../../../../src/skills/trainings/organizing/organizing.ts')
    const form = await organizingForm(parts, 'trainings.people', `${draft}/2`)
    expect(form?.fields.map((it) => it.initial)).toEqual([
      '省级部门和实验区 江苏、江西',
      '70',
      '江苏 3；江苏省无锡市宜兴市 1',
      'open',
      '2014-09-15 00:00 至 2014-10-08 17:00',
    ])
  })
})
