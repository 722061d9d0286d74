import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { DeliveryError } from '../../../src/core/adapter.ts'
import { buttons, privately, quote, reply } from '../../../src/core/reply.ts'
import { openDiscord } from '../../support/discord/house.ts'
import { readable } from '../../support/discord/read.ts'
import { answering } from '../../support/discord/talk.ts'
import { ids } from '../../support/discord/world.ts'

const silent = answering(() => undefined)
const channel = { platform: 'discord', space: ids.guild, channel: ids.plain }
const notice = reply('材料 7 天后到期')
const failed = (sending: Promise<unknown>) =>
  sending.then(
    () => undefined,
    (thrown: unknown) => thrown as DeliveryError,
  )

describe('a notice is posted once', () => {
  test.each([
    ['500 after it was accepted', { kind: 'error', status: 500, after: true }],
    ['a connection dropped after it was accepted', { kind: 'hang-up', after: true }],
    ['500 before', { kind: 'error', status: 500 }],
    ['a connection dropped before', { kind: 'hang-up' }],
    ['502 from the proxy', { kind: 'error', status: 502 }],
  ] as const)('though Discord answers with %s', async (_name, fault) => {
    const { adapter, world, counterpart } = await openDiscord({ receive: silent })
    counterpart.plan('POST', /messages$/, fault)
    const receipt = await adapter.send(channel, notice, 'notice:1')
    expect(world.inChannel(ids.plain).map((it) => it.id)).toEqual([receipt.messageId])
  })

  test('for one key, and again for another', async () => {
    const { adapter, world } = await openDiscord({ receive: silent })
    const first = await adapter.send(channel, notice, 'notice:1')
    expect((await adapter.send(channel, notice, 'notice:1')).messageId).toBe(first.messageId)
    await adapter.send(channel, notice, 'notice:2')
    expect(world.inChannel(ids.plain)).toHaveLength(2)
  })

  test('in all its parts, though a part was lost on the way', async () => {
    const { adapter, world, counterpart } = await openDiscord({ receive: silent })
    const long = reply('字。'.repeat(3_000))
    counterpart.plan('POST', /messages$/, { kind: 'error', status: 500, after: true })
    await adapter.send(channel, long, 'notice:long')
    await adapter.send(channel, long, 'notice:long')
    const text = world
      .inChannel(ids.plain)
      .map((it) => String(it.content))
      .join('')
    expect(text.match(/字。/g)).toHaveLength(3_000)
  })

  test('in all its parts, each once, though the sender died between them and Discord has forgotten', async () => {
    // So many messages get through before Discord is away.
    let through = 0
    const weather = (method: string, path: string) =>
      method === 'POST' && path.endsWith('/messages') && through-- <= 0
        ? ({ kind: 'error', status: 503 } as const)
        : undefined
    const { adapter, world } = await openDiscord({ receive: silent, weather })
    const long = reply('字。'.repeat(2_500))
    const since = world.now()
    for (const stand of [1, 2]) {
      through = 1
      await failed(adapter.send(channel, long, 'notice:long'))
      world.forgetNonces()
      expect(await adapter.confirm?.(channel, 'notice:long', since)).toBeUndefined()
      expect(world.inChannel(ids.plain)).toHaveLength(stand)
    }
    through = 1
    const { messageId } = await adapter.send(channel, long, 'notice:long')
    const said = world.inChannel(ids.plain)
    expect(said.map((it) => it.id).at(-1)).toBe(messageId)
    expect(said).toHaveLength(3)
    const text = said.map((it) => String(it.content)).join('')
    expect(text.match(/字。/g)).toHaveLength(2_500)
    expect(await adapter.confirm?.(channel, 'notice:long', since)).toMatchObject({ messageId })
  })

  test('five lost answers in a row are thrown, for the outbox to decide', async () => {
    const { adapter, counterpart } = await openDiscord({ receive: silent })
    for (let at = 0; at < 5; at += 1) counterpart.plan('POST', /messages$/, { kind: 'error', status: 503 })
    const thrown = await failed(adapter.send(channel, notice, 'notice:1'))
    expect(thrown).toBeInstanceOf(DeliveryError)
    expect(thrown).toMatchObject({ permanent: false })
  })
})

describe('was it posted after all?', () => {
  test.each([
    [
      'by the id of its button',
      reply('到期', buttons({ label: '已报', action: 'deadlines.filed', value: '12' })),
    ],
    ['by the reference at its foot', reply('到期', quote('原文', '出处'))],
    ['by the reference under its words', reply('到期')],
    ['by its last message', reply('字。'.repeat(3_000))],
  ])('is found %s, long after the nonce is forgotten', async (_name, it) => {
    const { adapter, world } = await openDiscord({ receive: silent })
    const since = world.now()
    const sent = await adapter.send(channel, it, 'notice:1')
    world.forgetNonces()
    for (let at = 0; at < 250; at += 1) world.post(ids.plain, { content: `闲聊 ${at}` }, ids.li)
    expect(await adapter.confirm?.(channel, 'notice:1', since)).toEqual(sent)
    expect(await adapter.confirm?.(channel, 'notice:2', since)).toBeUndefined()
  })

  test('in part is not posted: the rest is missing', async () => {
    const { adapter, world, counterpart } = await openDiscord({ receive: silent })
    const since = world.now()
    counterpart.plan('POST', /messages$/, { kind: 'error', status: 500, after: true })
    const long = reply('字。'.repeat(1_200))
    const sending = adapter.send(channel, long, 'notice:1')
    await sending
    const parts = world.inChannel(ids.plain)
    world.messages.delete(parts.at(-1)?.id ?? '')
    expect(parts.length).toBe(2)
    expect(await adapter.confirm?.(channel, 'notice:1', since)).toBeUndefined()
  })

  test('what somebody else quotes of it does not count', async () => {
    const { adapter, world } = await openDiscord({ receive: silent })
    await adapter.send(channel, notice, 'notice:1')
    const [ours] = world.inChannel(ids.plain)
    world.messages.clear()
    world.post(ids.plain, { content: ours?.content }, ids.li)
    expect(await adapter.confirm?.(channel, 'notice:1', 0)).toBeUndefined()
  })

  test('in a thread that was never started: no', async () => {
    const { adapter } = await openDiscord({ receive: silent })
    const to = { ...channel, channel: ids.questions, thread: '999999999999999999' }
    expect(await adapter.confirm?.(to, 'notice:1', 0)).toBeUndefined()
  })

  test('cannot be said where the channel is closed to us', async () => {
    const { adapter, counterpart } = await openDiscord({ receive: silent })
    counterpart.plan('GET', /messages$/, { kind: 'refuse', status: 403, code: 50001 })
    expect(await failed(adapter.confirm?.(channel, 'notice:1', 0) ?? Promise.resolve())).toBeInstanceOf(
      DeliveryError,
    )
  })
})

