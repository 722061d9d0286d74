import { describe, expect, test } from 'vitest'
import { type Caller, guest } from '../../src/core/caller.ts'
import { Problem } from '../../src/core/errors.ts'
import type { Message } from '../../src/core/message.ts'
import { plainText } from '../../src/core/plain-text.ts'
import { type Reply, reply } from '../../src/core/reply.ts'
import { makeRouter, type RouterParts } from '../../src/core/router.ts'
import type { Outcome, Skill } from '../../src/core/skill.ts'
import { message } from '../support/messages.ts'
import { temporaryStore } from '../support/store.ts'

describe('the router', () => {
  test('hands a message to the surest skill, and on a tie to the first in the list', async () => {
    const receive = await router({
      skills: [says('first', 0.5), says('second', 0.5), says('sure', 0.9, /确定/)],
    })
    expect(await textOf(receive(message('随便')))).toBe('first')
    expect(await textOf(receive(message('确定')))).toBe('sure')
  })

  test('takes a message once, whoever delivers it again', async () => {
    const receive = await router({ skills: [says('once')] })
    const delivered = message('你好', { id: 'same' })
    expect(await receive(delivered)).toBeDefined()
    expect(await receive(delivered)).toBeUndefined()
  })

  test('takes a message once when it is delivered twice at the same moment', async () => {
    const receive = await router({ skills: [says('once')] })
    const delivered = message('你好', { id: 'same' })
    const outcomes = await Promise.all([receive(delivered), receive(delivered), receive(delivered)])
    expect(outcomes.filter((it) => it !== undefined)).toHaveLength(1)
  })

  test('never answers a bot', async () => {
    const receive = await router({ skills: [says('hello')] })
    expect(await receive(message('你好', { author: { id: 'b', name: 'bot', bot: true } }))).toBeUndefined()
  })

  test('leaves an ambient message alone unless somebody wants it', async () => {
    const ambient = () => message('大家好', { addressed: 'ambient' })
    expect(await (await router({ skills: [says('hello')] }))(ambient())).toBeUndefined()
    const attentive = await router({ skills: [says('hello')], attention: { wants: async () => true } })
    expect(await textOf(attentive(ambient()))).toBe('hello')
  })

  test('a problem is told with its remedy', async () => {
    const receive = await router({ skills: [throws(new Problem('库里没有这份文件。', '请先导入它。'))] })
    expect(await textOf(receive(message('问')))).toBe('库里没有这份文件。 请先导入它。')
  })

  test('a defect is told as a reference number; the log has both', async () => {
    const logged: unknown[] = []
    const log = { debug() {}, info() {}, warn() {}, error: (fields: object) => void logged.push(fields) }
    const receive = await router({ skills: [throws(new Error('no such table: secrets'))], log })
    const text = await textOf(receive(message('问')))
    expect(text).toContain('ref-1')
    expect(text).not.toContain('secrets')
    expect(logged).toMatchObject([{ reference: 'ref-1', err: { message: 'no such table: secrets' } }])
  })

  test('a store that is away is a defect told to the person, not a crash', async () => {
    const away = async () => {
      throw new Error('disk I/O error')
    }
    const receive = await router({ skills: [says('hello')], inbox: { claim: away, settle: away } })
    expect(await textOf(receive(message('问')))).toContain('ref-1')
  })

  test('a reply that breaks while it gets better ends with the apology', async () => {
    async function* breaking(): AsyncIterable<Reply> {
      yield reply('初稿')
      throw new Error('model away')
    }
    const receive = await router({ skills: [skill('draft', async () => breaking())] })
    expect(await textOf(receive(message('问')))).toContain('ref-1')
  })

  test('an old button that no skill knows is told to have expired', async () => {
    const receive = await router({
      skills: [
        skill(
          'ask',
          async () => reply('no'),
          () => 0,
        ),
      ],
    })
    expect(await textOf(receive(message('', { press: { action: 'gone.away', value: '' } })))).toContain(
      '失效',
    )
  })

  test('somebody who asks too fast is asked to wait, once for each message', async () => {
    const receive = await router({ skills: [says('hello')], limit: { waitFor: () => 2500 } })
    const outcome = await receive(message('问'))
    expect(outcome).toMatchObject({ private: true })
    expect(await textOf(Promise.resolve(outcome))).toContain('3 秒')
  })

  test('speaks the language of the caller', async () => {
    const callers = { callerOf: async (): Promise<Caller> => guest('en') }
    const receive = await router({ skills: [throws(new Error('x'))], callers })
    expect(await textOf(receive(message('?? why')))).toContain('Reference ref-1')
  })

  test.each([
    ['empty', '', '没有收到文字'],
    ['white space and control characters', ' \u0000\u0007\n\u200b ', '没有收到文字'],
    ['emoji only', '😀😀👍🏽', '只收到了符号或表情'],
    ['half a surrogate', '\ud83d', '没有收到文字'],
    ['punctuation only', '？？！！…', '只收到了符号或表情'],
    ['ten thousand characters', '验'.repeat(10_000), '10000 个字'],
  ])('%s gets a sentence that says what to do', async (_name, text, expected) => {
    const receive = await router({ skills: [says('never')] })
    expect(await textOf(receive(message(text)))).toContain(expected)
  })

  test.each([
    ['SQL', `'; DROP TABLE documents; --`],
    ['full-text syntax', 'NEAR("验收" AND *) OR -材料 ^ body:'],
    ['a null in the middle', '验收\u0000材料'],
  ])('%s reaches the skill as plain text', async (_name, text) => {
    const heard: string[] = []
    const listener = skill('ask', async (it) => {
      heard.push(it.text)
      return reply('ok')
    })
    await (await router({ skills: [listener] }))(message(text))
    expect(heard).toEqual([text.replace('\u0000', '')])
  })
})

