import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Embedder } from '../../src/core/embedding.ts'
import { ModelAway } from '../../src/core/llm.ts'
import { makeIngest } from '../../src/skills/ask/documents/ingest.ts'
import { embedPassages, estimateEmbedding } from '../../src/skills/ask/search/embed-passages.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { fewestDiffering, layOut, signsOf } from '../../src/store/vector-signs.ts'
import { childProgram } from '../support/child-program.ts'
import { counterpartVector } from '../support/counterpart-vectors.ts'
import { embeddingEndpoint } from '../support/embedding-endpoint.ts'
import { temporaryStore } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { words } from './invented.ts'

const clock = { now: () => 1 }
const batch = 4

/** Invented articles (虚构), each of other words. */
function law(title: string, articles: number, from = 1): string {
  const lines = Array.from({ length: articles }, (_, at) => `第${at + 1}条 虚构规定的第${at + from}件事。\n`)
  return `# ${title}\n\n${lines.join('\n')}`
}

async function ingest({ documents }: Store, name: string, text: string, folder = temporaryFolder()) {
  writeFileSync(join(folder, name), text)
  await makeIngest({ documents, words, clock })([folder])
  return folder
}

/** An embedder in this process that counts what it is paid for. */
function counting(model = 'counterpart', dimension = 64) {
  const paid: string[] = []
  const embedder: Embedder = {
    model,
    async embed(texts) {
      paid.push(...texts)
      return {
        vectors: texts.map((it) => Float32Array.from(counterpartVector(it, dimension))),
        tokens: texts.length,
      }
    },
  }
  return { paid, embedder }
}

const everywhere = () => true
const vectorOf = (text: string, dimension = 64) => Float32Array.from(counterpartVector(text, dimension))

