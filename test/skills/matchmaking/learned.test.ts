import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Profile } from '../../../src/core/profile.ts'
import { makeWords } from '../../../src/skills/ask/search/words.ts'
import { makePool } from '../../../src/skills/matchmaking/fitting/pool.ts'
import { suggest } from '../../../src/skills/matchmaking/fitting/suggest.ts'
import { readTaxonomy } from '../../../src/skills/matchmaking/fitting/taxonomy.ts'
import { readWeights } from '../../../src/skills/matchmaking/fitting/weights.ts'
import { profileWith } from '../../support/profiles.ts'

const weights = readFileSync(join(import.meta.dirname, '../../../data/alliance/weights.txt'), 'utf8')
const taxonomy = `
ecology | 生态 | Ecology |
  metal | 重金属 | Heavy metals | 镉
  herbs | 药材 | Herbs | 药苗
urban | 城镇 | Towns |
  transport | 交通 | Transport | 山高路窄
health | 健康 | Health |
  clinic | 诊所 | Clinics |
safety | 安全 | Safety |
  fire | 消防 | Fire |
`
const parts = { taxonomy: readTaxonomy(taxonomy), weights: readWeights(weights), cutter: makeWords() }
const today = '2015-07-01'

const profile = (kind: 'need' | 'offer', what: string, fields: readonly string[] = []) =>
  profileWith({ kind, what, fields })
const partners = (need: Profile, ...others: readonly Profile[]) =>
  suggest(
    makePool([need, ...others], () => undefined, parts),
    need.id,
    { today },
  ).map((it) => it.offer.profile.id)

test('words that no name of the taxonomy holds lead to the field of those who use them, too', () => {
  const need = profile('need', '冶炼厂下风向的稻子没人敢吃')
  const offer = profile('offer', '重金属钝化')
  const others = [
    profile('need', '冶炼厂下风向的庄稼没人敢收', ['metal']),
    profile('need', '冶炼厂下风向的菜地怎么办', ['metal']),
  ]
  expect(partners(need, offer)).toEqual([])
  expect(partners(need, offer, ...others)).toEqual([offer.id])
})

test('what everybody says teaches nothing', () => {
  const need = profile('need', '欢迎来现场看看')
  const others = (['metal', 'transport', 'clinic', 'fire'] as const).map((it) =>
    profile('need', '欢迎来现场看看', [it]),
  )
  expect(partners(need, profile('offer', '重金属钝化'), ...others)).toEqual([])
})

test('a name is believed less where those who say it ticked something else', () => {
  const need = profile('need', '这里山高路窄，药苗乱')
  const [herbs, roads] = [profile('offer', '药材基地'), profile('offer', '交通疏导')]
  const others = Array.from({ length: 6 }, () => profile('need', '山高路窄，不通车，药苗乱', ['herbs']))
  expect(partners(need, herbs, roads)).toEqual([roads.id, herbs.id])
  expect(partners(need, herbs, roads, ...others)[0]).toBe(herbs.id)
})

test('one’s own tick and words are no second witness, and an edited profile is judged by its new words', () => {
  const need = profile('need', '稻子没人敢吃', ['transport'])
  const pool = makePool(
    [need, profile('offer', '重金属钝化'), profile('offer', '交通疏导')],
    () => undefined,
    parts,
  )
  const first = () => suggest(pool, need.id, { today })[0]?.offer.profile.what
  expect(first()).toBe('交通疏导')
  pool.renew({ ...need, title: '镉', what: '镉', fields: ['metal'] }, undefined)
  expect(first()).toBe('重金属钝化')
})
