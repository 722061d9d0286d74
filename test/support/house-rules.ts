import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'

const packages = (...names: readonly string[]) => `(^|/node_modules/|^node_modules/)(${names.join('|')})(/|$)`
const drivers = packages('better-sqlite3', 'kysely', 'sqlite-vec')
const platformSdks = packages('@slack', 'discord\\.js', 'discord-api-types')
const modelSdks = packages('openai', '@langchain', 'langchain')

/** Who may import whom. A rule's name says what is kept; its comment says why. */
export const houseRules: readonly IForbiddenRuleType[] = [
  {
    name: 'core-imports-only-itself',
    comment: 'The vocabulary of the house depends on nothing, so that everything can depend on it.',
    from: { path: '^src/core/' },
    to: { pathNot: '^src/core/' },
  },
  {
    name: 'skill-stays-in-its-room',
    comment:
      'A capability can be read, tested and deleted alone: it knows core, its own folder, paper, and shapes of the store.',
    from: { path: '^src/skills/([^/]+)/' },
    to: { path: '^src/', pathNot: '^src/(core|papers|skills/$1|store)/' },
  },
  {
    name: 'papers-import-core',
    comment: 'Pages, fonts and lines know nothing of what is printed on them.',
    from: { path: '^src/papers/' },
    to: { path: '^src/', pathNot: '^src/(core|papers)/' },
  },
  {
    name: 'skill-takes-types-of-the-store',
    comment:
      'It is handed the parts of the store that it needs; importing a value would tie it to the engine.',
    from: { path: '^src/skills/' },
    to: { path: '^src/store/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'list-of-skills-joins-skills-only',
    comment: 'src/skills/index.ts names the skills in their order and knows nothing else.',
    from: { path: '^src/skills/[^/]+$' },
    to: { path: '^src/', pathNot: '^src/(core|skills|store)/' },
  },
  {
    name: 'adapter-stays-in-its-room',
    comment: 'A platform is one folder beside core; what it draws comes from skills as data.',
    from: { path: '^src/adapters/([^/]+)/' },
    to: { path: '^src/', pathNot: '^src/(core|adapters/$1)/' },
  },
  {
    name: 'store-imports-core',
    comment: 'The store keeps; it does not know who asks.',
    from: { path: '^src/store/' },
    to: { path: '^src/', pathNot: '^src/(core|store)/' },
  },
  {
    name: 'jobs-import-core-and-plans',
    comment:
      'A job joins a clock tick to a pure plan; of a skill it may take plan.ts alone, of the store types.',
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
    comment: 'A language model is a part like any other: behind a port of core.',
    from: { path: '^src/llm/' },
    to: { path: '^src/', pathNot: '^src/(core|llm)/' },
  },
  {
    name: 'command-line-takes-types',
    comment: 'Commands are handed the joined house; from other rooms they may name types only.',
    from: { path: '^src/cli/' },
    to: { path: '^src/', pathNot: '^src/(core|cli)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-app-joins',
    comment: 'app.ts and its folder are the one place where the rooms meet; only main.ts starts it.',
    from: { path: '^src/', pathNot: '^src/(main\\.ts$|app\\.ts$|app/)' },
    to: { path: '^src/app(/|\\.ts$)' },
  },
  {
    name: 'drivers-in-the-store',
    comment: 'Another database must be a change in one folder.',
    from: { path: '^src/', pathNot: '^src/store/' },
    to: { path: drivers },
  },
  {
    name: 'platform-sdks-in-adapters',
    comment: 'Another platform must be one more folder.',
    from: { path: '^src/', pathNot: '^src/adapters/' },
    to: { path: platformSdks },
  },
  {
    name: 'model-sdks-in-llm',
    comment: 'Another model must be a change in one folder.',
    from: { path: '^src/', pathNot: '^src/llm/' },
    to: { path: modelSdks },
  },
  {
    name: 'no-circle',
    comment: 'Files that need each other are one file in two, or miss a third one that both need.',
    from: { path: '^src/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
]

export interface Breach {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** Every import under `folder`/src that breaks a rule of the house. */
export async function breachesIn(folder: string): Promise<readonly Breach[]> {
  const { output } = await cruise(['src'], {
    baseDir: folder,
    ruleSet: { forbidden: [...houseRules] },
    validate: true,
    // Also what is imported for its types alone, and marked as such.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  })
  const { violations } = (output as ICruiseResult).summary
  return violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}
