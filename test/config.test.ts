import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConfig, variables } from '../src/config.ts'
import { Problem } from '../src/core/errors.ts'

const here = { root: '/app', cwd: '/home/me', flags: {}, env: {} }

describe('the configuration', () => {
  test('has a default for everything', () => {
    expect(readConfig(here)).toEqual({
      database: '/app/var/alliance.db',
      data: '/app/data',
      prompts: '/app/prompts',
      language: 'zh-CN',
      logLevel: 'warn',
      speed: 1,
    })
  })

  test.each([
    ['sqlite:var/x.db', '/home/me/var/x.db'],
    ['sqlite:./x.db', '/home/me/x.db'],
    ['sqlite:/abs/x.db', '/abs/x.db'],
    ['sqlite:///abs/x.db', '/abs/x.db'],
  ])('takes the store from DATABASE_URL=%s', (url, file) => {
    expect(readConfig({ ...here, env: { DATABASE_URL: url } }).database).toBe(file)
  })

  test('the command line goes before the environment', () => {
    const it = readConfig({
      ...here,
      env: { DATABASE_URL: 'sqlite:a.db' },
      flags: { db: 'b.db', now: '2014-06-23' },
    })
    expect(it.database).toBe('/home/me/b.db')
    expect(it.now).toBe(Date.UTC(2014, 5, 22, 16))
  })

  test('an empty variable means: not set', () => {
    expect(readConfig({ ...here, env: { LOG_LEVEL: '', DATABASE_URL: '' } }).logLevel).toBe('warn')
  })

  test('every bad key is reported at once, by its name', () => {
    const env = { DATABASE_URL: 'postgres://x', LOG_LEVEL: 'loud', ALLIANCE_LANGUAGE: 'fr' }
    const read = () => readConfig({ ...here, env, flags: { now: 'soon' } })
    expect(read).toThrow(Problem)
    for (const name of ['DATABASE_URL', 'LOG_LEVEL', 'ALLIANCE_LANGUAGE', '--now']) expect(read).toThrow(name)
  })

  test('a Slack token alone is not enough; with an app token it is Socket Mode, with a secret it is HTTP', () => {
    const token = { SLACK_BOT_TOKEN: 'xoxb-1' }
    expect(() => readConfig({ ...here, env: token })).toThrow('SLACK_APP_TOKEN')
    expect(() => readConfig({ ...here, env: { SLACK_APP_TOKEN: 'xapp-1' } })).toThrow('SLACK_BOT_TOKEN')
    expect(readConfig({ ...here, env: { ...token, SLACK_APP_TOKEN: 'xapp-1' } }).slack).toEqual({
      botToken: 'xoxb-1',
      mode: { kind: 'socket', appToken: 'xapp-1' },
    })
    const http = readConfig({ ...here, env: { ...token, SLACK_SIGNING_SECRET: 's', SLACK_PORT: '8080' } })
    expect(http.slack?.mode).toEqual({ kind: 'http', signingSecret: 's', port: 8080 })
    expect(() => readConfig({ ...here, env: { SLACK_PORT: 'many' } })).toThrow('SLACK_PORT')
  })

  test('no token is shown in what is wrong', () => {
    const env = { SLACK_BOT_TOKEN: 'secret-without-prefix', DISCORD_APPLICATION_ID: 'x' }
    expect(() => readConfig({ ...here, env })).toThrow(/SLACK_BOT_TOKEN/)
    expect(() => readConfig({ ...here, env })).not.toThrow(/secret-without-prefix/)
  })

  test('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig(here))).toBe(true)
  })

  test('a key alone is a language model; the rest has defaults', () => {
    expect(readConfig({ ...here, env: { OPENAI_API_KEY: 'k' } }).llm).toEqual({
      apiKey: 'k',
      baseUrl: 'https://api.openai.com/v1',
      model: 'gpt-4o-mini',
      judge: false,
      rerank: false,
      budget: { memberTokens: 100_000, allTokens: 3_000_000 },
    })
  })

  test('what an endpoint needs besides is one line of JSON, and never what the house says itself', () => {
    const of = (OPENAI_EXTRA_BODY: string) =>
      readConfig({ ...here, env: { OPENAI_API_KEY: 'k', OPENAI_EXTRA_BODY } }).llm?.extraBody
    expect(of('{"thinking":{"type":"disabled"}}')).toEqual({ thinking: { type: 'disabled' } })
    for (const wrong of ['thinking', '[1]', '{"stream":false}', '{"messages":[]}'])
      expect(() => of(wrong)).toThrow('OPENAI_EXTRA_BODY')
  })

  test('LLM=off switches the language model off, whatever else is set', () => {
    expect(readConfig({ ...here, env: { OPENAI_API_KEY: 'k', LLM: 'off' } }).llm).toBeUndefined()
  })

  test('vectors are made where their model is named, at the same endpoint or at another', () => {
    const of = (env: Readonly<Record<string, string>>) => readConfig({ ...here, env }).embedding
    const named = { OPENAI_EMBEDDING_MODEL: 'text-embedding-v4' }
    expect(of({ OPENAI_API_KEY: 'k' })).toBeUndefined()
    expect(of(named)).toBeUndefined()
    expect(of({ ...named, OPENAI_API_KEY: 'k' })).toEqual({
      apiKey: 'k',
      baseUrl: 'https://api.openai.com/v1',
      model: 'text-embedding-v4',
      batch: 10,
      allTokens: 3_000_000,
    })
    const elsewhere = {
      ...named,
      OPENAI_EMBEDDING_API_KEY: 'other',
      OPENAI_EMBEDDING_BASE_URL: 'http://127.0.0.1:11434/v1',
    }
    expect(of({ ...elsewhere, OPENAI_API_KEY: 'k' })).toMatchObject({
      apiKey: 'other',
      baseUrl: 'http://127.0.0.1:11434/v1',
    })
    expect(readConfig({ ...here, env: elsewhere }).llm).toBeUndefined()
    expect(of({ ...elsewhere, LLM: 'off' })).toBeUndefined()
    expect(() => of({ ...elsewhere, OPENAI_EMBEDDING_BATCH: '0' })).toThrow('OPENAI_EMBEDDING_BATCH')
  })

  test('what is wrong about the language model is told by name, all at once', () => {
    const env = {
      OPENAI_API_KEY: '密钥',
      OPENAI_BASE_URL: 'api.deepseek.com',
      LLM: 'yes',
      LLM_MEMBER_TOKENS: 'many',
    }
    const told = () => readConfig({ ...here, env })
    for (const name of Object.keys(env)) expect(told).toThrow(name)
    expect(() => readConfig({ ...here, env: { LLM_DAY_MONEY: '20' } })).toThrow('LLM_PRICE_INPUT')
  })
})

test('.env.example documents every variable that is read, and no other', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const documented = example.split('\n').flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? [])
  expect([...documented].sort()).toEqual([...variables].sort())
})
