import { describe, expect, test } from 'vitest'
import { buttons, privately, type Reply, reply } from '../../../src/core/reply.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { type DiscordHouse, openDiscord } from '../../support/discord/house.ts'
import { labelsOf, readable } from '../../support/discord/read.ts'
import { objectOf } from '../../support/discord/rules.ts'
import { answering, promised } from '../../support/discord/talk.ts'
import { ids, type OpenInteraction } from '../../support/discord/world.ts'

const share = '分享到频道'
const ephemeral = (message: unknown) => (Number(objectOf(message).flags) & 64) !== 0
const answerOf = ({ world }: DiscordHouse, it: OpenInteraction) => world.messages.get(it.original ?? '')

const skill: Skill = {
  name: 'zones',
  summary: '实验区',
  examples: [],
  commands: [
    {
      name: 'zone',
      summary: '一个实验区的情况',
      options: [
        { name: 'year', summary: '年份', choices: [{ label: '2014年', value: '2014' }] },
        {
          name: 'name',
          summary: '实验区名称',
          required: true,
          suggest: async (typed) =>
            ['丰顺', '龙岩', '贵溪']
              .filter((it) => it.includes(typed))
              .map((it) => ({ label: it, value: it })),
        },
      ],
    },
  ],
  forms: [
    {
      name: 'zones.offer',
      title: '登记供给',
      submit: '提交',
      fields: [
        { name: 'what', label: '供给内容', kind: 'paragraph', required: true },
        { name: 'field', label: '领域', kind: 'choice', choices: [{ label: '生态环境', value: 'ecology' }] },
        { name: 'until', label: '截止日期', kind: 'date' },
      ],
    },
  ],
  match: () => 1,
  handle: async () => reply('好'),
}

describe('a command', () => {
  test('comes with its options, and is answered to the one who asked, who may share it', async () => {
    const receive = answering((message) => reply(`关于 ${message.command?.options.name}`))
    const house = await openDiscord({ receive, skills: [skill] })
    const asked = house.people.call('zone', { name: '丰顺', year: '2014' })
    await house.answered(asked)
    expect(receive.heard[0]?.command).toEqual({ name: 'zone', options: { name: '丰顺', year: '2014' } })
    const answer = answerOf(house, asked)
    expect([readable(answer), ephemeral(answer)]).toEqual([`关于 丰顺\n${share}`, true])
  })

  test('that is private by its own word offers no sharing', async () => {
    const house = await openDiscord({ receive: answering(() => privately(reply('只给你看'))) })
    const asked = house.people.call('zone', {})
    await house.answered(asked)
    expect(labelsOf(answerOf(house, asked))).toEqual([])
  })

  test('in a direct message is answered like anything else there', async () => {
    const house = await openDiscord({ receive: answering(() => reply('好')) })
    const asked = house.people.call('zone', {}, { channel: ids.direct })
    await house.answered(asked)
    expect([ephemeral(answerOf(house, asked)), labelsOf(answerOf(house, asked))]).toEqual([false, []])
  })

  test('that takes long is acknowledged before, whatever the work, and answered in that place', async () => {
    const held = promised()
    const house = await openDiscord({
      receive: answering(async () => {
        await held.promise
        return reply('想好了', reply('x').blocks[0] ?? '')
      }),
      timings: { acknowledgeAfter: 1 },
    })
    const asked = house.people.call('zone', {})
    await house.world.until(() => asked.thinking)
    held.keep()
    await house.answered(asked)
    expect(asked.callbacks.map((it) => it.type)).toEqual([5])
    expect(readable(answerOf(house, asked))).toContain('想好了')
    expect(ephemeral(answerOf(house, asked))).toBe(true)
    expect(house.world.posted).toHaveLength(1)
  })

  test('without an answer leaves nothing behind', async () => {
    const house = await openDiscord({ receive: answering(() => undefined) })
    const asked = house.people.call('zone', {})
    await house.answered(asked)
    expect(house.world.posted).toEqual([])
  })

  test('is answered in full where its answer takes several messages', async () => {
    const house = await openDiscord({ receive: answering(() => reply('字。'.repeat(2_500))) })
    const asked = house.people.call('zone', {})
    await house.answered(asked)
    const parts = house.world.inChannel(ids.questions)
    expect(parts.map(ephemeral)).toEqual([true, true, true])
    expect(parts.map((it) => it.content).join('')).toBe('字。'.repeat(2_500))
    for (const part of parts) expect(labelsOf(part)).toEqual([share])
  })

  test('repeated by a resumed session is not answered over itself', async () => {
    const receive = answering(() => reply('好'))
    const house = await openDiscord({ receive })
    const asked = house.people.call('zone', {})
    await house.answered(asked)
    house.counterpart.gateway.repeat(2)
    await house.settled(house.people.mention('完'))
    expect(house.asked(asked.id)).toBe(1)
    expect(house.counterpart.requests.filter((it) => it.path.includes(asked.token))).toHaveLength(1)
  })

  test.each([
    [404, 10062],
    [401, 50027],
  ])(
    'whose interaction Discord has forgotten (%i/%i) is answered in the direct messages',
    async (status, code) => {
      const house = await openDiscord({ receive: answering(() => reply('好')) })
      house.counterpart.plan('POST', /callback$/, { kind: 'refuse', status, code })
      const asked = house.people.call('zone', {})
      await house.world.until(() => house.world.inChannel(ids.direct).length > 0)
      expect(asked.callbacks).toEqual([])
      expect(house.world.inChannel(ids.direct).map((it) => it.content)).toEqual(['好'])
      expect(house.adapter.health.state).toBe('connected')
    },
  )

  test('that another copy of the bot has taken is left to it', async () => {
    const house = await openDiscord({ receive: async () => undefined })
    const asked = house.people.call('zone', {})
    await house.settled(asked.id)
    expect(asked.callbacks).toEqual([])
  })

  test('a lost answer of Discord does not make a second one of ours', async () => {
    const house = await openDiscord({ receive: answering(() => reply('好')) })
    house.counterpart.plan('POST', /callback$/, { kind: 'hang-up', after: true })
    const asked = house.people.call('zone', {})
    await house.answered(asked)
    expect(house.world.posted).toHaveLength(1)
  })
})

