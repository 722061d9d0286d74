import { describe, expect, test } from 'vitest'
import type { EventBoard } from '../../../src/core/event-board.ts'
import { buttons, heading, reply } from '../../../src/core/reply.ts'
import { openDiscord } from '../../support/discord/house.ts'
import { answering } from '../../support/discord/talk.ts'
import { ids } from '../../support/discord/world.ts'

const to = { platform: 'discord', space: ids.guild, channel: ids.plain }
const join = buttons({ label: '报名', action: 'trainings.join', value: '1' })
const cardWith = (text: string) => reply(heading('碳中和培训（虚构）'), text, join)

async function open() {
  const { adapter, world, counterpart } = await openDiscord({ receive: answering(() => undefined) })
  const event = {
    key: 'training:1',
    since: world.now(),
    title: '碳中和培训（虚构）',
    starts: world.now() + 1,
    ends: world.now() + 2,
    where: '呼和浩特市',
    about: '两天',
    card: cardWith('已录取 0/60'),
  }
  const cards = adapter.boards?.find((it) => it.shows === 'channel') as EventBoard
  const said = (channel: string = ids.plain) =>
    [...world.messages.values()].filter((it) => it.channel_id === channel)
  return { cards, world, counterpart, event, said }
}

describe('a card that stands in a channel of Discord', () => {
  test('is one message, edited as seats fill', async () => {
    const { cards, event, said } = await open()
    const id = await cards.put(to, event)
    expect(await cards.put(to, { ...event, card: cardWith('已录取 1/60') }, id)).toBe(id)
    expect(said()).toMatchObject([{ id, content: expect.stringContaining('已录取 1/60') }])
  })

  test('that an earlier run posted and could not note is found again by its tag', async () => {
    const { cards, event, said, world } = await open()
    const id = await cards.put(to, event)
    world.tick(3_600)
    expect(await cards.put(to, { ...event, card: cardWith('已录取 9/60') })).toBe(id)
    expect(said()).toMatchObject([{ id, content: expect.stringContaining('已录取 9/60') }])
  })

  test('whose answer was lost stands once', async () => {
    const { cards, event, said, counterpart } = await open()
    counterpart.plan('POST', /messages$/, { kind: 'hang-up', after: true })
    const id = await cards.put(to, event)
    expect(said()).toMatchObject([{ id }])
  })

  test('stands in several channels, each with a copy of its own', async () => {
    const { cards, event, said } = await open()
    await cards.put(to, event)
    await cards.put({ ...to, channel: ids.questions }, event)
    expect([said(), said(ids.questions)]).toMatchObject([[{}], [{}]])
  })

  test('that somebody deleted is posted again', async () => {
    const { cards, event, world, said } = await open()
    const id = await cards.put(to, event)
    world.messages.delete(id)
    expect(await cards.put(to, event, id)).not.toBe(id)
    expect(said()).toHaveLength(1)
  })

  test('says that it was called off and loses its buttons; also twice, and also where it is gone', async () => {
    const { cards, event, world, said } = await open()
    const id = await cards.put(to, event)
    const off = { ...event, card: reply(heading('【已取消】碳中和培训（虚构）')) }
    await cards.cancel(to, off, id)
    await cards.cancel(to, off, id)
    expect(said()).toMatchObject([{ content: expect.stringContaining('已取消'), components: [] }])
    world.messages.delete(id)
    await cards.cancel(to, off, id)
    expect(said()).toEqual([])
  })

  test('longer than a message keeps its beginning and its buttons', async () => {
    const { cards, event, said } = await open()
    await cards.put(to, { ...event, card: cardWith('很长的说明。'.repeat(800)) })
    expect(said()).toMatchObject([
      { content: expect.stringContaining('碳中和培训'), components: [{ components: [{ label: '报名' }] }] },
    ])
  })

  test('of a channel that is gone is refused for good', async () => {
    const { cards, event, world } = await open()
    world.channels.delete(ids.plain)
    await expect(cards.put(to, event)).rejects.toMatchObject({ permanent: true })
  })
})
