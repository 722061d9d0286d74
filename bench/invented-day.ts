import type { Day } from '../src/skills/matchmaking/pairing/day.ts'

/** Mulberry32: small, and the same on every machine. */
export function dice(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    shuffled<T>(of: readonly T[]): T[] {
      return of
        .map((it) => [next(), it] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, it]) => it)
    },
  }
}

/**
 * Invented worths as scores come out of real profiles: each participant has two needs and three offers in 50 fields,
 * some fields being far more common; most pairs have nothing to talk about. A few have wishes, vetoes, and met last year.
 */
export function inventedDay(size: number, rounds: number, seed = 2014): Day {
  const { next } = dice(seed)
  const field = () => Math.floor(50 * next() ** 2)
  const participants = Array.from({ length: size }, (_, at) => ({
    id: `z${at}`,
    needs: [field(), field()],
    offers: [field(), field(), field()],
  }))
  const worths: [string, string, number][] = []
  for (const [at, one] of participants.entries()) {
    for (const other of participants.slice(at + 1)) {
      const there = one.needs.some((it) => other.offers.includes(it)) ? 0.3 + 0.7 * next() : 0
      const back = other.needs.some((it) => one.offers.includes(it)) ? 0.3 + 0.7 * next() : 0
      const worth = there * back > 0 ? (2 * there * back) / (there + back) : Math.max(there, back) / 2
      if (worth > 0) worths.push([one.id, other.id, worth])
    }
  }
  const some = (share: number) =>
    participants.flatMap((one, at) => {
      const other = participants[Math.floor(next() * size)]
      return next() < share && other !== undefined && other !== participants[at]
        ? [[one.id, other.id] as const]
        : []
    })
  return {
    participants: participants.map(({ id }) => ({ id })),
    rounds,
    tables: Math.floor(size / 2),
    worths,
    wishes: some(0.3),
    vetoes: some(0.05),
    met: some(0.5),
  }
}
