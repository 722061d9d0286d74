import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Training } from '../../../src/core/training.ts'
import { trainingCalendar } from '../../../src/skills/trainings/papers/training-calendar.ts'
import { morning, training } from './invented.ts'

const organizer = { name: '实验区办公室', email: 'noreply@alliance.invalid' }
const textOf = (change: Partial<Training> = {}) =>
  trainingCalendar({ training: training(change), organizer, at: morning }, 'zh-CN')

function read(change: Partial<Training> = {}) {
  const calendar = new ICAL.Component(ICAL.parse(textOf(change)))
  const events = calendar.getAllSubcomponents('vevent')
  const value = (event: ICAL.Component | undefined, name: string) =>
    event?.getFirstPropertyValue(name)?.toString()
  return { method: value(calendar, 'method'), events, value }
}

describe('a training in a calendar', () => {
  test('is an event a session, at the office’s hours, where it takes place', () => {
    const { events, value, method } = read()
    expect(method).toBe('PUBLISH')
    expect(events.map((it) => [value(it, 'summary'), value(it, 'dtstart'), value(it, 'location')])).toEqual([
      [
        '国家应对气候变化政策（应对气候变化能力建设（华北组）培训班）',
        '2014-10-15T01:00:00Z',
        '内蒙古自治区呼和浩特市',
      ],
      [
        '低碳经济理论（应对气候变化能力建设（华北组）培训班）',
        '2014-10-15T06:00:00Z',
        '内蒙古自治区呼和浩特市',
      ],
      ['实地调研（应对气候变化能力建设（华北组）培训班）', '2014-10-16T01:00:00Z', '东河'],
    ])
    expect(value(events[0], 'description')).toContain('主讲：王垚')
    expect(events[0]?.getFirstProperty('organizer')?.getParameter('cn')).toBe('实验区办公室')
  })

  test('rings a day and an hour before each session', () => {
    const [first] = read().events
    const triggers = first
      ?.getAllSubcomponents('valarm')
      .map((it) => it.getFirstPropertyValue('trigger')?.toString())
    expect(triggers).toEqual(['-P1D', '-PT1H'])
  })

  test('keeps the identity of its events when it is moved, and counts the change', () => {
    const ids = (change: Partial<Training>) => read(change).events.map((it) => read().value(it, 'uid'))
    const moved = training().sessions.map((it) => ({ ...it, day: '2014-11-15' }))
    expect(ids({ sessions: moved, revision: 4 })).toEqual(ids({}))
    expect(new Set(ids({})).size).toBe(3)
    const { events, value } = read({ sessions: moved, revision: 4 })
    expect(value(events[0], 'sequence')).toBe('4')
  })

  test('takes itself out when it is called off, and rings no more', () => {
    const { method, events, value } = read({ state: 'cancelled' })
    expect(method).toBe('CANCEL')
    expect(events.map((it) => value(it, 'status'))).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED'])
    expect(events.flatMap((it) => it.getAllSubcomponents('valarm'))).toEqual([])
  })

  test('of which no hours are known is its days, the last included', () => {
    const { events, value } = read({ sessions: [] })
    expect(events.map((it) => [value(it, 'dtstart'), value(it, 'dtend')])).toEqual([
      ['2014-10-15', '2014-10-17'],
    ])
  })

  test('abroad has the hours of that place, in no zone of ours, and says so', () => {
    const { events, value } = read({ kind: 'overseas' })
    expect(textOf({ kind: 'overseas' })).toContain('DTSTART:20141015T090000\r\n')
    expect(value(events[0], 'description')).toContain('时间为当地时间')
  })

  test('over midnight ends on the next day', () => {
    const sessions = [{ day: '2014-10-15', from: '22:00', until: '01:00', topic: '观星' }]
    const { events, value } = read({ sessions })
    expect(value(events[0], 'dtend')).toBe('2014-10-15T17:00:00Z')
  })

  test('is the same bytes each time', () => {
    expect(textOf()).toBe(textOf())
  })
})
