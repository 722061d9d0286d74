import type { Clock } from '../../core/clock.ts'
import type { Audit } from '../../store/audit.ts'
import type { Bindings } from '../../store/bindings.ts'
import type { Invitations } from '../../store/invitations.ts'
import type { Members } from '../../store/members.ts'
import type { Organizations } from '../../store/organizations.ts'

export { localTime } from '../../core/local-time.ts'
export { organizationTyped } from '../../core/organization-names.ts'
export { type Handle, problem, type Request, stampOf } from '../../core/request.ts'

/** What this skill is handed. */
export interface MemberParts {
  readonly organizations: Organizations
  readonly members: Members
  readonly invitations: Invitations
  readonly bindings: Bindings
  readonly audit: Audit
  readonly clock: Clock
}
