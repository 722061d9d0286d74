import chineseDays from 'chinese-days'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../../src/core/local-date.ts'
import { makeWorkdays } from '../../../../src/skills/deadlines/rules/workdays.ts'

const workdays = makeWorkdays()

test('holidays are off and the weekends worked for them are workdays', () => {
  expect(workdays.isWorkday('2014-06-02')).toBe(false)
  expect(workdays.isWorkday('2014-05-04')).toBe(true)
  expect(workdays.isWorkday('2014-10-07')).toBe(false)
})

test('a notice moves to the workday before, over a whole holiday', () => {
  expect(workdays.onOrBefore('2014-06-30')).toBe('2014-06-30')
  expect(workdays.onOrBefore('2014-06-29')).toBe('2014-06-27')
  expect(workdays.onOrBefore('2014-10-07')).toBe('2014-09-30')
})

test('counting forward and between agree, over the turn of a year too', () => {
  for (const from of ['2014-06-30', '2014-12-29', '2026-12-30', '2028-02-28'])
    for (const days of [1, 7, 14, 300]) expect(workdays.between(from, workdays.add(from, days))).toBe(days)
  expect(workdays.add('2014-07-01', -1)).toBe('2014-06-30')
  expect(workdays.between('2014-07-01', '2014-06-30')).toBe(0)
})

test('a year whose arrangement is not published is an ordinary calendar, and says so', () => {
  expect(workdays.published(2014)).toBe(true)
  expect(workdays.published(2027)).toBe(false)
  expect(workdays.isWorkday('2027-10-01')).toBe(true)
  expect(workdays.isWorkday('2027-10-02')).toBe(false)
})

test('what the office lays down goes before, and publishes the year', () => {
  const told = makeWorkdays(
    new Map([
      ['2027-10-01', false],
      ['2027-10-09', true],
    ]),
  )
  expect(told.published(2027)).toBe(true)
  expect(told.onOrBefore('2027-10-01')).toBe('2027-09-30')
  expect(told.isWorkday('2027-10-09')).toBe(true)
})

test('every day of every year whose arrangement is published is as the library says', () => {
  const days = Array.from({ length: daysBetween('2004-01-01', '2027-01-01') }, (_, at) =>
    addDays('2004-01-01', at),
  )
  expect(days.filter((it) => workdays.isWorkday(it) !== chineseDays.isWorkday(it))).toEqual([])
})
