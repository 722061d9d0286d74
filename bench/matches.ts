/**
 * Who is suggested to whom, on the sets of test/eval/matches: nDCG@5 of our score beside plain bm25 over the same texts, on the
 * needs that weights were tuned on, on those held out, and on the second set; and what each term adds. `npm run bench:matches`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Party, Profile } from '../src/core/profile.ts'
import { makeWords } from '../src/skills/ask/search/words.ts'
import { makeMeanings } from '../src/skills/matchmaking/fitting/meanings.ts'
import { makePool } from '../src/skills/matchmaking/fitting/pool.ts'
import { readClimates } from '../src/skills/matchmaking/fitting/read-climates.ts'
import { readProfiles } from '../src/skills/matchmaking/fitting/read-profiles.ts'
import { makeSayings, readSayings } from '../src/skills/matchmaking/fitting/sayings.ts'
import { type Studied, textOf } from '../src/skills/matchmaking/fitting/study.ts'
import { suggest } from '../src/skills/matchmaking/fitting/suggest.ts'
import { readTaxonomy } from '../src/skills/matchmaking/fitting/taxonomy.ts'
import { contentTerms, discountTerms, readWeights } from '../src/skills/matchmaking/fitting/weights.ts'
import { counterpartVector } from '../test/support/counterpart-vectors.ts'
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

const cutter = makeWords({ lexicon: read('data/lexicon/words.txt') })
const taxonomy = readTaxonomy(read('data/alliance/taxonomy.txt'))
const parts = {
  taxonomy,
  weights: readWeights(read('data/alliance/weights.txt')),
  cutter,
  sayings: makeSayings(readSayings(read('data/alliance/sayings.txt'), taxonomy), cutter),
}
const today = '2015-07-01'

const mean = (them: readonly number[]) => them.reduce((sum, it) => sum + it, 0) / them.length

/** One made set: profiles, their owners, and what a broker would say. */
function setNamed(name: string) {
  const profiles = jsonl<Profile>(`${name}-profiles.jsonl`)
  const parties = new Map(jsonl<Party>(`${name}-parties.jsonl`).map((it) => [it.id, it]))
  return { profiles, partyOf: (id: string) => parties.get(id), judged: jsonl<Judged>(`${name}-grades.jsonl`) }
}

const first = setNamed('made')
const second = setNamed('made-2')
const third = setNamed('made-3')
const { profiles } = first

type Rank = (need: Profile) => readonly string[]

function rankersOf({ profiles, partyOf }: typeof first, by: Partial<typeof parts> = {}) {
  const pool = makePool(profiles, partyOf, { ...parts, ...by })
  const offers = profiles.filter((it) => it.kind === 'offer')
  const texts = bm25(offers.map((it) => [it.id, cutter.wordsOf(textOf(it))] as const))
  const bm25Rank: Rank = (need) => texts(cutter.wordsOf(textOf(need)))
  const ours: Rank = (need) => suggest(pool, need.id, { today }).map((it) => it.offer.profile.id)
  return { bm25: bm25Rank, ours }
}

function meanOf(
  set: typeof first,
  rank: Rank,
  splits: readonly string[],
  value: (ranked: readonly string[], grades: Judged['grades']) => number = (ranked, grades) =>
    ndcg(ranked, grades, 5),
): number {
  const its = set.judged.filter((it) => splits.includes(it.split))
  return mean(its.map((it) => value(rank(set.profiles.find((p) => p.id === it.need) as Profile), it.grades)))
}

const all = ['dev', 'held-out']
const { sayings: _, ...withoutSayings } = parts

/** A row of the tables: the first set's halves, the second set, the third set's halves. */
function figuresBy(rankOf: (set: typeof first) => Rank): string {
  const [one, two, three] = [rankOf(first), rankOf(second), rankOf(third)]
  return [
    meanOf(first, one, ['dev']),
    meanOf(first, one, ['held-out']),
    meanOf(second, two, all),
    meanOf(third, three, ['dev']),
    meanOf(third, three, ['held-out']),
  ]
    .map((it) => it.toFixed(3))
    .join(' | ')
}

const columns = 'first set, tuned on (40 needs) | first, held out (40) | second, never tuned on (80)'
console.log(`| nDCG@5 | ${columns} | third, tuned on | third, held out |\n|---|---|---|---|---|---|`)
for (const name of ['bm25', 'ours'] as const)
  console.log(`| ${name} | ${figuresBy((set) => rankersOf(set)[name])} |`)
const bare = (set: typeof first) => {
  const pool = makePool(set.profiles, set.partyOf, withoutSayings)
  return (need: Profile) => suggest(pool, need.id, { today }).map((it) => it.offer.profile.id)
}
console.log(`| ours without sayings | ${figuresBy(bare)} |`)
const third5 = meanOf(third, rankersOf(third).ours, all, (ranked, grades) =>
  Number((grades[ranked[0] ?? ''] ?? 0) >= 2),
)
console.log(`\nThe first one suggested is useful (grade 2 or 3), third set: ${third5.toFixed(3)}`)

console.log(
  `\n| without the term | ${columns} | third, tuned on | third, held out |\n|---|---|---|---|---|---|`,
)
for (const term of [...contentTerms, ...discountTerms]) {
  if (term === 'vectors') continue
  const weights = { ...parts.weights, [term]: 0 }
  console.log(`| ${term} | ${figuresBy((set) => rankersOf(set, { weights }).ours)} |`)
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
// Vectors of the counterpart know characters and no meanings: they are good for the time alone, and no row above has them.
const dimension = 1_024
const meanings = makeMeanings(
  new Map(many.map((it) => [it.id, Float32Array.from(counterpartVector(it.what, dimension))])),
)
const largeBoth = makePool(many, () => undefined, parts, meanings)
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
  ['ours, without vectors', (it: Profile) => suggest(large, it.id, { today })],
  [`ours, with vectors of ${dimension} parts`, (it: Profile) => suggest(largeBoth, it.id, { today })],
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
