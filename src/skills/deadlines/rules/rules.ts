import { concernOf, type Subject } from '../../../core/audience.ts'
import type { Instant, LocalDate } from '../../../core/clock.ts'
import type { DateRule, Duty, Milestone, Obligation } from '../../../core/duty.ts'
import { groupedBy } from '../../../core/grouped.ts'
import { addDays, dayAt, dayInYear, yearOf } from '../../../core/local-date.ts'
import type { SettledYear } from '../../../store/duties.ts'
import type { NewObligation } from '../../../store/obligations.ts'
import { type Contradiction, dueYearOf } from './milestones.ts'

/** What a rule makes of the register. */
export interface Owed {
  readonly owed: readonly NewObligation[]
  /** Concerned, but the year that the date is counted from is not known: 建区年份待补. */
  readonly unknown: readonly UnknownYear[]
  /** The sources of that year disagree; all of them are kept. */
  readonly contradictions: readonly Contradiction[]
}

export interface UnknownYear {
  readonly duty: string
  readonly organization: string
  readonly milestone: Milestone
}

/** An obligation that was put off (暂缓): it is owed again a year later. */
export type PutOff = Pick<Obligation, 'duty' | 'organization' | 'period' | 'due' | 'originally'>

export interface Circumstances {
  readonly now: Instant
  readonly settled: readonly SettledYear[]
  /** Obligations of any duty in the state `suspended`. */
  readonly putOff: readonly PutOff[]
}

/** Days ahead for which obligations are made: a year, so that the whole ladder of each is in sight. */
const daysAhead = 400

/**
 * Who owes what by when under these duties, whatever their state. Pure; cost grows with duties x subjects.
 *
 * Periods begin with the year before the duty went live (what was missed then can still be made up for) and reach some
 * 400 days ahead. The beginning does not move, so that nothing that is still owed lapses by growing old.
 */
export function obligationsOf(
  duties: readonly Duty[],
  subjects: readonly Subject[],
  { now, settled, putOff }: Circumstances,
): Owed {
  const result = {
    owed: [] as NewObligation[],
    unknown: [] as UnknownYear[],
    contradictions: [] as Contradiction[],
  }
  const until = addDays(dayAt(now), daysAhead)
  const settledOf = new Map(settled.map((it) => [`${it.zone} ${it.milestone}`, it.year]))
  const putOffOf = groupedBy(putOff, (it) => it.duty)
  for (const duty of duties) {
    const { rule, id } = duty
    // In a rehearsal the clock may stand before the day on which it went live.
    const from = `${yearOf(dayAt(Math.min(duty.liveSince ?? now, now))) - 1}-01-01`
    const own = groupedBy(putOffOf.get(id) ?? [], (it) => it.organization)
    const common = rule.kind === 'after' ? [] : instancesOf(rule, from, until)
    const isEverybodys = common.every((it) => it.concerns === undefined)
    const isConcerned = concernOf(duty.audience)
    for (const subject of subjects) {
      if (!isConcerned(subject)) continue
      const { organization } = subject
      let instances = common
      if (rule.kind === 'after') {
        if (subject.of !== 'zones') continue
        const { milestone, day } = rule
        const year = dueYearOf(rule, subject.zone, settledOf.get(`${subject.zone.id} ${milestone}`))
        if (year === undefined) {
          result.unknown.push({ duty: id, organization, milestone })
          continue
        }
        if (year.contradicts)
          result.contradictions.push({ duty: id, organization, milestone, sources: year.sources })
        instances = day === undefined ? [] : [{ period: String(year.due), due: dayInYear(year.due, day) }]
      }
      // Thousands of subjects have the same instances: nothing is copied where nothing differs.
      if (!isEverybodys) instances = instances.filter((it) => it.concerns?.(subject) ?? true)
      const putOffOnes = own.get(organization)
      if (putOffOnes) instances = withPutOff(instances, rule, putOffOnes)
      for (const { period, due } of instances)
        if (due >= from && due <= until) result.owed.push({ duty: id, organization, period, due })
    }
  }
  return result
}

interface Instance {
  readonly period: string
  readonly due: LocalDate
  /** Whom of the duty's audience it concerns; all of them where it is absent. */
  readonly concerns?: (subject: Subject) => boolean
}

/**
 * The instances of a rule that is the same for everybody. A period is named after what stays the same when the office
 * moves the date: the year, the batch, or `once`.
 */
function instancesOf(
  rule: Exclude<DateRule, { kind: 'after' }>,
  from: LocalDate,
  until: LocalDate,
): readonly Instance[] {
  switch (rule.kind) {
    case 'unset':
      return []
    case 'once':
      return [{ period: 'once', due: rule.date }]
    case 'event':
      return [{ period: 'once', due: addDays(rule.on, rule.days) }]
    case 'campaign':
      return rule.batches.map(({ name, date, audience }) => ({
        period: name,
        due: date,
        ...(audience === undefined ? {} : { concerns: concernOf(audience) }),
      }))
    case 'yearly': {
      const first = Math.max(rule.from, yearOf(from))
      const last = Math.min(rule.until ?? yearOf(until), yearOf(until))
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({
        period: String(first + at),
        due: dayInYear(first + at, rule.day),
      }))
    }
  }
}

/** Each one that was put off comes again a year later, unless the rule makes one for that period anyway. */
function withPutOff(
  instances: readonly Instance[],
  rule: DateRule,
  putOff: readonly PutOff[],
): readonly Instance[] {
  const made = new Map(instances.map((it) => [it.period, it]))
  for (const { period, due, originally } of putOff) {
    const last = originally ?? due
    const again = periodAfter(period)
    const day = ('day' in rule ? rule.day : undefined) ?? last.slice(5)
    if (!made.has(again)) made.set(again, { period: again, due: dayInYear(yearOf(last) + 1, day) })
  }
  return [...made.values()]
}

/** 2014 -> 2015; a period that is no year counts its repetitions: 首批 -> 首批+1 -> 首批+2. */
function periodAfter(period: string): string {
  if (/^\d{4}$/.test(period)) return String(Number(period) + 1)
  const [, name = period, times = '0'] = /^(.*?)(?:\+(\d+))?$/.exec(period) ?? []
  return `${name}+${Number(times) + 1}`
}
