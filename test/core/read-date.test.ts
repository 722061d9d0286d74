import { describe, expect, test } from 'vitest'
import { readDate } from '../../src/core/read-date.ts'

describe('a date in a table or a form', () => {
  test.each([
    '2014-06-30',
    '2014/6/30',
    '2014.6.30',
    '20140630',
    '2014年6月30日',
    '2014 年 6 月 30 日',
    '二〇一四年六月三十日',
    '２０１４年６月３０日',
    '2014年6月30日前',
    '2014年6月底',
    '41820',
    41820,
    41820.375,
    new Date('2014-06-30T00:00:00Z'),
  ])('%s is 30 June 2014', (cell) => {
    expect(readDate(cell)).toEqual({ date: '2014-06-30' })
  })

  test.each(['6月30日', '6/30', '六月三十日', '6月底'])('%s needs a year', (cell) => {
    expect(readDate(cell)).toEqual({ fault: 'no-year' })
    expect(readDate(cell, 2014)).toEqual({ date: '2014-06-30' })
  })

  test.each([
    ['2014-02-30', 'impossible'],
    ['2014年13月1日', 'impossible'],
    ['2月30日', 'impossible'],
    ['2014年6月', 'no-day'],
    ['2014-06', 'no-day'],
    ['5/6/2014', 'ambiguous'],
    ['尽快', 'unreadable'],
    ['2014', 'unreadable'],
    [157, 'unreadable'],
    [' ', 'empty'],
  ] as const)('%s is refused as %s', (cell, fault) => {
    expect(readDate(cell)).toEqual({ fault })
  })

  test('a leap day is one in leap years only', () => {
    expect(readDate('2月29日')).toEqual({ fault: 'no-year' })
    expect(readDate('2月29日', 2016)).toEqual({ date: '2016-02-29' })
    expect(readDate('2月29日', 2014)).toEqual({ fault: 'impossible' })
  })
})
