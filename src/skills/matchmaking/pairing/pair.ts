import { type Day, type DayPlan, type Lack, type Meeting, pairsOf, type Round } from './day.ts'
import { type Edge, solve } from './solve.ts'

/** A worth of 1 in whole numbers; nobody tells two meetings apart that differ by less. */
export const UNIT = 1000
/** A wish goes before any worth, two wishes before one. */
const WISH = 1500
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
 * Each round is the best there is for the rounds before it (see solve.ts for how large that holds); the day as a whole is
 * a sequence of such rounds. Pure.
 */
export function planDay(day: Day, told: Told = () => {}): DayPlan {
  const desk = deskOf(day)
  const rounds: Round[] = []
  const planned = (): DayPlan => ({ rounds: [...rounds], lacks: lacksOf(day, desk, rounds) })
  for (let number = 1; number <= day.rounds; number++) {
    rounds.push(nextRound(number, day, desk))
    told(planned())
  }
  return planned()
}

/** What is known while planning: who may meet whom, for what, and who has. */
export interface Desk {
  readonly ids: readonly string[]
  worthOf(one: string, other: string): number
  mayMeet(one: string, other: string): boolean
  metBefore(one: string, other: string): boolean
  vetoed(one: string, other: string): boolean
  wishesOf(one: string, other: string): number
  readonly meetings: Map<string, number>
  /** In how many rounds each was there without a meeting. */
  readonly rests: Map<string, number>
  note(meeting: Pick<Meeting, 'members'>): void
}

export function deskOf({ participants, worths, wishes = [], vetoes = [], met = [] }: Day): Desk {
  const ids = [...new Set(participants.map((it) => it.id))]
  const index = new Map(ids.map((it, at) => [it, at]))
  // One number for a pair, whichever comes first: a day of 2,000 asks for two million of them each round.
  const key = (one: string, other: string) => {
    const [i, j] = [index.get(one) ?? -1, index.get(other) ?? -1]
    return i < 0 || j < 0 ? -1 : Math.min(i, j) * ids.length + Math.max(i, j)
  }
  const worth = new Map(worths.map(([one, other, it]) => [key(one, other), it]))
  const no = new Set(vetoes.map(([one, other]) => key(one, other)))
  const done = new Set(met.map(([one, other]) => key(one, other)))
  const wished = new Map<number, Set<string>>()
  for (const [one, other] of wishes)
    wished.set(key(one, other), (wished.get(key(one, other)) ?? new Set()).add(one))
  const meetings = new Map<string, number>(ids.map((it) => [it, 0]))
  return {
    ids,
    meetings,
    rests: new Map(),
    worthOf: (one, other) => worth.get(key(one, other)) ?? 0,
    mayMeet: (one, other) => one !== other && !no.has(key(one, other)) && !done.has(key(one, other)),
    metBefore: (one, other) => done.has(key(one, other)),
    vetoed: (one, other) => no.has(key(one, other)),
    wishesOf: (one, other) => wished.get(key(one, other))?.size ?? 0,
    note(meeting) {
      for (const [one, other] of pairsOf(meeting)) done.add(key(one, other))
      for (const it of meeting.members) meetings.set(it, (meetings.get(it) ?? 0) + 1)
    },
  }
}

/** Who is there in a round. */
export function presentIn(number: number, { participants }: Pick<Day, 'participants'>): readonly string[] {
  return [...new Set(participants.filter((it) => it.rounds?.includes(number) ?? true).map((it) => it.id))]
}

function nextRound(number: number, day: Day, desk: Desk): Round {
  const present = presentIn(number, day)
  const rounds = new Map(day.participants.map((it) => [it.id, it.rounds]))
  const edges = edgesAmong(present, desk, (id) =>
    urgency(id, number, rounds.get(id) ?? range(day.rounds), desk),
  )
  const { pairs, weight, bound } = solve(present.length, edges, { cardinality: true, most: day.tables })
  const seated = pairs.map(([i, j]) => [present[i] ?? '', present[j] ?? ''])
  const sitting = new Set(seated.flat())
  const alone = present.filter((it) => !sitting.has(it))
  const tables = alone.length === 1 ? joined(seated, alone[0] ?? '', desk) : seated
  const meetings = tables.map((members, at) => meetingOf(at + 1, members, desk))
  for (const it of meetings) desk.note(it)
  const met = new Set(tables.flat())
  const resting = present.filter((it) => !met.has(it))
  for (const it of resting) desk.rests.set(it, (desk.rests.get(it) ?? 0) + 1)
  return {
    number,
    meetings,
    resting,
    weight,
    bound,
  }
}

/** What it is worth to the day that somebody meets anybody in this round. */
function urgency(id: string, number: number, rounds: readonly number[], desk: Desk): number {
  if ((desk.meetings.get(id) ?? 0) > 0) return RESTED * (desk.rests.get(id) ?? 0)
  return UNMET * (rounds.filter((it) => it >= number).length <= 1 ? 2 : 1)
}

function range(rounds: number): number[] {
  return Array.from({ length: rounds }, (_, at) => at + 1)
}

export function edgesAmong(
  present: readonly string[],
  desk: Desk,
  urgencyOf: (id: string) => number,
): Edge[] {
  const urgencies = present.map(urgencyOf)
  const edges: Edge[] = []
  for (let i = 0; i < present.length; i++) {
    for (let j = i + 1; j < present.length; j++) {
      const [one, other] = [present[i] ?? '', present[j] ?? '']
      if (!desk.mayMeet(one, other)) continue
      const worth = Math.round(UNIT * desk.worthOf(one, other)) + WISH * desk.wishesOf(one, other)
      edges.push([i, j, 1 + worth + (urgencies[i] ?? 0) + (urgencies[j] ?? 0)])
    }
  }
  return edges
}

/** The pairs with the one who is left over at the table that it suits best; unchanged where it may join none. */
export function joined(
  pairs: readonly (readonly string[])[],
  alone: string,
  desk: Desk,
): readonly string[][] {
  let [best, at] = [-1, -1]
  for (const [table, members] of pairs.entries()) {
    if (members.length !== 2 || !members.every((it) => desk.mayMeet(it, alone))) continue
    const worth = members.reduce((sum, it) => sum + desk.worthOf(it, alone) + desk.wishesOf(it, alone), 0)
    if (worth > best) [best, at] = [worth, table]
  }
  return pairs.map((members, table) => (table === at ? [...members, alone] : [...members]))
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
  return desk.ids
    .filter((it) => !met.has(it))
    .map((id) => {
      const others = desk.ids.filter((it) => it !== id)
      const here = range(day.rounds).filter((it) => presentIn(it, day).includes(id))
      if (here.length === 0) return { kind: 'never-there', id }
      const seen = others.filter((it) => here.some((round) => presentIn(round, day).includes(it)))
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
