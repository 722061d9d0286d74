import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/core/message.ts'
import { privately, quote, type Reply, reply } from '../../../src/core/reply.ts'
import { openDiscord } from '../../support/discord/house.ts'
import { readable } from '../../support/discord/read.ts'
import { answering, promised } from '../../support/discord/talk.ts'
import { ids } from '../../support/discord/world.ts'

const echo = () => answering((message) => reply(`回声 ${message.text}`))

describe('a question in a channel', () => {
  test('is answered in a thread of its own, named after it', async () => {
    const { people, world, settled } = await openDiscord({ receive: echo() })
    const id = people.mention('验收材料什么时候交？')
    await settled(id)
    expect(world.channels.get(id)).toMatchObject({
      type: 11,
      parent_id: ids.questions,
      name: '验收材料什么时候交？',
    })
    expect(world.inChannel(id).map(readable)).toEqual(['回声 验收材料什么时候交？'])
  })

  test('and what follows in the thread is the same conversation, mentioned or not', async () => {
    const receive = echo()
    const { people, settled } = await openDiscord({ receive })
    const id = people.mention('丰顺验收了吗？')
    await settled(id)
    await settled(people.say('那龙岩呢？', { channel: id }))
    const [first, second] = receive.heard
    expect(first?.from).toEqual({ platform: 'discord', space: ids.guild, channel: ids.questions, thread: id })
    expect(second?.from).toEqual(first?.from)
    expect([first?.addressed, second?.addressed]).toEqual(['mention', 'ambient'])
  })

  test('stands under the question where the bot may not start threads', async () => {
    const receive = echo()
    const { people, world, settled } = await openDiscord({ receive })
    const id = people.mention('你好', { channel: ids.plain })
    await settled(id)
    const answer = world.inChannel(ids.plain).at(-1)
    expect(answer).toMatchObject({ message_reference: { message_id: id } })
    expect(receive.heard[0]?.from.thread).toBeUndefined()
  })

  test('stands under the question where a permission went since the gateway told it', async () => {
    const { people, world, settled, counterpart } = await openDiscord({ receive: echo() })
    counterpart.plan('POST', /\/threads$/, { kind: 'refuse', status: 403, code: 50013 })
    const id = people.mention('你好')
    await settled(id)
    expect(world.inChannel(ids.questions).at(-1)).toMatchObject({ message_reference: { message_id: id } })
  })

  test('is the words alone: without the call of the bot, people by their names', async () => {
    const receive = echo()
    const { people, settled } = await openDiscord({ receive })
    await settled(
      people.say(
        `<@${ids.bot}>  请问 <@${ids.li}> 和 <:笑:123>`,
        {},
        { mentions: [{ id: ids.bot }, { id: ids.li, username: 'li', global_name: '李工' }] },
      ),
    )
    expect(receive.heard[0]?.text).toBe('请问 @李工 和 <:笑:123>')
  })

  test.each([
    ['its role', { mention_roles: [ids.botRole] }],
    ['a reply to it', { referenced_message: { author: { id: ids.bot } }, type: 19 }],
  ])('counts %s as a mention', async (_name, given) => {
    const receive = echo()
    const { people, settled } = await openDiscord({ receive })
    await settled(people.say('你好', {}, given))
    expect(receive.heard[0]?.addressed).toBe('mention')
  })

  test('of the bot itself, another bot, a webhook or the system is none', async () => {
    const receive = echo()
    const { people, settled } = await openDiscord({ receive })
    people.say('自己', {}, { author: { id: ids.bot, username: 'x', bot: true } })
    people.say('网钩', {}, { webhook_id: '1' })
    people.say('置顶', {}, { type: 6 })
    await settled(people.mention('人'))
    expect(receive.heard.map((it) => it.text)).toEqual(['人'])
  })

  test('delivered three times is worked on once and answered once', async () => {
    const { people, world, settled, counterpart } = await openDiscord({ receive: echo() })
    const id = people.mention('你好')
    counterpart.gateway.repeat(2)
    counterpart.gateway.repeat(2)
    await settled(id, 3)
    expect(world.inChannel(id)).toHaveLength(1)
  })

  test('two at once in one thread are both answered there', async () => {
    const { people, world, settled } = await openDiscord({ receive: echo() })
    const id = people.mention('一')
    await settled(id)
    const both = [people.say('二', { channel: id }), people.say('三', { channel: id, person: ids.li })]
    for (const it of both) await settled(it)
    expect(world.inChannel(id).map(readable).sort()).toEqual(
      ['二', '三', '回声 一', '回声 二', '回声 三'].sort(),
    )
  })
})

describe('a direct message', () => {
  test('is answered where it stands', async () => {
    const receive = echo()
    const { people, world, settled } = await openDiscord({ receive })
    await settled(people.direct('你好'))
    expect(receive.heard[0]).toMatchObject({
      addressed: 'direct',
      from: { space: '@me', channel: ids.direct },
    })
    expect(world.inChannel(ids.direct).map(readable)).toEqual(['你好', '回声 你好'])
  })
})

