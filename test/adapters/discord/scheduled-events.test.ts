import { describe, expect, test } from 'vitest'
import type { EventBoard } from '../../../src/core/event-board.ts'
import { reply } from '../../../src/core/reply.ts'
import { openDiscord } from '../../support/discord/house.ts'
import { answering } from '../../support/discord/talk.ts'
import { ids } from '../../support/discord/world.ts'

const to = { platform: 'discord', space: ids.guild, channel: ids.plain }
const hour = 3_600_000

async function open() {
  const { adapter, world, counterpart } = await openDiscord({ receive: answering(() => undefined) })
  const event = {
    key: 'training:1',
    since: world.now(),
    title: '碳中和培训（虚构）',
    starts: world.now() + 24 * hour,
    ends: world.now() + 48 * hour,
    where: '呼和浩特市',
    about: '两天，@everyone 都可以报名',
    card: reply('碳中和培训（虚构）'),
  }
  const events = adapter.boards?.find((it) => it.shows === 'space') as EventBoard
  return { events, world, counterpart, event, shown: () => [...world.events.values()] }
}

describe('an event on Discord', () => {
  test('is made once, and changed with the training', async () => {
    const { events, event, shown } = await open()
    const id = await events.put(to, event)
    expect(await events.put(to, { ...event, title: '改期的培训（虚构）' }, id)).toBe(id)
    expect(shown()).toMatchObject([
      { id, name: '改期的培训（虚构）', entity_metadata: { location: '呼和浩特市' } },
    ])
  })

  test('that an earlier run made and could not note is found again', async () => {
    const { events, event, shown, counterpart } = await open()
    counterpart.plan('POST', /scheduled-events$/, { kind: 'hang-up', after: true })
    await expect(events.put(to, event)).rejects.toMatchObject({ permanent: false })
    await events.put(to, { ...event, where: '包头市' })
    expect(shown()).toMatchObject([{ entity_metadata: { location: '包头市' } }])
  })

  test('that somebody deleted is made again', async () => {
    const { events, event, world, shown } = await open()
    const id = await events.put(to, event)
    world.events.delete(id)
    expect(await events.put(to, event, id)).not.toBe(id)
    expect(shown()).toHaveLength(1)
  })

  test('is called off, also twice, and also where it is gone', async () => {
    const { events, event, world, shown } = await open()
    const id = await events.put(to, event)
    await events.cancel(to, event, id)
    await events.cancel(to, event, id)
    expect(shown()).toMatchObject([{ status: 4 }])
    world.events.delete(id)
    await events.cancel(to, event, id)
  })

  test('keeps its beginning once it has begun', async () => {
    const { events, event, world, shown } = await open()
    const id = await events.put(to, event)
    world.tick(25 * 3_600)
    await events.put(to, { ...event, where: '二楼会议室' }, id)
    expect(shown()).toMatchObject([
      {
        scheduled_start_time: new Date(event.starts).toISOString(),
        entity_metadata: { location: '二楼会议室' },
      },
    ])
  })

  test('that has begun already is refused for good, in words', async () => {
    const { events, event } = await open()
    await expect(events.put(to, { ...event, starts: event.since - hour })).rejects.toMatchObject({
      permanent: true,
    })
  })

  test('fits, however long its words are', async () => {
    const { events, event, shown } = await open()
    const long = '长'.repeat(3_000)
    await events.put(to, { ...event, title: long, about: long, where: long })
    await events.put(to, { ...event, title: long, about: long, where: long })
    expect(shown()).toHaveLength(1)
  })
})
