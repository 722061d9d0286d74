/**
 * Who is suggested to whom, on the blind set of test/eval/matches: nDCG@5 of our score beside plain bm25 over the same
 * texts, on the needs that weights were tuned on and on those held out. `npm run bench:matches`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Party, Profile } from '../src/core/profile.ts'
import { makeWords } from '../src/skills/ask/search/words.ts'
import { makePool } from '../src/skills/matchmaking/fitting/pool.ts'
import { readClimates } from '../src/skills/matchmaking/fitting/read-climates.ts'
import { readProfiles } from '../src/skills/matchmaking/fitting/read-profiles.ts'
import { type Studied, textOf } from '../src/skills/matchmaking/fitting/study.ts'
import { suggest } from '../src/skills/matchmaking/fitting/suggest.ts'
import { readTaxonomy } from '../src/skills/matchmaking/fitting/taxonomy.ts'
import { readWeights } from '../src/skills/matchmaking/fitting/weights.ts'
import { bm25 } from './bm25.ts'
import { quantile } from './measure.ts'

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
  ['bm25', (need) => texts(cutter.wordsOf(textOf(need)))],
  ['ours', (need) => suggest(pool, need.id, { today }).map((it) => it.offer.profile.id)],
]

console.log(
  '| ranking | tuned on (40 needs) | held out (40 needs) | first one useful (grade 2 or 3), held out |',
)
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

// What the documents tell: few, but nobody invented them.
const told = readProfiles(read('data/alliance/profiles.csv'), parts.taxonomy, '2015-06-30')
const places = parse(read('data/register/zones.csv'), { columns: true }) as Record<string, string>[]
const climates = readClimates(read('data/alliance/climates.txt'))
const toldPool = makePool(
  told,
  (id) => {
    const province = places.find((it) => it.id === id)?.province ?? id.replace(/^province-/, '')
    const climate = climates.get(province)
    return { id, name: id, province, ...(climate === undefined ? {} : { climate }) }
  },
  parts,
)
const graded = parse(read('test/eval/matches/told.csv'), { columns: true }) as Record<string, string>[]
const toldOffers = told.filter((it) => it.kind !== 'need')
const toldTexts = bm25(toldOffers.map((it) => [it.id, cutter.wordsOf(textOf(it))] as const))
const toldNeeds = [...new Set(graded.map((it) => it.need ?? ''))]
const toldGains = (rank: (need: Studied) => readonly string[]) =>
  toldNeeds.map((id) => {
    const need = toldPool.of(id)
    const its = graded.filter((it) => it.need === id)
    const grades = Object.fromEntries(its.map((it) => [it.offer ?? '', Number(it.grade)]))
    return need === undefined ? 0 : ndcg(rank(need), grades, 5)
  })
const mean = (all: readonly number[]) => all.reduce((sum, it) => sum + it, 0) / all.length
console.log('\n| what the documents tell (8 needs, 23 offers) | nDCG@5 |\n|---|---|')
console.log(
  `| bm25 | ${mean(toldGains((need) => toldTexts(cutter.wordsOf(textOf(need.profile))))).toFixed(3)} |`,
)
console.log(
  `| ours | ${mean(toldGains(({ profile }) => suggest(toldPool, profile.id, { today }).map((it) => it.offer.profile.id))).toFixed(3)} |`,
)

// Ten thousand profiles: the invented ones over and over, each time with two sentences of another one.
const many = Array.from({ length: 10_000 }, (_, at) => {
  const [one, other] = [profiles[at % profiles.length], profiles[(at * 7 + 3) % profiles.length]]
  return { ...(one as Profile), id: `m${at}`, owner: `o${at}`, what: `${one?.what}${other?.what}` }
})
const beganPool = performance.now()
const large = makePool(many, () => undefined, parts)
const tookPool = performance.now() - beganPool
const largeTexts = bm25(many.map((it) => [it.id, cutter.wordsOf(textOf(it))] as const))
const asked = many.filter((_, at) => at % 50 === 0)
const timesOf = (ask: (it: Profile) => unknown) =>
  asked
    .map((it) => {
      const at = performance.now()
      ask(it)
      return performance.now() - at
    })
    .sort((a, b) => a - b)
console.log(`\n| 10,000 profiles, suggestions for one | p50 ms | p95 ms |\n|---|---|---|`)
for (const [name, ask] of [
  ['bm25 over all', (it: Profile) => largeTexts(cutter.wordsOf(textOf(it))).slice(0, 5)],
  ['ours, with every term', (it: Profile) => suggest(large, it.id, { today })],
] as const) {
  timesOf(ask)
  const times = timesOf(ask)
  console.log(`| ${name} | ${quantile(times, 0.5).toFixed(1)} | ${quantile(times, 0.95).toFixed(1)} |`)
}
console.log(`\nThe pool of 10,000 is made in ${(tookPool / 1000).toFixed(1)} s, once.`)

/** Gains 2^grade - 1, discounted by log2 of the place. */
function ndcg(ranked: readonly string[], grades: Readonly<Record<string, number>>, k: number): number {
  const sum = (list: readonly number[]) =>
    list.slice(0, k).reduce((total, grade, at) => total + (2 ** grade - 1) / Math.log2(at + 2), 0)
  const ideal = sum(Object.values(grades).sort((a, b) => b - a))
  return ideal === 0 ? 1 : sum(ranked.map((it) => grades[it] ?? 0)) / ideal
}
