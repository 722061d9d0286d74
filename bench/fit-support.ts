/**
 * Fits the weights of src/skills/ask/answer/support.ts: logistic regression over the visible signs of every look that
 * an answer is made of, on the developing questions of test/eval. Held-out questions are never read. The signs are those
 * of the words that would be chosen if no demand withheld them: so the near misses that a demand catches teach, too.
 * Words of an answerable question that do not hold its evidence are neither right nor surely wrong; they are left out.
 *
 *     npm run fit -- STORE.db        (a store that `alliance --db STORE.db documents` has filled)
 *
 * Prints the weights, and for each threshold how many looks of unanswerable and of answerable questions it would withhold, cross-validated.
 */
import { makeAnswering } from '../src/app/answering.ts'
import { isUnanswerable } from '../src/cli/eval/line.ts'
import { squeeze } from '../src/skills/ask/answer/quote.ts'
import type { SupportSigns } from '../src/skills/ask/answer/support.ts'
import { openStore } from '../src/store/index.ts'
import { developing } from './developing.ts'

interface Sample {
  readonly signs: readonly number[]
  /** Whether the evidence of an answerable question stands in the words chosen. */
  readonly proved: boolean
}

const [file = 'var/alliance.db'] = process.argv.slice(2)
const folds = 10
const ridge: number = 0.3

const { names, samples } = await observed()
const odds = samples.map((sample, at) => {
  const others = samples.filter((_, other) => other % folds !== at % folds)
  return oddsBy(fit(others), sample)
})
console.log(`${samples.length} looks, ${samples.filter((it) => !it.proved).length} of unanswerable questions`)
const weights = fit(samples)
for (const [at, name] of [...names, 'bias'].entries()) console.log(`  ${name}: ${weights[at]?.toFixed(1)},`)
for (const least of [-2, -1.75, -1.5, -1.25, -1, -0.75, -0.5, -0.25, 0]) {
  const withheld = (proved: boolean) => {
    const of = odds.filter((_, at) => samples[at]?.proved === proved)
    return `${((100 * of.filter((it) => it < least).length) / of.length).toFixed(1)}%`
  }
  console.log(
    `least ${least}: withholds ${withheld(false)} of the unanswerable, ${withheld(true)} of the proved`,
  )
}

/** What every developing question's looks showed, before anything withholds them. */
async function observed(): Promise<{ names: string[]; samples: Sample[] }> {
  const store = await openStore(file)
  const looks: { readonly signs: SupportSigns; readonly quotes: readonly string[] }[] = []
  const { answerer } = makeAnswering(
    { data: 'data', prompts: 'prompts' },
    store,
    { now: () => Date.now() },
    {
      observe: ({ signs }, chosen) => looks.push({ signs, quotes: chosen.map((it) => squeeze(it.quote)) }),
    },
  )
  const samples: Sample[] = []
  let names: string[] = []
  for (const line of developing()) {
    looks.length = 0
    await answerer.answer({ question: line.question, ...(line.history ? { history: line.history } : {}) })
    const proofs = [line, ...line.evidence_alt, ...line.evidence_more].map((it) => squeeze(it.evidence))
    for (const { signs, quotes } of looks) {
      names = Object.keys(signs)
      const proved = !isUnanswerable(line) && quotes.some((quote) => isProof(quote, proofs))
      if (proved || isUnanswerable(line)) samples.push({ signs: Object.values(signs), proved })
    }
  }
  await store.close()
  return { names, samples }
}

/** The evidence stands in the words chosen, or they are a piece of it. */
function isProof(quote: string, proofs: readonly string[]): boolean {
  return proofs.some((proof) => quote.includes(proof) || (quote.length >= 10 && proof.includes(quote)))
}

/** Weights and bias that make the samples most likely, by Newton's method with a ridge. */
function fit(of: readonly Sample[]): number[] {
  const size = (of[0]?.signs.length ?? 0) + 1
  let found = new Array<number>(size).fill(0)
  for (let round = 0; round < 25; round++) {
    const gradient = found.map((weight, at) => (at < size - 1 ? ridge * weight : 0))
    const curve = found.map((_, row) =>
      found.map((__, column) => (row === column && row < size - 1 ? ridge : 1e-9)),
    )
    for (const sample of of) {
      const row = [...sample.signs, 1]
      const likely = 1 / (1 + Math.exp(-oddsBy(found, sample)))
      for (const [a, one] of row.entries()) {
        gradient[a] = (gradient[a] ?? 0) + one * (likely - Number(sample.proved))
        for (const [b, other] of row.entries()) {
          const line = curve[a]
          if (line) line[b] = (line[b] ?? 0) + likely * (1 - likely) * one * other
        }
      }
    }
    const step = solve(curve, gradient)
    found = found.map((weight, at) => weight - (step[at] ?? 0))
  }
  return found
}

function oddsBy(weights: readonly number[], { signs }: Sample): number {
  return signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), weights.at(-1) ?? 0)
}

/** Gauss-Jordan; the matrix is small and positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  for (const [at, pivot] of rows.entries()) {
    const by = pivot[at] ?? 1
    for (let column = 0; column < pivot.length; column++) pivot[column] = (pivot[column] ?? 0) / by
    for (const [other, row] of rows.entries()) {
      const times = row[at] ?? 0
      if (other !== at)
        for (let column = 0; column < row.length; column++)
          row[column] = (row[column] ?? 0) - times * (pivot[column] ?? 0)
    }
  }
  return rows.map((row) => row.at(-1) ?? 0)
}
