import type { Day, Pair } from './day.ts'
import { type Desk, edgesAmong, presentIn, range } from './desk.ts'
import { solve } from './solve.ts'

/** Two that meet in a round so that everybody meets somebody. */
export interface Seat {
  readonly round: number
  readonly pair: Pair
}

/** Steps of the search: all there is for some ten participants; beyond that the best pairs of the day lead it. */
const STEPS = 50_000

/**
 * Meetings over the whole day with which fewer than so many stay without one; undefined where the search finds none. The
 * rounds of pair.ts look at what went before, never at whom they leave to the rounds after: with few tables and vetoes the
 * best first pair may leave two who must not meet. Tables of two alone. Pure.
 * @param desk before anybody of this day has met
 */
export function coverOf(day: Day, desk: Desk, fewerThan: number): readonly Seat[] | undefined {
  const numbers = range(day.rounds)
  const present = numbers.map((it) => new Set(presentIn(it, day)))
  const together = (one: string, other: string) =>
    numbers.filter((_, at) => present[at]?.has(one) && present[at]?.has(other))
  const meetSometime = (one: string, other: string) => present.some((it) => it.has(one) && it.has(other))
  const edges = edgesAmong(desk.ids, desk, () => 0).filter(([i, j]) =>
    meetSometime(desk.ids[i] ?? '', desk.ids[j] ?? ''),
  )
  const partners = desk.ids.map((): { readonly at: number; readonly weight: number }[] => [])
  for (const [i, j, weight] of edges) {
    partners[i]?.push({ at: j, weight })
    partners[j]?.push({ at: i, weight })
  }
  const never = partners.filter((it) => it.length === 0).length
  const least = Math.max(never, desk.ids.length - 2 * day.rounds * day.tables)
  if (least >= fewerThan) return undefined
  // The best pairs of the day as one matching, if they fit the rounds, are the cover of the greatest worth.
  const best = solve(desk.ids.length, edges, { cardinality: true, most: day.rounds * day.tables }).pairs
  const mates = new Map(best.flatMap(([i, j]) => [[i, j] as const, [j, i] as const]))
  for (const [at, its] of partners.entries())
    its.sort((a, b) => Number(mates.get(at) === b.at) - Number(mates.get(at) === a.at) || b.weight - a.weight)
  const order = [...partners.keys()].sort(
    (a, b) =>
      Number(mates.has(b)) - Number(mates.has(a)) || (partners[a]?.length ?? 0) - (partners[b]?.length ?? 0),
  )

  const seats: Seat[] = []
  const meetings = new Map<number, number>()
  const seated = numbers.map(() => new Set<number>())
  let steps = 0

  function sit(i: number, j: number, at: number, by: 1 | -1): void {
    for (const it of [i, j]) {
      meetings.set(it, (meetings.get(it) ?? 0) + by)
      if (by === 1) seated[at]?.add(it)
      else seated[at]?.delete(it)
    }
    if (by === 1) seats.push({ round: at + 1, pair: [desk.ids[i] ?? '', desk.ids[j] ?? ''] })
    else seats.pop()
  }

  const unmet = (from: number) => order.slice(from).filter((it) => !meetings.get(it))

  /** Whether everybody from here on meets somebody, but so many. */
  function search(from: number, spare: number): boolean {
    const waiting = unmet(from)
    const [one] = waiting
    if (one === undefined) return true
    const free = day.rounds * day.tables - seats.length
    if (++steps > STEPS || waiting.length - spare > 2 * free) return false
    const next = order.indexOf(one) + 1
    for (const already of [false, true]) {
      for (const { at: other } of partners[one] ?? []) {
        if (Boolean(meetings.get(other)) !== already) continue
        for (const number of together(desk.ids[one] ?? '', desk.ids[other] ?? '')) {
          const its = seated[number - 1]
          if (!its || its.size >= 2 * day.tables || its.has(other)) continue
          sit(one, other, number - 1, 1)
          if (search(next, spare)) return true
          sit(one, other, number - 1, -1)
        }
      }
    }
    return spare > 0 && search(next, spare - 1)
  }

  for (let spare = least; spare < fewerThan && steps <= STEPS; spare++) if (search(0, spare)) return seats
  return undefined
}
