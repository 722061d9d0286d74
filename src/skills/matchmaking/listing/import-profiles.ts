import { createHash } from 'node:crypto'
import type { LocalDate } from '../../../core/clock.ts'
import { type NamedOrganization, organizationCalled } from '../../../core/organization-names.ts'
import { type Profile, type ProfileKind, profileKinds, type Stage, stages } from '../../../core/profile.ts'
import type { Taxonomy } from '../fitting/taxonomy.ts'
import { words } from '../words.ts'
import { draftOf, withRead } from './draft.ts'
import { faultsOf } from './faults.ts'
import { importWords } from './import-words.ts'
import { readTyped } from './typed.ts'

/** Columns by any of the names that people give them. */
const columns: Readonly<Record<string, string>> = {
  类型: 'kind',
  kind: 'kind',
  单位: 'owner',
  owner: 'owner',
  organization: 'owner',
  一句话: 'title',
  标题: 'title',
  title: 'title', // biome-ignore format: a table
  内容: 'what',
  what: 'what',
  领域: 'field',
  field: 'field',
  场景: 'setting',
  setting: 'setting',
  方式: 'form',
  form: 'form',
  愿接待考察: 'visits',
  接待考察: 'visits',
  visits: 'visits', // biome-ignore format: a table
  对口支援: 'helps',
  helps: 'helps',
  assistance: 'helps',
  阶段: 'stage',
  stage: 'stage', // biome-ignore format: a table
  能给: 'gives',
  gives: 'gives',
  希望: 'asks',
  asks: 'asks',
  给谁看: 'shown',
  shown: 'shown',
  有效到: 'until',
  until: 'until', // biome-ignore format: a table
}
const needed = ['kind', 'owner', 'what'] as const

export interface BadRow {
  /** Counted as in the sheet: the header is 1. */
  readonly line: number
  readonly what: string
}

export interface ImportAround {
  readonly taxonomy: Taxonomy
  readonly organizations: readonly NamedOrganization[]
  /** What is there already. */
  readonly present: readonly Profile[]
  readonly today: LocalDate
}

/**
 * Profiles out of the rows of a sheet, published at once; or everything that is wrong with it, row by row, and then nothing
 * is imported. A row that was imported before is the same profile again. Pure.
 */
export function readProfileRows(
  grid: readonly (readonly string[])[],
  around: ImportAround,
): { readonly profiles: readonly Profile[]; readonly bad: readonly BadRow[] } {
  const say = importWords['zh-CN']
  const [header = [], ...rows] = grid
  const names = header.map((it) => columns[it.trim().toLowerCase()])
  const missing = needed.filter((it) => !names.includes(it))
  if (missing.length > 0)
    return { profiles: [], bad: [{ line: 1, what: say.noColumns(missing.map((it) => say.columns[it])) }] }
  const profiles: Profile[] = []
  const bad: BadRow[] = []
  for (const [at, row] of rows.entries()) {
    const cells: Record<string, string> = {}
    for (const [column, cell] of row.entries()) {
      const name = names[column]
      if (name !== undefined && cell.trim() !== '') cells[name] = cell.trim()
    }
    if (Object.keys(cells).length === 0) continue
    const read = readRow(cells, [...around.present, ...profiles], around)
    if ('profile' in read) {
      const { id, title } = read.profile
      if (profiles.some((it) => it.id === id))
        bad.push({ line: at + 2, what: words['zh-CN'].draft.fault({ kind: 'twin', title }) })
      else profiles.push(read.profile)
    } else bad.push(...read.wrong.map((what) => ({ line: at + 2, what })))
  }
  return { profiles, bad }
}

function readRow(
  cells: Readonly<Record<string, string>>,
  present: readonly Profile[],
  { taxonomy, organizations, today }: ImportAround,
): { readonly profile: Profile } | { readonly wrong: readonly string[] } {
  const say = importWords['zh-CN']
  const zh = words['zh-CN']
  const { kind: typedKind = '', owner: typedOwner = '', what = '', stage, ...given } = cells
  const kind = profileKinds.find((it) => it === typedKind || zh.kinds[it] === typedKind)
  const owner = organizationCalled(organizations, typedOwner)
  const stageRead =
    stage === undefined ? undefined : stages.find((it) => it === stage || zh.stages[it] === stage)
  const wrong = [
    ...(kind ? [] : [say.badKind(typedKind)]),
    ...(owner ? [] : [say.badOwner(typedOwner)]),
    ...(stage !== undefined && !stageRead ? [say.badStage(stage)] : []),
  ]
  if (!kind || !owner || wrong.length > 0) return { wrong }
  const title = given.title ?? what.slice(0, 40)
  const id = idOf(owner.id, kind, title)
  const draft = draftOf({ id, kind, owner: owner.id, title, what: what.slice(0, 4000), today }, taxonomy)
  const { profile, unread } = readTyped(
    draft,
    { ...given, title, what: draft.what, ...(stageRead ? { stage: stageRead satisfies Stage } : {}) },
    { taxonomy, organizations },
  )
  const others = present.filter((it) => it.owner === owner.id)
  const faults = faultsOf({ ...profile, what }, others, today)
  if (unread.length + faults.length > 0)
    return {
      wrong: [
        ...(unread.length > 0 ? [zh.problems.unread(unread)[0]] : []),
        ...faults.map((it) => zh.draft.fault(it)),
      ],
    }
  return { profile: { ...withRead(profile, taxonomy), state: 'published' } }
}

/** The same row gives the same id, so that importing a sheet twice changes nothing. */
function idOf(owner: string, kind: ProfileKind, title: string): string {
  return `i-${createHash('sha256')
    .update(JSON.stringify([owner, kind, title]))
    .digest('hex')
    .slice(0, 16)}`
}
