import { type Day, type DayPlan, pairKey, pairsOf } from './day.ts'
import { deskOf, presentIn, UNIT } from './desk.ts'

/** What is said of a plan, whoever made it. */
export interface Measures {
  /** Sum of the worths of all meetings. */
  readonly worth: number
  /** By which share of the best worth each round may miss it at most, given the rounds before and what is set for the whole day: 0 is proven best. */
  readonly gap: number
  /** Share of the participants with at least one meeting. */
  readonly coverage: number
  /** Of the number of meetings a participant has: 0 all the same, 1 one has them all. */
  readonly gini: number
  /** Pairs that meet though they met before, or meet twice. */
  readonly repeats: number
  /** Pairs that meet though one does not want it. */
  readonly vetoed: number
  /** Wishes that came true, of all. */
  readonly wishes: { readonly met: number; readonly of: number }
  /** Pairs that never meet, though in some round both would rather meet each other than whom they meet. */
  readonly blocking: number
}

export function measuresOf(plan: DayPlan, day: Day): Measures {
  const desk = deskOf(day)
  const counts = new Map(desk.ids.map((it) => [it, 0]))
  const seen = new Set<string>()
  let [worth, repeats, vetoed] = [0, 0, 0]
  for (const { meetings } of plan.rounds) {
    for (const meeting of meetings) {
      worth += meeting.worth
      for (const it of meeting.members) counts.set(it, (counts.get(it) ?? 0) + 1)
      for (const [one, other] of pairsOf(meeting)) {
        const key = pairKey(one, other)
        if (seen.has(key) || desk.metBefore(one, other)) repeats++
        if (desk.vetoed(one, other)) vetoed++
        seen.add(key)
      }
    }
  }
  // In worth alone: beside what it counts that everybody meets somebody, any gap would look small.
  const slack = plan.rounds.reduce((sum, it) => sum + Math.max(0, it.bound - it.weight), 0) / UNIT
  const wished = (day.wishes ?? []).filter(([one, other]) => desk.mayMeet(one, other))
  return {
    worth,
    gap: slack > 0 ? slack / (worth + slack) : 0,
    coverage:
      desk.ids.length === 0 ? 1 : [...counts.values()].filter((it) => it > 0).length / desk.ids.length,
    gini: giniOf([...counts.values()]),
    repeats,
    vetoed,
    wishes: { met: wished.filter(([one, other]) => seen.has(pairKey(one, other))).length, of: wished.length },
    blocking: blockingPairs(plan, day, seen),
  }
}

function blockingPairs(plan: DayPlan, day: Day, seen: ReadonlySet<string>): number {
  const desk = deskOf(day)
  const blocking = new Set<string>()
  for (const { number, meetings } of plan.rounds) {
    const present = presentIn(number, day)
    const has = new Map<string, number>()
    for (const { members } of meetings) {
      for (const it of members) {
        has.set(it, Math.max(...members.filter((m) => m !== it).map((m) => desk.worthOf(it, m))))
      }
    }
    for (const [at, one] of present.entries()) {
      for (const other of present.slice(at + 1)) {
        const key = pairKey(one, other)
        const worth = desk.worthOf(one, other)
        if (seen.has(key) || !desk.mayMeet(one, other)) continue
        if (worth > (has.get(one) ?? -1) && worth > (has.get(other) ?? -1)) blocking.add(key)
      }
    }
  }
  return blocking.size
}

/** Of numbers that are at least 0: 0 where all are equal. */
export function giniOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const sum = sorted.reduce((total, it) => total + it, 0)
  if (sum === 0) return 0
  const ranked = sorted.reduce((total, it, at) => total + (at + 1) * it, 0)
  return (2 * ranked) / (sorted.length * sum) - (sorted.length + 1) / sorted.length
}
