import { createHash } from 'node:crypto'
import type { Clock } from '../core/clock.ts'
import { pace } from '../core/pace.ts'
import type { Training } from '../core/training.ts'
import { calendarOf } from '../skills/deadlines/calendar/calendar.ts'
import { tokenHash, tokenIn } from '../skills/deadlines/calendar/calendar-token.ts'
import { type EntryParts, entriesOf, followedBy } from '../skills/deadlines/entries.ts'
import { addTrainings } from '../skills/trainings/calendar-file.ts'
import type { Feeds } from '../store/feeds.ts'
import type { Registrations } from '../store/registrations.ts'
import type { Trainings } from '../store/trainings.ts'
import { type HttpAnswer, type HttpRequest, type Served, serveHttp } from './http-server.ts'

export interface CalendarServerParts extends EntryParts {
  readonly feeds: Pick<Feeds, 'readerOf'>
  readonly trainings: Pick<Trainings, 'find'>
  readonly registrations: Pick<Registrations, 'list'>
  readonly clock: Clock
}

/** Requests that one address may make within a minute; a whole town hall behind one address stays below. */
const most = 120
const minute = 60_000
/** Addresses remembered at once: whichever was silent longest is forgotten first. */
const remembered = 10_000

/** Calendars ask hourly at most; a minute spares the store a person's impatient reloading. */
const freshFor = 60

/**
 * Serves the calendars of members.
 * @throws Problem where the port cannot be had
 */
export function serveCalendars(port: number, parts: CalendarServerParts): Promise<Served> {
  return serveHttp(port, 'CALENDAR_PORT', makeCalendarServer(parts))
}

/**
 * Answers GET /calendar/TOKEN.ics with the deadlines of that token's member, and the trainings in which they have a seat. Whatever else is asked for gets the same
 * bare 404, after the same look into the store: nobody learns whether a token is malformed, unknown, revoked or of a
 * member who left.
 */
export function makeCalendarServer({
  feeds,
  clock,
  trainings,
  registrations,
  ...entryParts
}: CalendarServerParts): (request: HttpRequest) => Promise<HttpAnswer> {
  const taken = new Map<string, readonly number[]>()

  function waitOf(address: string): number {
    const { wait, kept } = pace(taken.get(address) ?? [], clock.now(), most, minute)
    taken.delete(address)
    taken.set(address, kept)
    const [silent] = taken.keys()
    if (taken.size > remembered && silent !== undefined) taken.delete(silent)
    return wait
  }

  async function trainingsOf(member: string): Promise<readonly Training[]> {
    const seated = await registrations.list({ member, states: ['seated'] })
    const found = await Promise.all(seated.map((it) => trainings.find(it.training)))
    return found.filter((it) => it !== undefined)
  }

  return async ({ method, path, from, header }) => {
    const wait = waitOf(from)
    if (wait > 0) return { status: 429, headers: { 'retry-after': String(Math.ceil(wait / 1000)) } }
    const token = tokenIn(path)
    // What is looked up is a hash, so how far the look gets tells nothing of any token.
    const reader = await feeds.readerOf(tokenHash(token ?? ''))
    if (token === undefined || !reader || (method !== 'GET' && method !== 'HEAD')) return notFound
    const { member, organization, locale = 'zh-CN' } = reader
    const entries = await entriesOf(followedBy(organization), entryParts)
    const seats = await trainingsOf(member)
    const body = calendarOf(entries, organization, locale, (it) => addTrainings(it, seats, locale))
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    // Only the reader's own device may keep it: the address is the only key.
    const headers = { etag, 'cache-control': `private, max-age=${freshFor}` }
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
