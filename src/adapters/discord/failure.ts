import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js'
import { DeliveryError } from '../../core/adapter.ts'
import { messageOf } from '../../core/errors.ts'

/** How to treat a failed request. */
export interface Failure {
  /** `permanent`: retrying is pointless; `limited`: rate limited; `passing`: worth a retry. */
  readonly kind: 'permanent' | 'limited' | 'passing'
  /** The request certainly had no effect; otherwise that is unknown. */
  readonly undone: boolean
  /** Milliseconds to wait, if limited. */
  readonly retryAfter?: number
  /** A global rate limit, not one of this route alone. */
  readonly global?: boolean
  /** The token is invalid or revoked. */
  readonly revoked?: boolean
}

// Errors of a connection that was never made: the request cannot have arrived.
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
])

/** Classifies an error thrown by discord.js. Pure. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof RateLimitError) {
    const retryAfter = Math.max(thrown.retryAfter, thrown.timeToReset)
    return { kind: 'limited', undone: true, retryAfter, global: thrown.global }
  }
  if (thrown instanceof DiscordAPIError) {
    // Discord answers 4xx before it does anything; only the token and the route decide, and neither changes by waiting.
    // An interaction's own token runs out with 401, too, and then has a code.
    const revoked = thrown.status === 401 && thrown.code === RESTJSONErrorCodes.GeneralError
    return { kind: 'permanent', undone: true, ...(revoked ? { revoked } : {}) }
  }
  if (thrown instanceof HTTPError) return { kind: 'passing', undone: false }
  // discord.js forgets a token that was refused and then has none to send.
  if (/^Expected token to be set/.test(messageOf(thrown)))
    return { kind: 'permanent', undone: true, revoked: true }
  return { kind: 'passing', undone: neverSent.has(networkCodeOf(thrown)) }
}

/** The error as a DeliveryError. */
export function deliveryError(thrown: unknown): DeliveryError {
  if (thrown instanceof DeliveryError) return thrown
  const { kind, retryAfter } = failureOf(thrown)
  return new DeliveryError(`Discord: ${messageOf(thrown)}`, {
    permanent: kind === 'permanent',
    ...(retryAfter === undefined ? {} : { retryAfter }),
    cause: thrown,
  })
}

/** Discord's own number of an error (topics/opcodes-and-status-codes#json), or undefined. */
export function codeOf(thrown: unknown): number | undefined {
  const error = thrown instanceof DeliveryError ? thrown.cause : thrown
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : undefined
}

/** A thread cannot be started because it is there: the message has it, or it was never started from one (a forum's, a person's own). */
export const threadStands: ReadonlySet<number | undefined> = new Set([
  RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
  RESTJSONErrorCodes.UnknownMessage,
])

/** The interaction has expired. */
export const interactionGone: ReadonlySet<number | undefined> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
])

function networkCodeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return ''
  const inner = thrown.cause instanceof Error ? networkCodeOf(thrown.cause) : ''
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : inner
}
