import { describe, expect, test } from 'vitest'
import { DeliveryError } from '../../../src/core/adapter.ts'
import type { Address } from '../../../src/core/message.ts'
import { plainText } from '../../../src/core/plain-text.ts'
import { quote, reply } from '../../../src/core/reply.ts'
import type { Fault } from '../../support/slack/counterpart.ts'
import { keepingLog, quick, startedSlack, talkingSlack } from '../../support/slack/try-slack.ts'

const silent = async () => undefined
const notice = reply('验收申请材料 7 天后到期。')
const to = (channel: string, thread?: string): Address => ({
  platform: 'slack',
  space: 'T0ALLIANCE',
  channel,
  ...(thread === undefined ? {} : { thread }),
})
const failed = async (work: Promise<unknown>): Promise<DeliveryError> => {
  const thrown = await work.then(
    () => undefined,
    (it: unknown) => it,
  )
  if (thrown instanceof DeliveryError) return thrown
  throw new Error(`no DeliveryError: ${String(thrown)}`)
}

describe('a message whose answer is lost', () => {
  const lost: readonly (readonly [string, Fault])[] = [
    ['Slack answers 500 after it took it', { kind: 'status', status: 500, after: true }],
    ['the connection breaks after Slack took it', { kind: 'hang-up', after: true }],
    ['no answer ever comes', { kind: 'silence', after: true }],
  ]

  test.each(lost)('is looked for and not posted again: %s', async (_name, fault) => {
    const { slack, adapter } = await startedSlack('socket', silent, [], {
      timings: { ...quick, callTimeout: 300 },
    })
    slack.fails('chat.postMessage', fault)
    const receipt = await adapter.send(to('C1'), notice, 'notice:1')
    expect(slack.said('C1')).toHaveLength(1)
    expect(receipt.messageId).toBe(`C1:${slack.said('C1')[0]?.ts}`)
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1)
  })

  test.each(lost)('is found in its thread as well: %s', async (_name, fault) => {
    const { slack, adapter } = await startedSlack('http', silent, [], {
      timings: { ...quick, callTimeout: 300 },
    })
    const { ts } = await slack.says('U1', 'C1', '大家好')
    slack.fails('chat.postMessage', fault)
    await adapter.send(to('C1', ts), notice, 'notice:1')
    expect(slack.said('C1')).toMatchObject([{ thread_ts: ts }])
  })

  test('is posted again where Slack does not have it', async () => {
    const { slack, adapter } = await startedSlack('socket', silent)
    slack.fails(
      'chat.postMessage',
      { kind: 'status', status: 503, after: false },
      { kind: 'hang-up', after: false },
      { kind: 'error', error: 'internal_error' },
    )
    await adapter.send(to('C1'), notice, 'notice:1')
    expect(slack.said('C1')).toHaveLength(1)
  })

  test('is left to the outbox, which tries again later, where nobody can look', async () => {
    const { slack, adapter } = await startedSlack('socket', silent)
    slack.state.missingScopes.add('channels:history')
    slack.fails('chat.postMessage', { kind: 'hang-up', after: true })
    const failed = adapter.send(to('C1'), notice, 'notice:1')
    await expect(failed).rejects.toMatchObject({ name: 'DeliveryError', permanent: false })
    expect(slack.said('C1')).toHaveLength(1)
  })

  test('in a conversation is posted again, and the log says so, where nobody can look', async () => {
    const { lines, log } = keepingLog()
    const { slack, quiet } = await talkingSlack('http', async () => reply('答案'), { log })
    slack.state.missingScopes.add('channels:history')
    slack.fails('chat.postMessage', { kind: 'hang-up', after: true })
    await (await slack.says('U1', 'D0U1', '问')).taken
    await quiet()
    expect(slack.said('D0U1')).toHaveLength(2)
    expect(lines.some((it) => it.message.includes('may come twice'))).toBe(true)
  })

  test('an answer in a conversation is not doubled either', async () => {
    const { slack, quiet } = await talkingSlack('http', async () => reply('答案'))
    slack.fails('chat.postMessage', { kind: 'status', status: 500, after: true })
    await (await slack.says('U1', 'D0U1', '问')).taken
    await quiet()
    expect(slack.said('D0U1')).toHaveLength(1)
  })
})

