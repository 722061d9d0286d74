import { describe, expect, test } from 'vitest'
import type { Message as Heard } from '../../../src/core/message.ts'
import { buttons, heading, paragraph, privately, quote, type Reply, reply } from '../../../src/core/reply.ts'
import { hostile } from '../../support/skills.ts'
import { field, readable } from '../../support/slack/blocks.ts'
import { type ModeName, quick, talkingSlack, trySlack } from '../../support/slack/try-slack.ts'
import { BOT_USER, type Message } from '../../support/slack/workspace.ts'

const echo = async (message: Heard) => reply(`回声 ${message.text}`)
const textOf = (message: Message | undefined) => readable(message?.blocks)
const mention = (text: string) => `<@${BOT_USER}> ${text}`

/** A promise and its end. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe.each<ModeName>(['socket', 'http'])('a conversation over %s', (mode) => {
  test('a mention, which Slack sends as two events, is answered once, in the thread of the question', async () => {
    const { slack, quiet, heard } = await talkingSlack(mode, echo)
    const { ts, taken } = await slack.says('U1', 'C1', mention('验收材料什么时候交？'))
    await taken
    await quiet()
    expect(heard.map((it) => it.text)).toEqual(['验收材料什么时候交？'])
    expect(slack.said('C1')).toMatchObject([{ thread_ts: ts }])
    expect(heard[0]).toMatchObject({
      id: `C1:${ts}`,
      addressed: 'mention',
      author: { name: '张三', locale: 'zh-CN' },
      from: { platform: 'slack', space: 'T0ALLIANCE', channel: 'C1', thread: ts },
    })
  })

  test('an event delivered three times is worked on and answered once', async () => {
    const { slack, quiet, heard } = await talkingSlack(mode, echo)
    await (await slack.says('U1', 'D0U1', '你好')).taken
    const again = await Promise.all([slack.redelivers(), slack.redelivers()])
    await quiet()
    expect(again.every((it) => it.acknowledged)).toBe(true)
    expect(heard).toHaveLength(1)
    expect(slack.said('D0U1')).toHaveLength(1)
  })

  test('two questions at once in one thread have two answers there', async () => {
    const { slack, quiet } = await talkingSlack(mode, echo)
    const { ts, taken } = await slack.says('U1', 'C1', mention('一'))
    await taken
    const both = await Promise.all([
      slack.says('U1', 'C1', mention('二'), { thread_ts: ts }),
      slack.says('U2', 'C1', mention('三'), { thread_ts: ts }),
    ])
    await Promise.all(both.map((it) => it.taken))
    await quiet()
    expect(slack.said('C1').map((it) => it.thread_ts)).toEqual([ts, ts, ts])
    expect(slack.said('C1').map(textOf).sort()).toEqual(['回声 一', '回声 三', '回声 二'])
  })

  test('a follow-up in the thread needs no mention; talk elsewhere is left alone', async () => {
    const threads = new Set<string>()
    const attention = { wants: async (it: Heard) => threads.has(it.from.thread ?? '') }
    const { slack, quiet, heard } = await talkingSlack(mode, echo, { attention })
    const { ts, taken } = await slack.says('U1', 'C1', mention('丰顺呢？'))
    await taken
    threads.add(ts)
    await (await slack.says('U1', 'C1', '截止日期呢？', { thread_ts: ts })).taken
    await (await slack.says('U2', 'C1', '大家好')).taken
    await quiet()
    expect(heard.map((it) => it.text)).toEqual(['丰顺呢？', '截止日期呢？'])
  })

  test('it is acknowledged at once, shows that it works, and answers when it has the answer', async () => {
    const { open, opened } = gate()
    const { slack, quiet, store } = await talkingSlack(mode, async () => {
      await opened
      return reply('好')
    })
    const { ts, taken } = await slack.says('U1', 'C1', mention('慢慢查'))
    for (const it of await taken) expect(it).toMatchObject({ acknowledged: true })
    expect(await store.inbox.owed('slack')).toHaveLength(1)
    await slack.until(() => slack.state.statuses.length === 1, 'a status')
    expect(slack.state.statuses).toMatchObject([{ channel: 'C1', thread: ts, status: '正在查……' }])
    expect(slack.said('C1')).toEqual([])
    open()
    await quiet()
    expect(slack.said('C1').map(textOf)).toEqual(['好'])
    expect(await store.inbox.owed('slack')).toEqual([])
  })

  test('in a private chat work is shown by a reaction, which goes away', async () => {
    const { open, opened } = gate()
    const { slack, quiet } = await talkingSlack(mode, async () => {
      await opened
      return reply('好')
    })
    const { ts, taken } = await slack.says('U1', 'D0U1', '慢慢查')
    await taken
    const said = () => slack.workspace.find('D0U1', ts)
    await slack.until(() => said()?.reactions.size === 1, 'a reaction')
    open()
    await quiet()
    await slack.until(() => said()?.reactions.size === 0, 'the end of the reaction')
    expect(slack.said('D0U1')).toMatchObject([{ text: '好' }])
    expect(slack.said('D0U1')[0]?.thread_ts).toBeUndefined()
  })

  test('our own messages, other bots, edits and joins are no questions', async () => {
    const { slack, quiet, heard } = await talkingSlack(mode, echo)
    const base = { type: 'message', channel: 'D0U1', channel_type: 'im', ts: '1.1', text: '你好' }
    const taken = await Promise.all([
      slack.event({ ...base, user: BOT_USER, bot_id: 'B0BOT' }),
      slack.event({ ...base, user: 'U7', bot_id: 'B7', subtype: 'bot_message' }),
      slack.event({ ...base, subtype: 'message_changed', message: { text: '你好', user: 'U1', ts: '1.1' } }),
      slack.event({ ...base, user: 'U1', subtype: 'channel_join' }),
      slack.event({
        type: 'reaction_added',
        user: 'U1',
        item: { type: 'message', channel: 'C1', ts: '1.1' },
      }),
    ])
    await quiet()
    expect(taken.every((it) => it.acknowledged)).toBe(true)
    expect(heard).toEqual([])
  })

  test('a slash command is answered to the asker alone, and shared by a button', async () => {
    const { slack, quiet, heard } = await talkingSlack(mode, echo)
    await slack.callsCommand('U1', 'C1', '验收材料什么时候交？')
    await quiet()
    expect(heard).toMatchObject([{ text: '验收材料什么时候交？' }])
    const [answer] = slack.said('C1')
    expect(answer).toMatchObject({ to: 'U1' })
    expect(textOf(answer)).toContain('[分享到频道]')
    if (answer) await slack.presses('U1', answer, '分享到频道')
    await slack.until(
      () => slack.said('C1').length === 1 && slack.said('C1')[0]?.to === undefined,
      'the shared answer',
    )
    expect(textOf(slack.said('C1')[0])).toMatch(/回声 验收材料什么时候交？[\s\S]*分享者：@U1/)
    expect(textOf(slack.said('C1')[0])).not.toContain('分享到频道')
  })

  test('a command works where the bot is no member, and so does sharing', async () => {
    const { slack, quiet } = await talkingSlack(mode, echo)
    await slack.callsCommand('U1', 'C9', '你好')
    await quiet()
    const [answer] = slack.said('C9')
    expect(answer).toMatchObject({ to: 'U1' })
    if (answer) await slack.presses('U1', answer, '分享到频道')
    await slack.until(() => slack.said('C9').length === 1 && slack.said('C9')[0]?.to === undefined, 'sharing')
    expect(textOf(slack.said('C9')[0])).toMatch(/回声 你好[\s\S]*分享者：@U1/)
  })

  test('a message is asked about by the shortcut, for the asker alone', async () => {
    const { slack, quiet, heard } = await talkingSlack(mode, echo)
    const asked = slack.workspace.add(slack.workspace.channels.get('C1') ?? fail(), {
      user: 'U2',
      text: '龙岩哪年批的？',
    })
    await slack.asksAbout('U1', asked)
    await quiet()
    expect(heard).toMatchObject([
      { text: '龙岩哪年批的？', author: { id: 'U1' }, from: { thread: asked.ts } },
    ])
    expect(slack.said('C1')).toMatchObject([{ to: 'U1' }])
  })

  test('a reply that gets better is one message, edited', async () => {
    const next = gate()
    async function* better(): AsyncIterable<Reply> {
      yield reply('初稿')
      await next.opened
      yield reply('再稿')
      yield reply(heading('定稿'), '全文')
    }
    const { slack, quiet } = await talkingSlack(mode, async () => better())
    const { taken } = await slack.says('U1', 'C1', mention('写一段'))
    await taken
    await slack.until(() => slack.said('C1').length === 1, 'the first draft')
    expect(textOf(slack.said('C1')[0])).toBe('初稿')
    next.open()
    await quiet()
    expect(slack.said('C1').map(textOf)).toEqual(['定稿全文'])
    expect(slack.callsOf('chat.update').length).toBeLessThanOrEqual(2)
  })

  test('a reply takes the place of the message whose button was pressed, private or not', async () => {
    const { slack, quiet } = await talkingSlack(mode, async (message) => {
      if (message.press) return { ...reply(`展开 ${message.press.value}`), replaces: true }
      const card = reply('摘要', buttons({ label: '展开原文', action: 'try.more', value: '7' }))
      return message.text === '悄悄' ? privately(card) : card
    })
    for (const text of ['公开', '悄悄']) {
      await (await slack.says('U1', 'C1', mention(text))).taken
      await quiet()
      const card = slack.said('C1').at(-1) ?? fail()
      await slack.presses('U1', card, '展开原文')
      await quiet()
      expect(slack.said('C1').at(-1)).toMatchObject({ ts: card.ts, edits: 1 })
      expect(textOf(slack.said('C1').at(-1))).toBe('展开 7')
    }
    expect(slack.said('C1')).toHaveLength(2)
  })

  test('where the pressed message was deleted meanwhile, the reply is a message of its own', async () => {
    const { slack, quiet } = await talkingSlack(mode, async (message) =>
      message.press
        ? { ...reply('展开'), replaces: true }
        : reply('摘要', buttons({ label: '展开原文', action: 'try.more', value: '7' })),
    )
    await (await slack.says('U1', 'C1', mention('问'))).taken
    await quiet()
    const card = slack.said('C1')[0] ?? fail()
    card.gone = true
    await slack.presses('U1', card, '展开原文')
    await quiet()
    expect(slack.said('C1').map(textOf)).toEqual(['展开'])
  })

  test('a button is answered where the bot is no member any more', async () => {
    const { slack, quiet } = await talkingSlack(mode, async (message) =>
      message.press
        ? reply('谢谢')
        : reply('摘要', buttons({ label: '有用', action: 'try.helpful', value: '7' })),
    )
    await (await slack.says('U1', 'C1', mention('问'))).taken
    await quiet()
    slack.workspace.channels.get('C1')?.members.delete(BOT_USER)
    await slack.presses('U1', slack.said('C1')[0] ?? fail(), '有用')
    await quiet()
    expect(slack.said('C1').map(textOf)).toEqual(['摘要[有用]', '谢谢'])
  })

  test('a command that an earlier run left open is still answered to the asker alone', async () => {
    const { slack, start } = await trySlack(mode)
    const asked: Heard = {
      id: 'call:1.2',
      from: { platform: 'slack', space: 'T0ALLIANCE', channel: 'C1' },
      author: { id: 'U1', name: '张三' },
      text: '验收',
      at: Date.now(),
      addressed: 'mention',
    }
    const { adapter } = await start(
      async (message, turn) => {
        await turn?.draw(reply(`回声 ${message.text}`))
        return undefined
      },
      [],
      [asked],
    )
    await slack.until(() => slack.said('C1').length === 1, 'the owed answer')
    expect(slack.said('C1')).toMatchObject([{ to: 'U1' }])
    await adapter.stop()
    await slack.close()
  })

  test('a button of an old message that nobody knows any more says so, to who pressed it', async () => {
    const { slack, quiet } = await talkingSlack(mode, async () =>
      reply('旧', buttons({ label: '旧按钮', action: 'gone.away', value: '1' })),
    )
    await (await slack.says('U1', 'C1', mention('旧'))).taken
    await quiet()
    await slack.presses('U2', slack.said('C1')[0] ?? fail(), '旧按钮')
    await quiet()
    expect(slack.said('C1').at(-1)).toMatchObject({ to: 'U2' })
    expect(textOf(slack.said('C1').at(-1))).toContain('no longer works')
  })

  test('a form that could not be opened in time asks for another press', async () => {
    const { slack, quiet } = await talkingSlack(
      mode,
      async () =>
        reply('登记', buttons({ label: '登记', action: 'try.open', value: '8', opens: 'try.offer' })),
      { face: { forms: [{ name: 'try.offer', title: '登记', submit: '提交', fields: [] }] } },
    )
    await (await slack.says('U1', 'C1', mention('登记'))).taken
    await quiet()
    slack.fails('views.open', { kind: 'error', error: 'expired_trigger_id' })
    const taken = await slack.presses('U1', slack.said('C1')[0] ?? fail(), '登记')
    expect(taken.acknowledged).toBe(true)
    await slack.until(() => slack.said('C1').length === 2, 'a hint')
    expect(slack.said('C1').at(-1)).toMatchObject({ to: 'U1' })
    expect(textOf(slack.said('C1').at(-1))).toContain('再按一次')
  })

  test('words that are somebody else’s mention nobody, and 9,000 of them stand in one message', async () => {
    const text = `${hostile.replace(/[\u0000-\u001f\u202e]/g, '')}。`.repeat(100).slice(0, 9000)
    const { slack, quiet } = await talkingSlack(mode, async () =>
      reply(hostile, quote(text, hostile, '征求意见稿')),
    )
    await (await slack.says('U1', 'C1', mention('攻击'))).taken
    await quiet()
    const said = slack.said('C1')
    expect(said.some((it) => textOf(it).includes(text))).toBe(true)
    expect(JSON.stringify(said.map((it) => it.blocks))).not.toMatch(/<[!@#]|"type":"(user|broadcast)"/)
    for (const it of said) expect(it.text).not.toMatch(/[<>]/)
  })

  test('a private chat about nothing stays silent, and the status goes away', async () => {
    const { open, opened } = gate()
    const { slack, quiet } = await talkingSlack(mode, async () => {
      await opened
      return undefined
    })
    await (await slack.says('U1', 'C1', mention('嗯'))).taken
    await slack.until(() => slack.state.statuses.length === 1, 'a status')
    open()
    await quiet()
    await slack.until(() => slack.state.statuses.at(-1)?.status === '', 'the end of the status')
    expect(slack.said('C1')).toEqual([])
  })

  test('the Home tab shows what can be asked, and how', async () => {
    const commands = [{ name: 'echo', summary: '原样说回来' }]
    const { slack } = await talkingSlack(mode, echo, { face: { commands } })
    await slack.opensHome('U1')
    await slack.until(() => slack.state.homes.has('U1'), 'a Home tab')
    const home = readable(field(slack.state.homes.get('U1'), 'blocks'))
    expect(home).toContain('验收材料什么时候交？')
    expect(home).toContain('/alliance echo 原样说回来')
  })

  test('the Home tab shows what the house knows of a person, and a button there is answered in private', async () => {
    const { slack, quiet, heard } = await talkingSlack(mode, echo, {
      home: async (who, space, locale) =>
        reply(
          heading(`${who.name} ${space} ${locale}`),
          ...Array.from({ length: 120 }, (_, at) => paragraph(`第 ${at} 项`)),
        ),
    })
    await slack.opensHome('U2')
    await slack.until(() => slack.state.homes.has('U2'), 'a Home tab')
    const blocks = field(slack.state.homes.get('U2'), 'blocks')
    expect(readable(blocks)).toContain('李四 T0ALLIANCE en')
    expect(Array.isArray(blocks) ? blocks.length : 0).toBe(100)
    await slack.pressesAtHome('U2', 'try.more', '7')
    await quiet()
    expect(heard.at(-1)).toMatchObject({ press: { action: 'try.more', value: '7' }, addressed: 'direct' })
    expect(slack.said('D0U2')).toHaveLength(1)
  })

  test('a command that lacks an option is told how it is written; nothing is worked on', async () => {
    const options = [{ name: 'code', summary: '邀请码', required: true }]
    const { slack, heard } = await talkingSlack(mode, echo, {
      face: { commands: [{ name: 'join', summary: '加入', options }] },
    })
    await slack.callsCommand('U1', 'C1', 'join')
    await slack.until(() => slack.said('C1').length === 1, 'a hint')
    expect(textOf(slack.said('C1')[0])).toContain('/alliance join <邀请码>')
    expect(heard).toEqual([])
  })

  test('a slow command says that it is being looked up, and the answer takes its place', async () => {
    const { open, opened } = gate()
    const { slack, quiet } = await talkingSlack(
      mode,
      async () => {
        await opened
        return reply('好')
      },
      { timings: { ...quick, workingAfter: 1 } },
    )
    await slack.callsCommand('U1', 'C1', '慢慢查')
    await slack.until(() => slack.said('C1').length === 1, 'a note')
    expect(slack.said('C1')).toMatchObject([{ text: '正在查……', to: 'U1' }])
    open()
    await quiet()
    expect(slack.said('C1')).toHaveLength(1)
    expect(textOf(slack.said('C1')[0])).toContain('好')
  })
})

function fail(): never {
  throw new Error('not there')
}
