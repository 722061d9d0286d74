import { coverOf, type Seat } from './cover.ts'
import { type Day, type DayPlan, type Lack, type Meeting, pairsOf, type Round } from './day.ts'
import { type Desk, deskOf, edgesAmong, presentIn, range } from './desk.ts'
import { solve } from './solve.ts'

/** Who has not met anybody yet goes before any wish; the more so, the fewer rounds are left to them. */
export const UNMET = 10_000

/** Who sat out where tables are few goes before the best worth in the next round, the more often the more. */
const RESTED = 1000

/** Told after each round; a plan is the best known so far. */
export type Told = (plan: DayPlan) => void

/**
 * Plans an exchange day round by round: in each, as many meetings as tables and vetoes allow, of the greatest total worth,
 * those first who have met nobody yet. Nobody meets twice. Where one is left over, it joins the table that it suits best.
 *
 * Each round is the best there is for the rounds before it (see solve.ts for how large that holds). Where such rounds leave
 * somebody without a meeting who could have one, some meetings are set over all rounds first (see cover.ts). Pure.
 */
export function planDay(day: Day, told: Told = () => {}): DayPlan {
  const first = planAround([], day, told)
  const seats = first.lacks.every((it) => it.kind !== 'few-tables')
    ? undefined
    : coverOf(day, deskOf(day), missedIn(first, day))
  if (!seats) return first
  const second = planAround(seats, day)
  return missedIn(second, day) < missedIn(first, day) ? second : first
}

/** The rounds around what is set already. */
function planAround(seats: readonly Seat[], day: Day, told: Told = () => {}): DayPlan {
  const desk = deskOf(day)
  // Known before any round is planned, so that nobody meets twice, and others go first.
  for (const it of seats) desk.note({ members: it.pair })
  const rounds: Round[] = []
  const planned = (): DayPlan => ({ rounds: [...rounds], lacks: lacksOf(day, desk, rounds) })
  for (const number of range(day.rounds)) {
    const set = seats.filter((it) => it.round === number).map((it) => it.pair)
    rounds.push(nextRound(number, set, day, desk))
    told(planned())
  }
  return planned()
}

function missedIn({ rounds }: DayPlan, { participants }: Day): number {
  const met = new Set(rounds.flatMap((it) => it.meetings.flatMap((table) => table.members)))
  return new Set(participants.map((it) => it.id).filter((it) => !met.has(it))).size
}

function nextRound(number: number, set: readonly (readonly string[])[], day: Day, desk: Desk): Round {
  const present = presentIn(number, day)
  const free = present.filter((it) => !set.some((pair) => pair.includes(it)))
  const rounds = new Map(day.participants.map((it) => [it.id, it.rounds]))
  const edges = edgesAmong(free, desk, (id) => urgency(id, number, rounds.get(id) ?? range(day.rounds), desk))
  const most = Math.max(0, day.tables - set.length)
  const { pairs, weight, bound } = solve(free.length, edges, { cardinality: true, most })
  const found = pairs.map(([i, j]) => [free[i] ?? '', free[j] ?? ''])
  const seated = [...set, ...found]
  const sitting = new Set(seated.flat())
  const alone = present.filter((it) => !sitting.has(it))
  const tables = alone.length === 1 ? joined(seated, alone[0] ?? '', desk) : seated
  const meetings = tables.map((members, at) => meetingOf(at + 1, members, desk))
  for (const members of tables) if (!set.includes(members)) desk.note({ members })
  const met = new Set(tables.flat())
  const resting = present.filter((it) => !met.has(it))
  for (const it of resting) desk.rests.set(it, (desk.rests.get(it) ?? 0) + 1)
  return { number, meetings, resting, weight, bound }
}

/** What it is worth to the day that somebody meets anybody in this round. */
function urgency(id: string, number: number, rounds: readonly number[], desk: Desk): number {
  if ((desk.meetings.get(id) ?? 0) > 0) return RESTED * (desk.rests.get(id) ?? 0)
  return UNMET * (rounds.filter((it) => it >= number).length <= 1 ? 2 : 1)
}

/** The pairs with the one who is left over at the table that it suits best; unchanged where it may join none. */
export function joined(
  pairs: readonly (readonly string[])[],
  alone: string,
  desk: Desk,
): readonly (readonly string[])[] {
  let [best, at] = [-1, -1]
  for (const [table, members] of pairs.entries()) {
    if (members.length !== 2 || !members.every((it) => desk.mayMeet(it, alone))) continue
    const worth = members.reduce((sum, it) => sum + desk.worthOf(it, alone) + desk.wishesOf(it, alone), 0)
    if (worth > best) [best, at] = [worth, table]
  }
  return pairs.map((members, table) => (table === at ? [...members, alone] : members))
}

export function meetingOf(table: number, members: readonly string[], desk: Desk): Meeting {
  const worths = pairsOf({ members }).map(([one, other]) => desk.worthOf(one, other))
  const best = worths.sort((a, b) => b - a).slice(0, members.length - 1)
  return { table, members, worth: best.reduce((sum, it) => sum + it, 0) }
}

/** Who has no meeting all day, and what stands in the way. */
export function lacksOf(day: Day, desk: Desk, rounds: readonly Round[]): readonly Lack[] {
  if (desk.ids.length === 1) return [{ kind: 'alone' }]
  const met = new Set(rounds.flatMap((it) => it.meetings.flatMap((table) => table.members)))
  // Told after each round, when most of 2,000 may have met nobody yet: who is there is looked up once.
  const there = range(day.rounds).map((it) => new Set(presentIn(it, day)))
  return desk.ids
    .filter((it) => !met.has(it))
    .map((id) => {
      const here = there.filter((it) => it.has(id))
      if (here.length === 0) return { kind: 'never-there', id }
      const seen = desk.ids.filter((it) => it !== id && here.some((present) => present.has(it)))
      if (seen.every((it) => !desk.mayMeet(id, it))) {
        return {
          kind: 'nobody-left',
          id,
          vetoed: seen.filter((it) => desk.vetoed(id, it)).length,
          met: seen.filter((it) => desk.metBefore(id, it)).length,
        }
      }
      return { kind: 'few-tables', id, needed: Math.floor(desk.ids.length / 2) }
    })
}
