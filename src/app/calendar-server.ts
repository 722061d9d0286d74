import { createHash } from 'node:crypto'
import type { Clock } from '../core/clock.ts'
import { makeRateLimiter } from '../core/rate-limit.ts'
import type { Training } from '../core/training.ts'
import { calendarOf } from '../skills/deadlines/calendar/calendar.ts'
import { tokenHash, tokenIn } from '../skills/deadlines/calendar/calendar-token.ts'
import { type EntryParts, entriesOf, followedBy } from '../skills/deadlines/entries.ts'
import { addTrainings } from '../skills/trainings/calendar-file.ts'
import { addVisits } from '../skills/trainings/visits/calendar.ts'
import { namesOf } from '../skills/trainings/visits/parts.ts'
import type { Feeds } from '../store/feeds.ts'
import type { Registrations } from '../store/registrations.ts'
import type { Trainings } from '../store/trainings.ts'
import type { Visits } from '../store/visits.ts'
import { type HttpAnswer, type HttpRequest, type Served, serveHttp } from './http-server.ts'

export interface CalendarServerParts extends EntryParts {
  readonly feeds: Pick<Feeds, 'readerOf'>
  readonly trainings: Pick<Trainings, 'find'>
  readonly registrations: Pick<Registrations, 'list'>
  readonly visits: Pick<Visits, 'list'>
  readonly clock: Clock
}

/** Per address; a whole town hall behind one address stays below it. */
const rateLimit = { limit: 120, window: 60_000 }

/** Seconds. Calendar clients poll hourly at most; a minute absorbs impatient reloading. */
const maxAge = 60

/**
 * Serves the calendar feeds of members.
 * @throws Problem where the port is not available
 */
export function serveCalendars(port: number, parts: CalendarServerParts): Promise<Served> {
  return serveHttp(port, 'CALENDAR_PORT', makeCalendarServer(parts))
}

/**
 * Answers GET /calendar/TOKEN.ics with the deadlines of that token's member, the trainings in which they have a seat, and
 * their zone's visits. Everything else gets the same bare 404 after the same query, so that nobody can tell whether a token
 * is malformed, unknown, revoked or of a member who left.
 */
export function makeCalendarServer({
  feeds,
  clock,
  trainings,
  registrations,
  visits,
  ...entryParts
}: CalendarServerParts): (request: HttpRequest) => Promise<HttpAnswer> {
  const limiter = makeRateLimiter({ clock, ...rateLimit })

  async function trainingsOf(member: string): Promise<readonly Training[]> {
    const seated = await registrations.list({ member, states: ['seated'] })
    const found = await Promise.all(seated.map((it) => trainings.find(it.training)))
    return found.filter((it) => it !== undefined)
  }

  return async ({ method, path, from, header }) => {
    const wait = limiter.take(from)
    if (wait > 0) return { status: 429, headers: { 'retry-after': String(Math.ceil(wait / 1000)) } }
    const token = tokenIn(path)
    // A hash is looked up, so the timing of the query reveals nothing about tokens.
    const reader = await feeds.readerOf(tokenHash(token ?? ''))
    if (token === undefined || !reader || (method !== 'GET' && method !== 'HEAD')) return notFound
    const { member, organization, locale = 'zh-CN' } = reader
    const entries = await entriesOf(followedBy(organization), entryParts)
    const seats = await trainingsOf(member)
    const hostings = await visits.list({ of: organization.id })
    const nameOf = await namesOf(entryParts)
    const body = calendarOf(entries, organization, locale, (it) => {
      addTrainings(it, seats, locale)
      addVisits(it, organization.id, hostings, nameOf, locale)
    })
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    // Private: the URL is the only credential, so shared caches must not store the response.
    const headers = { etag, 'cache-control': `private, max-age=${maxAge}` }
    if (isAmong(etag, header('if-none-match'))) return { status: 304, headers }
    return {
      status: 200,
      headers: {
        ...headers,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="deadlines.ics"',
        'referrer-policy': 'no-referrer',
      },
      body,
    }
  }
}

const notFound: HttpAnswer = { status: 404, headers: { 'cache-control': 'no-store' } }

/** RFC 9110, 13.1.2: a list of tags, weak ones too, or `*`. */
function isAmong(etag: string, asked: string | undefined): boolean {
  return asked?.split(',').some((it) => ['*', etag, `W/${etag}`].includes(it.trim())) ?? false
}
