import { describe, expect, test } from 'vitest'
import { instantAt } from '../../../../src/core/local-date.ts'
import { readSignIn } from '../../../../src/skills/trainings/organizing/attending.ts'
import { peopleNamed } from '../../../../src/skills/trainings/organizing/naming.ts'
import { readDays, readOpen } from '../../../../src/skills/trainings/organizing/typed/days.ts'
import { programmeText, readProgramme } from '../../../../src/skills/trainings/organizing/typed/programme.ts'
import {
  materialsText,
  questionsText,
  readMaterials,
  readQuestions,
} from '../../../../src/skills/trainings/organizing/typed/questions.ts'
import { readSeats } from '../../../../src/skills/trainings/organizing/typed/seats.ts'

describe('days', () => {
  test.each([
    ['2014-10-15', '2014-10-15', '2014-10-15'],
    ['2014-10-15 至 2014-10-16', '2014-10-15', '2014-10-16'],
    ['2014年10月15日-16日', '2014-10-15', '2014-10-16'],
    ['10月15—16日', '2014-10-15', '2014-10-16'],
    ['１０月１５日～１１月２日', '2014-10-15', '2014-11-02'],
    ['2014/11/27 - 2014/12/17', '2014-11-27', '2014-12-17'],
  ])('%s', (typed, starts, ends) => {
    expect(readDays(typed, 2014)).toEqual({ starts, ends })
  })

  test.each([
    ['秋天', 'unreadable'],
    ['2014-02-30', 'impossible'],
    ['2014年10月', 'no-day'],
    ['5/6/2014', 'ambiguous'],
    ['2014-10-15 至 2014-10-16 至 2014-10-17', 'unreadable'],
    ['', 'empty'],
  ])('%s is no day', (typed, fault) => {
    expect(readDays(typed, 2014)).toMatchObject({ fault })
  })

  test('registration: one moment is its end, a day counts to its end', () => {
    expect(readOpen('10月8日', 2014)).toEqual({ until: instantAt('2014-10-08', '23:59') })
    expect(readOpen('2014-10-08 17:00前', 2014)).toEqual({ until: instantAt('2014-10-08', '17:00') })
    expect(readOpen('9月15日 至 10月8日17时', 2014)).toEqual({
      from: instantAt('2014-09-15', '00:00'),
      until: instantAt('2014-10-08', '17:00'),
    })
    expect(readOpen('10月8日 25:00', 2014)).toMatchObject({ fault: 'unreadable' })
  })
})

describe('a programme', () => {
  test('is written as it is read', () => {
    const typed =
      '10月15日 9:00-10:30 碳核算 阿卜杜热依木·买买提 @一号厅\n10:45～12:00 Carbon accounting｜Prof. Li'
    const { sessions, faults } = readProgramme(typed, 2014, undefined)
    expect(faults).toEqual([])
    expect(programmeText(sessions)).toMatchInlineSnapshot(`
      "2014-10-15 09:00-10:30 碳核算 | 阿卜杜热依木·买买提 @一号厅
      2014-10-15 10:45-12:00 Carbon accounting | Prof. Li"
    `)
    expect(readProgramme(programmeText(sessions), 1999, undefined).sessions).toEqual(sessions)
  })

  test('a day on a line of its own is of the lines below it', () => {
    const { sessions } = readProgramme(
      '10月15日\n9:00-10:00 开班式\n10月16日\n9:00-17:00 考察',
      2014,
      undefined,
    )
    expect(sessions.map((it) => it.day)).toEqual(['2014-10-15', '2014-10-16'])
  })

  test('each line that means nothing is named', () => {
    const { faults } = readProgramme('开班式\n9:00-10:00 课\n2月30日 9:00-10:00 课', 2014, undefined)
    expect(faults.map((it) => `${it.line} ${it.fault}`)).toEqual(['1 no-time', '2 no-day', '3 impossible'])
  })
})

test('questions and materials are written as they are read; a question keeps its name', () => {
  const first = readQuestions('饮食：普通/清真*\n护照姓名*\n备注……', [])
  expect(first.map((it) => `${it.name} ${it.kind} ${it.required}`)).toEqual([
    'q1 choice true',
    'q2 line true',
    'q3 paragraph false',
  ])
  expect(readQuestions(questionsText(first), [])).toEqual(first)
  expect(readQuestions('民族\n护照姓名*', first).map((it) => it.name)).toEqual(['q4', 'q2'])
  const { materials } = readMaterials('讲义 https://example.org/a.pdf 会前\nhttps://example.org/b')
  expect(readMaterials(materialsText(materials)).materials).toEqual(materials)
})

test.each([
  ['约70人', 70],
  ['六十', 60],
  ['０', 0],
  ['-3', -3],
  ['很多', undefined],
])('%s seats', (typed, seats) => {
  expect(readSeats(typed)).toBe(seats)
})

test('names are taken whole; two of one name need their place', () => {
  const all = [
    { member: '1', name: '阿卜杜·买买提', place: '贵溪市' },
    { member: '2', name: '张三', place: '宜兴市' },
    { member: '3', name: '张三', place: '如皋市' },
  ]
  expect(peopleNamed('阿卜杜•买买提、张三(如皋)、张', all)).toMatchObject({
    found: [{ member: '1' }, { member: '3' }],
    unknown: ['张'],
    several: [],
  })
  expect(peopleNamed('张三；张三', all)).toMatchObject({ found: [], several: ['张三（宜兴市／如皋市）'] })
})

test.each([
  ['签到 4831', '4831'],
  ['签到４８３１', '4831'],
  ['签到：48 31', '4831'],
  ['签到表怎么填', undefined],
  ['签到 48311', undefined],
  ['4831', undefined],
])('「%s」', (text, code) => {
  expect(readSignIn(text)).toBe(code)
})
