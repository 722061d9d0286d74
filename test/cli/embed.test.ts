import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { alliance } from '../support/command-line.ts'
import { embeddingEndpoint } from '../support/embedding-endpoint.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function setting(more: Readonly<Record<string, string>> = {}) {
  const endpoint = await embeddingEndpoint()
  onTestFinished(() => endpoint.close())
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, 'a.md'), '# 虚构办法\n\n第一条 虚构的事。\n\n第二条 另一件虚构的事。\n')
  const env = {
    OPENAI_EMBEDDING_MODEL: 'counterpart',
    OPENAI_EMBEDDING_BASE_URL: endpoint.url,
    OPENAI_EMBEDDING_API_KEY: 'test-key',
    ...more,
  }
  await alliance(['ingest', 'a.md'], { cwd, env })
  return { endpoint, run: (...argv: string[]) => alliance(argv, { cwd, env }) }
}

test('says what it will cost before anything is sent, does it, and has nothing more to do', async () => {
  const { endpoint, run } = await setting({ LLM_PRICE_EMBEDDING: '1000000' })
  const before = await run('embed', '--estimate')
  expect(before.out).toMatch(
    /counterpart：\d+ 段文件、0 条资料还没有向量，最多约 (\d+) token，1 次请求，约 \1\.00/u,
  )
  expect(endpoint.seen).toHaveLength(0)
  expect((await run('doctor')).out).toMatch(
    /· 向量检索：counterpart，接口 127.0.0.1:\d+；(\d+) 段中 0 段有向量/u,
  )
  const embedded = await run('embed')
  expect(embedded).toMatchObject({ code: 0 })
  expect(embedded.err).toContain(before.out.trim())
  expect(embedded.out).toMatch(/^(\d+) 段中有 \1 段有向量，0 条资料中有 0 条；/u)
  expect((await run('doctor')).out).toContain('✓ 向量检索')
  const sent = endpoint.seen.length
  expect((await run('embed', '--estimate')).out).toContain('每个段落、每条资料都有向量了')
  expect((await run('embed', '--json')).out).toContain('"texts":0')
  expect(endpoint.seen).toHaveLength(sent)
})

test('where the endpoint fails it says so, keeps what is done, fails, and goes on the next time', async () => {
  const { endpoint, run } = await setting({ OPENAI_EMBEDDING_BATCH: '1' })
  endpoint.answers((_, response) => {
    response.writeHead(400, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { message: 'batch size is invalid' } }))
  })
  const failed = await run('embed')
  expect(failed.code).toBe(1)
  expect(failed.err).toMatch(
    /还没有向量，最多约 \d+ token[\s\S]*没有做完，已做的都保存了。请检查密钥和模型名/u,
  )
  endpoint.answers(undefined)
  expect((await run('embed')).code).toBe(0)
})

test('without a model it says what to set', async () => {
  const { code, err } = await alliance(['embed'], { cwd: temporaryFolder() })
  expect(code).toBe(1)
  expect(err).toContain('OPENAI_EMBEDDING_MODEL')
})

test('LLM=off switches vectors off, too', async () => {
  const { endpoint, run } = await setting({ LLM: 'off' })
  expect((await run('embed')).code).toBe(1)
  await run('search', '虚构的事')
  expect(endpoint.seen).toHaveLength(0)
})
