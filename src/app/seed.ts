import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { addMonths, dayAt } from '../core/local-date.ts'
import type { Log } from '../core/log.ts'
import { seedDuties } from '../skills/deadlines/rules/seed-duties.ts'
import { readProfiles } from '../skills/matchmaking/fitting/read-profiles.ts'
import { readTaxonomy } from '../skills/matchmaking/fitting/taxonomy.ts'
import { seedOrganizations } from '../skills/members/seed.ts'
import { seedZones } from '../skills/zones/load-register.ts'
import { provinceOf, provinces } from '../skills/zones/provinces.ts'
import type { Store } from '../store/index.ts'
import type { Seeds } from '../store/seeds.ts'
import type { Answering } from './answering.ts'

/** A part of the initial data: the files it is read from, and how it is loaded. */
export interface Seed {
  readonly name: string
  /** A folder, or files. */
  readonly files: readonly string[]
  load(): Promise<void>
}

/**
 * Loads the initial data, each part when its files are new or have changed. An unchanged part is left alone, so that
 * later imports and removals by people stay.
 * @param begin called before each part that is loaded
 */
export async function loadSeeds(
  seeds: readonly Seed[],
  kept: Seeds,
  clock: Clock,
  begin: (name: string) => void,
): Promise<void> {
  for (const seed of seeds) {
    const hash = hashOf(seed.files)
    if (hash === undefined || (await kept.hashOf(seed.name)) === hash) continue
    begin(seed.name)
    await seed.load()
    await kept.loaded(seed.name, hash, clock.now())
  }
}

export interface SeedParts {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly store: Store
  readonly answering: Answering
}

/** The annual report of 2014 describes the zones as of this day; its rows have not been confirmed since. */
const toldOn = '2014-12-31'

const confirmed = z.object({ question: z.string(), cites: z.array(z.string()) })

/** The parts of the initial data, in dependency order. */
export function seedsOf({ config, clock, log, store, answering }: SeedParts): readonly Seed[] {
  const policies = join(config.data, 'policies')
  const register = join(config.data, 'register')
  const duties = filesIn(join(config.data, 'duties'))
  const questions = filesIn(join(config.data, 'questions'))
  const alliance = ['profiles.csv', 'taxonomy.txt'].map((it) => join(config.data, 'alliance', it))
  return [
    {
      name: 'policies',
      files: [policies],
      load: async () => {
        const manifest = join(policies, 'manifest.json')
        const { failed } = await answering.ingest([policies], existsSync(manifest) ? { manifest } : {})
        for (const it of failed)
          log.error({ file: it.path }, `an initial document could not be read: ${it.reason}`)
      },
    },
    {
      name: 'register',
      files: [register],
      load: async () => {
        await seedZones(register, store.zones)
        await keepOrganizations(store, clock)
      },
    },
    {
      name: 'duties',
      files: duties,
      load: async () => {
        await seedDuties(duties, {
          duties: store.duties,
          organizations: await store.organizations.all(),
          zones: await store.zones.list(),
          regionOf: (province) => provinceOf(province)?.region,
          now: clock.now(),
        })
      },
    },
    {
      name: 'alliance',
      files: alliance,
      load: async () => {
        const [profiles, taxonomy] = alliance.map((it) => readFileSync(it, 'utf8'))
        if (profiles === undefined || taxonomy === undefined) return
        const rows = readProfiles(profiles, readTaxonomy(taxonomy), toldOn)
        // Nobody of the zone has confirmed them: their owners are asked to, once somebody of them has joined.
        const validUntil = addMonths(dayAt(clock.now()), 24)
        const titles = new Map((await store.documents.list()).map(({ name, title }) => [name, title]))
        await store.profiles.addAll(
          rows.map((it) => ({
            ...it,
            validUntil,
            ...(it.source && {
              source: { ...it.source, title: titles.get(it.source.file) ?? it.source.title },
            }),
          })),
          'seed',
          { who: 'seed', at: clock.now() },
        )
      },
    },
    {
      name: 'questions',
      files: questions,
      load: async () => {
        for (const file of questions) {
          const by = { source: 'editor', who: basename(file) } as const
          const lines = readFileSync(file, 'utf8')
            .split('\n')
            .filter((it) => it.trim() !== '')
          const results = await answering.learner.learnAll(
            lines.map((it) => confirmed.parse(JSON.parse(it))),
            by,
          )
          const missing = results.flatMap((it) => it.notFound).length
          if (missing > 0)
            log.warn({ file, missing }, 'some citations of the initial questions were not found')
        }
      },
    },
  ]
}

/** Creates and updates the organizations that people can join from the register. */
export async function keepOrganizations({ organizations, zones }: Store, clock: Clock): Promise<void> {
  await seedOrganizations({ organizations, zones, provinces, at: clock.now() })
}

/** One hash over file names and contents; undefined where there are no files. */
function hashOf(paths: readonly string[]): string | undefined {
  const files = paths.flatMap(filesIn)
  if (files.length === 0) return undefined
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(file.slice(file.lastIndexOf('/') + 1))
      .update('\0')
      .update(readFileSync(file))
  return hash.digest('hex')
}

/** A folder's files sorted by name; a file path gives itself; empty if the path does not exist. */
function filesIn(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found ? [path] : []
  return readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => join(path, name))
}
