import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { load } from 'sqlite-vec'
import { embedPassages } from '../src/skills/ask/search/embed-passages.ts'
import { openStore } from '../src/store/index.ts'
import { quantile } from './measure.ts'

const asked = 100
const wanted = 100

/** Times four ways to the 100 nearest of so many vectors, which point at random around some themes, and prints them. */
export async function timeVectors(passages: number, dimension: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-vectors-'))
  const file = join(folder, 'alliance.db')
  const store = await openStore(file)
  const perDocument = 1_000
  for (let at = 0; at < passages; at += perDocument) {
    const name = `library-${at}.md`
    await store.documents.put(
      {
        facts: { title: name, status: '现行' },
        printed: '',
        warnings: [],
        mentions: [],
        edition: 'bench',
        passages: Array.from({ length: Math.min(perDocument, passages - at) }, (_, n) => ({
          kind: 'text' as const,
          path: [],
          text: `${at + n}`,
          start: 0,
          end: 1,
        })),
        file: {
          name,
          origin: name,
          hash: createHash('sha256').update(name).digest('hex'),
          bytes: Buffer.from(name),
        },
      },
      1,
    )
  }
  const vectorOf = themedVectors(dimension)
  const embedder = {
    model: 'random',
    embed: async (texts: readonly string[]) => ({ vectors: texts.map(vectorOf), tokens: 0 }),
  }
  const begun = performance.now()
  await embedPassages({ vectors: store.vectors, embedder, batch: 500 })
  const seconds = (performance.now() - begun) / 1000
  const questions = Array.from({ length: asked }, () => vectorOf())

  const other = new Database(file, { readonly: true })
  load(other)
  other.pragma('mmap_size = 268435456')
  const bytes = (it: Float32Array) => Buffer.from(it.buffer as ArrayBuffer)
  const exact = other.prepare<[Buffer], { id: number }>(
    `SELECT vector_id id FROM vector_values ORDER BY vec_distance_cosine(value, ?) LIMIT ${wanted}`,
  )
  const bits = other.prepare<[Buffer], { id: number }>(
    `SELECT id FROM vectors ORDER BY vec_distance_hamming(vec_bit(signs), vec_quantize_binary(?)) LIMIT ${4 * wanted}`,
  )
  const before = process.memoryUsage()
  const memory = ({ rss }: NodeJS.MemoryUsage) => rss / 1e6
  const first = performance.now()
  await store.vectors.nearest('random', questions[0] ?? new Float32Array(dimension), () => true, wanted)
  const firstMs = performance.now() - first
  const grown = memory(process.memoryUsage()) - memory(before)

  const times = new Map<string, number[]>()
  const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const from = performance.now()
    const result = await work()
    times.set(name, [...(times.get(name) ?? []), performance.now() - from])
    return result
  }
  let found = 0
  for (const question of questions) {
    const near = await timed('signs in memory, the nearest 400 in full (ours)', () =>
      store.vectors.nearest('random', question, () => true, wanted),
    )
    const all = await timed('sqlite-vec, all in full', () => exact.all(bytes(question)))
    await timed('sqlite-vec, signs, the nearest 400 not yet in full', () => bits.all(bytes(question)))
    // Passages and vectors came into the store in one order.
    const ids = new Set(near.map((it) => Number(it.passageId)))
    found += all.filter((it) => ids.has(it.id)).length
  }
  console.log(`## ${passages} vectors of ${dimension} parts\n\n| | ms median | ms p95 |\n|---|---|---|`)
  for (const [name, its] of times) {
    its.sort((one, two) => one - two)
    console.log(`| ${name} | ${quantile(its, 0.5).toFixed(1)} | ${quantile(its, 0.95).toFixed(1)} |`)
  }
  const share = ((100 * found) / (asked * wanted)).toFixed(1)
  console.log(
    `\nOf the ${wanted} nearest ${share}% are found by way of the signs. The first search after a change reads the`,
  )
  console.log(
    `signs: ${firstMs.toFixed(0)} ms, ${grown.toFixed(0)} MB. Kept in ${seconds.toFixed(0)} s; store ${(statSync(file).size / 1e6).toFixed(0)} MB.\n`,
  )
  other.close()
  await store.close()
  rmSync(folder, { recursive: true })
}

/** Random vectors around 500 random themes, as texts of a field lie in groups. */
function themedVectors(dimension: number): () => Float32Array {
  let seed = 20140623
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 31 - 1
  }
  const randomVector = () => Float32Array.from({ length: dimension }, random)
  const themes = Array.from({ length: 500 }, randomVector)
  return () => {
    const theme = themes[Math.floor(((random() + 1) / 2) * themes.length)]
    return randomVector().map((it, at) => it + (theme?.[at] ?? 0))
  }
}
