import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Embedder } from '../../../../src/core/embedding.ts'
import { ModelAway } from '../../../../src/core/llm.ts'
import { silentLog } from '../../../../src/core/log.ts'
import { makeIngest } from '../../../../src/skills/ask/documents/ingest.ts'
import { embedPassages } from '../../../../src/skills/ask/search/embed-passages.ts'
import { fused } from '../../../../src/skills/ask/search/fusion.ts'
import { makeSearcher } from '../../../../src/skills/ask/search/search.ts'
import { makeSemantic } from '../../../../src/skills/ask/search/semantic.ts'
import { words } from '../../../store/invented.ts'
import { temporaryStore } from '../../../support/store.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const clock = { now: () => 1 }

/** Means fire where a text speaks of fire in whatever words, and water where it speaks of water. */
const meaning: Embedder = {
  model: 'meaning',
  async embed(texts) {
    const vectors = texts.map((it) =>
      Float32Array.from([/火|燃|焚/u.test(it) ? 1 : -1, /水|涝|汛/u.test(it) ? 1 : -1, 0.1, 0.1]),
    )
    return { vectors, tokens: texts.length }
  },
}

/** Two invented documents (虚构), of 2014 and of 2016, with their vectors. */
async function house(embedder: Embedder = meaning) {
  const store = await temporaryStore()
  const folder = temporaryFolder()
  writeFileSync(
    join(folder, 'a.md'),
    '# 虚构规定甲\n\n2014年1月5日\n\n第一条 库房须备灭具，谨防燃烧。\n\n第二条 值守人员每日巡查库房。\n\n第三条 库房钥匙由专人保管。\n',
  )
  writeFileSync(
    join(folder, 'b.md'),
    '# 虚构规定乙\n\n2016年3月1日\n\n第一条 山林严禁焚烧秸秆。\n\n第二条 汛期前疏通沟渠。\n',
  )
  await makeIngest({ documents: store.documents, words, clock })([folder])
  await embedPassages({ vectors: store.vectors, embedder: meaning, batch: 10 })
  const asked: string[] = []
  const counted: Embedder = {
    ...embedder,
    embed(texts) {
      asked.push(...texts)
      return embedder.embed(texts)
    },
  }
  const parts = { ...store, words }
  const semantic = makeSemantic({ embedder: async () => counted, vectors: store.vectors, log: silentLog })
  return { store, asked, byWords: makeSearcher(parts), both: makeSearcher({ ...parts, semantic }) }
}

const textsOf = (hits: readonly { readonly passage: { readonly text: string } }[]) =>
  hits.map((it) => it.passage.text)

describe('search by words and meaning', () => {
  test('finds what is said in other words', async () => {
    const { byWords, both } = await house()
    expect(textsOf(await byWords.search('失火了怎么办')).join('')).not.toMatch(/燃烧|焚烧/u)
    expect(textsOf(await both.search('失火了怎么办', { k: 2 })).join('')).toMatch(
      /燃烧[\s\S]*焚烧|焚烧[\s\S]*燃烧/u,
    )
  })

  test('what words and meaning both find comes before what only one finds', async () => {
    const { both } = await house()
    const texts = textsOf(await both.search('每日巡查，谨防失火'))
    const place = (words: string) => texts.findIndex((it) => it.includes(words))
    expect(place('谨防燃烧')).toBeLessThan(place('焚烧秸秆'))
    expect(place('焚烧秸秆')).toBeGreaterThan(-1)
  })

  test('only the documents that are asked for answer, and none from after the day that is meant', async () => {
    const { store, both } = await house()
    const second = (await store.documents.list()).find((it) => it.title === '虚构规定乙')
    const only = await both.search('失火了怎么办', { documents: [second?.id ?? ''] })
    expect(only.length).toBeGreaterThan(0)
    expect(new Set(only.map((it) => it.passage.document.title))).toEqual(new Set(['虚构规定乙']))
    const then = await both.search('失火了怎么办', { asOf: '2015-01-01' })
    expect(textsOf(then).join('')).toContain('燃烧')
    expect(textsOf(then).join('')).not.toContain('焚烧')
  })

  test('an article asked for by its number stays first', async () => {
    const { both } = await house()
    const [first] = await both.search('虚构规定甲第三条 失火')
    expect(first?.passage.text).toContain('钥匙')
  })

  test.each([
    ['is away', () => Promise.reject(new ModelAway('time-out', 'no answer in time'))],
    ['is broken', () => Promise.reject(new TypeError('a defect'))],
    ['gives vectors of another dimension', async () => ({ vectors: [Float32Array.from([1, 1])], tokens: 1 })],
  ])('where the endpoint %s, the words answer as without it', async (_, embed) => {
    const { byWords, both } = await house({ model: 'meaning', embed })
    expect(await both.search('库房失火')).toEqual(await byWords.search('库房失火'))
  })

  test('the same question is embedded once, one that failed again', async () => {
    const { both, asked } = await house()
    await both.search('库房失火')
    await both.search('库房失火 ')
    expect(asked).toEqual(['库房失火'])
    const away = await house({ model: 'meaning', embed: () => Promise.reject(new ModelAway('resting', '')) })
    await away.both.search('库房失火')
    await away.both.search('库房失火')
    expect(away.asked).toHaveLength(2)
  })

  test('a document that comes later is found by meaning once it has its vectors', async () => {
    const { store, both } = await house()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'c.md'), '# 虚构规定丙\n\n第一条 易燃物另行存放。\n')
    await makeIngest({ documents: store.documents, words, clock })([folder])
    const before = textsOf(await both.search('失火了怎么办', { k: 3 })).join('')
    expect(before).not.toContain('另行存放')
    await embedPassages({ vectors: store.vectors, embedder: meaning, batch: 10 })
    expect(textsOf(await both.search('失火了怎么办', { k: 3 })).join('')).toContain('另行存放')
  })
})

describe('reciprocal rank fusion', () => {
  const rankings = fc.array(
    fc.record({ ids: fc.uniqueArray(fc.constantFrom(...'abcdefgh')), weight: fc.constantFrom(0.5, 1, 2) }),
    { minLength: 1, maxLength: 4 },
  )
  const ordered = (scores: ReadonlyMap<string, number>) =>
    [...scores].sort((one, other) => other[1] - one[1]).map(([id]) => id)

  test('names what any ranking names, and keeps the order of one that stands alone', () => {
    fc.assert(
      fc.property(rankings, (all) => {
        expect(new Set(fused(all).keys())).toEqual(new Set(all.flatMap((it) => it.ids)))
        const [first] = all
        if (first) expect(ordered(fused([first]))).toEqual(first.ids)
      }),
    )
  })

  test('does not care about the order of the rankings', () => {
    fc.assert(
      fc.property(rankings, (all) => {
        const [one, other] = [fused(all), fused([...all].reverse())]
        for (const [id, score] of one) expect(other.get(id)).toBeCloseTo(score, 12)
      }),
    )
  })

  test('what stands no lower anywhere and higher somewhere comes first', () => {
    fc.assert(
      fc.property(rankings, (all) => {
        const scores = fused(all)
        const place = (ids: readonly string[], id: string) =>
          ids.includes(id) ? ids.indexOf(id) : Number.POSITIVE_INFINITY
        for (const a of scores.keys())
          for (const b of scores.keys()) {
            const pairs = all.map(({ ids }) => [place(ids, a), place(ids, b)] as const)
            if (pairs.every(([x, y]) => x <= y) && pairs.some(([x, y]) => x < y))
              expect(scores.get(a)).toBeGreaterThan(scores.get(b) ?? 0)
          }
      }),
    )
  })
})