describe('vectors of passages', () => {
  test('the nearest in meaning are found, in the documents that may answer', async () => {
    const store = await temporaryStore()
    await ingest(store, 'a.md', law('虚构办法甲', 30))
    await ingest(store, 'b.md', law('虚构办法乙', 30, 100))
    await embedPassages({ vectors: store.vectors, ...counting(), batch })
    const near = async (may: (id: string) => boolean) => {
      const found = await store.vectors.nearest(
        'counterpart',
        vectorOf('虚构办法乙 虚构规定的第117件事'),
        may,
        5,
      )
      return store.passages.get(found.map((it) => it.passageId))
    }
    const [first] = await near(everywhere)
    expect(first?.text).toContain('第117件事')
    const of = (await store.documents.list()).find((it) => it.title === '虚构办法甲')?.id
    const others = await near((id) => id === of)
    expect(others).toHaveLength(5)
    expect(new Set(others.map((it) => it.document.title))).toEqual(new Set(['虚构办法甲']))
  })

  test('the estimate is what is sent, and asks nobody', async () => {
    const store = await temporaryStore()
    await ingest(store, 'a.md', law('虚构办法甲', 10))
    const { embedder, paid } = counting()
    const estimate = await estimateEmbedding({ vectors: store.vectors, embedder, batch })
    expect(paid).toHaveLength(0)
    expect(estimate).toMatchObject({ requests: Math.ceil(estimate.passages / batch) })
    await embedPassages({ vectors: store.vectors, embedder, batch })
    expect(paid).toHaveLength(estimate.passages)
    expect(await estimateEmbedding({ vectors: store.vectors, embedder, batch })).toMatchObject({
      passages: 0,
      tokens: 0,
    })
  })

  test('a new version of a document pays only for what is new in it, and what is gone leaves nothing behind', async () => {
    const store = await temporaryStore()
    const folder = await ingest(store, 'a.md', law('虚构办法甲', 10))
    const { embedder, paid } = counting()
    await embedPassages({ vectors: store.vectors, embedder, batch })
    const before = paid.length
    await ingest(store, 'a.md', `${law('虚构办法甲', 9)}\n第10条 另作规定的事。\n`, folder)
    const { texts, embedded, passages } = await embedPassages({ vectors: store.vectors, embedder, batch })
    expect(texts).toBe(1)
    expect(embedded).toBe(passages)
    expect(paid.slice(before)).toEqual([expect.stringContaining('另作规定的事')])
    const near = await store.vectors.nearest('counterpart', vectorOf('虚构规定的第10件事'), everywhere, 20)
    const texts10 = await store.passages.get(near.map((it) => it.passageId))
    expect(texts10.some((it) => it.text.includes('第10件事'))).toBe(false)
  })

  test('the same words in two documents of one name are paid for once', async () => {
    const store = await temporaryStore()
    await ingest(store, 'a.md', law('虚构办法甲', 5))
    await ingest(store, 'b.md', `${law('虚构办法甲', 5)}\n第6条 只在这里。\n`)
    const { embedder, paid } = counting()
    await embedPassages({ vectors: store.vectors, embedder, batch })
    expect(new Set(paid).size).toBe(paid.length)
    expect(await store.vectors.counts('counterpart')).toSatisfy(
      (it: { passages: number; embedded: number }) =>
        it.passages === it.embedded && it.passages > paid.length,
    )
  })

  test('another model makes all of them anew, and the old ones stay until the new ones are there', async () => {
    const store = await temporaryStore()
    await ingest(store, 'a.md', law('虚构办法甲', 10))
    await embedPassages({ vectors: store.vectors, ...counting('old'), batch })
    const { embedder, paid } = counting('new')
    let asked = 0
    const failing: Embedder = {
      model: 'new',
      embed: (texts) => {
        asked += 1
        if (asked > 1) throw new ModelAway('unreachable', 'gone')
        return embedder.embed(texts)
      },
    }
    const broken = await embedPassages({ vectors: store.vectors, embedder: failing, batch })
    expect(broken.away?.reason).toBe('unreachable')
    expect((await store.vectors.counts('old')).embedded).toBe(broken.passages)
    await embedPassages({ vectors: store.vectors, embedder, batch })
    expect(paid).toHaveLength(broken.passages)
    expect((await store.vectors.counts('old')).embedded).toBe(0)
    expect((await store.vectors.counts('new')).embedded).toBe(broken.passages)
  })

  test('another dimension under the same name makes all of them anew, and finds nothing until then', async () => {
    const store = await temporaryStore()
    const folder = await ingest(store, 'a.md', law('虚构办法甲', 10))
    await embedPassages({ vectors: store.vectors, ...counting('counterpart', 64), batch })
    expect(await store.vectors.nearest('counterpart', vectorOf('虚构', 32), everywhere, 5)).toEqual([])
    await ingest(store, 'a.md', `${law('虚构办法甲', 10)}\n第11条 新的事。\n`, folder)
    // The new passage comes with the other dimension; the next run makes the others anew.
    const wide = counting('counterpart', 32)
    await embedPassages({ vectors: store.vectors, ...wide, batch })
    const { embedded, passages } = await embedPassages({ vectors: store.vectors, ...wide, batch })
    expect(embedded).toBe(passages)
    expect(await store.vectors.nearest('counterpart', vectorOf('虚构', 32), everywhere, 5)).toHaveLength(5)
  })

  test('a new title changes what its passages mean', async () => {
    const store = await temporaryStore()
    const folder = await ingest(store, 'a.md', law('虚构办法甲', 3))
    const { embedder, paid } = counting()
    await embedPassages({ vectors: store.vectors, embedder, batch })
    const before = paid.length
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify([{ file: 'a.md', title: '虚构办法丙', status: '现行' }]),
    )
    await makeIngest({ documents: store.documents, words, clock })([join(folder, 'a.md')], {
      manifest: join(folder, 'manifest.json'),
    })
    await embedPassages({ vectors: store.vectors, embedder, batch })
    expect(paid.slice(before).every((it) => it.startsWith('虚构办法丙'))).toBe(true)
    expect(paid.length).toBe(2 * before)
  })

  test('a process that is killed again and again pays for no text twice but those that were under way', async () => {
    const file = join(temporaryFolder(), 'alliance.db')
    const store = await openStore(file)
    await ingest(store, 'a.md', law('虚构办法甲', 60))
    const { passages } = await store.vectors.counts('counterpart')
    const endpoint = await embeddingEndpoint()
    onTestFinished(async () => {
      await endpoint.close()
      await store.close()
    })
    const program = await childProgram('test/store/embed-child.ts')
    const kills = 3
    for (let kill = 1; kill <= kills; kill++) {
      const child = start(program, file, endpoint.url)
      const goal = Math.floor((passages / (kills + 1)) * kill)
      const gone = once(child, 'exit')
      await Promise.race([endpoint.paidFor(goal), gone])
      child.kill('SIGKILL')
      await gone
    }
    await once(start(program, file, endpoint.url), 'exit')
    expect(await store.vectors.counts('counterpart')).toEqual({ passages, embedded: passages })
    expect(endpoint.paid.length - new Set(endpoint.paid).size).toBeLessThanOrEqual(kills * batch)
    const near = await store.vectors.nearest('counterpart', vectorOf('虚构规定的第17件事'), everywhere, 100)
    expect(near.length).toBeGreaterThan(passages / 2)
  }, 240_000)
})

function start(program: string, file: string, url: string) {
  return spawn(process.execPath, [program, file, url, String(batch)], { stdio: 'inherit' })
}

describe('the fewest differing signs', () => {
  const vectors = fc.array(fc.array(fc.constantFrom(-1, -0.5, 0, 0.5, 1), { minLength: 40, maxLength: 40 }), {
    maxLength: 30,
  })

  test('are those that a slow count finds, all of the last rank with them', () => {
    fc.assert(
      fc.property(
        vectors,
        fc.array(fc.constantFrom(-1, -0.5, 0, 0.5, 1), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 1, max: 10 }),
        (all, asked, most) => {
          const may = (place: number) => place % 3 !== 1
          const signs = layOut(
            all.map((it) => signsOf(Float32Array.from(it))),
            40,
          )
          const found = fewestDiffering(signs, Float32Array.from(asked), may, most)
          const differing = all.map(
            (it) => it.filter((value, at) => value > 0 !== (asked[at] ?? 0) > 0).length,
          )
          const allowed = all.map((_, place) => place).filter(may)
          const ranked = allowed.map((it) => differing[it] ?? 0).sort((one, other) => one - other)
          const limit = ranked[Math.min(most, ranked.length) - 1] ?? -1
          expect(found).toEqual(allowed.filter((it) => (differing[it] ?? 0) <= limit))
        },
      ),
    )
  })
})
