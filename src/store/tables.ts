import type { AuditTables } from './audit.ts'
import type { BindingTables } from './bindings.ts'
import type { DerivedTables } from './derived.ts'
import type { DocumentTables } from './documents.ts'
import type { DutyTables } from './duties.ts'
import type { FeedTables } from './feeds.ts'
import type { InboxTables } from './inbox.ts'
import type { IntroductionTables } from './introductions.ts'
import type { InvitationTables } from './invitations.ts'
import type { LearnedTables } from './learned.ts'
import type { LeaseTables } from './lease.ts'
import type { MatchListTables } from './match-lists.ts'
import type { MemberTables } from './members.ts'
import type { ModelSpendingTables } from './model-spending.ts'
import type { ModelTraceTables } from './model-traces.ts'
import type { NoticeTables } from './notices.ts'
import type { ObligationEventTables } from './obligation-events.ts'
import type { ObligationTables } from './obligations.ts'
import type { OrganizationTables } from './organizations.ts'
import type { OutboxTables } from './outbox-rows.ts'
import type { PassageTables } from './passages.ts'
import type { ProfileVectorTables } from './profile-vectors.ts'
import type { ProfileTables } from './profiles.ts'
import type { ProposalTables } from './proposals.ts'
import type { QuestionTables } from './questions.ts'
import type { RegistrationEventTables } from './registration-events.ts'
import type { RegistrationTables } from './registrations.ts'
import type { SecretTables } from './secrets.ts'
import type { SeedTables } from './seeds.ts'
import type { SignInTables } from './sign-ins.ts'
import type { TrainingDraftTables } from './training-drafts.ts'
import type { TrainingTables } from './trainings.ts'
import type { UnanswerableTables } from './unanswerable.ts'
import type { VectorTables } from './vectors.ts'
import type { VisitTables } from './visits.ts'
import type { ZoneTables } from './zone-rows.ts'

/** Every table of the store. Each part declares its own tables beside its verbs; here they are joined. */
export interface Tables
  extends AuditTables,
    BindingTables,
    DerivedTables,
    DocumentTables,
    FeedTables,
    DutyTables,
    InboxTables,
    IntroductionTables,
    InvitationTables,
    LearnedTables,
    LeaseTables,
    MatchListTables,
    MemberTables,
    ModelSpendingTables,
    ModelTraceTables,
    NoticeTables,
    ObligationEventTables,
    ObligationTables,
    OrganizationTables,
    OutboxTables,
    PassageTables,
    ProfileTables,
    ProfileVectorTables,
    ProposalTables,
    QuestionTables,
    RegistrationEventTables,
    RegistrationTables,
    SecretTables,
    SeedTables,
    SignInTables,
    TrainingDraftTables,
    TrainingTables,
    UnanswerableTables,
    VectorTables,
    VisitTables,
    ZoneTables {}
