import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Call, parseCall, withSlash } from '../../../src/adapters/slack/command.ts'
import {
  parseCalled,
  parsePress,
  parseSaid,
  parseShortcut,
  parseSubmission,
  readMarkup,
} from '../../../src/adapters/slack/parse.ts'
import { escapeMarkup } from '../../../src/adapters/slack/rich-text.ts'
import { modalOf, readMetadata, valuesOf } from '../../../src/adapters/slack/view.ts'
import { plainText } from '../../../src/core/plain-text.ts'
import { type Form, list, paragraph, reply } from '../../../src/core/reply.ts'
import type { Command, Skill } from '../../../src/core/skill.ts'
import { field, refusalOfView } from '../../support/slack/blocks.ts'

const self = { team: 'T0ALLIANCE', user: 'U0BOT', bot: 'B0BOT' }
const now = Date.UTC(2014, 5, 23, 1)

/** A body as Slack's reference prints it, with ids of ours. */
const fixture = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/slack', `${name}.json`), 'utf8'))

describe('what is said', () => {
  test('a mention is the same message, whether it comes as message or as app_mention', () => {
    const one = parseSaid(fixture('message-channel').event, self)
    expect(parseSaid(fixture('app-mention').event, self)).toEqual(one)
    expect(one).toEqual({
      id: 'C0LAN2Q65:1403485200.000115',
      from: { platform: 'slack', space: 'T0ALLIANCE', channel: 'C0LAN2Q65', thread: '1403485200.000115' },
      author: { id: 'U061F7AUR', name: 'U061F7AUR' },
      text: '验收材料什么时候交？ 参考 科技部网站 & #notices',
      at: 1403485200000,
      addressed: 'mention',
    })
  })

  test('a private message has no thread of its own, and its markup is read as a person reads it', () => {
    expect(parseSaid(fixture('message-im').event, self)).toMatchObject({
      from: { channel: 'D024BE91L' },
      text: '5 < 6 吗？ @here @U0OTHER office@example.org',
      addressed: 'direct',
    })
    expect(parseSaid(fixture('message-im').event, self)?.from.thread).toBeUndefined()
  })

  test('in a thread it stays there, and without a mention it is ambient', () => {
    const event = {
      ...fixture('message-channel').event,
      text: '截止日期呢？',
      thread_ts: '1403485100.000100',
    }
    expect(parseSaid(event, self)).toMatchObject({
      from: { thread: '1403485100.000100' },
      addressed: 'ambient',
    })
  })

  test('whatever was typed is read back, once Slack has escaped it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const text = typed.replace(/[ \t]+/g, ' ').trim()
        expect(readMarkup(escapeMarkup(text), 'U0BOT')).toBe(text)
      }),
    )
  })

  test('no markup, however broken, throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '|', '@', '!', '#', '&', ';', 'U0BOT', 'a'), { maxLength: 30 }),
        (it) => {
          expect(typeof readMarkup(it.join(''), 'U0BOT')).toBe('string')
        },
      ),
    )
  })
})

describe('what is done', () => {
  test('a button comes with its value, in the thread of its message', () => {
    expect(parsePress(fixture('block-actions'), self, now)).toEqual({
      message: {
        id: 'press:1403485201.000300:1403485210.000100:U061F7AUR',
        from: { platform: 'slack', space: 'T0ALLIANCE', channel: 'C0LAN2Q65', thread: '1403485200.000115' },
        author: { id: 'U061F7AUR', name: 'zhangsan' },
        text: '有用',
        at: now,
        addressed: 'mention',
        press: { action: 'ask.helpful', value: '7' },
      },
      on: { ts: '1403485201.000300', ephemeral: false },
    })
  })

  test('a button of an ephemeral message opens no thread under it, and may open a form', () => {
    const press = parsePress(fixture('block-actions-ephemeral'), self, now)
    expect(press).toMatchObject({ opens: 'try.offer', on: { ephemeral: true } })
    expect(press?.message.from.thread).toBeUndefined()
  })

  test('a submitted form comes with its values, and with where and with what it was opened', () => {
    expect(parseSubmission(fixture('view-submission'), form, self, now)).toMatchObject({
      id: 'view:V024BE91L',
      from: { channel: 'C0LAN2Q65', thread: '1403485200.000115' },
      text: '登记供给',
      addressed: 'mention',
      form: {
        name: 'try.offer',
        values: { what: '环境医院', field: 'ecology', until: '2014-06-30' },
        value: '8',
      },
    })
  })

  test('the shortcut asks about the message, in its thread, for who used it', () => {
    expect(parseShortcut(fixture('message-action'), self, now)).toMatchObject({
      author: { id: 'U061F7AUR' },
      from: { channel: 'C0LAN2Q65', thread: '1403485200.000115' },
      text: '龙岩哪年批的？',
    })
  })
})

