import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Receive } from '../core/adapter.ts'
import type { Answerer } from '../skills/ask/answer/answer.ts'
import type { Outbox } from '../store/outbox.ts'
import { type Served, serveHttp } from './http-server.ts'

/** What an operator watches, counted from the first message on. */
export interface Metrics {
  /** The same, counted: messages in and replies out by platform, and the seconds between. */
  watchReceive(receive: Receive): Receive
  /** The same, counted: answers by kind. */
  watchAnswerer(answerer: Answerer): Answerer
  /** For an adapter: counts its reconnects. */
  watchPlatform(platform: string): { reconnected(): void }
  /** For the outbox job: counts what went out, and how doubts about deliveries ended. */
  readonly watchDeliveries: { sent(platform: string): void; resolved(how: string): void }
  /** From now on the depth of the outbox is told, by state. */
  watchOutbox(outbox: Pick<Outbox, 'counts'>): void
  /** In the text format of Prometheus. */
  text(): Promise<string>
}

export function makeMetrics(): Metrics {
  const registers = [new Registry()]
  const [registry] = registers
  const labelNames = ['platform']
  const taken = new Counter({
    name: 'alliance_messages_in_total',
    help: 'Messages taken',
    labelNames,
    registers,
  })
  const replied = new Counter({
    name: 'alliance_messages_out_total',
    help: 'Replies given',
    labelNames,
    registers,
  })
  const seconds = new Histogram({
    name: 'alliance_reply_seconds',
    help: 'From a message to its reply',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
    registers,
  })
  const reconnects = new Counter({
    name: 'alliance_reconnects_total',
    help: 'Reconnects',
    labelNames,
    registers,
  })
  const answers = new Counter({
    name: 'alliance_answers_total',
    help: 'Answers by kind',
    labelNames: ['kind', 'refusal'],
    registers,
  })

  const notices = new Counter({
    name: 'alliance_notices_sent_total',
    help: 'Notices sent',
    labelNames,
    registers,
  })
  const doubts = new Counter({
    name: 'alliance_notices_in_doubt_total',
    help: 'Deliveries of which nobody knew whether they were posted, by what was found',
    labelNames: ['end'],
    registers,
  })

  return {
    watchDeliveries: {
      sent: (platform) => notices.inc({ platform }),
      resolved: (end) => doubts.inc({ end }),
    },
    watchOutbox(outbox) {
      new Gauge({
        name: 'alliance_outbox',
        help: 'Deliveries in the outbox, by state',
        labelNames: ['state'],
        registers,
        async collect() {
          for (const [state, count] of Object.entries(await outbox.counts())) this.set({ state }, count)
        },
      })
    },
    watchReceive(receive) {
      return async (message, turn) => {
        const labels = { platform: message.from.platform }
        taken.inc(labels)
        const done = seconds.startTimer(labels)
        const outcome = await receive(message, turn)
        done()
        if (outcome) replied.inc(labels)
        return outcome
      }
    },
    watchAnswerer({ answer }) {
      return {
        async answer(asked) {
          const given = await answer(asked)
          answers.inc({ kind: given.kind, refusal: given.refusal ?? '' })
          return given
        },
      }
    },
    watchPlatform: (platform) => ({ reconnected: () => reconnects.inc({ platform }) }),
    text: async () => (registry ? registry.metrics() : ''),
  }
}

/**
 * Serves GET /healthz and /metrics.
 * @throws Problem where the port cannot be had
 */
export function serveMetrics(port: number, metrics: Metrics): Promise<Served> {
  return serveHttp(port, 'METRICS_PORT', async ({ method, path }) => {
    if (method !== 'GET' || (path !== '/healthz' && path !== '/metrics')) return { status: 404 }
    const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }
    return { status: 200, headers, body: path === '/healthz' ? 'ok\n' : await metrics.text() }
  })
}
