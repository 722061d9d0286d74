import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Answer } from '../../src/skills/ask/answer/answer.ts'
import { alliance, linesOf } from '../support/command-line.ts'
import { embeddingEndpoint, sendVectors } from '../support/embedding-endpoint.ts'
import { numberOf, scriptedModel } from '../support/scripted-model.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Shares no word and no two neighbouring characters with what answers it. */
const question = '仓储烧着了该干啥'
const rule = '发现明火的，值守者须在3分钟内拉响警铃'
const rules = `# 虚构规定

第一条 钥匙由专人保管。

第二条 ${rule}。

第三条 汛期前疏通沟渠。

第四条 每季度开展一次演练。
`

/** Knows that all of this is about fire, and nothing else of any text. */
const meaningOf = (text: string) => [/火|烧|燃/u.test(text) ? 1 : -1, /水|汛/u.test(text) ? 1 : -1, 0.1, 0.1]

/** An installation with a chat model that quotes the rule where it is offered, and with or without vectors. */
async function installation() {
  const model = await scriptedModel()
  model.says((seen) => {
    const passage = numberOf(seen, rule)
    return { sentences: passage === 0 ? [] : [{ text: `${rule}。`, passage }], unclear: [] }
  })
  const endpoint = await embeddingEndpoint()
  onTestFinished(() => endpoint.close())
  endpoint.answers((request, response) => sendVectors(request, response, meaningOf))
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, 'rules.md'), rules)
  const vectors = {
    OPENAI_EMBEDDING_MODEL: 'meaning',
    OPENAI_EMBEDDING_BASE_URL: endpoint.url,
    OPENAI_EMBEDDING_API_KEY: 'test-key',
  }
  const chat = {
    OPENAI_API_KEY: model.llm.apiKey,
    OPENAI_BASE_URL: model.llm.baseUrl,
    OPENAI_MODEL: model.llm.model,
  }
  const run = (env: Readonly<Record<string, string>>, ...argv: readonly string[]) =>
    alliance(argv, { cwd, env })
  await run({}, 'ingest', 'rules.md')
  return { cwd, endpoint, vectors, chat, run }
}

/** An answer as it was printed, but for how long it took. */
async function answerTo(asked: string, run: (...argv: string[]) => Promise<{ readonly out: string }>) {
  const [answer] = linesOf<Answer>((await run('ask', asked, '--json')).out)
  return { ...answer, ms: 0 }
}

test('what is asked in wholly other words is answered where a vector knows what is meant', async () => {
  const { run, chat, vectors } = await installation()
  expect(await answerTo(question, (...argv) => run(chat, ...argv))).toMatchObject({ kind: 'refusal' })
  expect(await run(vectors, 'embed')).toMatchObject({ code: 0 })
  const answer = await answerTo(question, (...argv) => run({ ...chat, ...vectors }, ...argv))
  expect(answer).toMatchObject({ kind: 'answer', wording: 'model' })
  expect(answer.text).toContain('警铃')
  expect(answer.citations?.[0]?.quote).toContain(rule)
})

test('a whole set is evaluated with them: more of it is right than without', async () => {
  const { cwd, run, chat, vectors } = await installation()
  const line = { id: 'v1', question, kind: 'rule', evidence: rule, must_include: ['警铃'] }
  writeFileSync(join(cwd, 'set.jsonl'), `${JSON.stringify(line)}\n`)
  await run(vectors, 'embed')
  const rightOf = async (env: Readonly<Record<string, string>>) => {
    const { out } = await run(env, 'eval', 'set.jsonl', '--llm', '--json')
    return (JSON.parse(out) as { readonly all: { readonly right: number } }).all.right
  }
  expect(await rightOf(chat)).toBe(0)
  expect(await rightOf({ ...chat, ...vectors })).toBe(1)
})

test('without an endpoint, and with one that is away, answers are the same to the byte', async () => {
  const { run, vectors, endpoint } = await installation()
  const asked = ['钥匙由谁保管', question]
  const all = async (env: Readonly<Record<string, string>>) => {
    const answers: unknown[] = []
    for (const it of asked) answers.push(await answerTo(it, (...argv) => run(env, ...argv)))
    return JSON.stringify(answers)
  }
  const without = await all({})
  await run(vectors, 'embed')
  expect(await all({})).toBe(without)
  endpoint.answers((_, response) => {
    response.writeHead(400, { 'content-type': 'application/json' })
    response.end('{}')
  })
  expect(await all(vectors)).toBe(without)
})
