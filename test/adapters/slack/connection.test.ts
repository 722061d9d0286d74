import { describe, expect, test } from 'vitest'
import { makeSlack } from '../../../src/adapters/slack/adapter.ts'
import { Problem } from '../../../src/core/errors.ts'
import type { Message } from '../../../src/core/message.ts'
import { reply } from '../../../src/core/reply.ts'
import { SIGNING_SECRET } from '../../support/slack/counterpart.ts'
import { signed } from '../../support/slack/transport.ts'
import { keepingLog, quick, startedSlack, talkingSlack, trySlack } from '../../support/slack/try-slack.ts'
import { BOT_USER, TEAM } from '../../support/slack/workspace.ts'

const echo = async (message: Message) => reply(`回声 ${message.text}`)
const silent = async () => undefined

describe('Socket Mode', () => {
  test('comes back when Slack renews its sockets, and nobody notices', async () => {
    const { lines, log } = keepingLog()
    const { slack, quiet } = await talkingSlack('socket', echo, { log })
    for (let round = 2; round <= 3; round += 1) {
      slack.socket?.renew()
      await slack.until(
        () => slack.socket?.connections() === round && slack.socket.open() === 1,
        'a new socket',
      )
    }
    await (await slack.says('U1', 'D0U1', '还在吗')).taken
    await quiet()
    expect(slack.said('D0U1')).toHaveLength(1)
    expect(lines.filter((it) => it.level !== 'debug' && it.level !== 'info')).toEqual([])
  })

  test('comes back when the network was away, with two lines in the log, however often it tried', async () => {
    const { lines, log } = keepingLog()
    const watched: string[] = []
    const { slack, quiet } = await talkingSlack('socket', echo, {
      log,
      timings: { ...quick, backOff: 5 },
      watch: { reconnected: () => void watched.push('again') },
    })
    const away = { kind: 'hang-up', after: false } as const
    slack.fails('apps.connections.open', ...Array.from({ length: 5 }, () => away))
    slack.socket?.cut()
    await slack.until(() => slack.socket?.connections() === 2, 'a new socket')
    await (await slack.says('U1', 'D0U1', '还在吗')).taken
    await quiet()
    expect(slack.said('D0U1')).toHaveLength(1)
    expect(lines.filter((it) => it.level === 'warn').map((it) => it.message)).toEqual([
      'Slack is out of reach; trying again',
      'connected to Slack again',
    ])
    expect(watched).toEqual(['again'])
  })

  test('does not storm Slack where every socket breaks at once', async () => {
    const { slack } = await talkingSlack('socket', echo, { timings: { ...quick, backOff: 40 } })
    slack.socket?.refuse(true)
    slack.socket?.cut()
    await slack.until(() => slack.callsOf('apps.connections.open').length === 5, 'four more attempts')
    const times = slack.callsOf('apps.connections.open').map((it) => it.at)
    expect((times[4] ?? 0) - (times[1] ?? 0)).toBeGreaterThan(100)
  })

  test('a revoked token ends it with one clear line; the process goes on', async () => {
    const { lines, line, log } = keepingLog()
    const { slack } = await talkingSlack('socket', echo, { log })
    slack.revoke('account_inactive')
    slack.socket?.cut()
    await line('error')
    expect(lines.filter((it) => it.level === 'error')).toMatchObject([
      { fields: { code: 'account_inactive' } },
    ])
  })
})

