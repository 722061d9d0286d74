import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breachesIn, importRules } from './support/import-rules.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const root = dirname(import.meta.dirname)

describe('who may import whom', () => {
  test('every import in src keeps the rules', async () => {
    expect(await breachesIn(root)).toEqual([])
  })

  test('each rule reports exactly the import that breaks it', async () => {
    const folder = temporaryFolder()
    for (const [file, text] of Object.entries(brokenTree)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    const found = (await breachesIn(folder)).map(({ rule, from }) => `${rule}: ${from}`)
    expect([...new Set(found)].sort()).toEqual([...breaches].sort())
    expect(new Set(breaches.map((it) => it.split(':')[0]))).toEqual(new Set(importRules.map((it) => it.name)))
  })
})

describe('time and environment are read in four files only', () => {
  const readers = ['src/core/clock.ts', 'src/app.ts', 'src/config.ts', 'src/main.ts']
  const reads = /\bDate\.now\(\)|\bnew Date\(\)|\bprocess\.env\b/

  test('everywhere else both are injected', () => {
    const found = sourcesOf(root)
      .filter((file) => !readers.includes(file))
      .filter((file) => reads.test(readFileSync(join(root, file), 'utf8')))
    expect(found).toEqual([])
  })
})

/** A small source tree in which every rule is broken once. */
const brokenTree: Readonly<Record<string, string>> = {
  'src/core/clock.ts': 'export interface Clock { now(): number }\nexport const zone = 8\n',
  'src/core/greedy.ts': "import type { Store } from '../store/index.ts'\nexport type Greedy = Store\n",
  'src/store/index.ts': "import 'kysely'\nexport interface Store { rows: number }\nexport const open = 1\n",
  'src/store/nosy.ts': "import type { Ask } from '../skills/ask/skill.ts'\nexport type Nosy = Ask\n",
  'src/skills/index.ts': "import { ask } from './ask/skill.ts'\nexport const skills = [ask]\n",
  'src/skills/list.ts': "import { parse } from '../adapters/tty/parse.ts'\nexport const list = parse\n",
  'src/skills/ask/skill.ts':
    "import type { Store } from '../../store/index.ts'\nexport interface Ask { store: Store }\nexport const ask = 1\n",
  'src/skills/ask/values.ts': "import { open } from '../../store/index.ts'\nexport const values = open\n",
  'src/skills/ask/driver.ts': "import 'better-sqlite3'\nexport const driver = 1\n",
  'src/skills/zones/skill.ts': "import { ask } from '../ask/skill.ts'\nexport const zones = ask\n",
  'src/skills/zones/plan.ts': 'export const plan = 1\n',
  'src/skills/zones/circle.ts': "import { back } from './back.ts'\nexport const circle = back\n",
  'src/skills/zones/back.ts': "import { circle } from './circle.ts'\nexport const back = circle\n",
  'src/adapters/tty/parse.ts': "import { zone } from '../../core/clock.ts'\nexport const parse = zone\n",
  'src/adapters/web/parse.ts': "import { parse } from '../tty/parse.ts'\nexport const web = parse\n",
  'src/adapters/web/sdk.ts': "import '@slack/bolt'\nexport const sdk = 1\n",
  'src/jobs/plan-notices.ts': "import { plan } from '../skills/zones/plan.ts'\nexport const planned = plan\n",
  'src/jobs/curious.ts': "import { zones } from '../skills/zones/skill.ts'\nexport const curious = zones\n",
  'src/jobs/values.ts': "import { open } from '../store/index.ts'\nexport const values = open\n",
  'src/jobs/sdk.ts': "import 'discord.js'\nimport 'openai'\nexport const sdk = 1\n",
  'src/printing/page.ts': "import { zone } from '../core/clock.ts'\nexport const page = zone\n",
  'src/printing/nosy.ts': "import type { Ask } from '../skills/ask/skill.ts'\nexport type Nosy = Ask\n",
  'src/skills/ask/print.ts': "import { page } from '../../printing/page.ts'\nexport const print = page\n",
  'src/llm/model.ts': "import 'openai'\nexport const model = 1\n",
  'src/llm/nosy.ts': "import type { Store } from '../store/index.ts'\nexport type Nosy = Store\n",
  'src/cli/ask.ts': "import type { Ask } from '../skills/ask/skill.ts'\nexport type Line = Ask\n",
  'src/cli/values.ts': "import { ask } from '../skills/ask/skill.ts'\nexport const values = ask\n",
  'src/cli/app.ts': "import type { app } from '../app.ts'\nexport type App = typeof app\n",
  'src/app.ts': "import { open } from './store/index.ts'\nexport const app = open\n",
  'src/main.ts': "import { app } from './app.ts'\nexport const main = app\n",
}

const breaches: readonly string[] = [
  'core-imports-only-itself: src/core/greedy.ts',
  'skill-stays-in-its-folder: src/skills/zones/skill.ts',
  'skill-takes-types-of-the-store: src/skills/ask/values.ts',
  'printing-imports-core: src/printing/nosy.ts',
  'list-of-skills-imports-skills-only: src/skills/list.ts',
  'adapter-stays-in-its-folder: src/adapters/web/parse.ts',
  'store-imports-core: src/store/nosy.ts',
  'jobs-import-core-and-plans: src/jobs/curious.ts',
  'jobs-take-types-of-the-store: src/jobs/values.ts',
  'llm-imports-core: src/llm/nosy.ts',
  'command-line-takes-types: src/cli/values.ts',
  'only-app-composes: src/cli/app.ts',
  'drivers-in-the-store: src/skills/ask/driver.ts',
  'platform-sdks-in-adapters: src/jobs/sdk.ts',
  'model-sdks-in-llm: src/jobs/sdk.ts',
  'no-cycles: src/skills/zones/back.ts',
]

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
}
