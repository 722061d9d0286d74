import { concernOf, type Subject } from '../../../core/audience.ts'
import type { Instant, LocalDate } from '../../../core/clock.ts'
import type { Audience, DateRule, Duty } from '../../../core/duty.ts'
import { addDays, dayAt, dayInYear, instantAt } from '../../../core/local-date.ts'
import { isQuiet } from '../../../core/quiet-hours.ts'
import { dutySchema } from './duty-schema.ts'

/** One thing that is wrong with a duty: where, what, and the value that was found there. */
export interface DutyFault {
  /** Path of the cell, e.g. `rule.date`. */
  readonly at: string
  readonly fault: DutyFaultName
  readonly value?: string
}

export type DutyFaultName =
  | 'shape'
  | 'empty'
  | 'empty-list'
  | 'bad-id'
  | 'bad-date'
  | 'bad-day'
  | 'bad-year'
  | 'bad-years'
  | 'bad-days'
  | 'bad-step'
  | 'bad-time'
  | 'no-quote'
  | 'no-date'
  | 'never'
  | 'past'
  | 'nobody'
  | 'unknown-value'
  | 'no-step'
  | 'too-many-steps'
  | 'quiet-time'
  | 'doubled-batch'
  | 'zones-only'

export type DutyChecked =
  | { readonly duty: Duty; readonly faults?: undefined }
  | { readonly faults: readonly DutyFault[] }

/** What a duty is checked against: the register as it is, and the day. */
export interface Around {
  readonly subjects: readonly Subject[]
  readonly now: Instant
}

/** More reminders than this are not patience but noise. */
const mostSteps = 30

/**
 * A duty out of a file, an import or a form, or everything that is wrong with it at once. A draft may have a rule that is
 * over: it is how a past campaign is kept for the record. Pure.
 */
export function validateDuty(input: unknown, around: Around): DutyChecked {
  const read = dutySchema.safeParse(input)
  if (!read.success) return { faults: read.error.issues.map((it) => faultOf(it, input)) }
  const { state, ladder, ...rest } = read.data
  const duty = { ...withoutAbsent(rest), ladder, state, revision: 1 } as Duty
  const faults = [
    ...ruleFaults(duty, dayAt(around.now)),
    ...ladderFaults(duty),
    ...audienceFaults(duty.audience, 'audience', around.subjects),
    ...(duty.rule.kind === 'campaign' ? batchFaults(duty.rule, duty.audience, around.subjects) : []),
  ]
  return faults.length > 0 ? { faults } : { duty }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

const named: ReadonlySet<string> = new Set<DutyFaultName>([
  'empty',
  'empty-list',
  'bad-id',
  'bad-date',
  'bad-day',
  'bad-year',
  'bad-years',
  'bad-days',
  'bad-step',
  'bad-time',
  'no-quote',
])

function faultOf({ path, message }: Issue, input: unknown): DutyFault {
  const found = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  )
  const value = typeof found === 'string' || typeof found === 'number' ? { value: String(found) } : {}
  return {
    at: path.map(String).join('.'),
    fault: named.has(message) ? (message as DutyFaultName) : 'shape',
    ...value,
  }
}

/** The last day on which the rule makes anything due; undefined where it has no end, null where it never does. */
function lastDue(rule: DateRule): LocalDate | undefined | null {
  switch (rule.kind) {
    case 'once':
      return rule.date
    case 'event':
      return addDays(rule.on, rule.days)
    case 'campaign':
      return (
        rule.batches
          .map((it) => it.date)
          .sort()
          .at(-1) ?? null
      )
    case 'yearly':
      if (rule.until === undefined) return undefined
      return rule.until < rule.from ? null : dayInYear(rule.until, rule.day)
    case 'after':
    case 'unset':
      return undefined
  }
}

function ruleFaults({ rule, state, audience }: Duty, today: LocalDate): DutyFault[] {
  if (rule.kind === 'after' && audience.of === 'provinces')
    return [{ at: 'audience.of', fault: 'zones-only' }]
  const dateless = rule.kind === 'unset' || (rule.kind === 'after' && rule.day === undefined)
  if (dateless && state === 'live') return [{ at: 'rule', fault: 'no-date' }]
  const last = lastDue(rule)
  if (last === null) return [{ at: 'rule', fault: 'never' }]
  if (last !== undefined && last < today && state === 'live')
    return [{ at: 'rule', fault: 'past', value: last }]
  return []
}

function ladderFaults({ ladder }: Duty): DutyFault[] {
  const steps = ladder.before.length + ladder.after.length
  const faults: DutyFault[] = []
  if (steps === 0) faults.push({ at: 'ladder', fault: 'no-step' })
  if (steps > mostSteps) faults.push({ at: 'ladder', fault: 'too-many-steps', value: String(steps) })
  if (isQuiet(instantAt('2014-01-01', ladder.at)))
    faults.push({ at: 'ladder.at', fault: 'quiet-time', value: ladder.at })
  return faults
}

/** Conditions whose words the register has to know. */
const cells = {
  provinces: (it: Subject) => (it.of === 'zones' ? it.zone.province : it.province),
  regions: (it: Subject) => (it.of === 'zones' ? it.zone.region : it.region),
  types: (it: Subject) => (it.of === 'zones' ? it.zone.type : undefined),
  levels: (it: Subject) => (it.of === 'zones' ? it.zone.level : undefined),
  cohorts: (it: Subject) => (it.of === 'zones' ? it.zone.cohort : undefined),
  statuses: (it: Subject) => (it.of === 'zones' ? it.zone.status : undefined),
  notStatuses: (it: Subject) => (it.of === 'zones' ? it.zone.status : undefined),
} as const

function audienceFaults(audience: Audience, at: string, subjects: readonly Subject[]): DutyFault[] {
  const faults: DutyFault[] = []
  for (const [name, cell] of Object.entries(cells) as [
    keyof typeof cells,
    (it: Subject) => string | undefined,
  ][]) {
    const known = new Set(subjects.map(cell))
    for (const value of audience[name] ?? [])
      if (!known.has(value)) faults.push({ at: `${at}.${name}`, fault: 'unknown-value', value })
  }
  const ids = new Set(
    subjects.flatMap((it) => (it.of === 'zones' ? [it.zone.id] : [it.province, it.organization])),
  )
  for (const value of audience.only ?? [])
    if (!ids.has(value)) faults.push({ at: `${at}.only`, fault: 'unknown-value', value })
  if (faults.length === 0 && !subjects.some(concernOf(audience))) faults.push({ at, fault: 'nobody' })
  return faults
}

function batchFaults(
  { batches }: Extract<DateRule, { kind: 'campaign' }>,
  whole: Audience,
  subjects: readonly Subject[],
): DutyFault[] {
  const concerned = subjects.filter(concernOf(whole))
  return batches.flatMap(({ name, audience }, n) => {
    const doubled = batches.findIndex((it) => it.name === name) < n
    return [
      ...(doubled ? [{ at: `rule.batches.${n}.name`, fault: 'doubled-batch', value: name } as const] : []),
      ...(audience ? audienceFaults(audience, `rule.batches.${n}.audience`, concerned) : []),
    ]
  })
}

/** Without the cells that are there and hold nothing, so that what is compared and stored is what is said. */
function withoutAbsent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