describe('a notice goes', () => {
  test('into the thread that it belongs to', async () => {
    const { adapter, people, world } = await openDiscord({ receive: silent })
    const id = people.say('问')
    await adapter.send({ ...channel, channel: ids.questions, thread: id }, notice, 'notice:1')
    expect(world.inChannel(id)).toHaveLength(1)
  })

  test('to a person by their id, whose private chat nobody needs to know', async () => {
    const { adapter, world } = await openDiscord({ receive: silent })
    await adapter.send(
      { platform: 'discord', space: '@me', channel: `@${ids.wang}` },
      privately(notice),
      'notice:1',
    )
    expect(readable(world.inChannel(ids.direct)[0])).toContain('材料 7 天后到期')
  })

  test.each([
    ['an unknown channel', { ...channel, channel: '999999999999999999' }, notice],
    ['a private one to a channel', channel, privately(notice)],
    ['one that says nothing', channel, reply(' ')],
  ])('nowhere: %s is permanent', async (_name, to, it) => {
    const { adapter, world } = await openDiscord({ receive: silent })
    expect(await failed(adapter.send(to, it, 'notice:1'))).toMatchObject({ permanent: true })
    expect(world.posted).toEqual([])
  })

  test.each([
    [403, 50001],
    [403, 50013],
    [404, 10003],
  ])('nowhere: refused with %i/%i, it is permanent', async (status, code) => {
    const { adapter, counterpart } = await openDiscord({ receive: silent })
    counterpart.plan('POST', /messages$/, { kind: 'refuse', status, code })
    expect(await failed(adapter.send(channel, notice, 'notice:1'))).toMatchObject({ permanent: true })
    expect(counterpart.requests.filter((it) => it.method === 'POST')).toHaveLength(1)
  })
})

describe('too fast', () => {
  test('a notice comes back to the outbox with the time to wait, and knocks no second time', async () => {
    const { adapter, counterpart } = await openDiscord({ receive: silent, holdsWaits: true })
    counterpart.plan('POST', /messages$/, { kind: 'limit', seconds: 30 })
    for (let at = 0; at < 2; at += 1) {
      const thrown = await failed(adapter.send(channel, notice, 'notice:1'))
      expect(thrown).toMatchObject({ permanent: false })
      expect(thrown?.retryAfter).toBeGreaterThan(29_000)
    }
    expect(counterpart.requests.filter((it) => it.method === 'POST')).toHaveLength(1)
  })

  test('an answer waits in its own channel, and no other channel waits with it', async () => {
    const receive = answering((message) => reply(`回声 ${message.text}`))
    const { people, world, waits, settled, counterpart } = await openDiscord({ receive, holdsWaits: true })
    counterpart.plan('POST', new RegExp(`^/channels/${ids.plain}/messages$`), {
      kind: 'limit',
      seconds: 30,
      scope: 'shared',
    })
    const slow = people.mention('慢', { channel: ids.plain })
    const wait = await world.until(() => waits.find((it) => it.ms >= 30_000))
    const fast = people.mention('快', { channel: ids.questions })
    await world.until(() => world.inChannel(fast).length === 1)
    expect(world.inChannel(ids.plain).map(readable)).toEqual(['<@100000000000000001> 慢'])
    wait.pass()
    await settled(slow)
    expect(world.inChannel(ids.plain).map(readable).at(-1)).toBe('回声 慢')
  })

  test.each(['user', 'global'] as const)(
    'by a %s limit: what waited for it is posted when it ends',
    async (scope) => {
      const { adapter, counterpart, world } = await openDiscord({
        receive: silent,
        timings: { pause: (ms, signal) => setTimeout(ms, undefined, { signal }) },
      })
      counterpart.plan('POST', /messages$/, { kind: 'limit', seconds: 0.1, scope })
      await Promise.all(['notice:1', 'notice:2', 'notice:3'].map((key) => adapter.send(channel, notice, key)))
      expect(world.inChannel(ids.plain)).toHaveLength(3)
    },
  )
})

test('a hostile notice rings nobody and is shown as it was written', async () => {
  const { adapter, world, counterpart } = await openDiscord({ receive: silent })
  const text = '@everyone @here <!channel> <@300000000000000001> <@&100000000000000003> **粗** `码`'
  await adapter.send(channel, reply(text, quote('原文。'.repeat(3_000), '出处')), 'notice:1')
  for (const it of counterpart.requests.filter((request) => request.method === 'POST')) {
    expect(it.body).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true })
  }
  expect(readable(world.inChannel(ids.plain)[0])).toContain(text)
})
