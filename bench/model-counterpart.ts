/** A counterpart of a model that answers at once with the documents' own sentences; a process of its own, so that its time is none of ours. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { LLMock } from '@copilotkit/aimock'
import { getEncoding } from 'js-tiktoken'

/** Counted with OpenAI's o200k vocabulary. */
export interface Counted {
  readonly requests: number
  readonly input: number
  readonly output: number
}

export interface QuotingModel {
  readonly baseUrl: string
  counted(): Promise<Counted>
  stop(): void
}

/** @param counting whether tokens are counted, which takes it longer than everything else */
export async function startQuotingModel({ counting }: { readonly counting: boolean }): Promise<QuotingModel> {
  const child = fork(fileURLToPath(import.meta.url), [counting ? 'counting' : 'silent'])
  const [baseUrl] = (await once(child, 'message')) as [string]
  return {
    baseUrl,
    async counted() {
      child.send('count')
      const [counted] = (await once(child, 'message')) as [Counted]
      return counted
    },
    stop: () => end(child),
  }
}

const end = (child: ChildProcess) => child.disconnect()

/** The first sentence of the first three passages. */
function quotes(words: string): { text: string; passage: number }[] {
  return [...words.matchAll(/<passage id="(\d+)"[^>]*>\n([^。\n]{10,80}。)/gu)]
    .slice(0, 3)
    .map(([, id, text = '']) => ({ text, passage: Number(id) }))
}

async function serve(counting: boolean, send: (message: string | Counted) => void): Promise<void> {
  const encoding = counting ? getEncoding('o200k_base') : undefined
  const tokens = (text: string) => encoding?.encode(text).length ?? 0
  const counted = { requests: 0, input: 0, output: 0 }
  const mock = new LLMock({ port: 0, logLevel: 'silent' })
  mock.on(
    {},
    ({ messages }) => {
      const words = messages.map((it) => String(it.content)).join('\n')
      const said = JSON.stringify({ sentences: quotes(words), unclear: [] })
      counted.requests += 1
      counted.input += tokens(words)
      counted.output += tokens(said)
      return { content: said }
    },
    { chunkSize: 8 },
  )
  await mock.start()
  process.on('message', () => send(counted))
  process.on('disconnect', () => mock.stop())
  send(`${mock.url}/v1`)
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url))
  await serve(process.argv[2] === 'counting', process.send.bind(process))
