import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Party, Profile } from '../../../src/core/profile.ts'
import { makeWords } from '../../../src/skills/ask/search/words.ts'
import { untrueOf } from '../../../src/skills/matchmaking/fitting/check-reasons.ts'
import { makePool } from '../../../src/skills/matchmaking/fitting/pool.ts'
import { proposedReasons } from '../../../src/skills/matchmaking/fitting/propose-reasons.ts'
import { readProfiles } from '../../../src/skills/matchmaking/fitting/read-profiles.ts'
import type { Reason } from '../../../src/skills/matchmaking/fitting/reason.ts'
import { reasonsFor } from '../../../src/skills/matchmaking/fitting/reasons.ts'
import { type Suggestion, suggest } from '../../../src/skills/matchmaking/fitting/suggest.ts'
import { readTaxonomy } from '../../../src/skills/matchmaking/fitting/taxonomy.ts'
import { readWeights } from '../../../src/skills/matchmaking/fitting/weights.ts'
import { mutualWorth, worthsAmong } from '../../../src/skills/matchmaking/fitting/worth.ts'
import { profileWith } from '../../support/profiles.ts'

const root = join(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const parts = {
  taxonomy: readTaxonomy(read('data/alliance/taxonomy.txt')),
  weights: readWeights(read('data/alliance/weights.txt')),
  cutter: makeWords({ lexicon: read('data/lexicon/words.txt') }),
}
const told = readProfiles(read('data/alliance/profiles.csv'), parts.taxonomy, '2015-06-30')
const today = '2015-07-01'
const party = (id: string): Party => ({ id, name: id })
const base = profileWith({
  id: 'p',
  owner: 'hunan-shifeng',
  title: '想治重金属污染的土壤',
  what: '我们想治重金属污染的土壤，有没有做过的？',
  settings: ['mining'],
})
const poolWith = (...more: readonly Profile[]) => makePool([...told, ...more], party, parts)
const sidesOf = ({ need, offer }: Suggestion) => ({
  need: need.profile,
  offer: offer.profile,
  ...(need.party ? { needParty: need.party } : {}),
  ...(offer.party ? { offerParty: offer.party } : {}),
})

test('every starting row says what a document says, word for word', () => {
  const bare = (text: string) => text.replace(/\s+/g, '')
  for (const { id, what, source } of told) {
    expect(what, id).toBe(source?.quote)
    expect(bare(read(`data/policies/${source?.file}`)).includes(bare(what)), id).toBe(true)
  }
})

test('plain words about poisoned soil find the zone that cleaned its own, and quote what it did', () => {
  const [best] = suggest(poolWith(base), 'p', { today })
  expect(best?.offer.profile.id).toBe('guixi-soil')
  const reasons = reasonsFor(best as Suggestion, parts.taxonomy)
  expect(reasons.map((it) => it.text)).toEqual([
    '说的是同一件事：重金属污染治理',
    'jiangxi-guixi：「采用化学、生物、纳米防治等技术，对贵溪周边土壤采用播洒土壤改良剂，种植能源草、黑麦草等方法，降低土壤重金属含量和活性」',
    '场景相同：矿区',
    'jiangxi-guixi的做法正在试点',
  ])
})

test.each([
  ['guixi-soil', '摆脱对矿产资源的依赖、优化产业结构', /苗木/],
  ['longyan-approval', '警务信息大数据平台', undefined],
  ['bijie-karst', '治重金属污染的土壤', /能耗|森林覆盖率/],
])(
  'what only touches is not called one thing, and no figure is quoted for its own sake: %s for %s',
  (id, title, quoted) => {
    const need = { ...base, title, what: `我们想${title}，有没有做过的？`, fields: [], settings: [] }
    const pool = poolWith({ ...need, ...(id === 'guixi-soil' ? { fields: ['industry', 'mine'] } : {}) })
    const [asked, given] = [pool.of('p'), pool.of(id)]
    if (!asked || !given) throw new Error(`no ${id}`)
    const it = { need: asked, offer: given, fit: pool.fit(asked, given, today) }
    const texts = reasonsFor(it, parts.taxonomy).map((reason) => reason.text)
    expect(texts.filter((text) => text.startsWith('说的是同一件事'))).toEqual([])
    if (quoted) expect(texts.join()).not.toMatch(quoted)
  },
)

test('a reason that the stored profiles do not bear out is not told', () => {
  const [best] = suggest(poolWith(base), 'p', { today })
  const { fit } = best as Suggestion
  // Weighed when the offer was an idea still; it is being tried now.
  const terms = fit.terms.map((it) => (it.term === 'readiness' ? { ...it, value: 0 } : it))
  const it = { ...(best as Suggestion), fit: { ...fit, terms } }
  const against = proposedReasons(it, parts.taxonomy, 'zh-CN').filter((reason) => reason.speaks === 'against')
  expect(against.map((reason) => reason.kind)).toEqual(['stage'])
  expect(reasonsFor(it, parts.taxonomy).map((reason) => reason.kind)).toEqual([
    'field',
    'practice',
    'setting',
  ])
})

test('each reason for each suggestion is borne out by the two profiles', () => {
  const jsonl = <T>(file: string) =>
    read(`test/eval/matches/${file}`)
      .trim()
      .split('\n')
      .slice(1)
      .map((it) => JSON.parse(it) as T)
  const parties = new Map(jsonl<Party>('made-parties.jsonl').map((it) => [it.id, it]))
  const all = [...told, ...jsonl<Profile>('made-profiles.jsonl')]
  const pool = makePool(all, (id) => parties.get(id), parts)
  let count = 0
  for (const { id } of all) {
    for (const it of suggest(pool, id, { today })) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const reasons = proposedReasons(it, parts.taxonomy, locale)
        count += reasons.length
        expect(untrueOf(reasons, sidesOf(it), parts.taxonomy)).toEqual([])
        // A quote can be read for itself: no joining word before it, no comma after it, no open bracket in it.
        const quotes = reasons.filter((it) => it.kind === 'practice').map((it) => it.basis[0]?.words ?? '')
        for (const quote of quotes) {
          expect(quote).not.toMatch(/^(此外|目前|同时)，|[，,；;。：、]$/)
          expect(quote.split('“').length).toBe(quote.split('”').length)
        }
      }
    }
  }
  expect(count).toBeGreaterThan(1000)
})

