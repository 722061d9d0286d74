import blossom from 'edmonds-blossom-fixed'

/** A pair of participants, numbered from 0, that may meet, and what it is worth: a whole number, at least 1. */
export type Edge = readonly [i: number, j: number, weight: number]

export interface Matching {
  readonly pairs: readonly Edge[]
  readonly weight: number
  /** What no such matching can exceed; equal to the weight where that is proven to be the best. */
  readonly bound: number
}

export interface SolveOptions {
  /** First as many pairs as possible, then weight. */
  readonly cardinality: boolean
  /** So many pairs at most (tables); as many as there are where left out. */
  readonly most?: number
}

/** Up to so many edges are given to the algorithm as they are; of more, each participant's best ones. */
const WHOLE = 60_000
const BEST_EDGES = 24

/**
 * The matching of the greatest weight. Exact for what is given to the algorithm whole (some 340 participants that all may
 * meet); of larger graphs each participant's best edges are taken, and more of them until as many are paired as could be.
 */
export function solve(size: number, edges: readonly Edge[], options: SolveOptions): Matching {
  if (edges.length === 0 || options.most === 0) return { pairs: [], weight: 0, bound: 0 }
  for (let keep = BEST_EDGES; ; keep *= 4) {
    const given = edges.length <= WHOLE ? edges : bestOf(size, edges, keep)
    const whole = given.length === edges.length
    const limit = limited(size, given, options)
    const found = whole ? limit : { ...limit, bound: boundOf(size, edges, options.most) }
    const enough = options.most !== undefined && found.pairs.length >= options.most
    // Whoever stays alone beside others who do might have met one of those, by an edge that was left out.
    const complete = whole || enough || !options.cardinality
    if (complete || found.pairs.length >= Math.floor(reachable(size, edges) / 2)) return found
  }
}

/** Of a limit on tables a price for each pair is made: the higher the price, the fewer pairs are worth it. */
function limited(size: number, edges: readonly Edge[], { cardinality, most }: SolveOptions): Matching {
  const free = match(size, edges, 0, cardinality)
  if (most === undefined || free.pairs.length <= most) return free
  let [low, high] = [0, edges.reduce((max, it) => Math.max(max, it[2]), 0) + 1]
  let best = free
  // Whatever the price: what the pairs are worth above it, and the price for every table, is enough for the best.
  let bound = free.weight
  while (low + 1 < high) {
    const price = Math.floor((low + high) / 2)
    const found = match(size, edges, price, false)
    bound = Math.min(bound, found.weight - price * found.pairs.length + price * most)
    if (found.pairs.length >= most) {
      low = price
      best = found
    } else high = price
  }
  const pairs = [...best.pairs].sort((a, b) => b[2] - a[2]).slice(0, most)
  return { pairs, weight: weightOf(pairs), bound: Math.max(bound, weightOf(pairs)) }
}

function match(size: number, edges: readonly Edge[], price: number, cardinality: boolean): Matching {
  const priced = price === 0 ? edges : edges.filter((it) => it[2] > price)
  if (priced.length === 0) return { pairs: [], weight: 0, bound: 0 }
  const mates = blossom(
    priced.map(([i, j, weight]) => [i, j, weight - price] as const),
    cardinality,
  )
  const pairs = priced.filter(([i, j]) => i < size && j < size && mates[i] === j)
  const weight = weightOf(pairs)
  return { pairs, weight, bound: weight }
}

function weightOf(pairs: readonly Edge[]): number {
  return pairs.reduce((sum, it) => sum + it[2], 0)
}

function bestOf(size: number, edges: readonly Edge[], keep: number): readonly Edge[] {
  const by: Edge[][] = Array.from({ length: size }, () => [])
  for (const edge of edges) {
    by[edge[0]]?.push(edge)
    by[edge[1]]?.push(edge)
  }
  const kept = new Set<Edge>()
  for (const its of by) {
    its.sort((a, b) => b[2] - a[2])
    for (const edge of its.slice(0, keep)) kept.add(edge)
  }
  return [...kept]
}

function reachable(size: number, edges: readonly Edge[]): number {
  const seen = new Uint8Array(size)
  for (const [i, j] of edges) {
    seen[i] = 1
    seen[j] = 1
  }
  return seen.reduce((sum, it) => sum + it, 0)
}

/**
 * What no matching can exceed: every participant is given a price so that each edge costs its two ends at least its
 * weight (weak duality); the prices are lowered in turn. Not the least such bound, but one for the whole graph.
 */
export function boundOf(size: number, edges: readonly Edge[], most?: number): number {
  const prices = new Float64Array(size)
  for (const [i, j, weight] of edges) {
    prices[i] = Math.max(prices[i] ?? 0, weight / 2)
    prices[j] = Math.max(prices[j] ?? 0, weight / 2)
  }
  const by: Edge[][] = Array.from({ length: size }, () => [])
  for (const edge of edges) {
    by[edge[0]]?.push(edge)
    by[edge[1]]?.push(edge)
  }
  for (let sweep = 0; sweep < 8; sweep++) {
    for (let at = 0; at < size; at++) {
      let needed = 0
      for (const [i, j, weight] of by[at] ?? [])
        needed = Math.max(needed, weight - (prices[i === at ? j : i] ?? 0))
      // Halfway, so that the saving is shared by those who come later in the sweep.
      prices[at] = sweep < 7 ? ((prices[at] ?? 0) + needed) / 2 : needed
    }
  }
  const sorted = [...prices].sort((a, b) => b - a)
  // With fewer tables than pairs only so many prices can be paid: an edge is worth at most the prices of its ends.
  return sorted.slice(0, most === undefined ? size : 2 * most).reduce((sum, it) => sum + it, 0)
}
