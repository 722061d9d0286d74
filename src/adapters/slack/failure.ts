import { webApi } from '@slack/bolt'
import { DeliveryError } from '../../core/adapter.ts'
import { messageOf } from '../../core/errors.ts'

/**
 * How to treat a failed call.
 * `permanent`: retrying is pointless. `wait`: nothing was posted, Slack asks to wait (milliseconds).
 * `unsent`: nothing was posted. `uncertain`: it may have been posted, the response is lost.
 */
export type Failure =
  | { readonly kind: 'permanent'; readonly code: string }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'unsent' }
  | { readonly kind: 'uncertain' }

/** The token is revoked or invalid; only an operator can fix that. https://docs.slack.dev/reference/methods/auth.test#errors */
const revoked = new Set([
  'account_inactive',
  'app_uninstalled',
  'invalid_auth',
  'not_authed',
  'org_login_required',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
])

/** Errors on Slack's side: 'some aspect of the operation may have succeeded before the error was raised'. */
const theirs = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
])

/** Errors of Node and undici raised before any byte of the request was sent. */
const beforeSending = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Classifies an error thrown by the SDK. Pure. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof webApi.WebAPIRateLimitedError) return { kind: 'wait', ms: thrown.retryAfter * 1000 }
  if (thrown instanceof webApi.WebAPIPlatformError) {
    const code = String(thrown.data.error)
    if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'wait', ms: 1000 }
    return theirs.has(code) ? { kind: 'uncertain' } : { kind: 'permanent', code }
  }
  if (thrown instanceof webApi.WebAPIHTTPError)
    return thrown.statusCode >= 500
      ? { kind: 'uncertain' }
      : { kind: 'permanent', code: `http_${thrown.statusCode}` }
  if (messageOf(thrown).startsWith('Retry header')) return { kind: 'wait', ms: 1000 }
  return codesOf(thrown).some((it) => beforeSending.has(it)) ? { kind: 'unsent' } : { kind: 'uncertain' }
}

/** Slack's error code if the token is revoked or invalid; otherwise undefined. */
export function revocationIn(thrown: unknown): string | undefined {
  const code = thrown instanceof webApi.WebAPIPlatformError ? String(thrown.data.error) : undefined
  return code !== undefined && revoked.has(code) ? code : undefined
}

/** The error as a DeliveryError. */
export function deliveryError(thrown: unknown): DeliveryError {
  if (thrown instanceof DeliveryError) return thrown
  const failure = failureOf(thrown)
  const message = failure.kind === 'permanent' ? `Slack refuses: ${failure.code}` : messageOf(thrown)
  return new DeliveryError(message, {
    cause: thrown,
    permanent: failure.kind === 'permanent',
    ...(failure.kind === 'wait' ? { retryAfter: failure.ms } : {}),
  })
}

/** The error codes along the chain of causes. */
function codesOf(thrown: unknown, depth = 0): readonly string[] {
  if (!(thrown instanceof Error) || depth > 5) return []
  const code = 'code' in thrown && typeof thrown.code === 'string' ? [thrown.code] : []
  const original = 'original' in thrown ? codesOf(thrown.original, depth + 1) : []
  return [...code, ...original, ...codesOf(thrown.cause, depth + 1)]
}
