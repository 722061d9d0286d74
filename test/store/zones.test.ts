import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import type { Zone, ZoneRecord, Zones } from '../../src/store/zones.ts'
import { freshStore } from '../skills/zones/house.ts'

let house: Awaited<ReturnType<typeof freshStore>>
let zones: Zones

beforeEach(async () => {
  house = await freshStore()
  zones = house.store.zones
})
afterEach(() => house.close())

const zone = (id: string, name: string, more: Partial<Zone> = {}): ZoneRecord => ({
  zone: { id, name, short: name.slice(-3), aliases: [], province: '江苏', region: '东部', ...more },
  sources: [{ zone: id, field: 'name', value: name, file: 'report.txt', words: name }],
})
const yixing = zone('jiangsu-yixing', '江苏省无锡市宜兴市', { aliases: ['宜兴', '荆溪'], founded: 2009 })
const kunshan = zone('jiangsu-kunshan', '江苏省苏州市昆山市', { aliases: ['昆山'], cohort: '2014验收' })
const nanping = zone('fujian-nanping', '福建省南平市', { province: '福建', aliases: ['南平'] })

describe('import', () => {
  it('keeps every cell and its source over a restart', async () => {
    await zones.import([yixing, kunshan])
    await house.store.close()
    const again = await openStore(house.file)
    expect(await again.zones.show('jiangsu-yixing')).toEqual(yixing)
    expect(await again.zones.list()).toEqual([yixing.zone, kunshan.zone])
    await again.close()
    house = { ...house, close: async () => {} }
  })

  it('changes nothing the second time', async () => {
    await zones.import([yixing])
    const before = await zones.snapshot()
    expect(await zones.import([yixing])).toEqual({ added: [], changed: [], unchanged: [yixing.zone.name] })
    expect(await zones.snapshot()).toBe(before)
  })

  it('replaces a zone of the same id, with its names and sources', async () => {
    await zones.import([yixing])
    const renamed = zone('jiangsu-yixing', '江苏省无锡市宜兴市', { aliases: ['阳羡'] })
    expect((await zones.import([renamed])).changed).toEqual([yixing.zone.name])
    expect(await zones.find('荆溪')).toEqual({ kind: 'none' })
    expect(await zones.find('阳羡')).toEqual({ kind: 'one', zone: renamed.zone })
  })

  it('says in a dry run what it would do, and does nothing', async () => {
    expect((await zones.import([yixing], { dryRun: true })).added).toEqual([yixing.zone.name])
    expect(await zones.list()).toEqual([])
  })

  it('imports nothing where one name already belongs to another zone', async () => {
    await zones.import([yixing])
    const thief = zone('jiangsu-other', yixing.zone.name)
    await expect(zones.import([kunshan, thief])).rejects.toThrow(/已有同名实验区：江苏省无锡市宜兴市/)
    expect(await zones.list()).toEqual([yixing.zone])
  })

  it('imports nothing where the database refuses one row', async () => {
    const impossible = zone('jiangsu-past', '江苏省某市', { founded: 1911 })
    await expect(zones.import([kunshan, impossible])).rejects.toThrow()
    expect(await zones.list()).toEqual([])
  })
})

describe('list', () => {
  it('filters by every cell, and a zone whose cell is unknown fails the condition', async () => {
    await zones.import([yixing, kunshan, nanping])
    const ids = async (filter: Parameters<Zones['list']>[0]) => (await zones.list(filter)).map((it) => it.id)
    expect(await ids({ province: '江苏' })).toEqual(['jiangsu-yixing', 'jiangsu-kunshan'])
    expect(await ids({ province: '江苏', cohort: '2014验收' })).toEqual(['jiangsu-kunshan'])
    expect(await ids({ founded: 2009 })).toEqual(['jiangsu-yixing'])
    expect(await ids({ type: '县域型' })).toEqual([])
    expect(await ids({ region: '东部' })).toHaveLength(3)
  })
})

describe('find', () => {
  beforeEach(async () => {
    await zones.import([yixing, kunshan, nanping])
  })

  it.each(['江苏省苏州市昆山市', '昆山市', '昆山', 'jiangsu-kunshan', ' 昆 山 ', 'JIANGSU-KUNSHAN'])(
    'finds one zone by %s',
    async (name) => expect(await zones.find(name)).toEqual({ kind: 'one', zone: kunshan.zone }),
  )

  it('finds by what exactly one name begins with', async () => {
    expect(await zones.find('江苏省苏州')).toEqual({ kind: 'one', zone: kunshan.zone })
  })

  it('gives the candidates where several begin so', async () => {
    expect(await zones.find('江苏省')).toEqual({ kind: 'several', candidates: [yixing.zone, kunshan.zone] })
  })

  it('gives the candidates where two share an alias', async () => {
    await zones.import([zone('hubei-kunshan', '湖北省昆山镇', { province: '湖北', aliases: ['昆山'] })])
    const match = await zones.find('昆山')
    expect(match.kind === 'several' && match.candidates.map((it) => it.id)).toEqual([
      'jiangsu-kunshan',
      'hubei-kunshan',
    ])
  })

  it.each(['', '   ', '%', '_', "'; DROP TABLE zones; --", '敦煌'])('finds nothing by %j', async (name) => {
    expect(await zones.find(name)).toEqual({ kind: 'none' })
  })
})

it('sees through a snapshot what another process imported', async () => {
  const before = await zones.snapshot()
  const other = await openStore(house.file)
  await other.zones.import([nanping])
  await other.close()
  expect(before.zones).toEqual([])
  expect((await zones.snapshot()).zones).toEqual([nanping.zone])
})