test.each([
  [
    'a quote that was touched up',
    (it: Reason) => ({ ...it, text: it.text.replace('化学', '物理') }),
    'quote',
  ],
  ['a figure from nowhere', (it: Reason) => ({ ...it, text: `${it.text}，5000 亩` }), 'figure'],
  [
    'a basis that does not stand there',
    (it: Reason) => ({ ...it, basis: it.basis.map((one) => ({ ...one, words: '没有写过' })) }),
    'not-in-source',
  ],
  ['no basis', (it: Reason) => ({ ...it, basis: [] }), 'no-basis'],
  [
    'another zone’s name',
    (it: Reason) => ({ ...it, text: it.text.replace('jiangxi-guixi', '宜兴市') }),
    'name',
  ],
] as const)('a reason is found untrue: %s', (_, damage, why) => {
  const [best] = suggest(poolWith(base), 'p', { today })
  const reason = reasonsFor(best as Suggestion, parts.taxonomy).find((it) => it.kind === 'practice')
  expect(
    untrueOf([damage(reason as Reason)], sidesOf(best as Suggestion), parts.taxonomy).map((it) => it.why),
  ).toEqual([why])
})

test('what is blocked, archived, past its day, one’s own, or shown to others only is not suggested', () => {
  const offer: Profile = { ...base, id: 'o', kind: 'offer', owner: 'other', stage: 'proven' }
  const found = (more: Partial<Profile>, blocked = false) =>
    suggest(poolWith(base, { ...offer, ...more }), 'p', { today, between: () => ({ blocked }) }).some(
      (it) => it.offer.profile.id === 'o',
    )
  expect(found({})).toBe(true)
  expect(found({}, true)).toBe(false)
  expect(found({ state: 'archived' })).toBe(false)
  expect(found({ validUntil: '2015-06-30' })).toBe(false)
  expect(found({ owner: base.owner })).toBe(false)
  expect(found({ visibility: 'named', shownTo: ['third'] })).toBe(false)
  expect(found({ visibility: 'named', shownTo: [base.owner] })).toBe(true)
  expect(found({ visibility: 'province' })).toBe(false)
})

test('a profile of one word, of 20,000 characters, of nothing but punctuation, and twins: answered, none is a crash', () => {
  for (const what of ['土', '重金属'.repeat(7000), '？？？', '']) {
    const pool = poolWith(
      { ...base, title: what.slice(0, 10), what },
      { ...base, id: 'twin', title: what.slice(0, 10), what },
    )
    expect(suggest(pool, 'p', { today }).length).toBeGreaterThanOrEqual(0)
  }
})

test('peers both have to gain; under assistance the helped side’s need is enough', () => {
  expect(mutualWorth(0.8, 0.8)).toBeCloseTo(0.8)
  expect(mutualWorth(0.8, 0)).toBeCloseTo(0.4)
  expect(mutualWorth(0.8, 0, true)).toBeCloseTo(0.8)
})

test('the starting rows as an exchange day: who meets whom, and about what', () => {
  const owners = new Set(told.map((it) => it.owner))
  const pairs = worthsAmong(poolWith(), owners, { today }).toSorted((a, b) => b.worth - a.worth)
  const about = pairs.map(({ one, other, about }) => `${one} ${other} ${about[0]?.offer.profile.id}`)
  expect(about).toContain('fujian-longyan jiangxi-guixi guixi-upgrade')
  expect(about).toContain('province-新疆 guangdong-fengshun fengshun-barrier')
  expect(pairs.every((it) => it.worth > 0 && it.worth <= 1)).toBe(true)
})

test('a table of weights with mistakes is refused, and every mistake is named', () => {
  expect(() => readWeights('words 2\nwords 0.1 0.2\nfoo 1\n')).toThrow(
    /第 1 行.*第 2 行.*第 3 行.*缺少“fields”/s,
  )
})

test('a taxonomy with an id twice, or a line that hangs in the air, is refused by its line', () => {
  expect(() => readTaxonomy('a | 甲 | A | \na | 乙 | B | \n')).toThrow('第 2 行')
  expect(() => readTaxonomy('a | 甲 | A | \n    b | 乙 | B | \n')).toThrow('第 2 行')
})
