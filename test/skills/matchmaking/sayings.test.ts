import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Profile } from '../../../src/core/profile.ts'
import { makeWords } from '../../../src/skills/ask/search/words.ts'
import { makePool } from '../../../src/skills/matchmaking/fitting/pool.ts'
import { makeSayings, readSayings } from '../../../src/skills/matchmaking/fitting/sayings.ts'
import { termsOf } from '../../../src/skills/matchmaking/fitting/study.ts'
import { readTaxonomy } from '../../../src/skills/matchmaking/fitting/taxonomy.ts'
import { readWeights } from '../../../src/skills/matchmaking/fitting/weights.ts'

const alliance = join(import.meta.dirname, '../../../data/alliance')
const read = (file: string) => readFileSync(join(alliance, file), 'utf8')
const cutter = makeWords()

// Fields whose names nobody says.
const small = readTaxonomy(`aa | 甲 | A | 甲甲\nbb | 乙 | B | 乙乙\n\n[场景]\n\n[方式]\n`)
const file = `# 说法
= aa
? 奶奶半夜起来摔了没人知道
! 床垫会报警，老人离床就响
= bb
? 牛棚边上的苍蝇多得吃不下饭
! 粪水发酵后浇地，味道小了
`
const sayings = makeSayings(readSayings(file, small), cutter)
const senseOf = (text: string) => sayings.sense(termsOf(text, cutter))

describe('a text without a name of the taxonomy', () => {
  test('is of the field whose sentences it is like', () => {
    const { shares, strength } = senseOf('独居的奶奶半夜摔了，第二天才有人知道')
    expect([...shares].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe('aa')
    expect(strength).toBeGreaterThan(0.2)
  })

  test('is of none where it is like no sentence', () => {
    expect(senseOf('qqq')).toEqual({ shares: new Map(), strength: 0 })
  })

  test('finds the offer that is like other sentences of that field', () => {
    const profile = (id: string, kind: 'need' | 'offer', title: string): Profile => ({
      id,
      kind,
      owner: `owner-${id}`,
      title,
      what: title,
      fields: [],
      settings: [],
      stage: 'proven',
      forms: [],
      visits: false,
      helps: false,
      visibility: 'alliance',
      state: 'published',
      confirmed: '2015-01-01',
      revision: 1,
    })
    const need = profile('need', 'need', '独居的奶奶摔了没人知道')
    const offers = [
      profile('bed', 'offer', '离床报警的床垫，装了三百家'),
      profile('farm', 'offer', '粪水发酵浇地三百亩'),
    ]
    const parts = { taxonomy: small, weights: readWeights(read('weights.txt')), cutter, sayings }
    const pool = makePool([need, ...offers], () => undefined, parts)
    const asked = pool.of('need')
    expect(asked && pool.likely(asked, 2).map((it) => it.profile.id)[0]).toBe('bed')
  })
})

describe('the file', () => {
  test.each([
    ['a field that the taxonomy does not have', '= cc\n? 一句\n', '第 1 行'],
    ['a sentence of no field', '? 一句\n', '第 1 行'],
    ['a line without a sign', '= aa\n一句\n', '第 2 行'],
  ])('with %s is refused by its line', (_name, text, line) => {
    expect(() => readSayings(text, small)).toThrow(line)
  })

  test('has needs and offers of every field, no sentence twice', () => {
    const taxonomy = readTaxonomy(read('taxonomy.txt'))
    const all = readSayings(read('sayings.txt'), taxonomy)
    const counts = new Map<string, number>()
    for (const { field } of all) counts.set(field, (counts.get(field) ?? 0) + 1)
    expect([...taxonomy.fields.keys()].filter((id) => (counts.get(id) ?? 0) < 16)).toEqual([])
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
  })
})
