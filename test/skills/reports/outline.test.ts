import { describe, expect, test } from 'vitest'
import { readDuties } from '../../../src/skills/deadlines/rules/seed-duties.ts'
import { outlineOf } from '../../../src/skills/reports/outline.ts'
import { operator, owed } from '../../support/duties.ts'
import { printedOf } from '../../support/printed.ts'
import { askHouse } from '../ask/house.ts'
import { data, realWorld } from '../deadlines/world.ts'
import { training as aTraining } from '../trainings/invented.ts'

describe('the outline of a zone’s annual report', () => {
  test('lists what was recorded, marks what a person must write, and is given to the asker alone', async () => {
    const house = await askHouse()
    const { subjects } = await realWorld()
    const duties = readDuties([`${data}/duties/acceptance.json`, `${data}/duties/annual-report.json`], {
      subjects,
      now: house.clock.at,
    })
    await house.store.duties.keep(duties, operator)
    await house.store.obligations.reconcile(
      { duties: ['acceptance'], owed: [owed('jiangsu-rugao')] },
      operator,
    )
    const staff = await house.member('rg', '如皋市')
    const heard = await staff.says('帮我们起草2014年度工作总结报告的提纲')
    expect(heard.private).toBe(true)
    expect(heard.text).toContain('【草稿】')
    expect(heard.text).toContain('验收申请：截止2014年6月30日，尚未提交')
    expect(heard.text).toContain('二、2. 培训和交流')
    expect(heard.text).toContain('【待填】参加的培训和交流')
    expect(heard.text).toContain('四、2015年度工作计划')
    expect(heard.text).toContain('应按有关要求提交年度工作总结报告和统计报表')
    const [file] = heard.files
    expect(file?.name).toContain('（草稿）.docx')
    const printed = await printedOf(file)
    expect(printed).toContain('【草稿】')
    expect(printed).toContain('验收申请：截止2014年6月30日，尚未提交')
    expect(printed.match(/【待填】/gu)?.length).toBe(heard.text.match(/【待填】\S/gu)?.length)
  })

  test('of a year of which nothing is known is headings and gaps', async () => {
    const house = await askHouse()
    const { text } = await (await house.member('rg', '如皋市')).calls('report-outline', { year: '2012' })
    expect(text).toContain('2012年度')
    expect(text.match(/【待填】/gu)?.length).toBeGreaterThan(6)
    expect(text).not.toContain('截止')
  })

  test('is not for those who are no zone, and a year is a year', async () => {
    const house = await askHouse()
    expect((await house.guest('li').says('起草年报提纲')).text).toContain('不代表一个实验区')
    expect((await (await house.member('js', '江苏省')).says('起草年报提纲')).text).toContain(
      '不代表一个实验区',
    )
    const staff = await house.member('rg', '如皋市')
    expect((await staff.calls('report-outline', { year: '去年' })).text).toContain('不是年份')
  })

  test('what the report must hold stays a question of policy', async () => {
    const house = await askHouse()
    const { text } = await house.guest('li').says('年度工作总结报告什么时候交')
    expect(text).not.toContain('草稿')
  })
})

describe('the facts of a year', () => {
  const organization = { id: 'z', kind: 'zone', name: '甲县', province: '江苏' } as const
  const nothing = {
    year: 2014,
    organization,
    owed: [],
    owedNext: [],
    attended: [],
    visits: [],
    met: [],
    published: [],
  }

  test('each is told in one line, with its days, people and what came of it', () => {
    const sections = outlineOf({
      ...nothing,
      attended: [
        {
          training: aTraining({
            title: '气候变化培训班',
            starts: '2014-10-15',
            ends: '2014-10-16',
            place: '呼和浩特',
          }),
          people: 2,
        },
      ],
      met: [
        {
          other: '乙市',
          introduction: {
            id: 'i',
            need: 'n',
            offer: 'o',
            from: 'z',
            to: 'y',
            state: 'concluded',
            since: 0,
            askedAt: 0,
            consents: [],
            revision: 1,
            outcome: { kind: 'project', note: '共建湿地', by: 'z', at: 0 },
          },
        },
      ],
    })
    const facts = sections.flatMap((it) => it.facts)
    expect(facts).toContain('2014年10月15日至2014年10月16日，2人参加气候变化培训班（呼和浩特）')
    expect(facts).toContain('与乙市对接，开展项目合作：共建湿地')
  })
})
