import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Organization } from '../../../../src/core/caller.ts'
import { calendarOf } from '../../../../src/skills/deadlines/calendar/calendar.ts'
import type { Entry } from '../../../../src/skills/deadlines/entries.ts'
import { april, entry, jiangsu, yixing } from '../invented.ts'

const hour = 3600_000

/** The events of a calendar, as a parser that is none of ours reads them. */
function eventsOf(entries: readonly Entry[], own = yixing) {
  const calendar = new ICAL.Component(ICAL.parse(calendarOf(entries, own, 'zh-CN')))
  return calendar.getAllSubcomponents('vevent').map((it) => new ICAL.Event(it))
}

function only(entries: readonly Entry[], own = yixing) {
  const [event, another] = eventsOf(entries, own)
  if (!event || another) throw new Error('one event expected')
  return event
}

describe('an event of the calendar', () => {
  test('is the whole day on which it is due, wherever it is read', () => {
    const event = only([entry()])
    expect(event.startDate.isDate).toBe(true)
    expect(event.startDate.toString()).toBe('2014-06-30')
    expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  })

  test('says what is owed, the state, the materials, the channel and the words it comes from', () => {
    const { summary, description } = only([entry()])
    expect(summary).toBe('截止：提交验收申请等材料')
    expect(description.split('\n')).toEqual([
      '状态：未开始',
      '渠道：经省级科技主管部门',
      '材料：',
      '- 验收申请；含附件',
      '- 工作总结报告, 一式三份',
      '依据：「于2014年6月30日前，经省级科技主管部门提交验收申请等有关材料」——《国家可持续发展实验区2014年度工作要点》',
    ])
  })

  test('names the zone where a province reads it', () => {
    expect(only([entry()], jiangsu).summary).toBe('截止：提交验收申请等材料（江苏省无锡市宜兴市）')
  })

  test('rings in the last week, at the time of the ladder', () => {
    const rings = only([entry()]).component.getAllSubcomponents('valarm')
    const seconds = rings.map((it) => (it.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds())
    const nine = 9 * 3600
    expect(seconds).toEqual([7, 3, 1, 0].map((days) => nine - days * 86_400))
    for (const it of rings) expect(it.getFirstProperty('trigger')?.getParameter('related')).not.toBe('END')
  })

  test('does not ring once it was filed', () => {
    expect(only([entry({ obligation: { state: 'filed' } })]).component.getAllSubcomponents('valarm')).toEqual(
      [],
    )
  })

  test.each(['waived', 'suspended'] as const)('is cancelled, with the reason, where it was %s', (state) => {
    const event = only([entry({ obligation: { state, reason: '因灾' } })])
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(event.description).toContain('原因：因灾')
  })
})

describe('a change', () => {
  const before = only([entry()])

  test('keeps the identity of the event and raises its sequence', () => {
    const extended = only([
      entry({ obligation: { due: '2014-09-30', originally: '2014-06-30', changedAt: april + hour } }),
    ])
    expect(extended.uid).toBe(before.uid)
    expect(extended.sequence).toBeGreaterThan(before.sequence)
    expect(extended.startDate.toString()).toBe('2014-09-30')
    expect(extended.description).toContain('已延期，原定 2014-06-30')
  })

  test('of the duty raises it as well', () => {
    expect(only([entry({ duty: { title: '验收', revision: 2 } })]).sequence).toBeGreaterThan(before.sequence)
  })

  test('keeps the sequence within the integers of the format', () => {
    const late = only([entry({ obligation: { changedAt: Date.UTC(2077, 0, 1) } })])
    expect(late.sequence).toBeLessThan(2 ** 31)
  })

  test('that did not happen changes no byte', () => {
    expect(calendarOf([entry()], yixing, 'zh-CN')).toBe(calendarOf([entry()], yixing, 'zh-CN'))
  })
})

describe('the office', () => {
  const office: Organization = { id: 'office', kind: 'office', name: '实验区办公室' }
  const zone = (n: number, obligation = {}) =>
    entry({
      organization: { ...yixing, id: `zone-${n}`, name: `江苏省第${n}区`, zone: `zone-${n}` },
      obligation,
    })
  const zones = Array.from({ length: 157 }, (_, n) => zone(n))

  test('reads one event for all that owe one thing by one day, with how far they are', () => {
    const filed = zones.with(3, zone(3, { state: 'filed' })).with(4, zone(4, { state: 'waived' }))
    const { summary, description, component } = only(filed, office)
    expect(summary).toBe('截止：提交验收申请等材料（156 家）')
    expect(description).toMatch(/^未开始 155 家\n已提交 1 家\n免交 1 家\n还没交：第0区、.*等 155 家\n渠道：/)
    expect(component.getAllSubcomponents('valarm')).toHaveLength(4)
  })

  test('reads whoever has another day apart, and no sequence falls when they leave the others', () => {
    const before = only(zones.with(3, zone(3, { state: 'preparing', changedAt: april + hour })), office)
    const later = { due: '2014-07-15', originally: '2014-06-30', changedAt: april + 2 * hour }
    const [rest, alone] = eventsOf(zones.with(3, zone(3, later)), office)
    expect(alone?.summary).toBe('截止：提交验收申请等材料（江苏省第3区）')
    expect(rest?.uid).toBe(before.uid)
    expect(rest?.sequence).toBeGreaterThan(before.sequence)
  })

  test('a province reads each of its zones', () => {
    expect(eventsOf(zones.slice(0, 9), jiangsu)).toHaveLength(9)
  })
})

describe('what Outlook, Apple and Google stumble over', () => {
  const lines = calendarOf([entry()], yixing, 'zh-CN').split('\r\n')

  test.each([
    ['the version and the maker come first', /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/[^\r]+\r\n/],
    ['it is published, not a meeting that somebody is asked to', /\r\nMETHOD:PUBLISH\r\n/],
    ['it has a name, for those who know the old way and those who know the new', /\r\nX-WR-CALNAME:期限/],
    [
      'it says how often to look again, both ways',
      /REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H/,
    ],
    ['the day is a date and has no time zone', /\r\nDTSTART;VALUE=DATE:20140630\r\n/],
    ['the end is the day after, which is not part of it', /\r\nDTEND;VALUE=DATE:20140701\r\n/],
    ['the stamp is an instant of UTC', /\r\nDTSTAMP:20140401T010000Z\r\n/],
    ['Outlook shows a whole day', /\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n/],
  ])('%s', (_, wanted) => {
    expect(lines.join('\r\n')).toMatch(wanted)
  })

  test('every event has one identity of its own, and it is no address of anybody', () => {
    const uids = lines.filter((it) => it.startsWith('UID:'))
    expect(uids).toEqual(['UID:acceptance/jiangsu-yixing/2014@alliance-bot'])
  })
})

describe('the file', () => {
  test('of somebody who owes nothing is a calendar without events', () => {
    expect(eventsOf([])).toEqual([])
  })

  test('keeps to lines of 75 octets with CRLF and gives any words back as they were', () => {
    fc.assert(
      fc.property(anyWords, anyWords, (title, reason) => {
        const entries = [entry({ duty: { title }, obligation: { reason } })]
        const text = calendarOf(entries, yixing, 'zh-CN')
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const event = only(entries)
        expect(event.summary).toBe(`截止：${printable(title)}`)
        expect(event.description).toContain(`原因：${printable(reason)}`)
      }),
    )
  })
})

/** Anything that a document or a form could bring. */
const anyWords = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'\\;,:"\n\t\r\u0000\u001b：验收🌱'),
    fc.string({ unit: 'grapheme', maxLength: 1 }),
  ),
  maxLength: 120,
})

/** Line ends and tabs are text; what else steers a terminal is none. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '')
}