describe('what a restart owes', () => {
  test('nothing, where the message was answered, refused or apologized for', async () => {
    const store = await temporaryStore()
    const receive = await router({
      skills: [
        says('hello', 0.5, /你好/),
        throws(new Error('x'), /坏/),
        throws(new Problem('没有。', ''), /无/),
      ],
      inbox: store.inbox,
    })
    for (const text of ['你好', '坏了', '无', '', '没人认领']) await receive(message(text))
    expect(await store.inbox.owed('console')).toEqual([])
  })

  test('a message whose answer was still being worked on', async () => {
    const store = await temporaryStore()
    let reached = () => {}
    const working = new Promise<void>((resolve) => {
      reached = resolve
    })
    const never = skill('slow', () => {
      reached()
      return new Promise(() => {})
    })
    const receive = await router({ skills: [never], inbox: store.inbox })
    const asked = message('验收材料什么时候交')
    void receive(asked)
    await working
    expect(await store.inbox.owed('console')).toEqual([asked])
  })
})

async function router(parts: Partial<RouterParts> & Pick<RouterParts, 'skills'>) {
  const store = await temporaryStore()
  return makeRouter({
    inbox: store.inbox,
    callers: { callerOf: async () => guest() },
    attention: { wants: async () => false },
    limit: { waitFor: () => 0 },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    reference: () => 'ref-1',
    ...parts,
  })
}

function skill(
  name: string,
  handle: (message: Message) => Promise<Outcome>,
  match = (_: Message) => 0.5,
): Skill {
  return { name, summary: name, examples: [], match, handle }
}

const on = (pattern: RegExp, sureness: number) => (it: Message) => (pattern.test(it.text) ? sureness : 0)

const says = (text: string, sureness = 0.5, pattern = /^/) =>
  skill(text, async () => reply(text), on(pattern, sureness))

const throws = (thrown: Error, pattern = /^/) =>
  skill(
    'broken',
    async () => {
      throw thrown
    },
    on(pattern, 0.5),
  )

async function textOf(given: Promise<Outcome>): Promise<string | undefined> {
  const outcome = await given
  if (!outcome) return undefined
  if (!(Symbol.asyncIterator in outcome)) return plainText(outcome)
  let text = ''
  for await (const it of outcome) text = plainText(it)
  return text
}
