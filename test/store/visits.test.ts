import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Visit, VisitMove, VisitOffer } from '../../src/core/visit.ts'
import { seedOrganizations } from '../../src/skills/members/seed.ts'
import { happen, type VisitEvent } from '../../src/skills/trainings/visits/visit.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { monday, provinces, zones } from '../support/people.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Of the invented register. */
const host = 'jiangsu-yixing'
const guest = 'jiangsu-rugao'
const offer: VisitOffer = {
  id: 'offer',
  host,
  kind: 'shadowing',
  topic: '环科园污水厂运行',
  place: '宜兴环科园',
  dates: [{ from: '2014-09-15', to: '2014-09-17' }],
  capacity: 4,
  state: 'open',
  offeredAt: monday,
}
const days = { from: '2014-09-15', to: '2014-09-17' }
const stamp = { who: 'wang', at: monday }
const now = { at: monday, today: '2014-06-23' }

async function opened(file: string): Promise<Store> {
  const store = await openStore(file)
  await store.zones.import(zones.map((it) => ({ zone: it, sources: [] })))
  await seedOrganizations({ ...store, provinces, at: monday })
  return store
}

const act = (store: Store, event: VisitEvent) =>
  store.visits.act('offer', (it) => happen(it, event, now), stamp)
const ask = (id: string): VisitEvent => ({
  kind: 'ask',
  by: guest,
  id,
  wanted: [days],
  people: 3,
  note: '王工',
})

test('everything of a visit is there when the store is opened again', async () => {
  const file = join(temporaryFolder(), 'alliance.db')
  const first = await opened(file)
  await first.visits.offer(offer, stamp)
  await act(first, ask('v1'))
  await act(first, { kind: 'answer', by: host, visit: 'v1', days })
  await act(first, { kind: 'agree', by: guest, visit: 'v1', days })
  await act(first, { kind: 'end', by: host, visit: 'v1', reason: '汛期' })
  const before = await first.visits.list()
  await first.close()
  const again = await openStore(file)
  expect(await again.visits.list()).toEqual(before)
  expect(before).toMatchObject([
    { offer, visits: [{ state: 'called-off', days, note: '王工', ended: { by: 'host', reason: '汛期' } }] },
  ])
  const audited = (await again.audit.list({ action: 'visit.', most: 10 })).map((it) => it.action)
  expect(audited).toEqual([
    'visit.called-off',
    'visit.agreed',
    'visit.answered',
    'visit.asked',
    'visit.offer',
  ])
  expect(JSON.stringify(await again.audit.list({ most: 10 }))).not.toMatch(/王工|汛期/u)
  await again.close()
})

test('two of one zone who ask at once have asked once', async () => {
  const store = await opened(join(temporaryFolder(), 'alliance.db'))
  await store.visits.offer(offer, stamp)
  await Promise.all([act(store, ask('v1')), act(store, ask('v2'))])
  expect((await store.visits.find('offer'))?.visits).toHaveLength(1)
  await store.close()
})

test('a delivery that cannot be kept takes the change with it', async () => {
  const store = await opened(join(temporaryFolder(), 'alliance.db'))
  await store.visits.offer(offer, stamp)
  const broken = () => {
    throw new Error('no words')
  }
  await expect(store.visits.act('offer', (it) => happen(it, ask('v1'), now), stamp, broken)).rejects.toThrow(
    'no words',
  )
  expect((await store.visits.find('offer'))?.visits).toEqual([])
  await store.close()
})

test('the database itself refuses a second live visit of a zone under one offer', async () => {
  const store = await opened(join(temporaryFolder(), 'alliance.db'))
  await store.visits.offer(offer, stamp)
  await act(store, ask('v1'))
  const twice = store.visits.act(
    'offer',
    ({ offer, visits }): VisitMove => {
      const after: Visit = { ...(visits[0] as Visit), id: 'v2' }
      return { offer, visits, changes: [{ verb: 'asked', by: 'guest', after }] }
    },
    stamp,
  )
  await expect(twice).rejects.toThrow(/UNIQUE/u)
  await store.close()
})

test('an organization sees what it hosts and what it has asked for', async () => {
  const store = await opened(join(temporaryFolder(), 'alliance.db'))
  await store.visits.offer(offer, stamp)
  await store.visits.offer({ ...offer, id: 'other', host: guest }, stamp)
  await act(store, ask('v1'))
  const idsOf = async (of: string) => (await store.visits.list({ of })).map((it) => it.offer.id).sort()
  expect(await idsOf(host)).toEqual(['offer'])
  expect(await idsOf(guest)).toEqual(['offer', 'other'])
  await store.close()
})
