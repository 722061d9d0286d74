import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Profile } from '../../../src/core/profile.ts'
import { forPassages, makeEmbedder } from '../../../src/llm/embedder.ts'
import { type Sides, untrueOf } from '../../../src/skills/matchmaking/fitting/check-reasons.ts'
import { reasonsFor } from '../../../src/skills/matchmaking/fitting/reasons.ts'
import { embedProfiles, estimateProfiles } from '../../../src/skills/matchmaking/suggesting/embed-profiles.ts'
import { makePartners } from '../../../src/skills/matchmaking/suggesting/partners.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { childProgram } from '../../support/child-program.ts'
import { counterpartVector } from '../../support/counterpart-vectors.ts'
import { embeddingEndpoint } from '../../support/embedding-endpoint.ts'
import { alliance, matchPeople } from '../../support/matches.ts'
import { profileWith } from '../../support/profiles.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const batch = 4
const stamp = { who: 'test', at: 1 }
const [one, other] = ['jiangsu-yixing', 'jiangxi-guixi']
const plenty = { memberTokens: Number.MAX_SAFE_INTEGER, allTokens: Number.MAX_SAFE_INTEGER }

/** Says in vectors that two ways of speaking of poisoned fields are one thing, and of all else nothing. */
function knowing(text: string, dimension: number): number[] {
  const its = counterpartVector(text, dimension)
  return /没人敢吃|锁住了/u.test(text) ? its.with(3, 3) : its
}

const need = profileWith({ id: 'n', owner: one, what: '收上来的稻子没人敢吃', fields: ['fertility'] })
const offer = profileWith({
  id: 'o',
  owner: other,
  kind: 'offer',
  what: '往地里拌一种粉，毒就锁住了。',
  fields: ['metal'],
})
const others = Array.from({ length: 12 }, (_, at) =>
  profileWith({ id: `x${at}`, owner: 'jiangsu-rugao', kind: 'offer', what: `第${at}号会议室的桌椅` }),
)

/** A house with these profiles, and an embedding model at its endpoint. */
async function setting(profiles: readonly Profile[] = [need, offer, ...others]) {
  const endpoint = await embeddingEndpoint()
  onTestFinished(() => endpoint.close())
  const { store, clock } = await matchPeople({ only: [] })
  await store.profiles.addAll(profiles, 'import', stamp)
  const partsOf = (model: string) => ({
    profileVectors: store.profileVectors,
    batch,
    embedder: makeEmbedder({
      endpoint: { apiKey: 'test-key', baseUrl: endpoint.url, model },
      patience: { ...forPassages, tries: 1 },
      budget: plenty,
      payer: 'profiles',
      spending: store.modelSpending,
      clock,
    }),
  })
  const partnersBy = (embeddingModel?: string) =>
    makePartners({
      ...store,
      clock,
      alliance: () => (embeddingModel === undefined ? alliance : { ...alliance, embeddingModel }),
    })
  return {
    store,
    endpoint,
    partnersBy,
    partsOf,
    embed: (model = 'counterpart') => embedProfiles(partsOf(model)),
    edit: (id: string, more: Partial<Profile>) =>
      store.profiles.act(id, 'edit', (it) => it && { ...it, ...more }, stamp),
  }
}

const counted = ({ profileVectors }: Store, model = 'counterpart') => profileVectors.counts(model)

describe('partners by meaning', () => {
  test('an embedding that knows two ways of speaking as one brings up a partner whom words do not find', async () => {
    const { endpoint, embed, partnersBy } = await setting()
    endpoint.means(knowing)
    const [byWords, both] = [partnersBy(), partnersBy('counterpart')]
    expect(await both.forProfile('n', 5)).toEqual([])
    await embed()
    expect(await byWords.forProfile('n', 5)).toEqual([])
    const [best] = await both.forProfile('n', 5)
    expect(best?.offer.profile.id).toBe('o')
    // What is said of it rests on their words and ticks, as ever.
    const reasons = best ? reasonsFor(best, alliance.taxonomy) : []
    expect(reasons[0]?.text).toContain('土壤与土地')
    const parties = { needParty: best?.need.party, offerParty: best?.offer.party }
    expect(untrueOf(reasons, { need, offer, ...parties } as Sides, alliance.taxonomy)).toEqual([])
  })

  test('what is edited means nothing until it is embedded again, what is taken back nothing any more', async () => {
    const { endpoint, embed, edit, partnersBy } = await setting()
    endpoint.means(knowing)
    await embed()
    const partners = partnersBy('counterpart')
    const found = async () => (await partners.forProfile('n', 5)).map((it) => it.offer.profile.id)
    expect(await found()).toEqual(['o'])
    await edit('o', { what: '没有一句相干的话' })
    expect(await found()).toEqual([])
    await edit('o', { what: '毒被锁住了，换个说法' })
    await embed()
    expect(await found()).toEqual(['o'])
    await edit('o', { visibility: 'named', shownTo: [one] })
    expect(await found()).toEqual([])
  })
})

