import { type Adapter, DeliveryError } from '../../src/core/adapter.ts'
import type { Clock } from '../../src/core/clock.ts'
import { plainText } from '../../src/core/plain-text.ts'

/** What goes wrong with the next call. `lost`: the platform took it, and its answer never came. */
export type Mishap = 'lost' | 'down' | { readonly retryAfter: number } | 'refused'

/** A platform on paper: what was posted, where, in which order; it fails as it is told. */
export function makePostOffice(clock: Clock, platform = 'paper') {
  const posted: { readonly channel: string; readonly key: string; readonly text: string }[] = []
  const mishaps = { send: [] as Mishap[], confirm: [] as Mishap[] }
  const gates = new Map<string, Promise<void>>()
  let confirmed = 0

  function meet(mishap: Mishap | undefined): void {
    if (mishap === 'refused') throw new DeliveryError('channel_not_found', { permanent: true })
    if (typeof mishap === 'object') throw new DeliveryError('too fast', mishap)
    if (mishap !== undefined) throw new DeliveryError('HTTP 500')
  }

  const adapter: Adapter = {
    platform,
    async start() {},
    directly: ({ space, user }) => ({ platform, space, channel: user }),
    async send(to, reply, key) {
      await gates.get(to.channel)
      const mishap = mishaps.send.shift()
      if (mishap !== undefined && mishap !== 'lost') meet(mishap)
      posted.push({ channel: to.channel, key, text: plainText(reply) })
      meet(mishap)
      return { messageId: String(posted.length), at: clock.now() }
    },
    async confirm(_to, key) {
      confirmed += 1
      meet(mishaps.confirm.shift())
      const at = posted.findIndex((it) => it.key === key)
      return at < 0 ? undefined : { messageId: String(at + 1), at: clock.now() }
    },
    async stop() {},
  }
  return {
    adapter,
    posted,
    mishaps,
    get confirmed() {
      return confirmed
    },
    /** Nothing is answered in that channel until the returned function is called. */
    block(channel: string): () => void {
      let open = () => {}
      gates.set(channel, new Promise((resolve) => (open = resolve)))
      return open
    },
  }
}
