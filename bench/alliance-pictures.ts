/**
 * The alliance's pictures from the starting rows, and from an invented day: `npm run pictures:alliance -- FOLDER`.
 * What is drawn from invented meetings says so in its file name.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { drawNetwork } from '../src/skills/matchmaking/drawing/network.ts'
import { drawTileMap } from '../src/skills/matchmaking/drawing/tile-map.ts'
import { readProfiles } from '../src/skills/matchmaking/fitting/read-profiles.ts'
import { readTaxonomy } from '../src/skills/matchmaking/fitting/taxonomy.ts'
import { planDay } from '../src/skills/matchmaking/pairing/pair.ts'
import { inventedDay } from './invented-day.ts'

const root = process.cwd()
const folder = process.argv[2] ?? '.'
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const taxonomy = readTaxonomy(read('data/alliance/taxonomy.txt'))
const profiles = readProfiles(read('data/alliance/profiles.csv'), taxonomy, '2015-06-30')
const zones = parse(read('data/register/zones.csv'), { columns: true }) as Record<string, string>[]
const parties = new Map(
  zones.map(({ id = '', name = '', province = '' }) => [id, { id, name, province }] as const),
)
const partyOf = (owner: string) =>
  owner.startsWith('province-')
    ? { id: owner, name: owner, province: owner.slice('province-'.length) }
    : parties.get(owner)

mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'needs-and-offers.svg'), drawTileMap(profiles, partyOf, taxonomy))

const shown = zones.filter((it) => it.cohort === '2014验收' || it.cohort === '2014新申报')
const day = inventedDay(shown.length, 2)
const fields = ['health', 'ecology', 'ecology', 'safety', 'governance', 'urban', 'urban']
const meetings = planDay(day).rounds.flatMap(({ meetings: tables }) =>
  tables
    .filter((it) => it.worth > 0.7)
    .map(({ members: [one = '', other = ''] }, at) => ({
      one: shown[Number(one.slice(1))]?.id ?? '',
      other: shown[Number(other.slice(1))]?.id ?? '',
      field: fields[at % fields.length] ?? 'urban',
    })),
)
const nodes = shown.map(({ id = '', short = '', province = '' }) => ({ id, name: short, province }))
writeFileSync(join(folder, 'network-invented.svg'), drawNetwork(nodes, meetings))
