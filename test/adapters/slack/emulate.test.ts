import { createEmulator } from 'emulate'
import { expect, onTestFinished, test } from 'vitest'
import { makeSlack } from '../../../src/adapters/slack/adapter.ts'
import { systemClock } from '../../../src/core/clock.ts'
import { silentLog } from '../../../src/core/log.ts'
import type { Message } from '../../../src/core/message.ts'
import { quote, reply } from '../../../src/core/reply.ts'
import type { Outcome } from '../../../src/core/skill.ts'
import { freePort } from '../../support/free-port.ts'
import { BOT_TOKEN, SIGNING_SECRET } from '../../support/slack/counterpart.ts'
import { httpTransport } from '../../support/slack/transport.ts'
import { quick } from '../../support/slack/try-slack.ts'

interface ApiAnswer {
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  readonly messages: readonly { readonly text: string }[]
  readonly user_id: string
  readonly ts: string
}

// A second opinion: somebody else's Slack (`emulate`, Apache-2.0), which knows nothing of ours.

test('somebody else’s Slack takes what we send, finds it by its key, and shows the answer in its thread', async () => {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        users: [{ name: 'zhangsan', real_name: '张三' }, { name: 'alliance' }],
        channels: [{ name: 'notices' }],
        tokens: [
          { token: BOT_TOKEN, user: 'alliance', scopes: [] },
          { token: 'xoxp-person', user: 'zhangsan', scopes: [] },
        ],
      },
    },
  })
  onTestFinished(() => emulator.close())
  const api = async (method: string, args: Readonly<Record<string, string>>, token = 'xoxp-person') => {
    const answer = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(args),
    })
    return (await answer.json()) as ApiAnswer
  }
  const { channels } = await api('conversations.list', {})
  const channel: string = channels.find((it) => it.name === 'notices')?.id ?? ''
  const person: string = (await api('auth.test', {})).user_id
  const bot: string = (await api('auth.test', {}, BOT_TOKEN)).user_id

  const port = await freePort()
  const adapter = makeSlack({
    botToken: BOT_TOKEN,
    mode: { kind: 'http', signingSecret: SIGNING_SECRET, port },
    apiUrl: `${emulator.url}/api`,
    clock: systemClock(),
    log: silentLog,
    timings: quick,
  })
  const answered: Promise<unknown>[] = []
  const receive = async (message: Message, turn?: Parameters<Parameters<typeof adapter.start>[0]>[1]) => {
    turn?.taken()
    const outcome: Outcome = reply(`回声 ${message.text}`, quote('应于6月30日前报送。', '2014年工作要点'))
    const drawn = turn?.draw(outcome)
    if (drawn) answered.push(drawn)
    await drawn
    return outcome
  }
  await adapter.start(receive, [])
  onTestFinished(() => adapter.stop())

  const since = Date.now()
  const to = { platform: 'slack', space: 'T', channel }
  const sent = await adapter.send(to, reply('验收申请材料 7 天后到期。'), 'notice:1')
  expect(await adapter.confirm?.(to, 'notice:1', since)).toEqual(sent)
  expect(await adapter.confirm?.(to, 'notice:2', since)).toBeUndefined()
  await adapter.send({ ...to, channel: person }, reply('只给你。'), 'notice:3')

  const text = `<@${bot}> 验收材料什么时候交？`
  const { ts } = await api('chat.postMessage', { channel, text })
  const slack = httpTransport(() => `http://127.0.0.1:${port}/slack/events`, SIGNING_SECRET)
  const event = { type: 'app_mention', channel, user: person, text, ts, event_ts: ts }
  const payload = { type: 'event_callback', team_id: 'T', event_id: 'Ev1', event }
  expect(await slack.send({ kind: 'events_api', attempt: 0, payload })).toMatchObject({ acknowledged: true })
  await Promise.all(answered)
  const { messages } = await api('conversations.replies', { channel, ts })
  expect(messages).toHaveLength(2)
  expect(messages[1]?.text).toContain('回声 验收材料什么时候交？')
  expect(messages[1]?.text).toContain('应于6月30日前报送。')
})
