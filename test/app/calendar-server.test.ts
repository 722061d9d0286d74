import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeCalendarServer } from '../../src/app/calendar-server.ts'
import type { HttpAnswer, HttpRequest } from '../../src/app/http-server.ts'
import { makeCalendar } from '../../src/skills/deadlines/calendar/calendar-face.ts'
import { newToken } from '../../src/skills/deadlines/calendar/calendar-token.ts'
import { type SeatEvent, seat } from '../../src/skills/trainings/plan.ts'
import type { Talker } from '../support/conversation.ts'
import { withDuties } from '../support/duties.ts'
import { housePeople, type People } from '../support/people.ts'
import { course, seatRules } from '../support/trainings.ts'

const calendarUrl = 'https://alliance.example.cn'
let people: People
let server: (request: HttpRequest) => Promise<HttpAnswer>

beforeEach(async () => {
  people = await housePeople((store, clock) => [makeCalendar({ ...store, clock, calendarUrl })])
  await withDuties(people.store)
  server = makeCalendarServer({ ...people.store, clock: people.clock })
})

function get(path: string, headers: Record<string, string> = {}, from = '203.0.113.7', method = 'GET') {
  return server({ method, path, from, header: (name) => headers[name] })
}

/** The path of a new address of somebody, as the bot told it. */
async function pathOf(talker: Talker): Promise<string> {
  const { text } = await talker.calls('calendar')
  return /https:\/\/alliance\.example\.cn(\/calendar\/[\w-]{22}\.ics)/.exec(text)?.[1] ?? ''
}

function summariesOf({ body = '' }: HttpAnswer): readonly string[] {
  return new ICAL.Component(ICAL.parse(body))
    .getAllSubcomponents('vevent')
    .map((it) => new ICAL.Event(it).summary)
}

describe('an address', () => {
  test('is told in private and shows what the zone owes', async () => {
    const wang = await people.member('wang', '宜兴市')
    const told = await wang.says('日历订阅')
    expect(told.private).toBe(true)
    expect(told.text).toContain('江苏省无锡市宜兴市的期限')
    const answer = await get(await pathOf(wang))
    expect(answer.status).toBe(200)
    expect(answer.headers?.['content-type']).toBe('text/calendar; charset=utf-8')
    expect(summariesOf(answer)).toEqual(['截止：验收申请'])
  })

  test('shows a province its zones, and nobody another province', async () => {
    const path = await pathOf(await people.member('li', '江苏省科技厅'))
    expect(summariesOf(await get(path))).toEqual(['截止：验收申请（江苏省无锡市宜兴市）'])
  })

  test('shows the office every zone, those that owe one thing by one day together', async () => {
    const path = await pathOf(await people.member('zhao', '实验区办公室'))
    expect(summariesOf(await get(path))).toEqual(['截止：验收申请（2 家）'])
  })

  test('works until its owner stops it', async () => {
    const wang = await people.member('wang', '宜兴市')
    const path = await pathOf(wang)
    expect((await wang.calls('calendar-revoke')).text).toContain('已停用 1 个日历地址')
    expect((await get(path)).status).toBe(404)
    expect((await wang.calls('calendar-revoke')).text).toContain('没有正在使用的日历地址')
    expect((await get(await pathOf(wang))).status).toBe(200)
  })

  test('is stopped with its button, without touching those of others', async () => {
    const [wang, zhou] = [await people.member('wang', '宜兴市'), await people.member('zhou', '宜兴市')]
    const kept = await pathOf(zhou)
    const path = await pathOf(wang)
    await wang.presses('停用我的地址')
    expect((await get(path)).status).toBe(404)
    expect((await get(kept)).status).toBe(200)
  })

  test('is dead when its owner has left', async () => {
    const wang = await people.member('wang', '宜兴市')
    const path = await pathOf(wang)
    await wang.calls('leave')
    await wang.presses('确定退出')
    expect((await get(path)).status).toBe(404)
  })

  test('is kept as its hash alone, and the audit does not tell it', async () => {
    const path = await pathOf(await people.member('wang', '宜兴市'))
    const [entry] = await people.store.audit.list({ action: 'calendar.', most: 5 })
    expect(entry?.action).toBe('calendar.subscribe')
    expect(JSON.stringify(entry)).not.toContain(path.slice(10, 32))
  })

  test('is not handed to guests, nor without end', async () => {
    expect((await people.person('guest').calls('calendar')).text).toContain('不能取自己的期限日历地址')
    const wang = await people.member('wang', '宜兴市')
    for (let count = 0; count < 5; count++) await wang.calls('calendar')
    expect((await wang.calls('calendar')).text).toContain('已有 5 个日历地址')
  })
})

