import { createHash, randomBytes } from 'node:crypto'

/** The secret of a calendar's address: 128 random bits, as 22 characters that need no escaping in an address. */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}

/** What is kept of a token, and what an asked-for token is looked up by. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Where a calendar server serves the calendar of that token, below its base address. */
export function calendarPath(token: string): string {
  return `/calendar/${token}.ics`
}

/** The token in the path of a request; undefined where it is no path of a calendar. */
export function tokenIn(path: string): string | undefined {
  return /^\/calendar\/([\w-]{22})\.ics$/.exec(path)?.[1]
}
