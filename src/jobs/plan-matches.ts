import { DeliveryError } from '../core/adapter.ts'
import type { Clock, Instant, LocalDate } from '../core/clock.ts'
import type { Ears } from '../core/ears.ts'
import { messageOf } from '../core/errors.ts'
import type { Introduction } from '../core/introduction.ts'
import { dayAt } from '../core/local-date.ts'
import type { Locale } from '../core/locale.ts'
import type { Log } from '../core/log.ts'
import type { MeetingRooms } from '../core/meeting-rooms.ts'
import type { Address } from '../core/message.ts'
import type { Workdays } from '../core/workdays.ts'
import {
  dueStep,
  endingOf,
  mayTellFits,
  meetingFor,
  type Suggestion,
  step,
  tellEnding,
  tellFits,
  tellMove,
} from '../skills/matchmaking/plan.ts'
import type { Directory } from '../store/directory.ts'
import type { Introductions } from '../store/introductions.ts'
import type { MatchLists } from '../store/match-lists.ts'
import type { Organizations } from '../store/organizations.ts'
import type { Outbox } from '../store/outbox.ts'
import type { Profiles } from '../store/profiles.ts'
import type { Job } from './scheduler.ts'

export interface PlanMatchesParts {
  readonly profiles: Pick<Profiles, 'list' | 'untold' | 'lastTold' | 'told' | 'act'>
  readonly introductions: Pick<Introductions, 'list' | 'act'>
  readonly matchLists: Pick<MatchLists, 'wishes'>
  readonly organizations: Pick<Organizations, 'find'>
  readonly directory: Directory
  readonly outbox: Pick<Outbox, 'add'>
  /** The best partners of a profile. */
  readonly partnersOf: (profile: string) => Promise<readonly Suggestion[]>
  /** Where a platform brings people together; undefined where it cannot. */
  readonly roomsOf: (platform: string) => MeetingRooms | undefined
  readonly platforms: readonly string[]
  readonly ears: () => Promise<Ears>
  readonly workdays: () => Workdays
  readonly office: string
  /** The office's language, for rooms in which two are. */
  readonly locale: Locale
  readonly clock: Clock
  readonly log: Log
  /** Called when there is something to deliver. */
  readonly planned: () => void
}

/** Who the history names for what time alone has done. */
const who = 'clock'
/** New profiles that are looked at in one tick, so that an import of thousands holds nobody up; some thousands a morning. */
const MOST_AT_ONCE = 20

/**
 * Lets time do its work on introductions and profiles: whoever is silent is asked once more and then left in peace, a place
 * is opened for those who both said yes, what came of it is asked, and new profiles are told in the morning. It asks what
 * is due, so a bot that was down catches up with the first tick.
 */
export function makePlanMatches(parts: PlanMatchesParts): Job {
  const { clock, log, introductions, profiles } = parts
  /** The day for which last days have been looked at; another run looks again, to no harm. */
  let looked: LocalDate | undefined
  /** Partners of new profiles, until all of them are found and told at once; another run finds them again. */
  const found = new Map<string, readonly Suggestion[]>()

  async function advance(it: Introduction, ears: Ears, now: Instant): Promise<void> {
    const verb = dueStep(it, now, parts.workdays())
    if (verb === undefined) return
    const room = verb === 'room' ? await openRoom(it) : undefined
    if (room === 'later') return
    const taken = verb === 'room' ? { verb, ...(room ? { room } : {}) } : { verb }
    await introductions.act(
      [it.from, it.to],
      (between) => (between.open?.id === it.id ? step(between, taken, now) : { refused: 'over' }),
      { who, at: now },
      (moved) => tellMove(moved, ears, { at: now, locale: parts.locale }),
    )
  }

  /** The room; undefined where these people can only talk through the bot; `later` where the platform is away. */
  async function openRoom(it: Introduction): Promise<Address | undefined | 'later'> {
    const { directory, office, organizations } = parts
    const names = await Promise.all(
      [it.from, it.to].map(async (id) => (await organizations.find(id))?.name ?? id),
    )
    const meeting = meetingFor(it, {
      contacts: await directory.contacts([it.from, it.to, office], parts.platforms),
      channels: await directory.channels('alliance'),
      office,
      name: names.join(' × '),
    })
    const rooms = meeting && parts.roomsOf(meeting.people[0]?.platform ?? '')
    if (!meeting || !rooms) return undefined
    try {
      return await rooms.open(meeting)
    } catch (thrown) {
      const permanent = thrown instanceof DeliveryError && thrown.permanent
      log.warn({ err: thrown, introduction: it.id }, `no room for an introduction: ${messageOf(thrown)}`)
      return permanent ? undefined : 'later'
    }
  }

  async function end(ears: Ears, now: Instant): Promise<void> {
    const today = dayAt(now)
    if (looked === today) return
    for (const it of await profiles.list({ states: ['published'] })) {
      const due = endingOf(it, today)
      if (due === 'ask') await parts.outbox.add(tellEnding(it, ears, now), now)
      if (due === 'archive')
        await profiles.act(
          it.id,
          'archive',
          (before) => (before && endingOf(before, today) === due ? { ...before, state: 'archived' } : before),
          { who, at: now },
          (after) => tellEnding(after, ears, now),
        )
    }
    looked = today
  }

  async function tellNew(ears: Ears, now: Instant): Promise<void> {
    if (!mayTellFits(now, await profiles.lastTold(), parts.workdays())) return
    const fresh = (await profiles.untold()).map((it) => it.id)
    if (fresh.length === 0) return
    const unseen = fresh.filter((it) => !found.has(it))
    for (const id of unseen.slice(0, MOST_AT_ONCE)) found.set(id, await parts.partnersOf(id))
    if (unseen.length > MOST_AT_ONCE) return
    const all = fresh.map((profile) => ({ profile, partners: found.get(profile) ?? [] }))
    const wishes = await parts.matchLists.wishes()
    await profiles.told(fresh, tellFits(all, wishes, ears, parts.workdays(), now), now)
    found.clear()
  }

  return {
    name: 'plan-matches',
    async run(signal) {
      const [ears, now] = [await parts.ears(), clock.now()]
      for (const it of await introductions.list({ states: ['asked', 'agreed', 'talking'] })) {
        if (signal.aborted) return undefined
        await advance(it, ears, now)
      }
      await end(ears, now)
      await tellNew(ears, now)
      parts.planned()
      return undefined
    },
  }
}
