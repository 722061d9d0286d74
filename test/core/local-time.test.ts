import { expect, test } from 'vitest'
import { localDateOf } from '../../src/core/clock.ts'
import { readInstant, readLocalDate } from '../../src/core/local-time.ts'

test.each(['2014-06-30', '2016-02-29', '0999-01-01'])('%s is a day', (text) => {
  expect(readLocalDate(text)).toBe(text)
})

test.each(['2014-02-30', '2015-02-29', '2014-6-30', '2014-06-31', '2014-06-30T00:00', '', '今天'])(
  '%s is no day',
  (text) => {
    expect(readLocalDate(text)).toBeUndefined()
  },
)

test('a moment without an offset is meant in Beijing', () => {
  expect(readInstant('2014-06-30')).toBe(Date.UTC(2014, 5, 29, 16))
  expect(readInstant('2014-06-30T09:00')).toBe(Date.UTC(2014, 5, 30, 1))
  expect(readInstant('2014-06-30T09:00Z')).toBe(Date.UTC(2014, 5, 30, 9))
  expect(readInstant('2014-06-30T09:00-05:00')).toBe(Date.UTC(2014, 5, 30, 14))
  expect(readInstant('later')).toBeUndefined()
})

test('the day of a moment is the office’s day', () => {
  expect(localDateOf(Date.UTC(2014, 5, 29, 15, 59))).toBe('2014-06-29')
  expect(localDateOf(Date.UTC(2014, 5, 29, 16))).toBe('2014-06-30')
})
