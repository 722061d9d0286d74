import { type Role, roleIn } from '../../core/caller.ts'
import { Problem } from '../../core/errors.ts'
import { type Identity, personKey } from '../../core/identity.ts'
import { words as mayWords } from '../../core/may.ts'
import { type NamedOrganization, organizationsNamed } from '../../core/organization-names.ts'

/** Platforms on which an account is the same in every space, whatever space a list names. */
const realms: Readonly<Record<string, string>> = { discord: 'discord' }

/** A row of a list of people; `line` counts from 1, the header included, as a spreadsheet shows it. */
export interface PersonRow {
  readonly line: number
  readonly name: string
  readonly organization: string
  readonly role: string
  readonly platform: string
  readonly space: string
  readonly user: string
}

export interface BadRow {
  readonly line: number
  readonly name: string
  readonly what: string
}

export interface PlannedPerson {
  readonly line: number
  readonly name: string
  readonly organization: NamedOrganization
  /** Absent where the list does not know the account: that person gets a code of their own. */
  readonly identity?: Identity
}

/** What the house knows already. */
export interface Present {
  readonly organizations: readonly NamedOrganization[]
  /** {@link personKey} of an account -> the id of its member's organization. */
  readonly accounts: ReadonlyMap<string, string>
  /** `organization id/name` of every member. */
  readonly names: ReadonlySet<string>
}

export interface ImportPlan {
  readonly people: readonly PlannedPerson[]
  /** Rows of people who are members of that organization already. */
  readonly known: readonly PersonRow[]
  readonly problems: readonly BadRow[]
}

const longestName = 40

/** What a header may say, in lower case. */
const columns: Readonly<Record<Exclude<keyof PersonRow, 'line'>, readonly string[]>> = {
  name: ['姓名', '名字', '显示名', 'name'],
  organization: ['单位', '组织', '实验区', 'organization'],
  role: ['角色', '身份', 'role'],
  platform: ['平台', 'platform'],
  space: ['空间', '工作区', '服务器', 'space'],
  user: ['账号', '用户id', '用户', 'user'],
}

/**
 * The rows under the header; empty lines are left out. Pure.
 * @throws Problem where a needed column is missing
 */
export function readPeople(grid: readonly (readonly string[])[]): readonly PersonRow[] {
  const header = (grid[0] ?? []).map((it) => it.trim().toLowerCase())
  const at = (name: keyof typeof columns) => header.findIndex((it) => columns[name].includes(it))
  const missing = (['name', 'organization'] as const).filter((it) => at(it) < 0)
  if (missing.length > 0)
    throw new Problem(
      `名单缺少列：${missing.map((it) => columns[it][0]).join('、')}。`,
      '第一行请写：姓名,单位,角色,平台,空间,账号（后四列可空）。',
    )
  return grid.slice(1).flatMap((row, index) => {
    const cell = (name: keyof typeof columns) => (row[at(name)] ?? '').trim()
    if (row.every((it) => it.trim() === '')) return []
    const { name, organization, role, platform, space, user } = {
      name: cell('name'),
      organization: cell('organization'),
      role: cell('role'),
      platform: cell('platform'),
      space: cell('space'),
      user: cell('user'),
    }
    return [{ line: index + 2, name, organization, role, platform, space, user }]
  })
}

/** Who is to be added, who is there already, and every row that is wrong with why. Pure. */
export function planImport(rows: readonly PersonRow[], present: Present): ImportPlan {
  const people: PlannedPerson[] = []
  const known: PersonRow[] = []
  const problems: BadRow[] = []
  const seen = new Map<string, number>()
  for (const row of rows) {
    const bad = (what: string) => void problems.push({ line: row.line, name: row.name, what })
    if (row.name === '' || row.name.length > longestName) {
      bad(`姓名要有 1 到 ${longestName} 个字`)
      continue
    }
    const [organization, another] = organizationsNamed(present.organizations, row.organization)
    if (!organization || another) {
      bad(another ? `单位「${row.organization}」不止一个，请写全名` : `没有单位「${row.organization}」`)
      continue
    }
    const role = roleNamed(row.role)
    if (row.role !== '' && role !== roleIn[organization.kind]) {
      const right = mayWords['zh-CN'].roles[roleIn[organization.kind]]
      bad(`角色「${row.role}」不对：「${organization.name}」的成员只能是「${right}」，也可以空着`)
      continue
    }
    const account = [row.platform, row.space, row.user]
    if (account.some((it) => it !== '') && account.some((it) => it === '')) {
      bad('平台、空间、账号要么都写，要么都空着')
      continue
    }
    const platform = row.platform.toLowerCase()
    const identity = { platform, space: realms[platform] ?? row.space, user: row.user }
    const hasAccount = row.user !== ''
    const key = hasAccount ? personKey(identity) : `${organization.id}/${row.name}`
    const before = seen.get(key)
    if (before !== undefined) {
      bad(`与第 ${before} 行重复`)
      continue
    }
    seen.set(key, row.line)
    const elsewhere = hasAccount ? present.accounts.get(key) : undefined
    if (elsewhere !== undefined && elsewhere !== organization.id) {
      const name = present.organizations.find((it) => it.id === elsewhere)?.name ?? elsewhere
      bad(`这个账号已经是「${name}」的成员`)
      continue
    }
    if (elsewhere !== undefined || (!hasAccount && present.names.has(key))) known.push(row)
    else people.push({ line: row.line, name: row.name, organization, ...(hasAccount ? { identity } : {}) })
  }
  return { people, known, problems }
}

function roleNamed(typed: string): Role | undefined {
  const roles = Object.keys(mayWords['zh-CN'].roles) as Role[]
  return roles.find(
    (role) =>
      role === typed.toLowerCase() ||
      Object.values(mayWords).some((say) => say.roles[role].toLowerCase() === typed.toLowerCase()),
  )
}
