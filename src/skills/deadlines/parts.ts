import type { Caller } from '../../core/caller.ts'
import type { Clock } from '../../core/clock.ts'
import type { Ears } from '../../core/ears.ts'
import type { Identity } from '../../core/identity.ts'
import type { Address, Message } from '../../core/message.ts'
import { problem } from '../../core/request.ts'
import type { Outcome } from '../../core/skill.ts'
import type { Workdays } from '../../core/workdays.ts'
import type { Audit } from '../../store/audit.ts'
import type { Documents } from '../../store/documents.ts'
import type { Duties } from '../../store/duties.ts'
import type { Notices } from '../../store/notices.ts'
import type { Obligations } from '../../store/obligations.ts'
import type { NamedOrganization, Organizations } from '../../store/organizations.ts'
import type { Outbox } from '../../store/outbox.ts'
import type { Passages } from '../../store/passages.ts'
import type { Zones } from '../../store/zones.ts'
import { words } from './words.ts'

export { type Handle, problem, type Request, stampOf } from '../../core/request.ts'

/** What this skill is handed. */
export interface DeadlineParts {
  readonly duties: Duties
  readonly obligations: Obligations
  readonly organizations: Organizations
  readonly zones: Pick<Zones, 'snapshot' | 'show'>
  readonly notices: Notices
  /** What the words of a duty are held against. */
  readonly documents: Pick<Documents, 'find' | 'file' | 'list'>
  readonly passages: Pick<Passages, 'ofDocument'>
  readonly outbox: Outbox
  readonly audit: Audit
  readonly clock: Clock
  readonly workdays: () => Workdays
  /** Who hears what is said unasked, on the platforms that are there. */
  readonly ears: () => Promise<Ears>
  /** Where a platform's adapter reaches a person alone. */
  readonly directly: (account: Identity) => Address
  /** The region of a province, e.g. 东部. */
  readonly regionOf: (province: string) => string | undefined
  /** A policy question in somebody's name, answered as if they had typed it. */
  readonly askPolicy: (question: string, message: Message, caller: Caller) => Promise<Outcome>
  readonly newId: () => string
}

/** The one organization that a typed name means: by id or any exact name, else by a part of it. @throws Problem */
export function organizationTyped(
  all: readonly NamedOrganization[],
  typed: string,
  locale: Caller['locale'],
): NamedOrganization {
  const say = words[locale].problems
  const exact = all.filter((it) => it.id === typed || it.name === typed || it.alsoCalled.includes(typed))
  const parts = (it: NamedOrganization) => [it.name, ...it.alsoCalled].some((name) => name.includes(typed))
  const found = exact.length > 0 || typed.length < 2 ? exact : all.filter(parts)
  const [one, another] = found
  if (!one) throw problem(say.noOrganization(typed))
  if (another) {
    const names = found.slice(0, 8).map((it) => it.name)
    throw problem(say.severalOrganizations(typed, words[locale].list(names)))
  }
  return one
}
