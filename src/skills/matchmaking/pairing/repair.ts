import { type Day, type DayPlan, type Meeting, pairsOf, type Round } from './day.ts'
import { type Desk, deskOf, edgesAmong, presentIn, UNIT } from './desk.ts'
import { joined, lacksOf, meetingOf, UNMET } from './pair.ts'
import { solve } from './solve.ts'

/** What became of the plan on the day. */
export interface Change {
  /** The first round that may still be changed; those before it took place as planned. */
  readonly from: number
  /** Participants that left, or never came. */
  readonly gone?: readonly string[]
  /** Participants that come later than planned: the first round in which each is there. */
  readonly late?: readonly (readonly [id: string, from: number])[]
}

export interface Repaired {
  readonly plan: DayPlan
  /** Whose timetable changed, beside those of whom the change told: they have to be told. */
  readonly changed: readonly string[]
}

/**
 * The plan with as few changes as the day needs: whoever still has a partner keeps it, unless one of the two no longer wants
 * to meet the other. Those who lost theirs, and those
 * who had a rest, are paired anew among each other, and one that is left over joins a table. Pure.
 */
export function repair(plan: DayPlan, day: Day, change: Change): Repaired {
  const after = dayAfter(day, change)
  const desk = deskOf(after)
  const kept = plan.rounds.map((round) =>
    round.number < change.from
      ? round.meetings
      : round.meetings.flatMap((it) => stillHeld(it, round, after, desk)),
  )
  // Everything that will take place is known before anything new is found, so that nobody meets twice.
  for (const meeting of kept.flat()) desk.note(meeting)
  const rounds = plan.rounds.map((round, at) =>
    round.number < change.from ? round : mended(round, kept[at] ?? [], after, desk),
  )
  const told = new Set([...(change.gone ?? []), ...(change.late ?? []).map(([id]) => id)])
  return {
    plan: { rounds, lacks: lacksOf(after, desk, rounds) },
    changed: desk.ids.filter((it) => !told.has(it) && timetable(it, plan.rounds) !== timetable(it, rounds)),
  }
}

/** The day as it is known now. */
export function dayAfter(day: Day, { from, gone = [], late = [] }: Change): Day {
  const since = new Map(late)
  const all = Array.from({ length: day.rounds }, (_, at) => at + 1)
  return {
    ...day,
    participants: day.participants.map((it) => {
      const planned = it.rounds ?? all
      const began = since.get(it.id)
      // Whoever had left, or was to come no more, and comes after all is there from then on.
      const back = began !== undefined && planned.every((round) => round < from)
      const there = all.filter(
        (round) =>
          (round < from && planned.includes(round)) ||
          (round >= from &&
            (back || planned.includes(round)) &&
            !gone.includes(it.id) &&
            round >= (began ?? 0)),
      )
      return { ...it, rounds: there }
    }),
  }
}

/** The table without those who are not there, or whom another there no longer wants to meet; nothing where only one is left. */
function stillHeld(meeting: Meeting, { number }: Round, after: Day, desk: Desk): readonly Meeting[] {
  const present = presentIn(number, after)
  const members: string[] = []
  for (const it of meeting.members)
    if (present.includes(it) && !members.some((other) => desk.vetoed(it, other))) members.push(it)
  return members.length < 2 ? [] : [{ ...meeting, members }]
}

function mended(round: Round, kept: readonly Meeting[], after: Day, desk: Desk): Round {
  const present = presentIn(round.number, after)
  const seated = new Set(kept.flatMap((it) => it.members))
  const free = present.filter((it) => !seated.has(it))
  const edges = edgesAmong(free, desk, (id) => ((desk.meetings.get(id) ?? 0) === 0 ? UNMET : 0))
  const most = Math.max(0, after.tables - kept.length)
  const { pairs, weight, bound } = solve(free.length, edges, { cardinality: true, most })
  const found = pairs.map(([i, j]) => [free[i] ?? '', free[j] ?? ''])
  const numbers = freeTables(kept, after.tables)
  const added = found.map((members, at) => meetingOf(numbers[at] ?? 0, members, desk))
  for (const it of added) desk.note(it)
  const tables = [...kept.map((it) => meetingOf(it.table, it.members, desk)), ...added]
  const meetings = withLeftOver(round, tables, present, desk)
  const members = meetings.map((it) => it.members)
  const met = new Set(members.flat())
  const held = Math.round(UNIT * kept.reduce((sum, it) => sum + it.worth, 0))
  return {
    number: round.number,
    meetings: meetings.toSorted((a, b) => a.table - b.table),
    resting: present.filter((it) => !met.has(it)),
    weight: held + weight,
    bound: held + bound,
  }
}

/** One that lost its partner and finds no other joins a table of two, unless it rested by plan. */
function withLeftOver(
  round: Round,
  tables: readonly Meeting[],
  present: readonly string[],
  desk: Desk,
): readonly Meeting[] {
  const met = new Set(tables.flatMap((it) => it.members))
  const alone = present.filter((it) => !met.has(it) && !round.resting.includes(it))
  if (alone.length !== 1) return tables
  const members = joined(
    tables.map((it) => it.members),
    alone[0] ?? '',
    desk,
  )
  return tables.map((it, at) => {
    const its = members[at] ?? it.members
    if (its.length === it.members.length) return it
    const meeting = meetingOf(it.table, its, desk)
    desk.note({ members: its })
    return meeting
  })
}

function freeTables(kept: readonly Meeting[], tables: number): readonly number[] {
  const taken = new Set(kept.map((it) => it.table))
  return Array.from({ length: tables }, (_, at) => at + 1).filter((it) => !taken.has(it))
}

/** Whom somebody meets in each round, as one text. */
function timetable(id: string, rounds: readonly Round[]): string {
  return rounds
    .map(({ meetings }) => {
      const table = meetings.find((it) => it.members.includes(id))
      const others = table ? pairsOf(table).flat() : []
      return [...new Set(others)]
        .filter((it) => it !== id)
        .sort()
        .join('+')
    })
    .join('/')
}
