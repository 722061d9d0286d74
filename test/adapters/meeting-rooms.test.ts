import { describe, expect, test } from 'vitest'
import type { MeetingRooms } from '../../src/core/meeting-rooms.ts'
import { reply } from '../../src/core/reply.ts'
import { openDiscord } from '../support/discord/house.ts'
import { answering } from '../support/discord/talk.ts'
import { ids } from '../support/discord/world.ts'
import { startedSlack } from '../support/slack/try-slack.ts'

describe('a room on Discord', () => {
  const near = { platform: 'discord', space: ids.guild, channel: ids.plain }
  const people = [ids.wang, ids.li].map((user) => ({ platform: 'discord', space: 'discord', user }))
  const meeting = { key: 'introduction:1', name: '宜兴市 × 贵溪市', people, near }

  async function open() {
    const house = await openDiscord({ receive: answering(() => undefined) })
    const threads = () => [...house.world.channels.values()].filter((it) => it.type === 12)
    return { ...house, rooms: house.adapter.rooms as MeetingRooms, threads }
  }

  test('is a private thread with everybody in it, opened once', async () => {
    const { rooms, threads } = await open()
    const first = await rooms.open(meeting)
    expect(await rooms.open(meeting)).toEqual(first)
    expect(threads()).toMatchObject([
      { id: first.channel, members: [ids.wang, ids.li], name: expect.stringContaining('贵溪') },
    ])
  })

  test('that an earlier run opened and could not note is found again', async () => {
    const { rooms, threads, counterpart } = await open()
    counterpart.plan('POST', /threads$/, { kind: 'hang-up', after: true })
    await expect(rooms.open(meeting)).rejects.toMatchObject({ permanent: false })
    await rooms.open(meeting)
    expect(threads()).toHaveLength(1)
  })

  test('can be spoken in', async () => {
    const { rooms, adapter, world } = await open()
    const room = await rooms.open(meeting)
    await adapter.send(room, reply('双方好'), 'introduction:1:hello')
    expect(world.inChannel(room.channel)).toHaveLength(1)
  })

  test('is refused for good where somebody is not there, and without a channel', async () => {
    const { rooms } = await open()
    const stranger = { platform: 'discord', space: 'discord', user: '300000000000000009' }
    await expect(rooms.open({ ...meeting, people: [...people, stranger] })).rejects.toMatchObject({
      permanent: true,
    })
    const { near: _, ...nowhere } = meeting
    await expect(rooms.open(nowhere)).rejects.toMatchObject({ permanent: true })
  })
})

describe('a room on Slack', () => {
  const person = (user: string) => ({ platform: 'slack', space: 'T0ALLIANCE', user })
  const meeting = { key: 'introduction:1', name: '宜兴市 × 贵溪市', people: [person('U1'), person('U2')] }

  async function open() {
    const { slack, adapter } = await startedSlack('socket', async () => undefined)
    return { slack, adapter, rooms: adapter.rooms as MeetingRooms }
  }

  test('is a conversation of everybody, the same one again, and can be spoken in', async () => {
    const { slack, adapter, rooms } = await open()
    const room = await rooms.open(meeting)
    expect(await rooms.open(meeting)).toEqual(room)
    await adapter.send(room, reply('双方好'), 'introduction:1:hello')
    expect(slack.said(room.channel)).toHaveLength(1)
  })

  test.each([
    ['somebody is not there', [person('U1'), person('U7')]],
    ['they are in two workspaces', [person('U1'), { ...person('U2'), space: 'T0OTHER' }]],
    ['there are more than eight', Array.from({ length: 9 }, () => person('U1'))],
    ['there is nobody', []],
  ])('is refused for good where %s', async (_why, people) => {
    const { rooms } = await open()
    await expect(rooms.open({ ...meeting, people })).rejects.toMatchObject({ permanent: true })
  })
})
