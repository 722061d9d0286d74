import type { Organization } from '../../core/caller.ts'
import type { Duty, Obligation } from '../../core/duty.ts'
import type { Duties } from '../../store/duties.ts'
import type { TimeAsked } from '../../store/obligation-events.ts'
import type { Obligations } from '../../store/obligations.ts'
import type { Organizations } from '../../store/organizations.ts'

/** Rows of one table in a chat; the rest is a matter of the sheet that can be exported. */
export const mostRows = 40

/** An obligation with what it is an instance of and who owes it: one line of a board, a calendar or a sheet. */
export interface Entry {
  readonly obligation: Obligation
  readonly duty: Duty
  readonly organization: Organization
}

export interface EntryParts {
  readonly duties: Pick<Duties, 'list'>
  readonly obligations: Pick<Obligations, 'list'>
  readonly organizations: Pick<Organizations, 'all'>
}

/** Everything owed by those organizations, soonest due first, then by province and name; drafts of duties are left out. */
export async function entriesOf(
  owing: (organization: Organization) => boolean,
  { duties, obligations, organizations }: EntryParts,
): Promise<readonly Entry[]> {
  const known = new Map((await organizations.all()).filter(owing).map((it, place) => [it.id, { it, place }]))
  if (known.size === 0) return []
  const rules = new Map((await duties.list()).map((it) => [it.id, it]))
  const kept = await obligations.list({ organizations: [...known.keys()] })
  return kept
    .flatMap((obligation) => {
      const duty = rules.get(obligation.duty)
      const owner = known.get(obligation.organization)
      if (!duty || !owner || duty.state === 'draft') return []
      return [{ entry: { obligation, duty, organization: owner.it }, place: owner.place }]
    })
    .sort(
      (a, b) =>
        compare(a.entry.obligation.due, b.entry.obligation.due) ||
        a.place - b.place ||
        compare(a.entry.obligation.id, b.entry.obligation.id),
    )
    .map(({ entry }) => entry)
}

/** An entry of which more time was asked for and not answered. */
export interface Asked extends Entry {
  readonly asked: TimeAsked
}

/** Those of these entries of which more time was asked for and not answered, the longest waiting first. */
export async function askedAmong(
  entries: readonly Entry[],
  { obligations }: { readonly obligations: Pick<Obligations, 'timeAsked'> },
): Promise<readonly Asked[]> {
  const byId = new Map(entries.map((it) => [it.obligation.id, it]))
  return (await obligations.timeAsked()).flatMap((asked) => {
    const entry = byId.get(asked.obligation)
    return entry && !entry.obligation.lapsed ? [{ ...entry, asked }] : []
  })
}

/** Whose deadlines somebody of this organization follows: a province those of its zones, the office all of them. Pure. */
export function followedBy(own: Organization): (organization: Organization) => boolean {
  if (own.kind === 'office') return () => true
  if (own.kind === 'province')
    return (it) => it.id === own.id || (it.kind === 'zone' && it.province === own.province)
  return (it) => it.id === own.id
}

/** Ids and days are plain ASCII: the order of their characters is the order meant. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