describe('a calendar that asks again', () => {
  test('is told that nothing changed, until something did', async () => {
    const path = await pathOf(await people.member('wang', '宜兴市'))
    const etag = (await get(path)).headers?.etag ?? ''
    expect((await get(path, { 'if-none-match': `"other", W/${etag}` })).status).toBe(304)
    people.clock.at += 60_000
    const stamp = { who: 'operator', at: people.clock.at }
    await people.store.obligations.change(
      'acceptance/jiangsu-yixing/2014',
      { verb: 'extend', until: '2014-09-30', reason: '因灾' },
      ['open'],
      stamp,
    )
    const answer = await get(path, { 'if-none-match': etag })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('DTSTART;VALUE=DATE:20140930')
    expect(answer.headers?.etag).not.toBe(etag)
  })
})

describe('whoever guesses', () => {
  test('hears the same for whatever is wrong', async () => {
    const path = await pathOf(await people.member('wang', '宜兴市'))
    const answers = await Promise.all([
      get(`/calendar/${newToken()}.ics`),
      get('/calendar/short.ics'),
      get('/'),
      get(`/calendar/../${path}`),
      get(path, {}, '203.0.113.7', 'POST'),
    ])
    expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
  })

  test('is slowed down, and nobody else with them', async () => {
    const path = await pathOf(await people.member('wang', '宜兴市'))
    for (let count = 0; count < 120; count++) await get(`/calendar/${newToken()}.ics`)
    const slowed = await get(path)
    expect(slowed.status).toBe(429)
    expect(Number(slowed.headers?.['retry-after'])).toBeGreaterThan(0)
    expect((await get(path, {}, '203.0.113.8')).status).toBe(200)
    people.clock.at += 61_000
    expect((await get(path)).status).toBe(200)
  })
})

test('a training in which its owner has a seat stands in it, follows every change, and leaves with the seat', async () => {
  const { store, clock } = people
  const path = await pathOf(await people.member('wang', '宜兴市'))
  const [wang] = await store.members.list(['jiangsu-yixing'])
  if (!wang) throw new Error('nobody joined')
  const person = { member: wang.id, name: wang.name, organization: 'jiangsu-yixing', province: '江苏' }
  await store.trainings.create(course, { who: 'office', at: clock.at })
  const does = (event: SeatEvent) =>
    store.registrations.act(course.id, (hall) => seat(hall, event, seatRules(clock.at)), {
      who: 'office',
      at: clock.at,
    })
  const sequences = async () =>
    new ICAL.Component(ICAL.parse((await get(path)).body ?? ''))
      .getAllSubcomponents('vevent')
      .map((it) => new ICAL.Event(it))
      .filter((it) => it.uid.startsWith('training/'))
      .map((it) => it.sequence)
  await does({ kind: 'ask', person, answers: {} })
  expect(await sequences()).toEqual([1, 1])
  await does({ kind: 'change', to: { ...course, place: '包头' } })
  expect(await sequences()).toEqual([2, 2])
  await does({ kind: 'decline', person })
  expect(await sequences()).toEqual([])
})
