/** What profiles mean, as an embedding model has it: vectors by profile id, and which nearness is usual among them. */
export interface Meanings {
  /** Takes over a vector; undefined where there is none any more. */
  set(profile: string, vector: Float32Array | undefined): void
  has(profile: string): boolean
  /**
   * How much nearer two profiles are than is usual: 0 no nearer than most, 1 the same; undefined where one has no vector or
   * so few have one that nobody can say what is usual.
   */
  near(one: string, other: string): number | undefined
}

/** Models differ in what they call near: unrelated texts have a cosine of 0.2 with one and of 0.6 with another. */
const USUAL = 0.9
/** Pairs that are compared to find what is usual. */
const SAMPLE = 2_000
/** Among fewer pairs nothing is usual. */
const FEW = 20

export function makeMeanings(vectors: ReadonlyMap<string, Float32Array> = new Map()): Meanings {
  const kept = new Map<string, Float32Array>()
  let usual: number | undefined
  let known = false

  function set(profile: string, vector: Float32Array | undefined): void {
    known = false
    kept.delete(profile)
    if (vector === undefined) return
    // A model that changes its dimension makes all of them anew.
    const [any] = kept.values()
    if (any && any.length !== vector.length) kept.clear()
    kept.set(profile, even(vector))
  }
  for (const [profile, vector] of vectors) set(profile, vector)

  return {
    set,
    has: (profile) => kept.has(profile),
    near(one, other) {
      const [a, b] = [kept.get(one), kept.get(other)]
      if (a === undefined || b === undefined) return undefined
      if (!known) {
        usual = usualAmong([...kept.values()])
        known = true
      }
      if (usual === undefined) return undefined
      return usual >= 1 ? 0 : Math.min(1, Math.max(0, (dot(a, b) - usual) / (1 - usual)))
    },
  }
}

/** The nearness that nine of ten pairs do not exceed: of all pairs, or of some thousands all over the list. */
function usualAmong(vectors: readonly Float32Array[]): number | undefined {
  const all = (vectors.length * (vectors.length - 1)) / 2
  const count = Math.min(all, SAMPLE)
  if (count < FEW) return undefined
  const cosines = new Float64Array(count)
  for (let at = 0; at < count; at++) {
    // The pairs in a row: (1,0) (2,0) (2,1) (3,0) ...
    const place = Math.floor((at * all) / count)
    const one = Math.floor((1 + Math.sqrt(1 + 8 * place)) / 2)
    const other = place - (one * (one - 1)) / 2
    cosines[at] = dot(vectors[one] as Float32Array, vectors[other] as Float32Array)
  }
  return cosines.sort()[Math.floor(USUAL * count)]
}

/** Of length 1. */
function even(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1
  return vector.map((it) => it / length)
}

/** In four sums, so that none waits for the one before: thousands of vectors are compared for one suggestion. */
function dot(one: Float32Array, other: Float32Array): number {
  const { length } = one
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let at = 0
  for (; at + 3 < length; at += 4) {
    a += (one[at] as number) * (other[at] as number)
    b += (one[at + 1] as number) * (other[at + 1] as number)
    c += (one[at + 2] as number) * (other[at + 2] as number)
    d += (one[at + 3] as number) * (other[at + 3] as number)
  }
  for (; at < length; at++) a += (one[at] as number) * (other[at] as number)
  return a + b + c + d
}
