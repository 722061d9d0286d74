import { type Day, type Meeting, pairsOf } from './day.ts'
import type { Edge } from './solve.ts'

/** A worth of 1 in whole numbers; nobody tells two meetings apart that differ by less. */
export const UNIT = 1000
/** A wish goes before any worth, two wishes before one. */
const WISH = 1500

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

/** All rounds of a day. */
export function range(rounds: number): number[] {
  return Array.from({ length: rounds }, (_, at) => at + 1)
}
