import { type Adapter, DeliveryError, type DeliveryKey, type Receipt } from '../core/adapter.ts'
import type { Clock, Instant } from '../core/clock.ts'
import { messageOf } from '../core/errors.ts'
import type { Locale } from '../core/locale.ts'
import type { Log } from '../core/log.ts'
import { type Composed, note, plain, type Reply } from '../core/reply.ts'
import type { Outbox, OutboxRow } from '../store/outbox.ts'
import { backOff, mostAttempts } from './back-off.ts'
import type { Job } from './heart.ts'
import { words } from './words.ts'

/** Makes the words of a delivery when it goes out, so that they are true then; or says why it is no longer true. */
export type Composer = (row: OutboxRow) => Promise<Composed>

/** How the doubt about a delivery ended. */
export type Resolution = 'found' | 'absent' | 'unreadable'

export interface DeliverParts {
  readonly outbox: Outbox
  readonly adapters: readonly Adapter[]
  /** By the kind of a delivery. */
  readonly composers: Readonly<Record<string, Composer>>
  readonly clock: Clock
  readonly log: Log
  /** Names this run of the bot. */
  readonly boot: string
  /** The office's language, for why a delivery stands where it stands. */
  readonly locale: Locale
  /** Milliseconds of the clock that pass in a real one: platforms count real ones. */
  readonly speed?: number
  /** Deliveries on their way at once. */
  readonly abreast?: number
  /** In [0, 1). */
  readonly random?: () => number
  /** Counts what an operator watches. */
  readonly watch?: { sent(platform: string): void; resolved(how: Resolution): void }
}

const ABREAST = 32

/** Sends what is due. Never throws for a delivery that fails; each ends, or waits for another try. */
export function makeDeliverOutbox(parts: DeliverParts): Job {
  const { outbox, clock, log, boot, speed = 1, abreast = ABREAST, random = Math.random } = parts
  const say = words[parts.locale]
  const adapters = new Map(parts.adapters.map((it) => [it.platform, it]))
  const platforms = [...adapters.keys()]
  const begun = clock.now()

  async function takeBack(): Promise<void> {
    for (const { key, boot: other, attemptedAt } of await outbox.takeBack(clock.now()))
      log.warn({ key, boot: other, attemptedAt }, 'a run ended while it was sending this: in doubt')
  }

  async function deliver(row: OutboxRow): Promise<void> {
    const { key } = row
    try {
      const adapter = adapters.get(row.to.platform)
      if (!adapter) throw new Error(`no adapter for ${row.to.platform}`)
      const looked = await look(adapter, row)
      if (typeof looked === 'object') {
        await outbox.sent(key, looked)
        return
      }
      if (row.usefulUntil !== undefined && row.usefulUntil <= clock.now()) {
        await outbox.end(key, 'expired', say.tooLate)
        return
      }
      if (looked === 'unreadable' && row.whenUnprovable === 'wait') {
        await outbox.end(key, 'parked', say.unprovable)
        return
      }
      const composer = parts.composers[row.kind]
      const made = composer ? await composer(row) : undefined
      if (!made) await outbox.end(key, 'parked', say.unknownKind(row.kind))
      else if ('cancelled' in made) await outbox.end(key, 'cancelled', made.cancelled)
      else await send(adapter, row, made, looked === 'unreadable')
    } catch (thrown) {
      await failed(row, thrown)
    }
  }

  /**
   * Whether a delivery stands on the platform already. In doubt is what was tried before, and whatever was due before
   * this run began: a power cut may have taken the last commits with it, and then nothing here says that it was sent.
   */
  async function look(adapter: Adapter, row: OutboxRow): Promise<Receipt | Resolution | undefined> {
    const { key, to, doubtfulSince } = row
    const since = doubtfulSince ?? (row.dueAt < begun ? row.dueAt : undefined)
    if (since === undefined) return undefined
    const found = await lookUp(adapter, to, key, since)
    // Nobody tried it as far as we know: that it cannot be looked for is no reason to call it a repeat.
    if (doubtfulSince === undefined && found === 'unreadable') return undefined
    const how = typeof found === 'object' ? 'found' : found
    if (doubtfulSince !== undefined || how === 'found') {
      parts.watch?.resolved(how)
      log.warn({ key, since, how, platform: to.platform }, `a delivery in doubt: ${how}`)
    }
    return found
  }

  async function send(adapter: Adapter, row: OutboxRow, reply: Reply, repeated: boolean): Promise<void> {
    const { maybeRepeated, released } = words[row.locale]
    const said = repeated ? marked(reply, maybeRepeated) : row.released ? marked(reply, released) : reply
    const receipt = await adapter.send(row.to, said, row.key)
    await outbox.sent(row.key, receipt, repeated)
    parts.watch?.sent(row.to.platform)
  }

  async function failed(row: OutboxRow, thrown: unknown): Promise<void> {
    const { key, to, attempts } = row
    const why = messageOf(thrown)
    const fields = { key, platform: to.platform, attempts, err: thrown }
    if (thrown instanceof DeliveryError && thrown.permanent) {
      log.warn(fields, `a delivery is refused for good and parked: ${why}`)
      await outbox.end(key, 'parked', why)
    } else if (attempts >= mostAttempts) {
      log.error(fields, `a delivery failed too often and is parked: ${why}`)
      await outbox.end(key, 'parked', say.gaveUp(attempts, why))
    } else {
      if (thrown instanceof DeliveryError) log.info(fields, `a delivery failed and is tried again: ${why}`)
      else log.error(fields, `a delivery met a defect and is tried again: ${why}`)
      const retryAfter = thrown instanceof DeliveryError ? thrown.retryAfter : undefined
      await outbox.retry(key, clock.now() + backOff(attempts, random(), retryAfter) * speed, why)
    }
  }

  return {
    name: 'deliver-outbox',

    async run(signal) {
      await takeBack()
      const onTheWay = new Set<Promise<void>>()
      for (;;) {
        const free = signal.aborted ? 0 : abreast - onTheWay.size
        for (const row of await outbox.claim(clock.now(), boot, free, platforms)) {
          const delivery = deliver(row)
            // The row stays as it is in the store, and is in doubt for the next run.
            .catch((thrown: unknown) =>
              log.error({ err: thrown, key: row.key }, 'what became of a delivery could not be kept'),
            )
            .finally(() => onTheWay.delete(delivery))
          onTheWay.add(delivery)
        }
        if (onTheWay.size === 0) break
        await Promise.race(onTheWay)
      }
      return signal.aborted ? undefined : outbox.nextAt(platforms)
    },
  }
}

/** @returns the receipt, or why there is none. @throws DeliveryError where looking is worth another try */
async function lookUp(
  adapter: Adapter,
  to: OutboxRow['to'],
  key: DeliveryKey,
  since: Instant,
): Promise<Receipt | Exclude<Resolution, 'found'>> {
  if (!adapter.confirm) return 'unreadable'
  try {
    return (await adapter.confirm(to, key, since)) ?? 'absent'
  } catch (thrown) {
    if (thrown instanceof DeliveryError && thrown.permanent) return 'unreadable'
    throw thrown
  }
}

const marked = (reply: Reply, text: string): Reply => ({
  ...reply,
  blocks: [note(plain(text)), ...reply.blocks],
})
