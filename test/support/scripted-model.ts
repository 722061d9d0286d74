import { LLMock } from '@copilotkit/aimock'
import { onTestFinished } from 'vitest'
import type { LlmConfig } from '../../src/config-llm.ts'

/** A passage as it was offered to the model. */
export interface Offered {
  readonly id: number
  readonly head: string
  readonly text: string
}

export interface Seen {
  readonly system: string
  readonly user: string
  readonly passages: readonly Offered[]
  readonly question: string
  /** The request as it came. */
  readonly body: object
}

type Said = string | object
type Opinion = (seen: Seen) => Said
type Options = Parameters<LLMock['on']>[2]

export interface ScriptedModel {
  readonly llm: LlmConfig
  /** What every request held, in order. */
  readonly seen: Seen[]
  /** Answers every further request like this. */
  says(opinion: Said | Opinion, options?: Options): void
  /** Puts every further question into these words for the search; else it finds none. Those requests are kept apart. */
  rewrites(rewritten: Said | Opinion): void
  /** Puts passages in this order where it is asked to; else it has no opinion. Those requests are kept apart. */
  reranks(order: Said | Opinion): void
  readonly reranked: Seen[]
  /** What was asked to be put into other words. */
  readonly rewritten: Seen[]
  /** Fails every further request with this status, or so many of them. */
  fails(status: number, options?: { readonly retryAfter?: number; readonly times?: number }): void
}

/**
 * An OpenAI-compatible endpoint on this machine that says what a test lets it say.
 * @param ended when it is to be stopped: at the end of the test where left out
 */
export async function scriptedModel(
  settings: Partial<LlmConfig> = {},
  ended: (stop: () => void) => void = onTestFinished,
): Promise<ScriptedModel> {
  const mock = new LLMock({ port: 0, logLevel: 'silent' })
  await mock.start()
  ended(() => mock.stop())
  const seen: Seen[] = []
  const rewritten: Seen[] = []
  const reranked: Seen[] = []
  let ranking: Said | Opinion = { order: [] }
  let rewriting: Said | Opinion = { questions: [] }
  const sayOf = (opinion: Said | Opinion, it: Seen) => {
    const said = typeof opinion === 'function' ? opinion(it) : opinion
    return { content: typeof said === 'string' ? said : JSON.stringify(said) }
  }
  const script = (opinion: Said | Opinion, options: Options = {}) => {
    mock.clearFixtures()
    mock.on(
      {},
      (body) => {
        const it = { ...readRequest(body.messages), body }
        if (it.system.includes('查文件用的问题')) {
          rewritten.push(it)
          return sayOf(rewriting, it)
        }
        if (it.system.includes('挑选原文')) {
          reranked.push(it)
          return sayOf(ranking, it)
        }
        seen.push(it)
        return sayOf(opinion, it)
      },
      { chunkSize: 12, ...options },
    )
  }
  return {
    llm: {
      apiKey: 'test-key',
      baseUrl: `${mock.url}/v1`,
      model: 'scripted',
      judge: false,
      rerank: false,
      budget: { memberTokens: 1_000_000, allTokens: 10_000_000 },
      ...settings,
    },
    seen,
    rewritten,
    says: script,
    rewrites(it) {
      rewriting = it
    },
    reranked,
    reranks(it) {
      ranking = it
    },
    fails(status, { retryAfter, times } = {}) {
      const error = {
        error: { message: `status ${status}` },
        status,
        ...(retryAfter === undefined ? {} : { retryAfter }),
      }
      if (times === undefined) mock.clearFixtures()
      const failure = { match: {}, response: error }
      if (times === undefined) mock.addFixture(failure)
      else for (let at = 0; at < times; at++) mock.prependFixture({ ...failure, match: { sequenceIndex: 0 } })
    },
  }
}

function readRequest(
  messages: readonly { readonly role: string; readonly content: unknown }[],
): Omit<Seen, 'body'> {
  const contentOf = (role: string) => String(messages.find((it) => it.role === role)?.content ?? '')
  const user = contentOf('user')
  const passages = [...user.matchAll(/<passage id="(\d+)" ([^>]*)>\n([\s\S]*?)\n<\/passage>/gu)].map(
    ([, id, head = '', text = '']) => ({ id: Number(id), head, text }),
  )
  const question = /<question>\n([\s\S]*?)\n<\/question>/u.exec(user)?.[1] ?? ''
  return { system: contentOf('system'), user, passages, question }
}

/** The number of the passage that holds these words; 0 where none does. */
export function numberOf({ passages }: Seen, words: string): number {
  return passages.find((it) => it.text.replace(/\s/gu, '').includes(words.replace(/\s/gu, '')))?.id ?? 0
}