describe('/alliance', () => {
  const commands: readonly Command[] = [
    { name: 'help', summary: '帮助' },
    { name: 'echo', summary: '回声', options: [{ name: 'words', summary: '话', required: true }] },
    {
      name: 'bind',
      summary: '绑定频道',
      options: [
        {
          name: 'purpose',
          summary: '用途',
          required: true,
          choices: [
            { label: '通知', value: 'notices' },
            { label: '提问', value: 'questions' },
          ],
        },
        { name: 'organization', summary: '单位', required: true },
        { name: 'since', summary: '起始日期' },
      ],
    },
  ]
  const skills: readonly Skill[] = [
    { name: 'try', summary: '', examples: [], commands, match: () => 0, handle: async () => undefined },
  ]
  const call = (text: string): Call => parseCall(text, skills)
  const options = (text: string) => {
    const it = call(text)
    return it.kind === 'message' ? it.content.command?.options : it.kind
  }

  test('options by name, by position, quoted, in any order', () => {
    const bound = { purpose: 'notices', organization: '江苏省 大丰' }
    expect(options('bind notices 江苏省 大丰')).toEqual(bound)
    expect(options('bind 通知 "江苏省 大丰"')).toEqual(bound)
    expect(options('bind organization:"江苏省 大丰" purpose:notices')).toEqual(bound)
    expect(options('bind organization=「江苏省 大丰」 notices')).toEqual(bound)
    expect(options('BIND  通知  江苏省 大丰  since：2014-06-30')).toEqual({ ...bound, since: '2014-06-30' })
    expect(options(fixture('slash-command').text)).toEqual(bound)
  })

  test('one option takes all the words', () => {
    expect(options('echo 两个 词')).toEqual({ words: '两个 词' })
    expect(options('echo words:"两个 词"')).toEqual({ words: '两个 词' })
    expect(options('echo 时间:9点')).toEqual({ words: '时间:9点' })
    expect(options('echo url:https://example.org')).toEqual({ words: 'url:https://example.org' })
  })

  test('nothing asks for help; words that are no command are a question', () => {
    expect(call('')).toMatchObject({ content: { command: { name: 'help' } } })
    expect(call('验收材料什么时候交？')).toEqual({
      kind: 'message',
      content: { text: '验收材料什么时候交？' },
    })
    expect(call('echoes of the past')).toEqual({ kind: 'message', content: { text: 'echoes of the past' } })
  })

  test('what is missing or not to be chosen is said', () => {
    expect(call('echo')).toMatchObject({ kind: 'missing', option: { name: 'words' } })
    expect(call('bind notices')).toMatchObject({ kind: 'missing', option: { name: 'organization' } })
    expect(call('bind purpose:nonsense 大丰')).toMatchObject({ kind: 'no-choice', typed: 'nonsense' })
  })

  test('what a skill calls /echo is /alliance echo here; other code is left alone', () => {
    const code = (text: string) => ({ kind: 'code' as const, text })
    const names = new Set(['echo'])
    const text = plainText(
      withSlash(
        reply(paragraph([code('/echo 话')]), list([[code('/echo')], [code('/tmp')], [code('a /echo')]])),
        names,
      ),
    )
    expect(text).toBe('/alliance echo 话\n· /alliance echo\n· /tmp\n· a /echo')
  })

  test('the message of a call', () => {
    expect(parseCalled(fixture('slash-command'), self, now)).toMatchObject({
      id: 'call:13345224609.738474920.8088930838d88f008e0',
      author: { id: 'U061F7AUR', name: 'zhangsan' },
      addressed: 'mention',
    })
  })

  test('no text, however odd, throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(call(`bind ${text}`).kind).toMatch(/message|missing|no-choice/)
      }),
    )
  })
})

const form: Form = {
  name: 'try.offer',
  title: '登记供给',
  submit: '提交',
  fields: [{ name: 'what', label: '供给内容', kind: 'line', required: true }],
}

describe('a form', () => {
  test('is a modal that Slack takes, whatever it asks for', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
    const choice = fc.record({ label: text, value: fc.string({ minLength: 1, maxLength: 60 }) })
    const anyField = fc.record(
      {
        name: fc.stringMatching(/^[a-z]{1,12}$/),
        label: text,
        kind: fc.constantFrom('line' as const, 'paragraph' as const, 'choice' as const),
        required: fc.boolean(),
        placeholder: text,
        choices: fc.array(choice, { maxLength: 250 }),
      },
      { requiredKeys: ['name', 'label', 'kind'] },
    )
    const anyForm = fc.record({
      name: fc.constant('try.any'),
      title: text,
      submit: text,
      fields: fc.uniqueArray(anyField, { minLength: 1, maxLength: 5, selector: (it) => it.name }),
    })
    fc.assert(
      fc.property(anyForm, (it) => {
        expect(refusalOfView(modalOf(it, { channel: 'C1', value: '8' }, 'zh-CN'))).toBeUndefined()
      }),
    )
  })

  test('keeps where and with what it was opened', () => {
    const opened = { channel: 'C1', thread: '1.1', value: '8' }
    expect(readMetadata(modalOf(form, opened, 'zh-CN').private_metadata ?? '')).toEqual(opened)
    expect(readMetadata('not ours')).toEqual({ value: '' })
  })

  test('with more than a hundred choices groups them, and its first choice stands', () => {
    const choices = Array.from({ length: 157 }, (_, at) => ({ label: `实验区 ${at}`, value: `z${at}` }))
    const view = modalOf(
      { ...form, fields: [{ name: 'zone', label: '实验区', kind: 'choice', choices, initial: 'z120' }] },
      { value: '' },
      'zh-CN',
    )
    const element = field(view.blocks[0], 'element')
    expect(field(element, 'option_groups')).toHaveLength(2)
    expect(field(element, 'initial_option')).toMatchObject({ value: 'z120' })
  })

  test('a title that Slack would cut stands in full above the fields', () => {
    const title = '登记一项可以在其他实验区推广应用的先进适用技术成果供给'
    const view = modalOf({ ...form, title }, { value: '' }, 'zh-CN')
    expect(view.title.text.length).toBeLessThanOrEqual(24)
    expect(JSON.stringify(view.blocks[0])).toContain(title)
  })

  test('empty fields are left out of what was filled in', () => {
    expect(valuesOf({ values: { a: { value: { value: '' } }, b: { value: { value: null } } } })).toEqual({})
  })
})
