import { expect, test } from 'vitest'
import { silentLog } from '../../src/core/log.ts'
import { reply } from '../../src/core/reply.ts'
import { type Composer, makeDeliverOutbox } from '../../src/jobs/deliver-outbox.ts'
import type { OutboxItem } from '../../src/store/outbox.ts'
import { monday, type TestClock } from '../support/people.ts'
import { makePostOffice } from '../support/post-office.ts'
import { temporaryStore } from '../support/store.ts'

const running = new AbortController().signal

const item = (key: string, given: Partial<OutboxItem> = {}): OutboxItem => ({
  key,
  kind: 'try',
  about: null,
  to: { platform: 'paper', space: 'S', channel: `C-${key}` },
  locale: 'zh-CN',
  dueAt: monday,
  whenUnprovable: 'repeat',
  ...given,
})

async function house(composers: Readonly<Record<string, Composer>> = {}) {
  const store = await temporaryStore()
  const clock: TestClock = { at: monday, now: () => clock.at }
  const office = makePostOffice(clock)
  const ends: string[] = []
  const start = (boot = 'boot-1', adapters = [office.adapter]) =>
    makeDeliverOutbox({
      outbox: store.outbox,
      adapters,
      composers: { try: async ({ key }) => reply(`通知 ${key}`), ...composers },
      clock,
      log: silentLog,
      boot,
      locale: 'zh-CN',
      random: () => 0,
      watch: { sent: () => ends.push('sent'), resolved: (how) => ends.push(how) },
    })
  const row = async (key = 'a') => (await store.outbox.list()).find((it) => it.key === key)
  return { ...store, clock, office, ends, start, row }
}

test('what is due goes out once, and what is not due waits', async () => {
  const { outbox, office, start, row } = await house()
  await outbox.add([item('a'), item('b', { dueAt: monday + 1000 })], monday)
  const job = start()
  expect(await job.run(running)).toBe(monday + 1000)
  await job.run(running)
  expect(office.posted).toEqual([{ channel: 'C-a', key: 'a', text: '通知 a' }])
  expect(await row()).toMatchObject({ state: 'sent', messageId: '1', sentAt: monday, repeated: false })
})

test('an answer that was lost is looked for, and the message is not posted again', async () => {
  const { outbox, office, clock, ends, start, row } = await house()
  await outbox.add([item('a')], monday)
  office.mishaps.send.push('lost')
  const job = start()
  const again = await job.run(running)
  expect(again).toBe(monday + 500)
  clock.at = again ?? 0
  await job.run(running)
  expect(office.posted).toHaveLength(1)
  expect(await row()).toMatchObject({ state: 'sent', attempts: 2 })
  expect(ends).toEqual(['found'])
})

test('looking fails for a while: nothing is posted until it is known', async () => {
  const { outbox, office, clock, start, row } = await house()
  await outbox.add([item('a')], monday)
  office.mishaps.send.push('lost')
  office.mishaps.confirm.push('down', { retryAfter: 60_000 })
  const job = start()
  for (let beat = 0; beat < 6; beat += 1) clock.at = (await job.run(running)) ?? clock.at
  expect(clock.at).toBeGreaterThan(monday + 60_000)
  expect(office.posted).toHaveLength(1)
  expect(await row()).toMatchObject({ state: 'sent' })
})

test('a reminder that can neither be proved nor searched is posted again, and says so', async () => {
  const { outbox, office, clock, ends, start, row } = await house()
  await outbox.add([item('a')], monday)
  office.mishaps.send.push('lost')
  office.mishaps.confirm.push('refused')
  const job = start()
  clock.at = (await job.run(running)) ?? 0
  await job.run(running)
  expect(office.posted).toHaveLength(2)
  expect(office.posted[1]?.text).toMatch(/^可能重复/)
  expect(await row()).toMatchObject({ state: 'sent', repeated: true })
  expect(ends).toEqual(['unreadable', 'sent'])
})

test('an introduction in the same doubt waits for an operator, and is posted once released', async () => {
  const { outbox, office, clock, start, row } = await house()
  await outbox.add([item('a', { whenUnprovable: 'wait' })], monday)
  office.mishaps.send.push('down')
  office.mishaps.confirm.push('refused')
  const job = start()
  clock.at = (await job.run(running)) ?? 0
  await job.run(running)
  expect(await row()).toMatchObject({ state: 'parked' })
  await outbox.release('a', { who: 'operator', at: clock.at })
  await job.run(running)
  expect(office.posted.map((it) => it.text)).toEqual(['补发：上次没有发出去，办公室处理后重新发送。\n通知 a'])
})