describe('while a command is typed', () => {
  test('names are suggested', async () => {
    const house = await openDiscord({ receive: answering(() => undefined), skills: [skill] })
    const typing = house.people.type('zone', 'name', '龙')
    await house.answered(typing)
    expect(typing.callbacks).toEqual([{ type: 8, data: { choices: [{ name: '龙岩', value: '龙岩' }] } }])
  })

  test('an option without suggestions gets none', async () => {
    const house = await openDiscord({ receive: answering(() => undefined), skills: [skill] })
    const typing = house.people.type('nothing', 'name', '龙')
    await house.answered(typing)
    expect(typing.callbacks).toEqual([{ type: 8, data: { choices: [] } }])
  })
})

test('「问问联盟助手」 asks about the words of any message, cards included', async () => {
  const receive = answering((message) => reply(`回声 ${message.text}`))
  const house = await openDiscord({ receive })
  const about = house.world.post(
    ids.questions,
    { content: '什么是验收？', embeds: [{ description: '附注' }] },
    ids.li,
  )
  const asked = house.people.askAbout(about.id)
  await house.answered(asked)
  expect(receive.heard[0]).toMatchObject({ text: '什么是验收？\n附注', addressed: 'mention' })
  expect(readable(answerOf(house, asked))).toContain('回声 什么是验收？')
})

