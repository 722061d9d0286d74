import { expect, onTestFinished, test } from 'vitest'
import { makeMetrics, serveMetrics } from '../../src/app/metrics.ts'
import { reply } from '../../src/core/reply.ts'
import { freePort } from '../support/free-port.ts'
import { message } from '../support/messages.ts'
import { temporaryStore } from '../support/store.ts'

test('counts messages, replies and answers, and serves them', async () => {
  const metrics = makeMetrics()
  const receive = metrics.watchReceive(async ({ text }) => (text === '沉默' ? undefined : reply('答')))
  await receive(message('问'))
  await receive(message('沉默'))
  metrics.watchPlatform('slack').reconnected()
  metrics.watchDeliveries.sent('slack')
  metrics.watchDeliveries.resolved('found')
  metrics.watchOutbox((await temporaryStore()).outbox)
  const refusal = {
    kind: 'refusal',
    refusal: 'not-in-corpus',
    text: '',
    claims: [],
    citations: [],
    confidence: 0,
    ms: 1,
  } as const
  await metrics.watchAnswerer({ answer: async () => refusal }).answer({ question: '问' })

  const port = await freePort()
  const served = await serveMetrics(port, metrics)
  onTestFinished(() => served.close())
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
  expect(await get('/healthz')).toBe('ok\n')
  const text = await get('/metrics')
  for (const line of [
    'alliance_messages_in_total{platform="console"} 2',
    'alliance_messages_out_total{platform="console"} 1',
    'alliance_reply_seconds_count{platform="console"} 2',
    'alliance_reconnects_total{platform="slack"} 1',
    'alliance_notices_sent_total{platform="slack"} 1',
    'alliance_notices_in_doubt_total{end="found"} 1',
    'alliance_outbox{state="parked"} 0',
    'alliance_answers_total{kind="refusal",refusal="not-in-corpus"} 1',
  ]) {
    expect(text).toContain(line)
  }
  expect((await fetch(`http://127.0.0.1:${port}/secrets`)).status).toBe(404)
  await expect(serveMetrics(port, metrics)).rejects.toThrow('METRICS_PORT')
})
