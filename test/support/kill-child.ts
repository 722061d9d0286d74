/**
 * The bot's outbox in a process of its own, so that somebody can kill it: real store, real job, real adapters. Nobody
 * listens, so the adapters are not started; posting and looking need no more than their token.
 */
import { randomUUID } from 'node:crypto'
import { makeDiscord } from '../../src/adapters/discord/adapter.ts'
import { makeSlack } from '../../src/adapters/slack/adapter.ts'
import { systemClock } from '../../src/core/clock.ts'
import { type Log, silentLog } from '../../src/core/log.ts'
import { buttons, reply } from '../../src/core/reply.ts'
import { makeDeliverOutbox } from '../../src/jobs/deliver-outbox.ts'
import { makeScheduler } from '../../src/jobs/scheduler.ts'
import { openStore } from '../../src/store/index.ts'
import type { OutboxItem } from '../../src/store/outbox.ts'

export interface Order {
  readonly database: string
  readonly slack: { readonly apiUrl: string; readonly token: string }
  readonly discord: { readonly apiUrl: string; readonly token: string }
  readonly items: readonly OutboxItem[]
}

/** A line of the log about a delivery in doubt; without `how` the doubt has begun. */
export interface DoubtLine {
  readonly key: string
  readonly how?: 'found' | 'absent' | 'unreadable'
}

/** Deliveries that are planned in one transaction. */
const PLANNED_TOGETHER = 20

process.once('message', (order: Order) => void run(order))
process.send?.('warm')

async function run({ database, slack, discord, items }: Order): Promise<void> {
  const clock = systemClock()
  const log: Log = {
    ...silentLog,
    // On the stream at once: whoever kills us still reads what we said.
    warn: (fields) => void process.stdout.write(`${JSON.stringify(fields)}\n`),
  }
  const { outbox } = await openStore(database)
  const heart = makeScheduler({
    clock,
    log,
    jobs: [
      makeDeliverOutbox({
        outbox,
        adapters: [
          makeSlack({
            botToken: slack.token,
            mode: { kind: 'socket', appToken: 'xapp-unused' },
            apiUrl: slack.apiUrl,
            clock,
            log: silentLog,
            timings: { messageEvery: 1, backOff: 20, callTimeout: 3_000 },
          }),
          makeDiscord({ ...discord, clock, log: silentLog, timings: { requestTimeout: 3_000 } }),
        ],
        composers: {
          notice: async ({ key }) =>
            reply(`通知 <${key}>`, buttons({ label: '已提交', action: 'try.filed', value: key })),
          // Without a button a platform has to keep the key elsewhere.
          // More than Discord takes in two messages.
          long: async ({ key }) =>
            reply(...[1, 2, 3].map((part) => `通知 <${key}/${part}> ${'字。'.repeat(700)}`)),
          bare: async ({ key }) => reply(`通知 <${key}>`),
        },
        clock,
        log,
        boot: randomUUID(),
        locale: 'zh-CN',
      }),
    ],
  })
  heart.start()
  for (let at = 0; at < items.length; at += PLANNED_TOGETHER) {
    await outbox.add(items.slice(at, at + PLANNED_TOGETHER), clock.now())
    heart.wake('deliver-outbox')
  }
  for (;;) {
    const { waiting, sending } = await outbox.counts()
    if (waiting + sending === 0) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await heart.stop()
  process.send?.('done')
}