describe('a button', () => {
  const keys = buttons(
    { label: '有用', action: 'try.helpful', value: '7' },
    { label: '登记', action: 'try.open', value: '8', opens: 'zones.offer' },
  )
  const answers = (after: Reply) =>
    answering((message) => (message.press || message.form ? after : reply('答', keys)))

  test('comes back with its value, and its answer is seen by all or by one, as it says', async () => {
    for (const [after, hidden] of [
      [reply('谢谢'), false],
      [privately(reply('谢谢')), true],
    ] as const) {
      const receive = answers(after)
      const house = await openDiscord({ receive })
      await house.settled(house.people.mention('问'))
      const pressed = house.people.press('有用')
      await house.answered(pressed)
      expect(receive.heard[1]).toMatchObject({ text: '有用', press: { action: 'try.helpful', value: '7' } })
      expect([readable(answerOf(house, pressed)), ephemeral(answerOf(house, pressed))]).toEqual([
        '谢谢',
        hidden,
      ])
    }
  })

  test('may change the message that it stands on', async () => {
    const house = await openDiscord({ receive: answers({ ...reply('答', '已标记'), replaces: true }) })
    const id = house.people.mention('问')
    await house.settled(id)
    await house.answered(house.people.press('有用'))
    expect(house.world.inChannel(id).map(readable)).toEqual(['答\n已标记'])
  })

  test.each([
    ['a new message', reply('谢谢'), 2, '谢谢'],
    ['a change of its message', { ...reply('改了'), replaces: true }, 1, '改了'],
  ])(
    'whose work takes long is acknowledged first, then answered by %s',
    async (_name, after, count, text) => {
      const held = promised()
      const house = await openDiscord({
        receive: answering(async (message) => {
          if (!message.press) return reply('答', keys)
          await held.promise
          return after
        }),
        timings: { acknowledgeAfter: 1 },
      })
      const id = house.people.mention('问')
      await house.settled(id)
      const pressed = house.people.press('有用')
      await house.world.until(() => pressed.callbacks.length > 0)
      held.keep()
      await house.settled(pressed.id)
      expect(pressed.callbacks.map((it) => it.type)).toEqual([6])
      expect(house.world.inChannel(id).map(readable)).toHaveLength(count)
      expect(house.world.inChannel(id).map(readable).at(-1)).toBe(text)
    },
  )

  test('without an answer is acknowledged', async () => {
    const house = await openDiscord({
      receive: answering((message) => (message.press ? undefined : reply('答', keys))),
    })
    await house.settled(house.people.mention('问'))
    const pressed = house.people.press('有用')
    await house.answered(pressed)
    expect(pressed.callbacks.map((it) => it.type)).toEqual([6])
  })

  test('of an old message, which nobody knows any more, reaches the house as a press', async () => {
    const receive = answering((message) => privately(reply(`失效 ${message.press?.action}`)))
    const house = await openDiscord({ receive })
    const pressed = house.people.pressOld('version-0/helpful')
    await house.answered(pressed)
    expect(readable(answerOf(house, pressed))).toBe('失效 version-0/helpful')
  })

  test('opens a form at once, which comes back with its values and the value of the button', async () => {
    const receive = answers(reply('收到'))
    const house = await openDiscord({ receive, skills: [skill] })
    await house.settled(house.people.mention('问'))
    const opened = house.people.press('登记')
    await house.answered(opened)
    expect(opened.callbacks).toMatchObject([{ type: 9, data: { title: '登记供给' } }])
    expect(receive.heard).toHaveLength(1)
    await house.answered(house.people.submit(opened, { what: '环境医院', field: 'ecology', until: '' }))
    expect(receive.heard[1]).toMatchObject({
      text: '登记供给',
      form: { name: 'zones.offer', value: '8', values: { what: '环境医院', field: 'ecology' } },
    })
  })

  test('whose form is gone reaches the house as a press', async () => {
    const receive = answers(reply('失效'))
    const house = await openDiscord({ receive, skills: [] })
    await house.settled(house.people.mention('问'))
    await house.answered(house.people.press('登记'))
    expect(receive.heard[1]?.press).toEqual({ action: 'zones.offer', value: '8' })
  })
})

describe(share, () => {
  test('posts a copy for all, with who shares it, and goes away', async () => {
    const house = await openDiscord({
      receive: answering(() =>
        reply('答 <@U1>', buttons({ label: '有用', action: 'try.helpful', value: '7' })),
      ),
    })
    const asked = house.people.call('zone', {})
    await house.answered(asked)
    const pressed = house.people.press(share)
    await house.world.until(() => house.world.posted.length === 2 && house.counterpart.idle())
    const copy = house.world.inChannel(ids.questions).at(-1)
    expect(readable(copy)).toBe('王工 分享了一条回答\n答 <@U1>\n有用')
    expect([ephemeral(copy), labelsOf(answerOf(house, asked))]).toEqual([false, ['有用']])
    expect(pressed.callbacks.map((it) => it.type)).toEqual([7])
  })

  test('says so where it may not post', async () => {
    const house = await openDiscord({ receive: answering(() => reply('答')) })
    await house.answered(house.people.call('zone', {}))
    house.counterpart.plan('POST', /^\/channels/, { kind: 'refuse', status: 403, code: 50013 })
    house.people.press(share)
    const told = await house.world.until(() =>
      house.world.inChannel(ids.questions).find((it) => readable(it).includes('没能分享')),
    )
    expect(ephemeral(told)).toBe(true)
  })
})

describe('the commands', () => {
  test('are registered at the start, and only when they have changed', async () => {
    const first = await openDiscord({ receive: answering(() => undefined), skills: [skill] })
    await first.world.until(() => first.world.commands.length > 0)
    expect(first.world.commands).toMatchObject([
      {
        type: 1,
        name: 'alliance',
        options: [
          {
            name: 'zone',
            options: [
              { name: 'name', required: true, autocomplete: true },
              { name: 'year', choices: [{ name: '2014年', value: '2014' }] },
            ],
          },
        ],
      },
      { type: 3, name: '问问联盟助手' },
    ])
    const puts = () => first.counterpart.requests.filter((it) => it.method === 'PUT').length
    const second = await openDiscord({
      receive: answering(() => undefined),
      skills: [skill],
      counterpart: first.counterpart,
    })
    await second.world.until(
      () =>
        first.counterpart.requests.filter((it) => /commands$/.test(it.path)).length === 3 &&
        first.counterpart.idle(),
    )
    expect(puts()).toBe(1)
  })
})
