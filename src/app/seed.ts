import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
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
 * Loads what a new installation starts with, each part when its files are new or have changed. A part that was loaded
 * is left alone after that: what people imported or took back since stays as they left it.
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

/** The day up to which the annual report of 2014 tells of the zones: nobody has confirmed its rows since. */
const toldOn = '2014-12-31'

const confirmed = z.object({ question: z.string(), cites: z.array(z.string()) })

/** The parts of the initial data, in the order in which one needs another. */
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
        // Nobody of the zone has confirmed them: their owners are asked one day, if anybody of them has joined by then.
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

/** Keeps the organizations that people can join in step with the register. */
export async function keepOrganizations({ organizations, zones }: Store, clock: Clock): Promise<void> {
  await seedOrganizations({ organizations, zones, provinces, at: clock.now() })
}

/** One hash over names and contents; undefined where there is nothing to load. */
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

/** The files of a folder in the order of their names; a file is itself; nothing where there is none. */
function filesIn(path: string): readonly string[] {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path)
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => join(path, name))
  } catch {
    return [path]
  }
}
