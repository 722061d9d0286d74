import { describe, expect, test } from 'vitest'
import type { OutboxItem } from '../../src/store/outbox.ts'
import { operator } from '../support/duties.ts'
import { temporaryStore } from '../support/store.ts'

const now = operator.at
const receipt = { messageId: '1', at: now }
const slack = ['slack']

const item = (key: string, given: Partial<OutboxItem> = {}): OutboxItem => ({
  key,
  kind: 'try',
  about: { of: key },
  to: { platform: 'slack', space: 'T1', channel: `C-${key}` },
  locale: 'zh-CN',
  dueAt: now,
  whenUnprovable: 'repeat',
  ...given,
})
const inOneChannel = { to: { platform: 'slack', space: 'T1', channel: 'C1' } }
const keysOf = (rows: readonly { readonly key: string }[]) => rows.map((it) => it.key)

describe('a claim', () => {
  test('takes what is due, oldest first, and no more than asked for', async () => {
    const { outbox } = await temporaryStore()
    const later = item('later', { dueAt: now + 1 })
    await outbox.add([item('b', { dueAt: now - 1 }), item('a'), item('c'), later], now)
    expect(keysOf(await outbox.claim(now, 'boot-1', 2, slack)).sort()).toEqual(['a', 'b'])
    expect(await outbox.claim(now, 'boot-1', 9, slack)).toMatchObject([
      { key: 'c', state: 'sending', attempts: 1, boot: 'boot-1', attemptedAt: now, about: { of: 'c' } },
    ])
    expect(await outbox.nextAt(slack)).toBe(now + 1)
  })

  test('of two copies takes nothing twice', async () => {
    const { outbox } = await temporaryStore()
    await outbox.add(
      Array.from({ length: 50 }, (_, at) => item(`k${at}`)),
      now,
    )
    const claims = await Promise.all(['a', 'b'].map((boot) => outbox.claim(now, boot, 30, slack)))
    expect(new Set(keysOf(claims.flat())).size).toBe(50)
  })

  test('takes one row a place at a time; another place goes on', async () => {
    const { outbox } = await temporaryStore()
    await outbox.add([item('a', inOneChannel), item('b', inOneChannel), item('c')], now)
    expect(keysOf(await outbox.claim(now, 'boot-1', 9, slack)).sort()).toEqual(['a', 'c'])
    expect(await outbox.claim(now, 'boot-1', 9, slack)).toEqual([])
    await outbox.sent('a', receipt)
    expect(keysOf(await outbox.claim(now, 'boot-1', 9, slack))).toEqual(['b'])
  })

  test('keeps the order of a place while its oldest row waits for another try', async () => {
    const { outbox } = await temporaryStore()
    await outbox.add([item('a', inOneChannel), item('b', inOneChannel)], now)
    await outbox.claim(now, 'boot-1', 9, slack)
    await outbox.retry('a', now + 5000, 'HTTP 500')
    expect(await outbox.claim(now + 4999, 'boot-1', 9, slack)).toEqual([])
    expect(await outbox.nextAt(slack)).toBe(now + 5000)
    expect(await outbox.claim(now + 5000, 'boot-1', 9, slack)).toMatchObject([
      { key: 'a', attempts: 2, doubtfulSince: now, why: 'HTTP 500' },
    ])
  })

  test('leaves the rows of platforms that are not there', async () => {
    const { outbox } = await temporaryStore()
    await outbox.add([item('a', { to: { platform: 'discord', space: 'G1', channel: 'C1' } })], now)
    expect(await outbox.claim(now, 'boot-1', 9, slack)).toEqual([])
    expect(await outbox.claim(now, 'boot-1', 9, [])).toEqual([])
    expect(await outbox.nextAt(slack)).toBeUndefined()
  })
})

test('a key that is there is left alone, whatever became of it', async () => {
  const { outbox } = await temporaryStore()
  await outbox.add([item('a')], now)
  await outbox.claim(now, 'boot-1', 1, slack)
  await outbox.sent('a', receipt)
  expect(await outbox.add([item('a', { kind: 'other' })], now)).toBe(0)
  expect(await outbox.list()).toMatchObject([{ key: 'a', kind: 'try', state: 'sent', messageId: '1' }])
})

test('what was being sent when a run ended is taken back, in doubt since its first attempt', async () => {
  const { outbox } = await temporaryStore()
  await outbox.add([item('a')], now)
  await outbox.claim(now, 'boot-1', 9, slack)
  expect(await outbox.takeBack(now + 9)).toMatchObject([{ key: 'a', state: 'waiting', boot: 'boot-1' }])
  expect(await outbox.takeBack(now + 9)).toEqual([])
  await outbox.claim(now + 9, 'boot-2', 9, slack)
  expect(await outbox.takeBack(now + 20)).toMatchObject([{ key: 'a', attempts: 2, doubtfulSince: now }])
})

test('what is not being sent cannot be settled', async () => {
  const { outbox } = await temporaryStore()
  await outbox.add([item('a')], now)
  await expect(outbox.sent('a', receipt)).rejects.toThrow('is not being sent')
  await expect(outbox.end('a', 'parked', 'gone')).rejects.toThrow('is not being sent')
})

test('a key or a place that no platform could carry is refused by the database', async () => {
  const { outbox } = await temporaryStore()
  for (const key of ['', 'x'.repeat(61), 'a b', '中'])
    await expect(outbox.add([item(key)], now)).rejects.toThrow('constraint')
  expect(await outbox.list()).toEqual([])
})

describe('a parked row', () => {
  const parked = async (given: Partial<OutboxItem>) => {
    const store = await temporaryStore()
    await store.outbox.add([item('a', { ...given, usefulUntil: now + 10 })], now)
    await store.outbox.claim(now, 'boot-1', 1, slack)
    await store.outbox.retry('a', now, 'HTTP 500')
    await store.outbox.claim(now, 'boot-1', 1, slack)
    await store.outbox.end('a', 'parked', 'channel_not_found')
    return store
  }
  const stamp = { who: 'M1', at: now + 60_000 }

  test('waits again when the office releases it, once, with its time now', async () => {
    const { outbox, audit } = await parked({})
    expect(await outbox.list({ state: 'parked' })).toMatchObject([{ key: 'a', why: 'channel_not_found' }])
    expect(await outbox.release('a', stamp)).toBe(true)
    expect(await outbox.release('a', stamp)).toBe(false)
    const [row] = await outbox.claim(stamp.at, 'boot-1', 1, slack)
    expect(row).toMatchObject({ key: 'a', attempts: 1, dueAt: stamp.at, doubtfulSince: now })
    expect(row).not.toHaveProperty('usefulUntil')
    expect(await audit.list({ action: 'delivery.release', most: 9 })).toMatchObject([
      { who: 'M1', subject: 'a', before: { why: 'channel_not_found' } },
    ])
  })

  test('that nobody could prove is posted once somebody has looked', async () => {
    const { outbox } = await parked({ whenUnprovable: 'wait' })
    await outbox.release('a', stamp)
    const [row] = await outbox.claim(stamp.at, 'boot-1', 1, slack)
    expect(row).not.toHaveProperty('doubtfulSince')
  })
})

test('rows are counted by what became of them', async () => {
  const { outbox } = await temporaryStore()
  await outbox.add([item('a'), item('b'), item('c')], now)
  await outbox.claim(now, 'boot-1', 2, slack)
  await outbox.end('a', 'cancelled', '已提交')
  expect(await outbox.counts()).toEqual({
    waiting: 1,
    sending: 1,
    sent: 0,
    cancelled: 1,
    expired: 0,
    parked: 0,
  })
})