describe('a private reply to a question in a channel', () => {
  test('goes to the direct messages of who asked', async () => {
    const { people, world, settled } = await openDiscord({
      receive: answering(() => privately(reply('只给你看'))),
    })
    const id = people.mention('我欠什么？')
    await settled(id)
    expect(world.inChannel(ids.direct).map(readable)).toEqual(['只给你看'])
    expect(world.posted).toHaveLength(2)
  })

  test('stays unsaid where the person takes none; they are told how to see it', async () => {
    const { people, world, settled } = await openDiscord({
      receive: answering(() => privately(reply('只给你看'))),
    })
    world.closed.add(ids.wang)
    const id = people.mention('我欠什么？')
    await settled(id)
    const seen = [...world.messages.values()].map(readable).join('\n')
    expect(seen).not.toContain('只给你看')
    expect(seen).toContain('/alliance')
  })
})

describe('a reply that gets better', () => {
  test('is one message that is edited, not with every draft', async () => {
    async function* drafts(): AsyncIterable<Reply> {
      for (let at = 1; at <= 50; at += 1) yield reply(`第${at}稿`)
      yield reply('定稿', quote('原文', '出处'))
    }
    const { people, world, settled, counterpart } = await openDiscord({ receive: answering(() => drafts()) })
    const id = people.mention('问')
    await settled(id)
    expect(world.inChannel(id).map(readable)).toEqual(['定稿\n原文\n—— 出处'])
    expect(counterpart.requests.filter((it) => it.method === 'PATCH').length).toBeLessThan(5)
  })

  test('that grows and shrinks takes as many messages as it needs', async () => {
    async function* drafts(): AsyncIterable<Reply> {
      yield reply('长。'.repeat(3_000))
      yield reply('短')
    }
    const { people, world, settled } = await openDiscord({ receive: answering(() => drafts()) })
    const id = people.mention('问')
    await settled(id)
    expect(world.inChannel(id).map(readable)).toEqual(['短'])
  })

  test('and ends in private leaves nothing of it in public', async () => {
    async function* drafts(): AsyncIterable<Reply> {
      yield reply('草稿')
      yield privately(reply('抱歉'))
    }
    const { people, world, settled } = await openDiscord({ receive: answering(() => drafts()) })
    const id = people.mention('问')
    await settled(id)
    expect(world.inChannel(id)).toEqual([])
    expect(world.inChannel(ids.direct).map(readable)).toEqual(['抱歉'])
  })
})

test('people see that the bot is writing where it takes a while', async () => {
  const held = promised()
  const receive = answering(async () => {
    await held.promise
    return reply('好')
  })
  const { people, world, settled } = await openDiscord({ receive, timings: { typingAfter: 1 } })
  const id = people.mention('难题')
  await world.until(() => world.typing.includes(ids.questions))
  held.keep()
  await settled(id)
})

describe('what an earlier run took and did not note as answered', () => {
  const useful = { kind: 'buttons' as const, buttons: [{ label: '有用', action: 'try.helpful', value: '7' }] }

  /** A run that dies with the answer posted, or not, and one that finds the message owed. */
  async function restarted(given: {
    readonly posted: boolean
    readonly forgotten?: boolean
    readonly answer: Reply
  }) {
    const receive = () => answering(() => given.answer)
    const first = await openDiscord({
      receive: receive(),
      timings: { shutdownGrace: 1, requestTimeout: 60_000 },
    })
    const { counterpart, world } = first
    counterpart.plan('POST', /messages$/, { kind: 'silence', after: given.posted })
    const id = first.people.mention('丰顺验收了吗？')
    await world.until(() => counterpart.requests.some((it) => it.path.endsWith(`${id}/messages`)))
    if (given.forgotten) world.forgetNonces()
    const owed: Message = {
      id,
      from: { platform: 'discord', space: ids.guild, channel: ids.questions, thread: id },
      author: { id: ids.wang, realm: 'discord', name: '王工' },
      text: '丰顺验收了吗？',
      at: world.now(),
      addressed: 'mention',
    }
    const second = await openDiscord({ receive: receive(), owed: [owed], counterpart })
    await second.settled(id)
    return world.inChannel(id).map(readable)
  }

  test('is answered after the start, in its thread', async () => {
    expect(await restarted({ posted: false, answer: reply('验收了') })).toEqual(['验收了'])
  })

  test('is not answered again where the answer stands', async () => {
    expect(await restarted({ posted: true, answer: reply('验收了') })).toEqual(['验收了'])
  })

  test('nor where Discord has forgotten the nonce: a button tells whose answer it is', async () => {
    const seen = await restarted({ posted: true, forgotten: true, answer: reply('验收了', useful) })
    expect(seen).toEqual(['验收了\n有用'])
  })
})
