import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftNotice, noticePaper } from '../../../../src/skills/trainings/organizing/notice-draft.ts'
import { noticeOf } from '../../../../src/skills/trainings/reading/notice.ts'
import { readNotice } from '../../../../src/skills/trainings/reading/read-notice.ts'
import { provinces } from '../../../../src/skills/zones/provinces.ts'
import { printedOf } from '../../../support/printed.ts'
import { trainingPeople } from '../../../support/training-people.ts'
import { training } from '../invented.ts'

const organizer = { id: 'office', kind: 'office', name: '实验区办公室' } as const
const around = { nameOf: (id: string) => id }

describe('the draft of a notice', () => {
  test('says what the training was told, in the order of such notices', () => {
    const told = training({ audience: { of: 'zones', provinces: ['天津', '河北'] } })
    expect(draftNotice({ told, organizer }, around)).toEqual([
      '关于举办应对气候变化能力建设（华北组）培训班的通知',
      '现将举办应对气候变化能力建设（华北组）培训班的有关事项通知如下：',
      '一、培训时间：2014年10月15日至2014年10月16日',
      '二、培训地点：内蒙古自治区呼和浩特市',
      '三、主办单位：科技部社会发展科技司、中国21世纪议程管理中心',
      expect.stringMatching(/^四、参加人员：.*天津.*河北/u),
      expect.stringMatching(/^五、名额：共60人，其中天津 3；新疆 2/u),
      '六、报名：由省级科技主管部门推荐，请于2014年9月30日17:00前报名。',
      '七、日程安排：',
      '2014年10月15日 09:00-11:30　国家应对气候变化政策　王垚',
      '2014年10月15日 14:00-17:00　低碳经济理论　李㛃',
      '2014年10月16日 09:00-11:30　实地调研　（东河）',
      '　　　　实验区办公室',
      '【待填】印发日期',
    ])
  })

  test('has no figure that the training has not, whatever it was told', () => {
    fc.assert(
      fc.property(
        fc.record({
          capacity: fc.integer({ min: 1, max: 500 }),
          seats: fc.integer({ min: 1, max: 99 }),
          day: fc.integer({ min: 10, max: 28 }),
        }),
        ({ capacity, seats, day }) => {
          const told = training({
            starts: `2014-11-${day}`,
            ends: `2014-11-${day}`,
            capacity,
            quotas: [{ of: 'province', who: '天津', seats }],
            sessions: [],
            registration: { until: Date.UTC(2014, 8, 30, 9) },
          })
          const known = new Set([
            // 中国21世纪议程管理中心
            '21',
            '2014',
            '11',
            String(day),
            String(capacity),
            String(seats),
            '9',
            '30',
            '17',
            '00',
          ])
          const figures = draftNotice({ told, organizer }, around).join('\n').match(/\d+/gu) ?? []
          expect(figures.filter((it) => !known.has(it))).toEqual([])
        },
      ),
      { numRuns: 50 },
    )
  })

  test('marks what is missing instead of making it up', () => {
    const lines = draftNotice({ told: { title: '低碳培训班' }, organizer }, around)
    expect(lines).toContain('一、培训时间：【待填】培训时间')
    expect(lines.join('')).not.toMatch(/\d/u)
  })

  test('is a Word file that can be read back as the same training', async () => {
    const told = training({ audience: { of: 'zones', provinces: ['天津', '河北'] } })
    const bytes = await noticePaper({ told, organizer }, around)
    const text = await printedOf({ name: '通知.docx', type: '', bytes })
    const { draft } = readNotice(noticeOf(text), { provinces: provinces.map((it) => it.short) })
    const { title, starts, ends, place, hosts, capacity, nomination, registration } = told
    expect(draft).toMatchObject({ title, starts, ends, place, hosts, capacity, nomination, registration })
  })
})

test('an organizer presses for it, and gets it alone, marked as a draft; nobody is told anything', async () => {
  const { member, waiting } = await trainingPeople([])
  const office = await member('boss', '办公室')
  await office.calls('training', { do: 'new' })
  await office.submits('trainings.basics', { title: '低碳培训班', kind: 'training', days: '2014-10-15' }, '')
  const heard = await office.presses('起草通知')
  expect(heard.private).toBe(true)
  expect(heard.text).toContain('【草稿】')
  expect(heard.text).toContain('关于举办低碳培训班的通知')
  expect(heard.files[0]?.name).toContain('（草稿）.docx')
  expect(await printedOf(heard.files[0])).toMatch(
    /【草稿】[\s\S]*关于举办低碳培训班的通知[\s\S]*【待填】培训地点/u,
  )
  expect(await waiting()).toEqual([])
  const zone = await member('yx', '宜兴')
  await office.calls('training', { training: '低碳培训班' })
  const stolen = await zone.pressesOf({ action: 'trainings.notice', value: 'tabcd1234' })
  expect(stolen.text).not.toContain('低碳培训班的通知')
})