describe('requests over HTTP', () => {
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: TEAM,
    event_id: 'Ev1',
    event: { type: 'message', channel: 'D0U1', channel_type: 'im', user: 'U1', ts: '1.1', text: '你好' },
  })

  test.each([
    ['a forged signature', () => signed(body, 'another secret')],
    [
      'a signature five minutes and a second old',
      () => signed(body, SIGNING_SECRET, Math.floor(Date.now() / 1000) - 301),
    ],
    ['no signature at all', () => ({})],
  ])('%s is refused and not heard', async (_name, headers) => {
    const { lines, log } = keepingLog()
    const { appUrl, heard } = await talkingSlack('http', echo, { log })
    for (let round = 0; round < 3; round += 1) {
      const answer = await fetch(appUrl, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers() },
      })
      expect(answer.status).toBe(401)
    }
    expect(heard).toEqual([])
    expect(lines.filter((it) => it.level === 'warn')).toHaveLength(1)
  })

  test('the right signature is heard, and Slack’s test of the address is answered', async () => {
    const { appUrl, heard, quiet } = await talkingSlack('http', echo)
    const post = (text: string) =>
      fetch(appUrl, {
        method: 'POST',
        body: text,
        headers: { 'content-type': 'application/json', ...signed(text, SIGNING_SECRET) },
      })
    expect((await post(body)).status).toBe(200)
    await quiet()
    expect(heard).toHaveLength(1)
    const challenge = await post(JSON.stringify({ type: 'url_verification', challenge: 'c-1' }))
    expect(await challenge.json()).toEqual({ challenge: 'c-1' })
  })

  test('another path is not ours', async () => {
    const { appUrl } = await talkingSlack('http', echo)
    expect((await fetch(appUrl.replace('events', 'other'), { method: 'POST', body })).status).toBe(404)
  })

  test('a port that is taken is a problem with a remedy', async () => {
    const first = await talkingSlack('http', echo)
    const second = makeSlack({
      botToken: 'xoxb-counterpart',
      mode: { kind: 'http', signingSecret: SIGNING_SECRET, port: Number(new URL(first.appUrl).port) },
      apiUrl: first.slack.apiUrl,
      clock: { now: () => Date.now() },
      log: keepingLog().log,
    })
    await expect(second.start(silent, [])).rejects.toThrow(Problem)
    await second.stop()
  })
})

describe('the start', () => {
  test('with a token that Slack refuses is a problem that names the setting', async () => {
    const { slack, start } = await trySlack('socket', { botToken: 'xoxb-wrong' })
    await expect(start(silent, [])).rejects.toMatchObject({
      remedy: expect.stringContaining('SLACK_BOT_TOKEN'),
    })
    await slack.close()
  })

  test('while Slack is out of reach does not fail: it joins as soon as Slack is there', async () => {
    const { lines, log } = keepingLog()
    const { slack, start } = await trySlack('socket', { log })
    slack.fails('auth.test', { kind: 'hang-up', after: false }, { kind: 'status', status: 503, after: false })
    const { adapter } = await start(silent, [])
    await slack.until(() => slack.socket?.open() === 1, 'a socket')
    expect(lines.filter((it) => it.level === 'warn').length).toBeLessThanOrEqual(2)
    await adapter.stop()
    await slack.close()
  })
})

describe('the stop', () => {
  test('lets what is being said be said', async () => {
    let release = () => {}
    const working = new Promise<void>((resolve) => {
      release = resolve
    })
    const { slack, adapter, heard } = await talkingSlack('socket', async () => {
      await working
      return reply('好')
    })
    await (await slack.says('U1', 'D0U1', '慢慢查')).taken
    expect(heard).toHaveLength(1)
    const stopped = adapter.stop()
    release()
    await stopped
    expect(slack.said('D0U1')).toHaveLength(1)
    // The other side hears of the end a moment after us.
    await slack.until(() => slack.socket?.open() === 0, 'the end of the socket')
  })

  test('does not wait for a channel that has to wait: its answer is owed to the next run', async () => {
    const { slack, adapter, store } = await talkingSlack('http', echo)
    slack.fails('chat.postMessage', { kind: 'rate-limit', retryAfter: 30 })
    await (await slack.says('U1', 'D0U1', '问')).taken
    await slack.until(() => slack.callsOf('chat.postMessage').length === 1, 'the first attempt')
    const begun = performance.now()
    await adapter.stop()
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect(slack.said('D0U1')).toEqual([])
    expect(await store.inbox.owed('slack')).toHaveLength(1)
  })

  test('twice, or before the start, harms nobody', async () => {
    const { adapter } = await startedSlack('http', silent)
    await adapter.stop()
    await adapter.stop()
    const { slack, start } = await trySlack('socket')
    const tried = await start(silent, [])
    await tried.adapter.stop()
    await slack.says('U1', 'C1', `<@${BOT_USER}> 还在吗`)
    expect(slack.said('C1')).toEqual([])
    await slack.close()
  })
})
