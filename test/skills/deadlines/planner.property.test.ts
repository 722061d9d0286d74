import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ZoneSubject } from '../../../src/core/audience.ts'
import type { Instant } from '../../../src/core/clock.ts'
import type { DateRule, Duty, Obligation } from '../../../src/core/duty.ts'
import { dateAt, instantAt, ordinalOf } from '../../../src/core/local-date.ts'
import { memoryOf, planSteps } from '../../../src/skills/deadlines/rules/due-steps.ts'
import { earsOf, planNotices } from '../../../src/skills/deadlines/rules/recipients.ts'
import { obligationsOf } from '../../../src/skills/deadlines/rules/rules.ts'
import { stepsUnder } from '../../../src/skills/deadlines/rules/steps.ts'
import { makeWorkdays } from '../../../src/skills/deadlines/rules/workdays.ts'
import { organizationsOf } from '../../../src/skills/members/organizations.ts'
import type { Notice } from '../../../src/store/notices.ts'
import type { Zone } from '../../../src/store/zones.ts'
import { kept } from './world.ts'

const hour = 3_600_000
const start = instantAt('2027-06-01', '00:00')
/** No holiday arrangement of these years is published; the year after has a leap day. */
const end = instantAt('2028-06-01', '00:00')
const firstDay = ordinalOf('2027-06-01')

const day = fc.integer({ min: 0, max: 365 }).map((it) => dateAt(firstDay + it))
const monthDay = fc.constantFrom('02-29', '01-31', '06-30', '10-05', '12-31')
const rule: fc.Arbitrary<DateRule> = fc.oneof(
  day.map((date) => ({ kind: 'once' as const, date })),
  monthDay.map((it) => ({ kind: 'yearly' as const, day: it, from: 2020 })),
  fc.record({
    kind: fc.constant('after' as const),
    milestone: fc.constant('founded' as const),
    years: fc.integer({ min: 0, max: 6 }),
    day: monthDay,
  }),
  fc.record({
    kind: fc.constant('event' as const),
    event: fc.constant('培训'),
    on: day,
    days: fc.integer({ min: -30, max: 30 }),
  }),
  day.map((date) => ({
    kind: 'campaign' as const,
    batches: [
      { name: '首批', date },
      { name: '补充 批', date: '2027-09-30' },
    ],
  })),
)
const ladder = fc.record({
  before: fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { maxLength: 8 }),
  after: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }),
  at: fc.constantFrom('08:00', '09:00', '17:30'),
  copyProvinceFrom: fc.integer({ min: 0, max: 20 }),
  copyOfficeFrom: fc.integer({ min: 1, max: 20 }),
})
const duties = fc.array(fc.record({ rule, ladder }), { minLength: 1, maxLength: 4 }).map((all) =>
  all.map(
    (it, n): Duty => ({
      ...it,
      id: `duty-${n}`,
      title: '任务',
      kind: 'report',
      audience: { of: 'zones' },
      materials: [],
      state: 'live',
      liveSince: start,
      revision: 1,
    }),
  ),
)
const zones = fc
  .array(fc.option(fc.integer({ min: 2020, max: 2027 })), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map(
      (founded, n): Zone => ({
        id: `zone-${n}`,
        name: `实验区${n}`,
        short: `区${n}`,
        aliases: [],
        province: '江苏',
        region: '东部',
        ...(founded === null ? {} : { founded }),
      }),
    ),
  )
/** When the planner wakes: hours since the last time. Outages are long ones, a clock that jumps back is a negative one. */
const wakes = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 24 }) },
    { weight: 2, arbitrary: fc.integer({ min: 24, max: 24 * 40 }) },
    { weight: 1, arbitrary: fc.constantFrom(-1, -24) },
  ),
  { minLength: 5, maxLength: 60 },
)

const stepsOf = stepsUnder(makeWorkdays())

interface World {
  readonly duties: readonly Duty[]
  readonly zones: readonly Zone[]
  readonly reached: readonly boolean[]
  readonly wakes: readonly number[]
  /** After how many wakes each zone files. */
  readonly files: readonly number[]
}

const world: fc.Arbitrary<World> = fc.record({
  duties,
  zones,
  reached: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  wakes,
  files: fc.array(fc.integer({ min: 10, max: 80 }), { minLength: 4, maxLength: 4 }),
})

