import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { counterpartVector } from './counterpart-vectors.ts'

export interface EmbeddingRequest {
  readonly model: string
  readonly input: readonly string[]
  readonly encoding_format?: string
}

type Answer = (request: EmbeddingRequest, response: ServerResponse) => void

export interface EmbeddingEndpoint {
  readonly url: string
  /** Every request, in order. */
  readonly seen: EmbeddingRequest[]
  /** Texts that were answered, each as often as it was paid for. */
  readonly paid: string[]
  /** Resolves when so many texts have been paid for. */
  paidFor(texts: number): Promise<void>
  /** Answers every further request like this, instead of with vectors. */
  answers(answer: Answer | undefined): void
  /** Fails the next so many requests. */
  fails(status: number, times: number, headers?: Readonly<Record<string, string>>): void
  /** Vectors have so many parts from now on. */
  dimension: number
  /** What a text means from now on, instead of {@link counterpartVector}. */
  means(vectorOf: (text: string, dimension: number) => readonly number[]): void
  close(): Promise<void>
}

/** An OpenAI-compatible embedding endpoint on this machine, see {@link counterpartVector}. */
export async function embeddingEndpoint(dimension = 64): Promise<EmbeddingEndpoint> {
  let special: Answer | undefined
  const waiting: { readonly texts: number; readonly resolve: () => void }[] = []
  let vectorOf: (text: string, dimension: number) => readonly number[] = counterpartVector
  const failures: { status: number; headers: Readonly<Record<string, string>> }[] = []
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const asked = JSON.parse(body) as EmbeddingRequest
      endpoint.seen.push(asked)
      const failure = failures.shift()
      if (failure) {
        response.writeHead(failure.status, { 'content-type': 'application/json', ...failure.headers })
        response.end(JSON.stringify({ error: { message: `status ${failure.status}` } }))
      } else if (special) special(asked, response)
      else {
        endpoint.paid.push(...sendVectors(asked, response, (it) => vectorOf(it, endpoint.dimension)))
        for (const it of waiting) if (endpoint.paid.length >= it.texts) it.resolve()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint: EmbeddingEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    seen: [],
    paid: [],
    dimension,
    paidFor: (texts) =>
      endpoint.paid.length >= texts
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ texts, resolve })),
    answers(answer) {
      special = answer
    },
    means(meaning) {
      vectorOf = meaning
    },
    fails(status, times, headers = {}) {
      for (let at = 0; at < times; at++) failures.push({ status, headers })
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return endpoint
}

/** Answers as OpenAI does, the last first: whoever reads them must go by their index. */
export function sendVectors(
  { input, model }: EmbeddingRequest,
  response: ServerResponse,
  vectorOf: (text: string) => readonly (number | null)[],
): readonly string[] {
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }))
  response.writeHead(200, { 'content-type': 'application/json' })
  const tokens = input.join('').length
  const usage = { prompt_tokens: tokens, total_tokens: tokens }
  response.end(JSON.stringify({ object: 'list', data: data.reverse(), model, usage }))
  return input
}
