import { expect, test } from 'vitest'
import { guest } from '../../src/core/caller.ts'
import { silentLog } from '../../src/core/log.ts'
import { plainText } from '../../src/core/plain-text.ts'
import { type Reply, reply } from '../../src/core/reply.ts'
import { makeRouter, STALE_AFTER } from '../../src/core/router.ts'
import type { Outcome, Skill } from '../../src/core/skill.ts'
import { message } from '../support/messages.ts'
import { temporaryStore } from '../support/store.ts'

test('a platform hears that a message is safe before any work on it begins', async () => {
  const { receive, store } = await house(async () => {
    events.push('work')
    return reply('好')
  })
  const events: string[] = []
  const asked = message('问')
  await receive(asked, {
    taken: () => void events.push('taken'),
    draw: async () => void events.push(`drawn, ${(await store.inbox.owed('console')).length} owed`),
  })
  expect(events).toEqual(['taken', 'work', 'drawn, 1 owed'])
  expect(await store.inbox.owed('console')).toEqual([])
})

test('an answer that could not be posted is owed after a restart, and then given', async () => {
  const { receive, store } = await house(async () => reply('答案'))
  const asked = message('问')
  await receive(asked, { taken() {}, draw: () => Promise.reject(new Error('platform away')) })
  const [owed] = await store.inbox.owed('console')
  expect(owed).toEqual(asked)
  expect(await drawnOf(receive, asked, asked.at + STALE_AFTER)).toContain('答案')
  expect(await store.inbox.owed('console')).toEqual([])
})

test('a message that waited too long gets a short apology instead of a late answer', async () => {
  const { receive } = await house(async () => reply('答案'))
  const asked = message('问')
  const text = await drawnOf(receive, asked, asked.at + STALE_AFTER + 1)
  expect(text).toContain('再问一次')
  expect(text).not.toContain('答案')
})

test('a reply that gets better is settled after its best version was drawn', async () => {
  async function* better(): AsyncIterable<Reply> {
    yield reply('初稿')
    yield reply('定稿')
  }
  const { receive, store } = await house(async () => better())
  const seen: string[] = []
  await receive(message('问'), {
    taken() {},
    async draw(outcome) {
      if (!(Symbol.asyncIterator in outcome)) return
      for await (const it of outcome) seen.push(plainText(it))
      seen.push(`${(await store.inbox.owed('console')).length} owed`)
    },
  })
  expect(seen).toEqual(['初稿', '定稿', '1 owed'])
  expect(await store.inbox.owed('console')).toEqual([])
})

test('silence is settled, too', async () => {
  const { receive, store } = await house(async () => undefined)
  await receive(message('嗯'), { taken() {}, draw: async () => {} })
  expect(await store.inbox.owed('console')).toEqual([])
})

type TestHouse = Awaited<ReturnType<typeof house>>

async function house(handle: () => Promise<Outcome>) {
  const store = await temporaryStore()
  const skill: Skill = { name: 'ask', summary: 'ask', examples: [], match: () => 1, handle }
  const receive = makeRouter({
    skills: [skill],
    inbox: store.inbox,
    callers: { callerOf: async () => guest() },
    attention: { wants: async () => false },
    limit: { waitFor: () => 0 },
    log: silentLog,
    reference: () => 'ref-1',
  })
  return { receive, store }
}

async function drawnOf(
  receive: TestHouse['receive'],
  asked: ReturnType<typeof message>,
  owedAt: number,
): Promise<string> {
  let text = ''
  await receive(asked, {
    owedAt,
    taken() {},
    async draw(outcome) {
      if (!(Symbol.asyncIterator in outcome)) text = plainText(outcome)
    },
  })
  return text
}
