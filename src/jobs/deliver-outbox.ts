import { type Adapter, DeliveryError, type DeliveryKey, type Receipt } from '../core/adapter.ts'
import { backOff } from '../core/back-off.ts'
import type { Clock, Instant } from '../core/clock.ts'
import { messageOf } from '../core/errors.ts'
import type { Locale } from '../core/locale.ts'
import type { Log } from '../core/log.ts'
import { type Composed, note, plain, type Reply } from '../core/reply.ts'
import type { Outbox, OutboxRow } from '../store/outbox.ts'
import type { Job } from './scheduler.ts'
import { words } from './words.ts'

/** Composes a delivery at the moment it goes out, so that it reflects the current state; or says why it was cancelled. */
export type Composer = (row: OutboxRow) => Promise<Composed>

/** What the platform told about a delivery whose receipt was lost. */
export type Resolution = 'found' | 'absent' | 'unreadable'

export interface DeliverParts {
  readonly outbox: Outbox
  readonly adapters: readonly Adapter[]
  /** By kind of delivery. */
  readonly composers: Readonly<Record<string, Composer>>
  readonly clock: Clock
  readonly log: Log
  /** Id of this run of the bot. */
  readonly boot: string
  /** The office's language, for the reason stored with a delivery's state. */
  readonly locale: Locale
  /** Clock milliseconds per real millisecond: platforms count real ones. */
  readonly speed?: number
  /** Concurrent deliveries. */
  readonly concurrency?: number
  /** In [0, 1). */
  readonly random?: () => number
  /** Metrics. */
  readonly watch?: { sent(platform: string): void; resolved(how: Resolution): void }
}

const CONCURRENCY = 32

const retries = { first: 1_000, longest: 30 * 60_000 }
/** Attempts after which a delivery is parked; with these waits, after half a day to a day. */
const mostAttempts = 60

/** Sends what is due. A failing delivery never fails the job: it is finished, or retried later. */
export function makeDeliverOutbox(parts: DeliverParts): Job {
  const { outbox, clock, log, boot, speed = 1, concurrency = CONCURRENCY, random = Math.random } = parts
  const say = words[parts.locale]
  const adapters = new Map(parts.adapters.map((it) => [it.platform, it]))
  const platforms = [...adapters.keys()]
  const startedAt = clock.now()

  async function takeBack(): Promise<void> {
    for (const { key, boot: other, attemptedAt } of await outbox.takeBack(clock.now()))
      log.warn({ key, boot: other, attemptedAt }, 'a run ended while it was sending this: in doubt')
  }

  async function deliver(row: OutboxRow): Promise<void> {
    const { key } = row
    try {
      const adapter = adapters.get(row.to.platform)
      if (!adapter) throw new Error(`no adapter for ${row.to.platform}`)
      const earlier = await findEarlierAttempt(adapter, row)
      if (typeof earlier === 'object') {
        await outbox.sent(key, earlier)
        return
      }
      if (row.usefulUntil !== undefined && row.usefulUntil <= clock.now()) {
        await outbox.end(key, 'expired', say.tooLate)
        return
      }
      if (earlier === 'unreadable' && row.whenUnprovable === 'wait') {
        await outbox.end(key, 'parked', say.unprovable)
        return
      }
      const composer = parts.composers[row.kind]
      const composed = composer ? await composer(row) : undefined
      if (!composed) await outbox.end(key, 'parked', say.unknownKind(row.kind))
      else if ('cancelled' in composed) await outbox.end(key, 'cancelled', composed.cancelled)
      else await send(adapter, row, composed, earlier === 'unreadable')
    } catch (thrown) {
      await failed(row, thrown)
    }
  }

  /**
   * Whether the platform already has this delivery. It is asked about deliveries that were attempted before, and about
   * those due before this run started: a power cut may have lost the commit that recorded them as sent.
   */
  async function findEarlierAttempt(
    adapter: Adapter,
    row: OutboxRow,
  ): Promise<Receipt | Resolution | undefined> {
    const { key, to, doubtfulSince } = row
    const since = doubtfulSince ?? (row.dueAt < startedAt ? row.dueAt : undefined)
    if (since === undefined) return undefined
    const found = await lookUp(adapter, to, key, since)
    // Not attempted as far as we know, so an unreadable channel is no reason to mark it as a possible repeat.
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
    const marked = repeated
      ? withNote(reply, maybeRepeated)
      : row.released
        ? withNote(reply, released)
        : reply
    const receipt = await adapter.send(row.to, marked, row.key)
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
      else log.error(fields, `a delivery hit a bug and is tried again: ${why}`)
      const asked = thrown instanceof DeliveryError ? thrown.retryAfter : undefined
      const wait = Math.max(asked ?? 0, Math.round(backOff(attempts, retries, random())))
      await outbox.retry(key, clock.now() + wait * speed, why)
    }
  }

  return {
    name: 'deliver-outbox',

    async run(signal) {
      await takeBack()
      const inFlight = new Set<Promise<void>>()
      for (;;) {
        const free = signal.aborted ? 0 : concurrency - inFlight.size
        for (const row of await outbox.claim(clock.now(), boot, free, platforms)) {
          const delivery = deliver(row)
            // The row stays in state `sending`, so the next run treats it as in doubt.
            .catch((thrown: unknown) =>
              log.error({ err: thrown, key: row.key }, 'the outcome of a delivery could not be saved'),
            )
            .finally(() => inFlight.delete(delivery))
          inFlight.add(delivery)
        }
        if (inFlight.size === 0) break
        await Promise.race(inFlight)
      }
      return signal.aborted ? undefined : outbox.nextAt(platforms)
    },
  }
}

/** @returns the receipt, or why there is none. @throws DeliveryError if asking again later may work */
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

const withNote = (reply: Reply, text: string): Reply => ({
  ...reply,
  blocks: [note(plain(text)), ...reply.blocks],
})
