import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from 'openai'
import { ModelAway, type ModelRequest, type Usage } from '../core/llm.ts'
import { estimateTokens } from '../core/tokens.ts'

export interface Endpoint {
  readonly apiKey: string
  readonly baseUrl: string
  readonly model: string
  /** Fields of this endpoint alone, sent with every request. */
  readonly extraBody?: Readonly<Record<string, unknown>>
}

export interface Said {
  readonly text: string
  readonly usage: Usage
}

/** One way to get an answer: yields what has come so far, returns the whole. @throws ModelAway */
export type Attempt<Request = ModelRequest, Step = string, Result = Said> = (
  request: Request,
  signal: AbortSignal,
) => AsyncGenerator<Step, Result>

/** Everything that the SDK would else read from the environment is given, so that nothing goes anywhere unasked. */
export function clientOf({ apiKey, baseUrl }: Pick<Endpoint, 'apiKey' | 'baseUrl'>): OpenAI {
  return new OpenAI({ apiKey, baseURL: baseUrl, organization: null, project: null, maxRetries: 0 })
}

/** Asks an OpenAI-compatible endpoint once; how often and how long is decided around it. */
export function openAiAttempt({ apiKey, baseUrl, model, extraBody }: Endpoint): Attempt {
  const client = clientOf({ apiKey, baseUrl })

  return async function* attempt({ messages, maxTokens }, signal) {
    let text = ''
    let opened = false
    let finish: string | undefined
    let usage: Usage | undefined
    try {
      const stream = await client.chat.completions.create(
        {
          temperature: 0,
          ...extraBody,
          model,
          messages: messages.map(({ role, content }) => ({ role, content })),
          max_tokens: maxTokens,
          response_format: { type: 'json_object' },
          stream: true,
          stream_options: { include_usage: true },
        },
        { signal },
      )
      opened = true
      for await (const chunk of stream) {
        const [choice] = chunk.choices
        if (chunk.usage) usage = { input: chunk.usage.prompt_tokens, output: chunk.usage.completion_tokens }
        finish = choice?.finish_reason ?? finish
        const piece = choice?.delta.content ?? ''
        if (piece === '') continue
        text += piece
        yield text
      }
    } catch (thrown) {
      throw awayOf(thrown, signal, opened)
    }
    // The SDK ends quietly where it was stopped.
    if (signal.aborted) throw awayOf(signal.reason, signal, true)
    if (finish === undefined) throw new ModelAway('cut-off', 'the stream ended before the answer did')
    if (finish !== 'stop') throw new ModelAway('cut-off', `the answer was ended by ${finish}`)
    return { text, usage: usage ?? { input: estimateTokens(messages), output: estimateTokens(text) } }
  }
}

/** What a failure of the SDK, the network or the endpoint means. */
export function awayOf(thrown: unknown, signal: AbortSignal, opened: boolean): ModelAway {
  const cause = { cause: thrown }
  if (signal.aborted || thrown instanceof APIUserAbortError) {
    const late = signal.reason instanceof Error && signal.reason.name === 'TimeoutError'
    return new ModelAway(late ? 'time-out' : 'cancelled', late ? 'no answer in time' : 'cancelled', cause)
  }
  if (opened) return new ModelAway('cut-off', `the stream broke off: ${String(thrown)}`, cause)
  if (thrown instanceof APIConnectionError)
    return new ModelAway('unreachable', `the endpoint cannot be reached: ${thrown.message}`, {
      ...cause,
      passing: true,
    })
  if (!(thrown instanceof APIError) || thrown.status === undefined)
    return new ModelAway('unreachable', `no answer: ${String(thrown)}`, cause)
  const { status } = thrown
  const wait = waitOf(thrown.headers?.get('retry-after'))
  const told = { ...cause, ...(wait === undefined ? {} : { retryAfter: wait }) }
  if (status === 429) return new ModelAway('rate-limited', 'too many requests', { ...told, passing: true })
  if (status >= 500 || status === 408)
    return new ModelAway('unreachable', `the endpoint failed with ${status}`, { ...told, passing: true })
  return new ModelAway('refused', `the endpoint refused with ${status}: ${thrown.message}`, cause)
}

/** Retry-After in seconds, as milliseconds; dates are not waited for. */
function waitOf(header: string | null | undefined): number | undefined {
  const seconds = Number(header ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}
