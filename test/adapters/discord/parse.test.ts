import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ChannelType } from 'discord.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, encode, nonceOf, tagged, tagOf } from '../../../src/adapters/discord/custom-id.ts'
import {
  type ChannelInfo,
  instantOf,
  parseMessage,
  snowflakeAt,
} from '../../../src/adapters/discord/parse.ts'
import { parseInteraction } from '../../../src/adapters/discord/parse-interaction.ts'
import { ids } from '../../support/discord/world.ts'

/** Events in the form of Discord's documentation, with the fields that its gateway really sends beside ours. */
function fixture(name: string) {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/discord', `${name}.json`), 'utf8'))
}

const self = { userId: ids.bot, applicationId: ids.application }
const room: ChannelInfo = { type: ChannelType.GuildText, startsThreads: true, selfRoles: [ids.botRole] }
const wang = { id: ids.wang, realm: 'discord', name: '王工（丰顺）' }
const inThread = {
  platform: 'discord',
  space: ids.guild,
  channel: ids.questions,
  thread: '1477817720111104001',
}

describe('a message', () => {
  test('that calls the bot', () => {
    expect(parseMessage(fixture('message-mention'), self, room)).toEqual({
      id: '1477817720111104001',
      from: inThread,
      author: wang,
      text: '验收材料什么时候交？ :sdg:',
      at: instantOf('1477817720111104001'),
      addressed: 'mention',
    })
  })

  test('in its thread', () => {
    const thread = {
      type: ChannelType.PublicThread,
      parentId: ids.questions,
      startsThreads: false,
      selfRoles: [],
    }
    const message = parseMessage(fixture('message-in-thread'), self, thread)
    expect(message).toMatchObject({ from: inThread, text: '那龙岩呢？', addressed: 'ambient' })
  })

  test('from a channel of which nothing is known', () => {
    expect(parseMessage(fixture('message-mention'), self, undefined)?.from.thread).toBeUndefined()
  })

  test('to the bot alone', () => {
    expect(parseMessage(fixture('message-direct'), self, undefined)).toMatchObject({
      from: { platform: 'discord', space: '@me', channel: ids.direct },
      author: { id: ids.wang, realm: 'discord', name: '王工' },
      addressed: 'direct',
    })
  })
})

describe('an interaction', () => {
  const parsed = (name: string) => parseInteraction(fixture(name))

  test('by a command', () => {
    expect(parsed('interaction-command')).toEqual({
      kind: 'message',
      message: {
        id: '1477817720111104001',
        from: { platform: 'discord', space: ids.guild, channel: ids.questions },
        author: { ...wang, locale: 'zh-CN' },
        text: '/zone 丰顺 2014',
        at: instantOf('1477817720111104001'),
        addressed: 'mention',
        command: { name: 'zone', options: { name: '丰顺', year: '2014' } },
      },
    })
  })

  test('while a command is typed', () => {
    expect(parsed('interaction-autocomplete')).toEqual({
      kind: 'suggest',
      command: 'zone',
      option: 'name',
      typed: '丰',
    })
  })

  test('by a button in a thread', () => {
    expect(parsed('interaction-button-in-thread')).toMatchObject({
      kind: 'message',
      message: { from: inThread, text: '有用', press: { action: 'ask.helpful', value: 'q-7' } },
    })
  })

  test('by a filled form', () => {
    expect(parsed('interaction-modal')).toMatchObject({
      message: { form: { name: 'try.offer', value: '8', values: { what: '环境医院', field: 'ecology' } } },
    })
  })

  test('by the menu of a message, in a private chat', () => {
    expect(parsed('interaction-context-menu-direct')).toMatchObject({
      message: {
        from: { space: '@me', channel: ids.direct },
        text: '什么是先进示范区？\n附注\n2014年共13个',
        addressed: 'direct',
      },
    })
  })
})

describe('ids', () => {
  test('tell when they were made, and the first one of an instant comes before all others', () => {
    // The example of Discord's own page (reference#convert-snowflake-to-datetime).
    expect(instantOf('175928847299117063')).toBe(1_462_015_105_796)
    expect(instantOf(snowflakeAt(1_462_015_105_796))).toBe(1_462_015_105_796)
    expect(BigInt(snowflakeAt(1_462_015_105_796))).toBeLessThanOrEqual(175928847299117063n)
    expect(snowflakeAt(0)).toBe('0')
  })

  test('of components come back as what they were, tagged or not', () => {
    const text = fc.string({ maxLength: 20 })
    fc.assert(
      fc.property(
        fc.constantFrom('press' as const, 'open' as const),
        text,
        text,
        fc.nat(24),
        (kind, name, value, place) => {
          const id = encode({ kind, name, value }, place)
          if (id === undefined) return
          expect(id.length).toBeLessThanOrEqual(100)
          expect(decode(id)).toEqual({ kind, name, value })
          const marked = tagged(id, tagOf('notice:1'))
          if (marked !== undefined) expect(decode(marked)).toEqual({ kind, name, value })
        },
      ),
    )
  })

  test('of nobody we know are none', () => {
    fc.assert(fc.property(fc.string(), (text) => void decode(text)))
    expect(['', 'helpful', 'p0', 'x0', 'p0:%:1'].map(decode)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  test('of deliveries stay within what Discord takes, and differ by key and part', () => {
    const nonces = ['a', 'b'].flatMap((key) => [0, 1].map((part) => nonceOf(key.repeat(60), part)))
    expect(new Set(nonces).size).toBe(4)
    for (const nonce of nonces) expect(nonce).toHaveLength(25)
  })
})
