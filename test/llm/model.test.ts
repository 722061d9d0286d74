import { describe, expect, test } from 'vitest'
import type { LlmConfig } from '../../src/config-llm.ts'
import { type Completion, ModelAway, type ModelRequest } from '../../src/core/llm.ts'
import { makeModel } from '../../src/llm/model.ts'
import { patience } from '../../src/llm/retries.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { monday, type TestClock } from '../support/people.ts'
import { scriptedModel } from '../support/scripted-model.ts'

const request: ModelRequest = {
  messages: [{ role: 'user', content: '请输出 JSON' }],
  maxTokens: 50,
  payer: 'slack/T1/U1',
}
const quick = { ...patience, together: 10_000, firstPause: 10 }

async function modelOf(llm: LlmConfig, given: Partial<typeof patience> = {}) {
  const store = await openStore(':memory:')
  const clock: TestClock = { at: monday, now: () => clock.at }
  const model = makeModel({
    endpoint: llm,
    budget: llm.budget,
    spending: store.modelSpending,
    clock,
    patience: { ...quick, ...given },
  })
  return {
    store,
    clock,
    ask: (changes: Partial<ModelRequest> = {}) => toTheEnd(model.stream({ ...request, ...changes })),
  }
}

async function toTheEnd(stream: AsyncGenerator<unknown, Completion>) {
  const grown: unknown[] = []
  for (;;) {
    const step = await stream.next()
    if (step.done) return { grown, ...step.value }
    grown.push(step.value)
  }
}

const reasonOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (thrown: unknown) => (thrown instanceof ModelAway ? thrown.reason : String(thrown)),
  )

/** What is left of a day's tokens: as many as can still be reserved. */
async function spent({ modelSpending }: Store, payer = 'slack/T1/U1'): Promise<number> {
  for (let tokens = 0; ; tokens++) {
    const limits = { memberTokens: tokens, allTokens: 1_000_000 }
    if (await modelSpending.reserve({ day: '2014-06-23', payer }, { tokens: 0, money: 0 }, limits))
      return tokens
  }
}