describe('vectors of profiles', () => {
  test('only what changed is paid for; who edits something else than the words, or renews, pays nothing', async () => {
    const { endpoint, embed, edit, partsOf } = await setting()
    expect(await estimateProfiles(partsOf('counterpart'))).toMatchObject({ profiles: 14, requests: 4 })
    expect(endpoint.seen).toEqual([])
    expect(await embed()).toMatchObject({ texts: 14 })
    await edit('o', { visits: true, confirmed: '2015-08-01' })
    expect(await embed()).toMatchObject({ texts: 0 })
    await edit('o', { gives: '派两个人来教' })
    const before = endpoint.paid.length
    expect(await embed()).toMatchObject({ texts: 1 })
    expect(endpoint.paid.slice(before)).toEqual([expect.stringContaining('派两个人来教')])
  })

  test('telephone and identity numbers are masked before they are sent', async () => {
    const { endpoint, embed } = await setting([
      profileWith({ what: '请打 13812345678 找老王，身份证 320282197001011234' }),
    ])
    await embed()
    expect(endpoint.paid.join()).toContain('［手机号］')
    expect(endpoint.paid.join()).not.toMatch(/13812345678|320282197001011234/u)
  })

  test('drafts and what is shown to a province or to named organizations are not sent', async () => {
    const { store, endpoint, embed } = await setting([
      profileWith({ what: '草稿', state: 'draft' }),
      profileWith({ what: '本省', visibility: 'province' }),
      profileWith({ what: '指定', visibility: 'named', shownTo: [one] }),
    ])
    expect(await embed()).toMatchObject({ texts: 0 })
    expect(endpoint.seen).toEqual([])
    expect(await counted(store)).toEqual({ profiles: 0, embedded: 0 })
  })

  test.each([
    ['archived', { state: 'archived' }],
    ['shown to its province only', { visibility: 'province' }],
  ] as const)('a profile that is %s leaves no vector behind, with no endpoint asked', async (_, change) => {
    const { store, edit, embed } = await setting()
    await embed()
    await edit('o', change)
    expect((await store.profileVectors.since('counterpart', 0)).vectors.has('o')).toBe(false)
    expect(await counted(store)).toEqual({ profiles: 13, embedded: 13 })
  })

  test('a vector that comes for words that have changed meanwhile is not kept', async () => {
    const { store, endpoint, embed, edit } = await setting([need])
    endpoint.means((text, dimension) => counterpartVector(text, dimension))
    const [{ change = 0 } = {}] = await store.profileVectors.missing('counterpart', '', 1)
    await edit('n', { what: '换了一件事' })
    const vector = Float32Array.from(counterpartVector('旧话', 8))
    await store.profileVectors.put('counterpart', [{ profile: 'n', change, vector }])
    expect(await counted(store)).toEqual({ profiles: 1, embedded: 0 })
    expect(await embed()).toMatchObject({ texts: 1 })
  })

  test('another model, and another dimension under the same name, make all of them anew', async () => {
    const { store, endpoint, embed, edit } = await setting()
    await embed('old')
    expect(await embed('new')).toMatchObject({ texts: 14 })
    expect((await counted(store, 'old')).embedded).toBe(0)
    endpoint.dimension = 32
    await edit('o', { what: '新话' })
    await embed('new')
    await embed('new')
    const { vectors } = await store.profileVectors.since('new', 0)
    expect([...vectors.values()].map((it) => it.length)).toEqual(Array(14).fill(32))
  })

  test('where the endpoint is away it is told, and what was done stays', async () => {
    const { store, endpoint, embed } = await setting()
    endpoint.means((text, dimension) => {
      if (endpoint.paid.length >= batch) endpoint.fails(503, 9)
      return counterpartVector(text, dimension)
    })
    const { away, texts } = await embed()
    expect(away?.reason).toBeDefined()
    expect(await counted(store)).toEqual({ profiles: 14, embedded: texts })
    expect(texts).toBeGreaterThan(0)
  })

  test('a process that is killed again and again pays for no text twice but those that were under way', async () => {
    const file = join(temporaryFolder(), 'alliance.db')
    const store = await openStore(file)
    const endpoint = await embeddingEndpoint()
    onTestFinished(async () => {
      await endpoint.close()
      await store.close()
    })
    const profiles = Array.from({ length: 60 }, (_, at) => profileWith({ what: `虚构的第${at}件事` }))
    await store.profiles.addAll(profiles, 'import', stamp)
    const program = await childProgram('test/store/embed-child.ts')
    const kills = 2
    for (let kill = 1; kill <= kills; kill++) {
      const child = start(program, file, endpoint.url)
      await until(() => endpoint.paid.length >= 20 * kill || child.exitCode !== null)
      child.kill('SIGKILL')
      if (child.exitCode === null) await once(child, 'exit')
    }
    await once(start(program, file, endpoint.url), 'exit')
    expect(await counted(store)).toEqual({ profiles: 60, embedded: 60 })
    expect(endpoint.paid.length - new Set(endpoint.paid).size).toBeLessThanOrEqual(kills * batch)
  }, 240_000)
})

function start(program: string, file: string, url: string) {
  return spawn(process.execPath, [program, file, url, String(batch), 'profiles'], { stdio: 'inherit' })
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}