describe('Slack asks to wait', () => {
  test('a notice is put off at once, for as long as Slack says; other channels go on', async () => {
    const { slack, adapter } = await startedSlack('socket', silent)
    slack.fails('chat.postMessage', { kind: 'rate-limit', retryAfter: 30 })
    const error = await failed(adapter.send(to('C1'), notice, 'notice:1'))
    expect(error).toMatchObject({ permanent: false, retryAfter: 30_000 })
    const again = await failed(adapter.send(to('C1'), notice, 'notice:2'))
    expect(again.retryAfter).toBeGreaterThan(28_000)
    await adapter.send(to('C2'), notice, 'notice:3')
    expect(slack.said('C1')).toHaveLength(0)
    expect(slack.said('C2')).toHaveLength(1)
    expect(slack.callsOf('chat.postMessage')).toHaveLength(2)
  })

  test('an answer waits for its channel, and nobody waits for it', async () => {
    const { slack, quiet } = await talkingSlack('socket', async (message) => reply(`回声 ${message.text}`))
    slack.fails('chat.postMessage', { kind: 'rate-limit', retryAfter: 1 })
    await (await slack.says('U1', 'D0U1', '一')).taken
    await slack.until(() => slack.callsOf('chat.postMessage').length === 1, 'the first attempt')
    const begun = performance.now()
    slack.workspace.direct('U2')
    await (await slack.says('U2', 'D0U2', '二')).taken
    await slack.until(() => slack.said('D0U2').length === 1, 'the answer elsewhere')
    expect(slack.said('D0U1')).toHaveLength(0)
    await quiet()
    expect(slack.said('D0U1')).toHaveLength(1)
    expect(performance.now() - begun).toBeGreaterThan(700)
  })

  test('messages of one channel keep their distance and their order', async () => {
    const messageEvery = 120
    const { slack, adapter } = await startedSlack('socket', silent, [], {
      timings: { ...quick, messageEvery },
    })
    const begun = performance.now()
    const keys = ['a', 'b', 'c', 'd']
    await Promise.all([
      ...keys.map((key) => adapter.send(to('C1'), reply(key), `notice:${key}`)),
      ...keys.map((key) => adapter.send(to('C2'), reply(key), `other:${key}`)),
    ])
    for (const channel of ['C1', 'C2']) {
      expect(slack.said(channel).map((it) => it.text)).toEqual(keys)
      const times = slack
        .callsOf('chat.postMessage')
        .filter((it) => it.args.channel === channel)
        .map((it) => it.at)
      // The counterpart notes a call when it has read it: late on a busy machine, and never early. Timers round down.
      for (const [at, time] of times.entries())
        expect(time - begun).toBeGreaterThanOrEqual(at * (messageEvery - 1))
    }
  })
})

describe('a notice that cannot be delivered', () => {
  test.each([
    ['a channel that is gone', 'CGONE'],
    ['a channel that the bot is not in', 'C9'],
    ['a person that is not there', 'U404'],
  ])('is given up at once: %s', async (_name, channel) => {
    const { slack, adapter } = await startedSlack('socket', silent)
    const error = await failed(adapter.send(to(channel), notice, 'notice:1'))
    expect(error.permanent).toBe(true)
    expect(slack.callsOf('chat.postMessage').length).toBeLessThanOrEqual(1)
  })

  test('because the access was revoked: one clear line in the log, and nothing breaks', async () => {
    const { lines, log } = keepingLog()
    const { slack, adapter } = await startedSlack('socket', silent, [], { log })
    slack.revoke()
    for (const key of ['a', 'b', 'c'])
      expect((await failed(adapter.send(to('C1'), notice, `notice:${key}`))).permanent).toBe(true)
    const errors = lines.filter((it) => it.level === 'error')
    expect(errors).toMatchObject([{ fields: { code: 'token_revoked' } }])
    expect(errors[0]?.message).toContain('SLACK_BOT_TOKEN')
  })
})

describe('was it posted after all', () => {
  test('yes: by its key, in a channel, in a thread and in a private chat', async () => {
    const { slack, adapter } = await startedSlack('socket', silent)
    const { ts } = await slack.says('U1', 'C1', '大家好')
    const since = Date.now()
    for (const place of [to('C1'), to('C1', ts), to('U1')]) {
      const key = `notice:${place.channel}:${place.thread ?? ''}`
      const sent = await adapter.send(place, notice, key)
      expect(await adapter.confirm?.(place, key, since)).toEqual(sent)
      expect(await adapter.confirm?.(place, 'notice:other', since)).toBeUndefined()
    }
  })

  test('in part: then only the rest is posted, in a later run as well', async () => {
    const long = reply(
      quote('验收。'.repeat(3200), '2014年工作要点'),
      quote('申报。'.repeat(3200), '2014年工作要点'),
    )
    const first = await startedSlack('socket', silent)
    const { slack } = first
    slack.fails('chat.postMessage', { kind: 'hang-up', after: false })
    const sending = first.adapter.send(to('C1'), long, 'notice:1')
    await slack.until(() => slack.said('C1').length === 1, 'the first part')
    const since = Date.now()
    await sending
    // A later run finds a part missing: somebody deleted it, or it never arrived.
    const [, second] = slack.said('C1')
    if (second) second.gone = true
    expect(await first.adapter.confirm?.(to('C1'), 'notice:1', since)).toBeUndefined()
    const before = slack.said('C1').length
    await first.adapter.send(to('C1'), long, 'notice:1')
    expect(slack.said('C1')).toHaveLength(before + 1)
  })

  test('nobody knows, where the history may not be read', async () => {
    const { slack, adapter } = await startedSlack('socket', silent)
    slack.state.missingScopes.add('channels:history')
    const error = await failed(adapter.confirm?.(to('C1'), 'notice:1', Date.now()) ?? Promise.resolve())
    expect(error.permanent).toBe(true)
  })
})

test('the text beside the blocks says what the notice says', async () => {
  const { slack, adapter } = await startedSlack('socket', silent)
  await adapter.send(to('C1'), notice, 'notice:1')
  expect(slack.said('C1')[0]?.text).toBe(plainText(notice))
})
