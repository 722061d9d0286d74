import { describe, expect, onTestFinished, test } from 'vitest'
import { ModelAway } from '../../src/core/llm.ts'
import { forQuestions, makeEmbedder } from '../../src/llm/embedder.ts'
import { counterpartVector } from '../support/counterpart-vectors.ts'
import { type EmbeddingEndpoint, embeddingEndpoint, sendVectors } from '../support/embedding-endpoint.ts'
import { monday, type TestClock } from '../support/people.ts'
import { temporaryStore } from '../support/store.ts'

const plenty = { memberTokens: 1_000_000, allTokens: 1_000_000 }

async function embedderAt(
  endpoint: Pick<EmbeddingEndpoint, 'url'>,
  { budget = plenty, patience = { ...forQuestions, together: 400, firstPause: 10 } } = {},
) {
  const clock: TestClock = { at: monday, now: () => clock.at }
  const { modelSpending: spending } = await temporaryStore()
  const embedder = makeEmbedder({
    endpoint: { apiKey: 'test-key', baseUrl: endpoint.url, model: 'counterpart' },
    patience,
    budget,
    payer: 'questions',
    spending,
    clock,
  })
  return { clock, spending, embed: (...texts: string[]) => embedder.embed(texts) }
}

async function endpoint(): Promise<EmbeddingEndpoint> {
  const it = await embeddingEndpoint()
  onTestFinished(() => it.close())
  return it
}

const reasonOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (thrown: unknown) => (thrown instanceof ModelAway ? thrown.reason : String(thrown)),
  )

describe('an embedder', () => {
  test('gives each text its vector, whatever the order of the answer, and asks for plain numbers', async () => {
    const at = await endpoint()
    const { embed } = await embedderAt(at)
    const { vectors, tokens } = await embed('验收材料', '新区申报')
    expect(vectors).toEqual(
      ['验收材料', '新区申报'].map((it) => Float32Array.from(counterpartVector(it, 64))),
    )
    expect(tokens).toBe(8)
    expect(at.seen[0]).toMatchObject({ model: 'counterpart', encoding_format: 'float' })
  })

  test('telephone and identity numbers do not leave the house', async () => {
    const at = await endpoint()
    const { embed } = await embedderAt(at)
    await embed('联系人张三 13812345678，身份证 110101199003071234')
    expect(at.seen[0]?.input).toEqual(['联系人张三 ［手机号］，身份证 ［身份证号］'])
  })

  test('waits as long as the endpoint asks where it limits requests', async () => {
    const at = await endpoint()
    at.fails(429, 1, { 'retry-after': '0' })
    const { embed } = await embedderAt(at)
    expect(await reasonOf(embed('验收'))).toBe('answered')
    expect(at.seen).toHaveLength(2)
    at.fails(429, 1, { 'retry-after': '60' })
    expect(await reasonOf(embed('验收'))).toBe('rate-limited')
  })

  test('one that hangs is left in time, one that nobody runs at once, one that refuses is not asked again', async () => {
    const at = await endpoint()
    const { embed } = await embedderAt(at)
    at.answers(() => {})
    expect(await reasonOf(embed('验收'))).toBe('time-out')
    at.fails(401, 1)
    expect(await reasonOf(embed('验收'))).toBe('refused')
    expect(at.seen).toHaveLength(2)
    const nobody = await embedderAt({ url: 'http://127.0.0.1:9/v1' })
    expect(await reasonOf(nobody.embed('验收'))).toBe('unreachable')
  })

  test.each<[string, (text: string) => (number | null)[]]>([
    ['holds what is no number', () => [0.5, null, 0.5]],
    ['is empty', () => []],
    ['points nowhere', () => [0, 0, 0]],
    ['has another dimension than its neighbour', (text) => Array<number>(text.length).fill(1)],
  ])('a vector that %s is no vector', async (_, vectorOf) => {
    const at = await endpoint()
    at.answers((asked, response) => void sendVectors(asked, response, vectorOf))
    const { embed } = await embedderAt(at)
    expect(await reasonOf(embed('验收', '新区申报'))).toBe('malformed')
  })

  test('an answer with fewer vectors than texts is none', async () => {
    const at = await endpoint()
    at.answers((asked, response) => void sendVectors({ ...asked, input: ['验收'] }, response, () => [1, 2]))
    const { embed } = await embedderAt(at)
    expect(await reasonOf(embed('验收', '新区申报'))).toBe('malformed')
  })

  test('rests after failing again and again: nobody waits for it', async () => {
    const at = await endpoint()
    const { embed, clock } = await embedderAt(at)
    at.fails(401, 5)
    for (let count = 0; count < 5; count++) expect(await reasonOf(embed('验收'))).toBe('refused')
    expect(await reasonOf(embed('验收'))).toBe('resting')
    clock.at += 31_000
    expect(await reasonOf(embed('验收'))).toBe('answered')
  })

  test('spends no more than a day’s budget', async () => {
    const at = await endpoint()
    const { embed } = await embedderAt(at, { budget: { ...plenty, allTokens: 6 } })
    expect(await reasonOf(embed('验收材料'))).toBe('answered')
    expect(await reasonOf(embed('新区申报'))).toBe('budget')
    expect(at.seen).toHaveLength(1)
  })
})
