import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDateOf } from '../../src/core/clock.ts'
import {
  addDays,
  addMonths,
  dateIfReal,
  dayAt,
  dayInYear,
  daysBetween,
  hourAt,
  instantAt,
  weekdayOf,
} from '../../src/core/local-date.ts'

const date = fc
  .integer({ min: Date.UTC(1992, 0, 1) / 86_400_000, max: Date.UTC(2100, 0, 1) / 86_400_000 })
  .map((it) => new Date(it * 86_400_000).toISOString().slice(0, 10))

test('a leap day is the last of February where a year has none', () => {
  expect(dayInYear(2016, '02-29')).toBe('2016-02-29')
  expect(dayInYear(2014, '02-29')).toBe('2014-02-28')
  expect(dayInYear(2100, '02-29')).toBe('2100-02-28')
})

test('a month after 31 January is the last of February', () => {
  expect(addMonths('2014-01-31', 1)).toBe('2014-02-28')
  expect(addMonths('2016-01-31', 1)).toBe('2016-02-29')
  expect(addMonths('2014-12-31', 2)).toBe('2015-02-28')
  expect(addMonths('2014-01-15', -1)).toBe('2013-12-15')
})

test('days that no calendar has are none', () => {
  for (const [year, month, day] of [
    [2014, 2, 30],
    [2014, 2, 29],
    [2014, 13, 1],
    [2014, 0, 1],
    [2014, 6, 31],
    [2014, 6, 0.5],
  ] as const)
    expect(dateIfReal(year, month, day)).toBeUndefined()
  expect(dateIfReal(2014, 6, 30)).toBe('2014-06-30')
})

test('adding and counting days undo each other', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days)
    }),
  )
})

test('a time of day is the one in Beijing', () => {
  expect(instantAt('2014-06-30', '09:00')).toBe(Date.parse('2014-06-30T09:00:00+08:00'))
  expect(weekdayOf('2014-06-30')).toBe(1)
  expect(weekdayOf('2014-06-29')).toBe(7)
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 23 }), (day, hour) => {
      const instant = instantAt(day, `${String(hour).padStart(2, '0')}:30`)
      expect([dayAt(instant), hourAt(instant)]).toEqual([day, hour])
      expect(localDateOf(instant)).toBe(day)
    }),
  )
})
