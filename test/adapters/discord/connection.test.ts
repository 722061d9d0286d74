import { describe, expect, test } from 'vitest'
import { waitAfter } from '../../../src/adapters/discord/reconnect-brake.ts'
import { Problem } from '../../../src/core/errors.ts'
import { reply } from '../../../src/core/reply.ts'
import { openCounterpart } from '../../support/discord/counterpart.ts'
import { openDiscord } from '../../support/discord/house.ts'
import { readable } from '../../support/discord/read.ts'
import { answering, promised } from '../../support/discord/talk.ts'
import { ids } from '../../support/discord/world.ts'

const echo = () => answering((message) => reply(`回声 ${message.text}`))
const loud = (lines: readonly { level: string; message: string }[]) =>
  lines.filter((it) => it.level === 'warn' || it.level === 'error')

describe('the connection breaks', () => {
  test('and is resumed: what was said meanwhile is answered, once', async () => {
    const { people, world, settled, counterpart, lines } = await openDiscord({ receive: echo() })
    await settled(people.mention('一'))
    counterpart.gateway.drop()
    const meanwhile = people.mention('二')
    await settled(meanwhile)
    expect(counterpart.gateway.seen).toMatchObject({ identifies: 1, resumes: 1 })
    expect(world.inChannel(meanwhile).map(readable)).toEqual(['回声 二'])
    expect(loud(lines).map((it) => it.message)).toEqual([
      'the connection to Discord is gone; trying again by itself',
      'connected to Discord again',
    ])
  })

  test('because Discord asks for it, and is resumed', async () => {
    const { people, settled, counterpart, world } = await openDiscord({ receive: echo() })
    counterpart.gateway.askToReconnect()
    await world.until(() => counterpart.gateway.seen.resumes === 1 && counterpart.gateway.connected())
    await settled(people.mention('你好'))
  })

  test('for long: it knocks ever more rarely, says so once, and is back when Discord is', async () => {
    const { people, settled, world, counterpart, lines, waits } = await openDiscord({
      receive: echo(),
      holdsWaits: true,
    })
    counterpart.gateway.refuse(502)
    counterpart.gateway.drop()
    const backOff = async (count: number) => {
      const wait = await world.until(() => waits[count])
      return wait
    }
    for (let at = 0; at < 4; at += 1) (await backOff(at)).pass()
    const last = await backOff(4)
    const lengths = waits.map((it) => it.ms)
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    expect(lengths.at(-1)).toBeGreaterThan(lengths[1] ?? 0)
    expect(loud(lines)).toHaveLength(1)
    counterpart.gateway.refuse(undefined)
    last.pass()
    await settled(people.mention('回来了'))
    expect(loud(lines)).toHaveLength(2)
  })

  test('waits grow to a minute and no further', () => {
    expect([1, 2, 3, 4].map((it) => waitAfter(it, 1))).toEqual([0, 1000, 2000, 4000])
    expect(waitAfter(50, 1)).toBe(60_000)
    expect(waitAfter(50, 0)).toBe(30_000)
  })
})

test('Discord away at the start holds nobody up: the bot comes when Discord does', async () => {
  const counterpart = await openCounterpart()
  await counterpart.goAway()
  const { adapter, people, settled, lines, start, waits, world } = await openDiscord({
    receive: echo(),
    counterpart,
    starts: false,
    holdsWaits: true,
  })
  await start()
  expect(adapter.health.state).toBe('connecting')
  expect(loud(lines)).toHaveLength(1)
  await counterpart.comeBack()
  const wait = await world.until(() => waits[0])
  wait.pass()
  await world.until(() => counterpart.gateway.connected() && adapter.health.state === 'connected')
  await settled(people.mention('你好'))
  await adapter.stop()
  await counterpart.close()
})

test('a gateway away at the start holds nobody up either', async () => {
  const { adapter, people, settled, start, counterpart, world } = await openDiscord({
    receive: echo(),
    starts: false,
  })
  counterpart.gateway.refuse(502)
  await start()
  expect(adapter.health.state).toBe('connecting')
  counterpart.gateway.refuse(undefined)
  await world.until(() => adapter.health.state === 'connected')
  await settled(people.mention('你好'))
})

