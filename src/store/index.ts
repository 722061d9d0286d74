import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { messageOf, Problem } from '../core/errors.ts'
import type { ModelSpending } from '../core/llm.ts'
import { type Audit, makeAudit } from './audit.ts'
import { type Bindings, makeBindings } from './bindings.ts'
import { type Derived, makeDerived } from './derived.ts'
import { dialectOf, openSqlite, type Synchronous } from './dialect.ts'
import { type Directory, makeDirectory } from './directory.ts'
import { type Documents, makeDocuments } from './documents.ts'
import { type Duties, makeDuties } from './duties.ts'
import { ensureFolder } from './ensure-folder.ts'
import { explainStoreError } from './explain-error.ts'
import { type Feeds, makeFeeds } from './feeds.ts'
import { type Inbox, makeInbox } from './inbox.ts'
import { type Introductions, makeIntroductions } from './introductions.ts'
import { type Invitations, makeInvitations } from './invitations.ts'
import { stateOfKnowledge } from './knowledge.ts'
import { type LearnedQuestions, makeLearned } from './learned.ts'
import { type Lease, makeLease } from './lease.ts'
import { type MatchLists, makeMatchLists } from './match-lists.ts'
import { type Members, makeMembers } from './members.ts'
import { migrate } from './migrate.ts'
import { makeModelSpending } from './model-spending.ts'
import { type ModelTraces, makeModelTraces } from './model-traces.ts'
import { makeNotices, type Notices } from './notices.ts'
import { makeObligations, type Obligations } from './obligations.ts'
import { makeOrganizations, type Organizations } from './organizations.ts'
import { makeOutbox, type Outbox } from './outbox.ts'
import { makePassages, type Passages } from './passages.ts'
import { makeProfileVectors, type ProfileVectors } from './profile-vectors.ts'
import { makeProfiles, type Profiles } from './profiles.ts'
import { makeQuestions, type Questions } from './questions.ts'
import { makeRegistrations, type Registrations } from './registrations.ts'
import { makeRevision } from './revision.ts'
import { makeSecrets, type Secrets } from './secrets.ts'
import { makeSeeds, type Seeds } from './seeds.ts'
import { makeSignIns, type SignIns } from './sign-ins.ts'
import type { Tables } from './tables.ts'
import { makeTrainingDrafts, type TrainingDrafts } from './training-drafts.ts'
import { makeTrainings, type Trainings } from './trainings.ts'
import { makeUnanswerable, type UnanswerableQuestions } from './unanswerable.ts'
import { makeVectors, type Vectors } from './vectors.ts'
import { makeVisits, type Visits } from './visits.ts'
import { makeZones, type Zones } from './zones.ts'

/** Everything the house keeps. Each skill is handed the parts it needs, never the whole. */
export interface Store {
  readonly audit: Audit
  readonly bindings: Bindings
  readonly derived: Derived
  readonly directory: Directory
  readonly documents: Documents
  readonly feeds: Feeds
  readonly duties: Duties
  readonly inbox: Inbox
  /** Changes with whatever an answer rests on, see {@link stateOfKnowledge}. */
  knowledge(): Promise<string>
  readonly introductions: Introductions
  readonly invitations: Invitations
  readonly lease: Lease
  readonly matchLists: MatchLists
  readonly members: Members
  readonly modelSpending: ModelSpending
  readonly modelTraces: ModelTraces
  readonly notices: Notices
  readonly obligations: Obligations
  readonly organizations: Organizations
  readonly outbox: Outbox
  readonly passages: Passages
  readonly learned: LearnedQuestions
  readonly profiles: Profiles
  readonly profileVectors: ProfileVectors
  readonly questions: Questions
  readonly registrations: Registrations
  readonly secrets: Secrets
  readonly seeds: Seeds
  readonly signIns: SignIns
  readonly trainingDrafts: TrainingDrafts
  readonly trainings: Trainings
  readonly unanswerable: UnanswerableQuestions
  readonly vectors: Vectors
  readonly visits: Visits
  readonly zones: Zones
  close(): Promise<void>
}

/**
 * Opens (and creates, and migrates) the store; its folder is made where there is none.
 * @param file path of the SQLite file
 * @throws Problem where the file is no database, is written by a newer version, or cannot be opened
 */
export async function openStore(
  file: string,
  options: { readonly synchronous?: Synchronous } = {},
): Promise<Store> {
  let sqlite: Database.Database
  try {
    ensureFolder(dirname(file))
    sqlite = openSqlite(file, options.synchronous)
  } catch (thrown) {
    throw new Problem(
      `打不开数据库文件 ${file}：${messageOf(thrown)}`,
      '请检查路径和权限；若它不是本程序的数据库，请用 --db 指定另一个文件。',
      { cause: thrown },
    )
  }
  const db = new Kysely<Tables>({ dialect: dialectOf(sqlite) })
  try {
    await migrate(db)
  } catch (thrown) {
    await db.destroy()
    throw explainStoreError(thrown) ?? thrown
  }
  const revision = makeRevision(db, sqlite)
  return {
    audit: makeAudit(db),
    bindings: makeBindings(db),
    derived: makeDerived(db),
    directory: makeDirectory(db),
    documents: makeDocuments(db, sqlite, revision),
    feeds: makeFeeds(db),
    duties: makeDuties(db),
    inbox: makeInbox(db),
    knowledge: () => stateOfKnowledge(db),
    introductions: makeIntroductions(db),
    invitations: makeInvitations(db),
    lease: makeLease(db),
    matchLists: makeMatchLists(db),
    members: makeMembers(db),
    modelSpending: makeModelSpending(db),
    modelTraces: makeModelTraces(db),
    notices: makeNotices(db),
    obligations: makeObligations(db),
    organizations: makeOrganizations(db),
    outbox: makeOutbox(db),
    passages: makePassages(db, sqlite, revision),
    learned: makeLearned(db, sqlite, revision),
    profiles: makeProfiles(db),
    profileVectors: makeProfileVectors(db),
    questions: makeQuestions(db),
    registrations: makeRegistrations(db),
    secrets: makeSecrets(db),
    seeds: makeSeeds(db),
    signIns: makeSignIns(db),
    trainingDrafts: makeTrainingDrafts(db),
    trainings: makeTrainings(db),
    unanswerable: makeUnanswerable(db, revision),
    vectors: makeVectors(db, sqlite),
    visits: makeVisits(db),
    zones: makeZones(db),
    close: () => db.destroy(),
  }
}
