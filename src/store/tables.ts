import type { AuditTables } from './audit.ts'
import type { BindingTables } from './bindings.ts'
import type { DocumentTables } from './documents.ts'
import type { FeedTables } from './feeds.ts'
import type { InboxTables } from './inbox.ts'
import type { InvitationTables } from './invitations.ts'
import type { LearnedTables } from './learned.ts'
import type { MemberTables } from './members.ts'
import type { OrganizationTables } from './organizations.ts'
import type { PassageTables } from './passages.ts'
import type { QuestionTables } from './questions.ts'
import type { SeedTables } from './seeds.ts'
import type { ZoneTables } from './zones.ts'

/** Every table of the store. Each part declares its own tables beside its verbs; here they are joined. */
export interface Tables
  extends AuditTables,
    BindingTables,
    DocumentTables,
    FeedTables,
    InboxTables,
    InvitationTables,
    LearnedTables,
    MemberTables,
    OrganizationTables,
    PassageTables,
    QuestionTables,
    SeedTables,
    ZoneTables {}
