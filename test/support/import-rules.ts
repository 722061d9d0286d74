import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'

const packages = (...names: readonly string[]) => `(^|/node_modules/|^node_modules/)(${names.join('|')})(/|$)`
const drivers = packages('better-sqlite3', 'kysely', 'sqlite-vec')
const platformSdks = packages('@slack', 'discord\\.js', 'discord-api-types')
const modelSdks = packages('openai', '@langchain', 'langchain')

/** Which folder may import which. A rule's name says what holds; its comment says why. */
export const importRules: readonly IForbiddenRuleType[] = [
  {
    name: 'core-imports-only-itself',
    comment: 'The shared vocabulary depends on nothing, so that everything can depend on it.',
    from: { path: '^src/core/' },
    to: { pathNot: '^src/core/' },
  },
  {
    name: 'skill-stays-in-its-folder',
    comment:
      'A skill can be read, tested and deleted on its own: it knows core, its own folder, printing, and types of the store.',
    from: { path: '^src/skills/([^/]+)/' },
    to: { path: '^src/', pathNot: '^src/(core|printing|skills/$1|store)/' },
  },
  {
    name: 'printing-imports-core',
    comment: 'Fonts, pages and line breaking know nothing about what is printed.',
    from: { path: '^src/printing/' },
    to: { path: '^src/', pathNot: '^src/(core|printing)/' },
  },
  {
    name: 'skill-takes-types-of-the-store',
    comment:
      'The parts of the store that it needs are injected; importing a value would tie it to the database engine.',
    from: { path: '^src/skills/' },
    to: { path: '^src/store/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'list-of-skills-imports-skills-only',
    comment: 'src/skills/index.ts lists the skills in order of precedence and knows nothing else.',
    from: { path: '^src/skills/[^/]+$' },
    to: { path: '^src/', pathNot: '^src/(core|skills|store)/' },
  },
  {
    name: 'adapter-stays-in-its-folder',
    comment: 'A platform is one folder; what it renders comes from the skills as data.',
    from: { path: '^src/adapters/([^/]+)/' },
    to: { path: '^src/', pathNot: '^src/(core|adapters/$1)/' },
  },
  {
    name: 'store-imports-core',
    comment: 'Persistence does not know its callers.',
    from: { path: '^src/store/' },
    to: { path: '^src/', pathNot: '^src/(core|store)/' },
  },
  {
    name: 'jobs-import-core-and-plans',
    comment: 'A job connects a clock tick to a pure plan: from a skill it may import plan.ts only.',
    from: { path: '^src/jobs/' },
    to: { path: '^src/', pathNot: '^src/(core|jobs|store)/|^src/skills/[^/]+/plan\\.ts$' },
  },
  {
    name: 'jobs-take-types-of-the-store',
    comment: 'As for skills.',
    from: { path: '^src/jobs/' },
    to: { path: '^src/store/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'llm-imports-core',
    comment: 'A language model is an implementation of a port in core.',
    from: { path: '^src/llm/' },
    to: { path: '^src/', pathNot: '^src/(core|llm)/' },
  },
  {
    name: 'command-line-takes-types',
    comment: 'Commands get their services injected; from other folders they may import types only.',
    from: { path: '^src/cli/' },
    to: { path: '^src/', pathNot: '^src/(core|cli)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-app-composes',
    comment: 'app.ts and app/ are the composition root; only main.ts imports it.',
    from: { path: '^src/', pathNot: '^src/(main\\.ts$|app\\.ts$|app/)' },
    to: { path: '^src/app(/|\\.ts$)' },
  },
  {
    name: 'drivers-in-the-store',
    comment: 'Changing the database must be a change in one folder.',
    from: { path: '^src/', pathNot: '^src/store/' },
    to: { path: drivers },
  },
  {
    name: 'platform-sdks-in-adapters',
    comment: 'Adding a platform must mean adding one folder.',
    from: { path: '^src/', pathNot: '^src/adapters/' },
    to: { path: platformSdks },
  },
  {
    name: 'model-sdks-in-llm',
    comment: 'Changing the model SDK must be a change in one folder.',
    from: { path: '^src/', pathNot: '^src/llm/' },
    to: { path: modelSdks },
  },
  {
    name: 'no-cycles',
    comment: 'Files that import each other should be one file, or share a third.',
    from: { path: '^src/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
]

export interface Breach {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** Every import under `folder`/src that breaks a rule. */
export async function breachesIn(folder: string): Promise<readonly Breach[]> {
  const { output } = await cruise(['src'], {
    baseDir: folder,
    ruleSet: { forbidden: [...importRules] },
    validate: true,
    // Also what is imported for its types alone, and marked as such.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  })
  const { violations } = (output as ICruiseResult).summary
  return violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}
