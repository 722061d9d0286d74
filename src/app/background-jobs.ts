import type { Config } from '../config.ts'
import type { Adapter } from '../core/adapter.ts'
import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'
import type { Workdays } from '../core/workdays.ts'
import { makeDeliverOutbox } from '../jobs/deliver-outbox.ts'
import { makeEmbed } from '../jobs/embed.ts'
import { makeKeepBoards } from '../jobs/keep-boards.ts'
import { makePlanMatches } from '../jobs/plan-matches.ts'
import { makePlanNotices } from '../jobs/plan-notices.ts'
import { makePlanTrainings } from '../jobs/plan-trainings.ts'
import { makePlanVisits } from '../jobs/plan-visits.ts'
import { makeScheduler, type Scheduler } from '../jobs/scheduler.ts'
import { stepsUnder } from '../skills/deadlines/plan.ts'
import { makeDeadlineComposers } from '../skills/deadlines/telling/compose.ts'
import type { AllianceData } from '../skills/matchmaking/parts.ts'
import { makePartners } from '../skills/matchmaking/suggesting/partners.ts'
import { makeMatchComposers } from '../skills/matchmaking/telling/compose.ts'
import { officeId } from '../skills/members/organizations.ts'
import { boardEventOf } from '../skills/trainings/announcing/board-event.ts'
import { makeAnnouncementComposers } from '../skills/trainings/announcing/compose-announcement.ts'
import { invitedTo } from '../skills/trainings/invited.ts'
import { subjectsIn } from '../skills/trainings/parts.ts'
import { makeTrainingComposers } from '../skills/trainings/telling/compose.ts'
import { makeVisitComposers } from '../skills/trainings/visits/telling/compose.ts'
import { provinces } from '../skills/zones/provinces.ts'
import type { Store } from '../store/index.ts'
import type { Listening } from './ears.ts'
import type { Embedding } from './embedding.ts'
import type { Metrics } from './metrics.ts'

export interface BackgroundJobParts {
  readonly config: Pick<Config, 'language' | 'speed'>
  readonly clock: Clock
  readonly log: Log
  readonly store: Store
  readonly listening: Listening
  /** Platforms that notices are sent to. */
  readonly adapters: readonly Adapter[]
  /** Id of this run of the bot. */
  readonly boot: string
  readonly metrics: Metrics
  readonly workdays: () => Workdays
  readonly alliance: () => AllianceData
  /** Absent where no embedding endpoint is configured. */
  readonly embedding?: Embedding
}

const deliver = 'deliver-outbox'
const match = 'plan-matches'
/** How many partners of a new profile are told about it. */
const partnersTold = 10
/** Minimum score for telling a partner unasked; weaker matches are shown only on request. */
const worthTelling = 0.3
const regionOf = (province: string) => provinces.find((it) => it.short === province)?.region

/** Creates the scheduler with every background job: planners fill the outbox, the outbox is delivered. */
export function makeBackgroundJobs(parts: BackgroundJobParts): Scheduler {
  const { config, clock, log, store, listening, workdays, alliance, adapters, embedding } = parts
  const partners = makePartners({ ...store, clock, alliance })
  const scheduler: Scheduler = makeScheduler({
    clock,
    speed: config.speed,
    log,
    jobs: [
      makePlanNotices({
        ...store,
        ears: listening.ears,
        stepsOf: stepsUnder(workdays()),
        regionOf,
        clock,
        log,
        planned: () => scheduler.wake(deliver),
      }),
      makePlanTrainings({
        ...store,
        ears: listening.ears,
        workdays,
        clock,
        log,
        planned: () => scheduler.wake(deliver),
      }),
      makePlanVisits({
        ...store,
        ears: listening.ears,
        workdays,
        clock,
        planned: () => scheduler.wake(deliver),
      }),
      makePlanMatches({
        ...store,
        ears: listening.ears,
        partnersOf: (profile) => partners.forProfile(profile, partnersTold, worthTelling),
        roomsOf: (platform) => adapters.find((it) => it.platform === platform)?.rooms,
        platforms: adapters.map((it) => it.platform),
        workdays,
        office: officeId,
        locale: config.language,
        clock,
        log,
        planned: () => scheduler.wake(deliver),
      }),
      makeKeepBoards({
        ...store,
        adapters: parts.adapters,
        invited: async (training) =>
          new Set(invitedTo(training, await subjectsIn({ ...store, regionOf })).map((it) => it.organization)),
        eventOf: (hall, now) => boardEventOf(hall, now, config.language),
        clock,
        log,
      }),
      ...(embedding
        ? [
            makeEmbed({
              what: 'passages',
              revision: () => store.passages.index.revision(),
              embed: (options) => embedding.embedPassages(options),
              clock,
              log,
            }),
            makeEmbed({
              what: 'profiles',
              revision: () => store.profiles.edition(),
              embed: (options) => embedding.embedProfiles(options),
              clock,
              log,
            }),
          ]
        : []),
      makeDeliverOutbox({
        outbox: store.outbox,
        adapters,
        composers: {
          ...makeDeadlineComposers({ ...store, ...listening, clock, workdays }),
          ...makeTrainingComposers({ ...store, ...listening, clock }),
          ...makeMatchComposers({ ...store, ...listening, clock, workdays, alliance, partners }),
          ...makeAnnouncementComposers({ ...store, ...listening, clock }),
          ...makeVisitComposers({ ...store, ...listening, clock }),
        },
        clock,
        log,
        boot: parts.boot,
        locale: config.language,
        speed: config.speed,
        watch: parts.metrics.watchDeliveries,
      }),
    ],
  })
  return scheduler
}

/** The store, with every method that may enqueue a delivery waking the delivery job instead of leaving it to the next tick. */
export function wakingStore(store: Store, wake: (job: string) => void): Store {
  return {
    ...store,
    obligations: {
      ...store.obligations,
      async change(...asked) {
        const result = await store.obligations.change(...asked)
        if (result?.changed) wake(deliver)
        return result
      },
    },
    duties: {
      ...store.duties,
      async keep(...asked) {
        const kept = await store.duties.keep(...asked)
        if (kept.unchanged.length < asked[0].length) wake(deliver)
        return kept
      },
      async settleYear(...asked) {
        await store.duties.settleYear(...asked)
        wake(deliver)
      },
    },
    introductions: {
      ...store.introductions,
      async act(...asked) {
        const moved = await store.introductions.act(...asked)
        // When both sides have agreed, their channel is opened at once.
        if ('after' in moved) wake(moved.after.state === 'agreed' ? match : deliver)
        return moved
      },
    },
    registrations: {
      ...store.registrations,
      async act(...asked) {
        const moved = await store.registrations.act(...asked)
        if (moved && asked[3]) wake(deliver)
        return moved
      },
    },
    visits: {
      ...store.visits,
      async act(...asked) {
        const moved = await store.visits.act(...asked)
        if (moved && moved.changes.length > 0) wake(deliver)
        return moved
      },
    },
    outbox: {
      ...store.outbox,
      async add(items, now) {
        const added = await store.outbox.add(items, now)
        if (added > 0) wake(deliver)
        return added
      },
      async release(key, stamp) {
        const released = await store.outbox.release(key, stamp)
        if (released) wake(deliver)
        return released
      },
    },
    notices: {
      ...store.notices,
      async plan(notices, deliveries, now) {
        const planned = await store.notices.plan(notices, deliveries, now)
        if (planned > 0) wake(deliver)
        return planned
      },
    },
  }
}
