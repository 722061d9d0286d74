import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSeeds, type Seed, type SeedParts, seedsOf } from '../../src/app/seed.ts'
import { invented } from '../store/invented.ts'
import { temporaryStore } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const clock = { now: () => Date.UTC(2014, 5, 23) }

/** A folder of initial data, and what was loaded from it so far. */
async function plant() {
  const { seeds } = await temporaryStore()
  const folder = join(temporaryFolder(), 'policies')
  mkdirSync(folder)
  writeFileSync(join(folder, 'one.txt'), '一')
  const loaded: string[] = []
  const start = (load = async () => void loaded.push('policies')) => {
    const seed: Seed = { name: 'policies', files: [folder], load }
    return loadSeeds([seed], seeds, clock, (name) => void loaded.push(`begin ${name}`))
  }
  return { folder, loaded, start }
}

test('what documents tell of the zones holds for two years: then its owner is asked, as of everything else', async () => {
  const store = await temporaryStore()
  const config = { data: join(import.meta.dirname, '../../data') }
  const all = seedsOf({ config, clock, store } as SeedParts)
  await all.find((it) => it.name === 'alliance')?.load()
  const rows = await store.profiles.list()
  expect(rows.length).toBeGreaterThan(20)
  expect(new Set(rows.map((it) => it.validUntil))).toEqual(new Set(['2016-06-23']))
})

test('what they tell is shown under the title of its document, once that is loaded', async () => {
  const store = await temporaryStore()
  const report = invented('2014年度工作报告', ['第一条 略。'], { name: '2014-annual-report.txt' })
  await store.documents.put(report, 1)
  const config = { data: join(import.meta.dirname, '../../data') }
  const all = seedsOf({ config, clock, store } as SeedParts)
  await all.find((it) => it.name === 'alliance')?.load()
  const titles = new Set((await store.profiles.list()).map((it) => it.source?.title))
  expect(titles).toContain('2014年度工作报告')
  expect(titles).not.toContain('2014-annual-report.txt')
})

test('the first start loads, the second finds nothing to do', async () => {
  const { loaded, start } = await plant()
  await start()
  await start()
  expect(loaded).toEqual(['begin policies', 'policies'])
})

test('a changed, added or renamed file loads again', async () => {
  const { folder, loaded, start } = await plant()
  await start()
  writeFileSync(join(folder, 'one.txt'), '壹')
  await start()
  writeFileSync(join(folder, 'two.txt'), '二')
  await start()
  expect(loaded.filter((it) => it === 'policies')).toHaveLength(3)
})

test('what failed halfway is loaded again at the next start', async () => {
  const { loaded, start } = await plant()
  await expect(
    start(async () => {
      throw new Error('disk is full')
    }),
  ).rejects.toThrow('disk is full')
  await start()
  expect(loaded).toEqual(['begin policies', 'begin policies', 'policies'])
})

test('a folder that is not there is nothing to load', async () => {
  const { seeds } = await temporaryStore()
  const load = async () => expect.unreachable()
  await loadSeeds([{ name: 'none', files: ['/nowhere/at/all'], load }], seeds, clock, () => {})
})