describe('a token', () => {
  test('that is none stops the start with what to do', async () => {
    const { start } = await openDiscord({ receive: echo(), starts: false, wrongToken: 'wrong.token' })
    const thrown = await start().catch((it: unknown) => it)
    expect(thrown).toBeInstanceOf(Problem)
    expect(String((thrown as Problem).remedy)).toContain('DISCORD_TOKEN')
  })

  test('that is revoked gives one clear line, and no further try', async () => {
    const { adapter, counterpart, lines, world } = await openDiscord({ receive: echo() })
    counterpart.revoke()
    counterpart.gateway.close(4004)
    await world.until(() => adapter.health.state === 'refused')
    await adapter
      .send({ platform: 'discord', space: ids.guild, channel: ids.plain }, reply('x'), 'n:1')
      .catch(() => {})
    expect(lines.filter((it) => it.level === 'error').map((it) => it.message)).toEqual([
      'Discord lets the bot in no longer: it refuses the token; set a new DISCORD_TOKEN and restart; other platforms go on',
    ])
    expect(counterpart.gateway.seen.connections).toBe(1)
  })

  test('that a request finds revoked, too', async () => {
    const { adapter, counterpart, world, lines } = await openDiscord({ receive: echo() })
    await world.until(() => world.commands.length > 0 && counterpart.idle())
    counterpart.revoke()
    const sending = adapter.send(
      { platform: 'discord', space: ids.guild, channel: ids.plain },
      reply('x'),
      'n:1',
    )
    await expect(sending).rejects.toMatchObject({ permanent: true })
    await world.until(() => !counterpart.gateway.connected())
    expect(adapter.health.state).toBe('refused')
    expect(loud(lines)).toHaveLength(1)
  })
})

test('without the Message Content intent the bot says so and works by mention, direct message and command', async () => {
  const receive = echo()
  const { adapter, people, settled, answered, lines } = await openDiscord({ receive, grantsContent: false })
  expect(adapter.health.readsAll).toBe(false)
  expect(loud(lines).map((it) => it.message)).toEqual([expect.stringContaining('Message Content')])
  people.say('没有点名')
  await settled(people.mention('点名'))
  await settled(people.direct('私信'))
  await answered(people.call('zone', {}))
  expect(receive.heard.map((it) => it.text)).toEqual(['点名', '私信', '/zone'])
})

test('the session is invalid, and the new one gets no Message Content intent any more: the bot goes on with less', async () => {
  const { adapter, people, settled, counterpart, world } = await openDiscord({ receive: echo() })
  counterpart.gateway.grant(false)
  counterpart.gateway.invalidate()
  await world.until(() => adapter.health.state === 'connected' && !adapter.health.readsAll)
  await settled(people.mention('点名'))
})

describe('to stop', () => {
  test('is to finish what is being said', async () => {
    const held = promised()
    const receive = answering(async () => {
      await held.promise
      return reply('好')
    })
    const { adapter, people, world, counterpart, lines } = await openDiscord({ receive })
    const id = people.mention('问')
    await world.until(() => receive.heard.length === 1)
    const stopping = adapter.stop()
    await world.until(() => !counterpart.gateway.connected())
    held.keep()
    await stopping
    expect(world.inChannel(id).map(readable)).toEqual(['好'])
    expect(loud(lines)).toEqual([])
  })

  test('waits for nobody longer than its last words may take', async () => {
    const receive = answering(() => new Promise(() => {}))
    const { adapter, people, world } = await openDiscord({ receive, timings: { shutdownGrace: 1 } })
    people.mention('问')
    await world.until(() => receive.heard.length === 1)
    await adapter.stop()
  })

  test('while Discord is away is to knock no more', async () => {
    const { adapter, counterpart, world, waits } = await openDiscord({ receive: echo(), holdsWaits: true })
    counterpart.gateway.refuse(502)
    counterpart.gateway.drop()
    const first = await world.until(() => waits[0])
    first.pass()
    await world.until(() => waits.length === 2)
    const knocked = counterpart.gateway.seen.connections
    await adapter.stop()
    for (const wait of waits) wait.pass()
    expect(counterpart.gateway.seen.connections).toBe(knocked)
  })
})
