import type { Clock } from '../../core/clock.ts'
import { Problem } from '../../core/errors.ts'
import { personKey } from '../../core/identity.ts'
import type { Stamp } from '../../store/audit.ts'
import type { Invitations } from '../../store/invitations.ts'
import type { Members, NewMember } from '../../store/members.ts'
import type { Organizations } from '../../store/organizations.ts'
import { hashOf, newCode, newId } from './code.ts'
import { createInvitation, defaultDays, type MadeInvitation, mostDays, mostUses } from './invitation.ts'
import { organizationTyped } from './parts.ts'
import { type BadRow, planImport, readPeople } from './plan-import.ts'
import { readGrid } from './read-grid.ts'

/** What the command line is handed. Whoever can run it holds the store: no permission is asked. */
export interface OperatorParts {
  readonly organizations: Pick<Organizations, 'all'>
  readonly members: Pick<Members, 'whoIs' | 'list' | 'addAll'>
  readonly invitations: Pick<Invitations, 'create'>
  readonly clock: Clock
}

export interface MembersImported {
  readonly added: number
  /** Those who were members of that organization already. */
  readonly known: number
  /** Nothing was written where there is one. */
  readonly problems: readonly BadRow[]
  /** Codes of those whose accounts the list does not tell, shown this once. */
  readonly codes: readonly { readonly name: string; readonly organization: string; readonly code: string }[]
}

/** Days for which the personal codes of an import work. */
const importDays = 30

/**
 * A code for an organization, made at the command line; the first member of the office comes in this way.
 * @throws Problem where no organization, or more than one, bears that name, or a number is out of its bounds
 */
export async function inviteByOperator(
  { organizations, invitations, clock }: OperatorParts,
  wanted: { readonly organization: string; readonly uses?: number; readonly days?: number },
): Promise<MadeInvitation> {
  const organization = organizationTyped(await organizations.all(), wanted.organization, 'zh-CN')
  const uses = wanted.uses ?? 1
  const days = wanted.days ?? defaultDays
  for (const [what, value, most] of [
    ['可用次数', uses, mostUses],
    ['有效天数', days, mostDays],
  ] as const)
    if (!Number.isInteger(value) || value < 1 || value > most)
      throw new Problem(`${what}要是 1 到 ${most} 之间的整数。`, '请改好再试。')
  return createInvitation(invitations, { organization, uses, days }, operatorStamp(clock))
}

/**
 * Brings in a list of people, all of it or, where a row is bad, nothing; the same list again changes nothing.
 * @param bytes of a CSV or XLSX file
 * @param dryRun only looks
 * @throws Problem where the file cannot be read as a list of people
 */
export async function importMembers(
  { organizations, members, clock }: OperatorParts,
  bytes: Uint8Array,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<MembersImported> {
  const rows = readPeople(await readGrid(bytes))
  const accounts = new Map<string, string>()
  for (const { platform, space, user } of rows) {
    if (user === '') continue
    const identity = { platform: platform.toLowerCase(), space, user }
    const organization = (await members.whoIs(identity))?.organization
    if (organization) accounts.set(personKey(identity), organization.id)
  }
  const names = new Set((await members.list()).map((it) => `${it.organization.id}/${it.name}`))
  const plan = planImport(rows, { organizations: await organizations.all(), accounts, names })
  const done = { known: plan.known.length, problems: plan.problems }
  if (plan.problems.length > 0) return { ...done, added: 0, codes: [] }
  if (dryRun) return { ...done, added: plan.people.length, codes: [] }

  const stamp = operatorStamp(clock)
  const codes: { name: string; organization: string; code: string }[] = []
  const people = plan.people.map(({ name, organization, identity }): NewMember => {
    const member = { id: newId('M'), name, organization: organization.id }
    if (identity) return { ...member, identity }
    const code = newCode()
    codes.push({ name, organization: organization.name, code })
    const expiresAt = stamp.at + importDays * 86_400_000
    return {
      ...member,
      invitation: { id: newId('L'), codeHash: hashOf(code), to: { member: member.id }, uses: 1, expiresAt },
    }
  })
  await members.addAll(people, stamp)
  return { ...done, added: people.length, codes }
}

function operatorStamp(clock: Clock): Stamp {
  return { who: 'operator', at: clock.now() }
}