/** Lets the planner wake at those times, with a memory like the store's. */
function live({ duties, zones, reached, wakes, files }: World) {
  const organizations = organizationsOf([{ short: '江苏', full: '江苏省' }], zones)
  const ears = earsOf({
    organizations,
    contacts: ['office', 'province-江苏', ...zones.map((it) => it.id)].map((organization, n) => ({
      member: `member-${n}`,
      organization,
      ...(n < 2 || reached[n - 2] ? { account: { platform: 'console', space: 'x', user: `u${n}` } } : {}),
    })),
    channels: [],
    directly: ({ platform, space, user }) => ({ platform, space, channel: user }),
  })
  const subjects = zones.map((zone): ZoneSubject => ({ of: 'zones', organization: zone.id, zone }))
  const circumstances = { now: start, settled: [], putOff: [] }
  const obligations = obligationsOf(duties, subjects, circumstances).owed.map((it) => kept(it, start))
  const memory = new Set<string>()
  const notices: { readonly notice: Notice; readonly now: Instant }[] = []
  const keys = new Set<string>()
  let now = start
  let latest = start
  const awake: Instant[] = []
  const stateOf = (it: Obligation, wake: number) =>
    (wake >= (files[zones.findIndex((zone) => zone.id === it.organization)] ?? 99) ? 'filed' : 'open') as
      | 'filed'
      | 'open'
  wakes.forEach((hours, wake) => {
    now = Math.min(now + hours * hour, end)
    latest = Math.max(latest, now)
    awake.push(now)
    const open = obligations.map((it) => ({ ...it, state: stateOf(it, wake) }))
    const plan = planNotices(
      planSteps({ duties, obligations: open, stepsOf }, now, memoryOf(memory)),
      ears,
      now,
    )
    for (const notice of plan.notices) {
      notices.push({ notice, now })
      const { obligation, due, step, recipient, to } = notice
      memory.add(`${obligation} ${due} ${step} ${recipient} ${to.platform}/${to.space}/${to.channel}`)
    }
    for (const { key } of plan.deliveries) {
      expect(keys.has(key)).toBe(false)
      expect(key).toMatch(/^[A-Za-z0-9:._-]{1,60}$/)
      keys.add(key)
    }
  })
  return { obligations, notices, awake, stateOf }
}

test('each step reaches each recipient at most once, whatever the clock and the outages', () => {
  fc.assert(
    fc.property(world, (it) => {
      const { notices } = live(it)
      const said = notices.map(({ notice }) =>
        [notice.obligation, notice.due, notice.step, notice.recipient].join(' '),
      )
      expect(new Set(said).size).toBe(said.length)
    }),
    { numRuns: 300 },
  )
})

test('every step whose time came while it was open is delivered or visibly replaced by a newer one', () => {
  fc.assert(
    fc.property(world, (it) => {
      const { obligations, notices, awake, stateOf } = live(it)
      const planned = new Map(notices.map(({ notice }) => [`${notice.obligation} ${notice.step}`, notice]))
      const dutyOf = new Map(it.duties.map((duty) => [duty.id, duty]))
      for (const obligation of obligations) {
        const duty = dutyOf.get(obligation.duty)
        if (!duty) throw new Error('an obligation without a duty')
        const steps = stepsOf(duty.ladder, obligation.due)
        steps.forEach((step, at) => {
          const notice = planned.get(`${obligation.id} ${step.name}`)
          const seen =
            step.at >= obligation.since &&
            awake.some((now, wake) => now >= step.at && stateOf(obligation, wake) === 'open')
          expect(notice !== undefined).toBe(seen)
          if (notice?.replacedBy === undefined) return
          const newer = steps.findIndex((other) => other.name === notice.replacedBy)
          expect(newer).toBeGreaterThan(at)
          expect(planned.get(`${obligation.id} ${notice.replacedBy}`)?.delivery).toBeDefined()
        })
      }
    }),
    { numRuns: 300 },
  )
})

test('after an outage an obligation is spoken of once, and nothing that can wait is said at night', () => {
  fc.assert(
    fc.property(world, (it) => {
      const { notices } = live(it)
      const atOnce = notices
        .filter(({ notice }) => notice.delivery !== undefined)
        .map(({ notice, now }) => `${notice.obligation} ${notice.recipient} ${now}`)
      expect(new Set(atOnce).size).toBe(atOnce.length)
      for (const { notice } of notices) {
        const local = new Date(notice.dueAt + 8 * hour).getUTCHours()
        const waits = local >= 8 && local < 20
        const dueToday = new Date(notice.dueAt + 8 * hour).toISOString().slice(0, 10) === notice.due
        expect(waits || dueToday).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})
