/**
 * Who is suggested to whom, on the blind set of test/eval/matches: nDCG@5 of our score beside plain bm25 over the same
 * texts, on the needs that weights were tuned on and on those held out. `npm run bench:matches`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Party, Profile } from '../src/core/profile.ts'
import { makeWords } from '../src/skills/ask/search/words.ts'
import { makePool } from '../src/skills/matchmaking/fitting/pool.ts'
import { textOf } from '../src/skills/matchmaking/fitting/study.ts'
import { readTaxonomy } from '../src/skills/matchmaking/fitting/taxonomy.ts'
import { readWeights } from '../src/skills/matchmaking/fitting/weights.ts'
import { bm25 } from './bm25.ts'

const root = process.cwd()
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const jsonl = <T>(file: string) =>
  read(`test/eval/matches/${file}`)
    .trim()
    .split('\n')
    .slice(1)
    .map((it) => JSON.parse(it) as T)

interface Judged {
  readonly need: string
  readonly split: string
  readonly grades: Readonly<Record<string, number>>
}

const profiles = jsonl<Profile>('made-profiles.jsonl')
const parties = new Map(jsonl<Party>('made-parties.jsonl').map((it) => [it.id, it]))
const judged = jsonl<Judged>('made-grades.jsonl')
const cutter = makeWords({ lexicon: read('data/lexicon/words.txt') })
const parts = {
  taxonomy: readTaxonomy(read('data/alliance/taxonomy.txt')),
  weights: readWeights(read('data/alliance/weights.txt')),
  cutter,
}
const today = '2015-07-01'
const offers = profiles.filter((it) => it.kind === 'offer')

const pool = makePool(profiles, (id) => parties.get(id), parts)
const texts = bm25(offers.map((it) => [it.id, cutter.wordsOf(textOf(it))] as const))

const rankers: readonly (readonly [string, (need: Profile) => readonly string[]])[] = [
  [
    'bm25',
    (need) => texts(cutter.wordsOf(textOf(need))),
  ],
  [
    'ours',
    (need) => {
      const asked = pool.of(need.id)
      if (!asked) return []
      return offers
        .map((it) => ({ id: it.id, score: pool.fit(asked, pool.of(it.id) as never, today).score }))
        .sort((a, b) => b.score - a.score)
        .map((it) => it.id)
    },
  ],
]

console.log('| ranking | tuned on (40 needs) | held out (40 needs) | first one useful (grade 2 or 3), held out |')
console.log('|---|---|---|---|')
for (const [name, rank] of rankers) {
  const of = (split: string) => judged.filter((it) => it.split === split)
  const ranked = (it: Judged) => rank(profiles.find((p) => p.id === it.need) as Profile)
  const mean = (all: readonly Judged[], value: (it: Judged) => number) =>
    all.reduce((sum, it) => sum + value(it), 0) / all.length
  const gain = (it: Judged) => ndcg(ranked(it), it.grades, 5)
  const useful = (it: Judged) => Number((it.grades[ranked(it)[0] ?? ''] ?? 0) >= 2)
  console.log(
    `| ${name} | ${mean(of('dev'), gain).toFixed(3)} | ${mean(of('held-out'), gain).toFixed(3)} | ${mean(of('held-out'), useful).toFixed(3)} |`,
  )
}

/** Gains 2^grade - 1, discounted by log2 of the place. */
function ndcg(ranked: readonly string[], grades: Readonly<Record<string, number>>, k: number): number {
  const sum = (list: readonly number[]) =>
    list.slice(0, k).reduce((total, grade, at) => total + (2 ** grade - 1) / Math.log2(at + 2), 0)
  const ideal = sum(Object.values(grades).sort((a, b) => b - a))
  return ideal === 0 ? 1 : sum(ranked.map((it) => grades[it] ?? 0)) / ideal
}