test('a run that ended while sending leaves doubt, which the next run resolves', async () => {
  const { outbox, office, clock, ends, start } = await house()
  await outbox.add([item('posted'), item('not-posted')], monday)
  await outbox.claim(monday, 'dead', 9, ['paper'])
  const { to } = item('posted')
  await office.adapter.send(to, reply('通知 posted'), 'posted')
  clock.at += 1000
  await start('boot-2').run(running)
  expect(office.posted.map((it) => it.key)).toEqual(['posted', 'not-posted'])
  expect(ends.sort()).toEqual(['absent', 'found', 'sent'])
})

test('what was due before a start is looked for first: a power cut may have taken the proof with it', async () => {
  const { outbox, office, clock, start, row } = await house()
  await office.adapter.send(item('a').to, reply('通知 a'), 'a')
  await outbox.add([item('a')], monday)
  clock.at += 60_000
  await start().run(running)
  expect(office.posted).toHaveLength(1)
  expect(await row()).toMatchObject({ state: 'sent', messageId: '1', repeated: false })
})

test('without a search, what nobody is known to have tried is posted without a mark', async () => {
  const { outbox, office, clock, start } = await house()
  await outbox.add([item('a')], monday)
  clock.at += 60_000
  const { confirm: _, ...adapter } = office.adapter
  await start('boot-1', [adapter]).run(running)
  expect(office.posted.map((it) => it.text)).toEqual(['通知 a'])
})

test('Retry-After is honoured, to the millisecond', async () => {
  const { outbox, office, start } = await house()
  await outbox.add([item('a')], monday)
  office.mishaps.send.push({ retryAfter: 7_777 })
  expect(await start().run(running)).toBe(monday + 7_777)
})

test('a delivery that fails for good is parked, and its place goes on', async () => {
  const { outbox, office, start, row } = await house()
  const to = { platform: 'paper', space: 'S', channel: 'C1' }
  await outbox.add([item('a', { to }), item('b', { to })], monday)
  office.mishaps.send.push('refused')
  await start().run(running)
  expect(await row('a')).toMatchObject({ state: 'parked', why: 'channel_not_found' })
  expect(await row('b')).toMatchObject({ state: 'sent' })
})

test('one that has failed for half a day is parked', async () => {
  const { outbox, office, clock, start, row } = await house()
  await outbox.add([item('a')], monday)
  office.mishaps.send.push(...Array.from({ length: 60 }, () => 'down' as const))
  const job = start()
  for (let next: number | undefined = clock.at; next !== undefined; ) {
    clock.at = next
    next = await job.run(running)
  }
  expect(await row()).toMatchObject({ state: 'parked', attempts: 60 })
  expect(clock.at - monday).toBeGreaterThan(12 * 3600_000)
})

test('what is no longer true is cancelled with the reason; what is of no use any more expires', async () => {
  const { outbox, office, start, row } = await house({ gone: async () => ({ cancelled: '已提交' }) })
  await outbox.add([item('a', { kind: 'gone' }), item('b', { usefulUntil: monday })], monday)
  await start().run(running)
  expect(await row('a')).toMatchObject({ state: 'cancelled', why: '已提交' })
  expect(await row('b')).toMatchObject({ state: 'expired' })
  expect(office.posted).toEqual([])
})

test('a kind that nobody can put into words is parked, and a composer that breaks is tried again', async () => {
  const { outbox, start, row } = await house({
    broken: async () => {
      throw new Error('defect')
    },
  })
  await outbox.add([item('a', { kind: 'of a later version' }), item('b', { kind: 'broken' })], monday)
  await start().run(running)
  expect(await row('a')).toMatchObject({ state: 'parked' })
  expect(await row('b')).toMatchObject({ state: 'waiting', why: 'defect' })
})

test('a channel that hangs holds up none of the others', async () => {
  const { outbox, office, start, row } = await house()
  const others = Array.from({ length: 100 }, (_, at) => item(`other-${at}`))
  await outbox.add([item('a'), ...others], monday)
  const open = office.block('C-a')
  const run = start().run(running)
  await expect.poll(() => office.posted.length).toBe(100)
  open()
  await run
  expect(await row()).toMatchObject({ state: 'sent' })
})

test('a stop finishes what was begun and begins nothing more', async () => {
  const { outbox, office, start } = await house()
  const to = { platform: 'paper', space: 'S', channel: 'C1' }
  await outbox.add([item('a', { to }), item('b', { to })], monday)
  const open = office.block('C1')
  const stopping = new AbortController()
  const run = start().run(stopping.signal)
  await expect.poll(async () => (await outbox.counts()).sending).toBe(1)
  stopping.abort()
  open()
  await run
  expect(await outbox.counts()).toMatchObject({ sent: 1, waiting: 1, sending: 0 })
})
