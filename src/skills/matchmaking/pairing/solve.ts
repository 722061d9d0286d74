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
/** How near two prices of a table have to be, in halves of a unit: side by side where the optimum is promised, else a hundredth of a worth. */
const NEAR = { whole: 2, part: 20 }

/**
 * The matching of the greatest weight. Exact for what is given to the algorithm whole (some 340 participants that all may
 * meet); of larger graphs each participant's best edges are taken, and more of them until as many are paired as could be.
 */
export function solve(size: number, edges: readonly Edge[], options: SolveOptions): Matching {
  if (edges.length === 0 || options.most === 0) return { pairs: [], weight: 0, bound: 0 }
  for (let keep = BEST_EDGES; ; keep *= 4) {
    const given = edges.length <= WHOLE ? edges : bestOf(size, edges, keep)
    const whole = given.length === edges.length
    const limit = limited(size, given, options, whole ? NEAR.whole : NEAR.part)
    const found = whole ? limit : { ...limit, bound: boundOf(size, edges, options.most) }
    const enough = options.most !== undefined && found.pairs.length >= options.most
    // Whoever stays alone beside others who do might have met one of those, by an edge that was left out.
    const complete = whole || enough || !options.cardinality
    if (complete || found.pairs.length >= Math.floor(reachable(size, edges) / 2)) return found
  }
}

/**
 * With fewer tables than pairs, each pair costs a price: the higher the price, the fewer pairs are worth it. The greatest
 * weight of so many pairs is concave in their number, and weights are whole numbers; so between two neighbouring half
 * prices lies one price at which what both of them found is best, and with it everything between the two (`between`).
 * Looked for from the price at which the best pairs first would use up the tables: it is hardly ever far from there.
 * @param near prices that lie so near are near enough
 */
function limited(
  size: number,
  edges: readonly Edge[],
  { cardinality, most }: SolveOptions,
  near: number,
): Matching {
  const first = most === undefined ? [] : bestFirst(edges)
  if (most === undefined || first.length <= most) {
    const free = match(edges, 0, cardinality)
    if (most === undefined || free.length <= most) return matchingOf(free)
  }
  const max = edges.reduce((found, it) => Math.max(found, it[2]), 0)
  // Where without a price fewer pairs are best, more of them cost weight: the price is negative.
  const [least, greatest] = [-2 * max * size - 1, 2 * max + 1]
  let low: Priced | undefined
  let high: Priced | undefined
  let price = 2 * (first[most - 1]?.[2] ?? 1) - 1
  for (let step = FIRST_STEP; !low || !high; step *= 4) {
    const pairs = price <= least ? match(edges, 0, true) : match(edges, price, false)
    if (pairs.length >= most) low = { price, pairs }
    else high = { price, pairs }
    price = pairs.length >= most ? Math.min(price + step, greatest) : Math.max(price - step, least)
  }
  while (high.price - low.price > near && low.pairs.length > most && high.pairs.length < most) {
    const middle: number = 2 * Math.floor((low.price + high.price) / 4) + 1
    const pairs = match(edges, middle, false)
    if (pairs.length >= most) low = { price: middle, pairs }
    else high = { price: middle, pairs }
  }
  return matchingOf(between(low.pairs, high.pairs, most))
}

/** How far from the guess the price is looked for first; even, so that prices stay odd. */
const FIRST_STEP = 128

interface Priced {
  readonly price: number
  readonly pairs: readonly Edge[]
}

/** The best pair, then the best of those left, and so on. */
function bestFirst(edges: readonly Edge[]): readonly Edge[] {
  const taken = new Set<number>()
  return [...edges]
    .sort((a, b) => b[2] - a[2])
    .filter(([i, j]) => !taken.has(i) && !taken.has(j) && taken.add(i) && taken.add(j))
}

/**
 * So many pairs, no fewer than `few` has and no more than `many`: the paths on which the two take turns are followed from
 * one pair too many to one too few until the number is right. Where both are best at one price, so is every one between.
 */
function between(many: readonly Edge[], few: readonly Edge[], most: number): readonly Edge[] {
  const at = new Map<number, Edge[]>()
  const kept = new Set(many)
  const shared = new Set(few.filter((it) => kept.has(it)))
  for (const edge of [...many, ...few]) {
    if (shared.has(edge)) continue
    for (const end of [edge[0], edge[1]]) at.set(end, [...(at.get(end) ?? []), edge])
  }
  const seen = new Set<Edge>()
  for (const start of many) {
    if (kept.size === most) break
    if (shared.has(start) || seen.has(start)) continue
    const path = reached(start, at, seen)
    const over = path.filter((it) => kept.has(it))
    if (2 * over.length <= path.length) continue
    for (const edge of path) {
      if (!kept.delete(edge)) kept.add(edge)
    }
  }
  return [...kept]
}

/** All edges that hang together with this one; they are marked as seen. */
function reached(start: Edge, at: ReadonlyMap<number, readonly Edge[]>, seen: Set<Edge>): readonly Edge[] {
  const found = [start]
  seen.add(start)
  for (const edge of found) {
    for (const end of [edge[0], edge[1]]) {
      for (const next of at.get(end) ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        found.push(next)
      }
    }
  }
  return found
}

/** The best pairs where each costs a price, told in halves of a unit of weight. */
function match(edges: readonly Edge[], price: number, cardinality: boolean): readonly Edge[] {
  const priced = edges.filter((it) => 2 * it[2] > price)
  if (priced.length === 0) return []
  const mates = blossom(
    priced.map(([i, j, weight]) => [i, j, 2 * weight - price] as const),
    cardinality,
  )
  return priced.filter(([i, j]) => mates[i] === j)
}

function matchingOf(pairs: readonly Edge[]): Matching {
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
