import { expect, test } from 'vitest'
import { ModelAway } from '../../src/core/llm.ts'
import { silentLog } from '../../src/core/log.ts'
import { makeEmbed } from '../../src/jobs/embed.ts'

/** A job over a store whose documents change when a test says so. */
function job() {
  const it = { revision: 1, at: 0, runs: 0, away: undefined as ModelAway | undefined }
  const { run } = makeEmbed({
    what: 'passages',
    revision: async () => it.revision,
    embed: async () => {
      it.runs += 1
      return { texts: 1, tokens: 1, ...(it.away === undefined ? {} : { away: it.away }) }
    },
    clock: { now: () => it.at },
    log: silentLog,
  })
  return Object.assign(it, { beat: () => run(new AbortController().signal) })
}

test('lets the first round pass, then embeds, and again only when a document has come', async () => {
  const it = job()
  expect(await it.beat()).toBe(0)
  expect(it.runs).toBe(0)
  await it.beat()
  await it.beat()
  expect(it.runs).toBe(1)
  it.revision = 2
  await it.beat()
  expect(it.runs).toBe(2)
})

test('an endpoint that is away is asked again after a quarter of an hour', async () => {
  const it = job()
  await it.beat()
  it.away = new ModelAway('unreachable', 'gone')
  await it.beat()
  it.away = undefined
  it.at += 14 * 60_000
  await it.beat()
  expect(it.runs).toBe(1)
  it.at += 2 * 60_000
  await it.beat()
  expect(it.runs).toBe(2)
})
