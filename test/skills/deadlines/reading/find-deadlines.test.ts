import { describe, expect, test } from 'vitest'
import { findDeadlines } from '../../../../src/skills/deadlines/reading/find-deadlines.ts'
import { askHouse } from '../../ask/house.ts'

/** The sentences of invented notices (虚构) that tell somebody to do something by some time, and what was meant. */
const stated: readonly (readonly [text: string, date: string | undefined, who: string | undefined])[] = [
  ['请各实验区于2014年6月30日前将年度总结报送我司。', '2014-06-30', '各实验区'],
  ['各省级科技主管部门须于6月底前汇总上报本省材料。', '2014-06-30', '各省级科技主管部门'],
  ['有关单位应于2014年9月15日以前提交监测数据', '2014-09-15', '有关单位'],
  ['实验区应每年3月底前提交上一年度工作总结', undefined, '实验区'],
  ['报名截止日期为2014年10月8日', '2014-10-08', undefined],
  ['材料报送截止时间：2014年5月20日', '2014-05-20', undefined],
  ['补充材料请不迟于2014年9月30日寄至实验区办公室', '2014-09-30', undefined],
  ['申报材料最晚5月31日送达', '2014-05-31', undefined],
  ['申报单位应在收到通知后15个工作日内提交修改稿', undefined, '申报单位'],
  ['自本通知印发之日起三十日内，各实验区须完成自查并报送报告', undefined, '各实验区'],
  ['请参加培训的代表于2014年9月26日前将回执反馈会务组', '2014-09-26', '参加培训的代表'],
  ['各实验区须在2014年12月31日之前完成整改', '2014-12-31', '各实验区'],
  ['二〇一四年七月十五日前，请各省科技厅报送推荐名单', '2014-07-15', '各省科技厅'],
  ['请于2014-07-01前将电子版发送至邮箱', '2014-07-01', undefined],
  ['各实验区应于年底前报送统计报表', '2014-12-31', '各实验区'],
  ['请各地方于明年3月底前上报工作计划', '2015-03-31', '各地方'],
]

/** What has a date and 前 or 内 in it, and tells nobody to hand in anything. */
const history: readonly string[] = [
  '2014年6月30日前已提交验收申请的实验区有25个。',
  '截至2014年底，国家级实验区数量为157个。',
  '各实验区已于2014年3月底前报送了总结。',
  '到2015年底前，实验区数量达到150个左右。',
  '该市在2013年底前建成了污水处理厂。',
  '2013年6月30日前，各实验区须提交验收申请。',
  '2014年6月30日，实验区办公室召开了座谈会。',
  '实验区办公室曾要求各地于2014年4月底前上报材料。',
  '培训班分别于9月底前组织完成。',
  '在2014年内，将组织开展监测评价。',
  '三年内，全市森林覆盖率提高到45%。',
  '各实验区应认真做好总结工作。',
]

const issued = '2014-04'

describe('a sentence of a notice', () => {
  test.each(stated)('states a deadline: %s', (text, date, who) => {
    const [found, another] = findDeadlines({ text: `特此通知。${text}联系人另行通知。`, issued })
    expect(another).toBeUndefined()
    expect(found?.quote.startsWith(text.replace(/。$/, ''))).toBe(true)
    expect(found?.date).toBe(date)
    expect(found?.who).toBe(who)
  })

  test.each(history)('states none: %s', (text) => {
    expect(findDeadlines({ text, issued })).toEqual([])
  })

  test('is taken apart into when, who and what', () => {
    expect(
      findDeadlines({ text: '请各实验区于2014年6月30日前，经省级科技主管部门提交年度总结。', issued }),
    ).toEqual([
      {
        quote: '请各实验区于2014年6月30日前，经省级科技主管部门提交年度总结。',
        when: '2014年6月30日前',
        date: '2014-06-30',
        who: '各实验区',
        what: '经省级科技主管部门提交年度总结',
      },
    ])
  })

  test('of a month without a year is of the first one from the issue on', () => {
    const [found] = findDeadlines({ text: '各实验区应于3月底前报送总结', issued: '2014-11-20' })
    expect(found?.date).toBe('2015-03-31')
  })

  test('without any year to go by, or of a day that is none, has no date', () => {
    expect(findDeadlines({ text: '各实验区应于3月底前报送总结' })[0]?.date).toBeUndefined()
    expect(findDeadlines({ text: '各实验区应于2014年2月30日前报送总结', issued })[0]?.date).toBeUndefined()
  })
})

describe('an article of a law', () => {
  const article = true
  test('is a duty of this network only where it speaks to it', () => {
    const law = '当事人应当自收到决定书之日起十五日内提交申请。'
    const measures = '实验区应于每年3月底前提交年度工作总结。'
    expect(findDeadlines({ text: law, article })).toEqual([])
    expect(findDeadlines({ text: measures, article })).toHaveLength(1)
  })
})

describe('documents taken in', () => {
  test('of the five, one sentence is a deadline: that of the acceptance', async () => {
    const house = await askHouse()
    const [proposal, another] = await house.store.duties.proposals()
    expect(another).toBeUndefined()
    expect(proposal).toMatchObject({
      title: '国家可持续发展实验区2014年度工作要点',
      quote:
        '各有关实验区须按《管理办法》要求，于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料，认真做好各项验收准备工作。',
      date: '2014-06-30',
      state: 'open',
    })
    const [passage] = await house.store.passages.get([proposal?.passageId ?? ''])
    expect(passage?.path.join()).toContain('五、做好实验区新区发展和总结验收工作')
  })

  test('bring their deadlines before the office once, and nothing goes live', async () => {
    const house = await askHouse()
    const text = '关于报送材料的通知（虚构）\n\n2014年5月6日\n\n各实验区须于2014年7月15日前报送自查报告。\n'
    await house.ingest('notice.txt', text)
    await house.ingest('notice.txt', `${text}\n联系人：张三\n`)
    const found = (await house.store.duties.proposals('open')).filter((it) => it.date === '2014-07-15')
    expect(found.map((it) => it.quote)).toEqual(['各实验区须于2014年7月15日前报送自查报告。'])
    expect(await house.store.duties.list()).toEqual([])
  })
})
