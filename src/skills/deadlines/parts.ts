import type { Caller } from '../../core/caller.ts'
import type { Clock } from '../../core/clock.ts'
import type { Ears } from '../../core/ears.ts'
import type { Identity } from '../../core/identity.ts'
import type { Address, Message } from '../../core/message.ts'
import type { Outcome } from '../../core/skill.ts'
import type { Workdays } from '../../core/workdays.ts'
import type { Audit } from '../../store/audit.ts'
import type { Documents } from '../../store/documents.ts'
import type { Duties } from '../../store/duties.ts'
import type { Notices } from '../../store/notices.ts'
import type { Obligations } from '../../store/obligations.ts'
import type { Organizations } from '../../store/organizations.ts'
import type { Outbox } from '../../store/outbox.ts'
import type { Passages } from '../../store/passages.ts'
import type { Zones } from '../../store/zones.ts'

export { organizationTyped } from '../../core/organization-names.ts'
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
  /** Something else that was said in the same breath, answered by whichever skill it is for. */
  readonly askAnybody: (message: Message, caller: Caller) => Promise<Outcome>
  readonly newId: () => string
}