describe('a language model', () => {
  test('streams JSON as it grows and returns the whole', async () => {
    const endpoint = await scriptedModel()
    endpoint.says({ sentences: [{ text: '一句。', passage: 1 }] }, { chunkSize: 5 })
    const { ask } = await modelOf(endpoint.llm)
    const { grown, value } = await ask()
    expect(value).toEqual({ sentences: [{ text: '一句。', passage: 1 }] })
    expect(grown.length).toBeGreaterThan(2)
    expect(grown[0]).not.toEqual(value)
  })

  test('JSON between fences is read', async () => {
    const endpoint = await scriptedModel()
    endpoint.says('```json\n{"sentences": []}\n```')
    const { ask } = await modelOf(endpoint.llm)
    expect((await ask()).value).toEqual({ sentences: [] })
  })

  test('is told with every request what its endpoint needs besides', async () => {
    const endpoint = await scriptedModel({ extraBody: { thinking: { type: 'disabled' }, temperature: 0.1 } })
    endpoint.says({ ok: true })
    const { ask } = await modelOf(endpoint.llm)
    await ask()
    expect(endpoint.seen[0]?.body).toMatchObject({
      model: 'scripted',
      thinking: { type: 'disabled' },
      temperature: 0.1,
      stream: true,
      response_format: { type: 'json_object' },
    })
  })

  test('what is no JSON is malformed, and a stream that breaks off is cut off', async () => {
    const endpoint = await scriptedModel()
    const { ask } = await modelOf(endpoint.llm)
    endpoint.says('{"sentences": [{"text": 验收')
    expect(await reasonOf(ask())).toBe('malformed')
    endpoint.says(
      { sentences: [{ text: '各有关实验区须提交材料。', passage: 1 }] },
      { chunkSize: 4, truncateAfterChunks: 4, latency: 20 },
    )
    expect(await reasonOf(ask())).toBe('cut-off')
  })

  test('is asked again after too many requests, when the endpoint says', async () => {
    const endpoint = await scriptedModel()
    endpoint.says({ ok: true })
    endpoint.fails(429, { retryAfter: 0, times: 1 })
    const { ask } = await modelOf(endpoint.llm)
    expect((await ask()).value).toEqual({ ok: true })
  })

  test('is not waited for longer than all of it may take', async () => {
    const endpoint = await scriptedModel()
    endpoint.fails(429, { retryAfter: 60 })
    const { ask } = await modelOf(endpoint.llm)
    const begun = performance.now()
    expect(await reasonOf(ask())).toBe('rate-limited')
    expect(performance.now() - begun).toBeLessThan(quick.together)
  })

  test('a failing endpoint is tried three times, a refusing one once', async () => {
    const endpoint = await scriptedModel()
    const { ask } = await modelOf(endpoint.llm, { together: 5_000 })
    endpoint.fails(500)
    expect(await reasonOf(ask())).toBe('unreachable')
    endpoint.fails(401)
    expect(await reasonOf(ask())).toBe('refused')
  })

  test('one that hangs is left in time, one that nobody runs at once', async () => {
    const endpoint = await scriptedModel()
    endpoint.says({ ok: true }, { latency: 3_000 })
    const { ask } = await modelOf(endpoint.llm, { together: 400 })
    expect(await reasonOf(ask())).toBe('time-out')
    const nobody = await modelOf({ ...endpoint.llm, baseUrl: 'http://127.0.0.1:9/v1' })
    expect(await reasonOf(nobody.ask())).toBe('unreachable')
  })

  test('can be stopped', async () => {
    const endpoint = await scriptedModel()
    endpoint.says({ ok: true }, { latency: 3_000 })
    const { ask } = await modelOf(endpoint.llm, { together: 5_000 })
    const stop = new AbortController()
    const asked = reasonOf(ask({ signal: stop.signal }))
    stop.abort()
    expect(await asked).toBe('cancelled')
  })

  test('rests after five failures in a row, and is tried once when it has rested', async () => {
    const endpoint = await scriptedModel()
    endpoint.fails(401)
    const { ask, clock } = await modelOf(endpoint.llm)
    for (let at = 0; at < 5; at++) expect(await reasonOf(ask())).toBe('refused')
    endpoint.says({ ok: true })
    expect(await reasonOf(ask())).toBe('resting')
    expect(endpoint.seen).toHaveLength(0)
    clock.at += 31_000
    expect(await reasonOf(ask())).toBe('answered')
    expect(await reasonOf(ask())).toBe('answered')
  })
})

describe('what it may cost', () => {
  test('a person who has used up the day is not asked for again, the others are', async () => {
    const endpoint = await scriptedModel({ budget: { memberTokens: 80, allTokens: 10_000 } })
    endpoint.says({ ok: true })
    const { ask } = await modelOf(endpoint.llm)
    const answers = await Promise.all(Array.from({ length: 8 }, () => reasonOf(ask())))
    expect(answers.filter((it) => it === 'answered')).toHaveLength(1)
    expect(answers).toContain('budget')
    expect(await reasonOf(ask({ payer: 'slack/T1/U2' }))).toBe('answered')
  })

  test('money is counted where prices are known, and a new day begins anew', async () => {
    const budget = {
      memberTokens: 10_000,
      allTokens: 10_000,
      allMoney: 0.0005,
      price: { input: 2, output: 8 },
    }
    const endpoint = await scriptedModel({ budget })
    endpoint.says({ ok: true })
    const { ask, clock } = await modelOf(endpoint.llm)
    const answers: string[] = []
    for (let at = 0; at < 12; at++) answers.push(await reasonOf(ask()))
    expect(answers[0]).toBe('answered')
    expect(answers.at(-1)).toBe('budget')
    clock.at += 24 * 3600_000
    expect(await reasonOf(ask())).toBe('answered')
  })

  test('only what the endpoint counted is spent; what failed before its first word costs nothing', async () => {
    const endpoint = await scriptedModel()
    const { ask, store } = await modelOf(endpoint.llm)
    endpoint.fails(401)
    await reasonOf(ask())
    expect(await spent(store)).toBe(0)
    endpoint.says({ ok: true })
    const { usage } = await ask()
    expect(await spent(store)).toBe(usage.input + usage.output)
  })
})
