import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { type Adapter, DeliveryError } from '../../src/core/adapter.ts'
import { plainText } from '../../src/core/plain-text.ts'

/** A line of what was posted. */
export interface Letter {
  readonly key: string
  readonly to: string
  readonly text: string
}

/** A platform whose memory is a file, so that it outlives whoever posts. Some answers are lost on their way back. */
export function paperTrail(file: string, random: () => number): Adapter {
  return {
    platform: 'paper',
    async start() {},
    directly: ({ space, user }) => ({ platform: 'paper', space, channel: user }),
    async send(to, reply, key) {
      appendFileSync(file, `${JSON.stringify({ key, to: to.channel, text: plainText(reply) })}\n`)
      if (random() < 0.1) throw new DeliveryError('HTTP 500')
      return { messageId: key, at: 0 }
    },
    async confirm(_to, key) {
      return lettersIn(file).some((it) => it.key === key) ? { messageId: key, at: 0 } : undefined
    },
    async stop() {},
  }
}

export function lettersIn(file: string): readonly Letter[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((it) => it !== '').map((it) => JSON.parse(it) as Letter)
}
