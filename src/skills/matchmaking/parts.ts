import type { Caller, Organization } from '../../core/caller.ts'
import type { Clock } from '../../core/clock.ts'
import type { Ears } from '../../core/ears.ts'
import type { Message } from '../../core/message.ts'
import { problem } from '../../core/request.ts'
import type { Outcome } from '../../core/skill.ts'
import type { Workdays } from '../../core/workdays.ts'
import type { Introductions } from '../../store/introductions.ts'
import type { MatchLists } from '../../store/match-lists.ts'
import type { Members } from '../../store/members.ts'
import type { Organizations } from '../../store/organizations.ts'
import type { Outbox } from '../../store/outbox.ts'
import type { ProfileVectors } from '../../store/profile-vectors.ts'
import type { Profiles } from '../../store/profiles.ts'
import type { Zones } from '../../store/zones.ts'
import type { PoolParts } from './fitting/pool.ts'
import type { Day, DayPlan } from './pairing/day.ts'
import { words } from './words.ts'

export { organizationTyped } from '../../core/organization-names.ts'
export { type Handle, problem, type Request, stampOf } from '../../core/request.ts'

/** What the files of data/alliance say, and the house's way of cutting words. */
export interface AllianceData extends PoolParts {
  /** A name of climates.txt, by the short name of a province. */
  climateOf(province: string): string | undefined
  /** Whose vectors count, where an embedding model is configured. */
  readonly embeddingModel?: string
}

/** What this skill is handed. */
export interface MatchParts {
  readonly profiles: Profiles
  readonly profileVectors: Pick<ProfileVectors, 'since' | 'having'>
  readonly introductions: Introductions
  readonly matchLists: MatchLists
  readonly organizations: Organizations
  readonly members: Pick<Members, 'find'>
  readonly zones: Pick<Zones, 'snapshot'>
  readonly outbox: Outbox
  readonly clock: Clock
  readonly workdays: () => Workdays
  /** Who hears what is said unasked, on the platforms that are there. */
  readonly ears: () => Promise<Ears>
  /** Read when it is first needed. @throws Problem where a file cannot be understood */
  readonly alliance: () => AllianceData
  /** A policy question in somebody's name, answered as if they had typed it. */
  readonly askPolicy: (question: string, message: Message, caller: Caller) => Promise<Outcome>
  readonly newId: () => string
  /** Plans an exchange day, in a thread of its own where the chat must not wait. */
  readonly planDay: (day: Day) => Promise<DayPlan>
}

/** Two of them fit into one button of the narrowest platform, and a person can read one out. */
export function shortId({ newId }: Pick<MatchParts, 'newId'>): string {
  return newId().replaceAll('-', '').slice(0, 12)
}

/** The organization in whose name somebody looks or writes; at the terminal it is the office. @throws Problem for guests */
export function ownOf(caller: Caller): Organization {
  if (!caller.organization) throw problem(words[caller.locale].problems.guest)
  return caller.organization
}

/** A member of an organization: consent is a person's. @throws Problem for everybody else */
export function memberOf(caller: Caller): { readonly member: string; readonly organization: Organization } {
  const { guest, nobody } = words[caller.locale].problems
  if (!caller.organization) throw problem(guest)
  if (!caller.member) throw problem(nobody)
  return { member: caller.member.id, organization: caller.organization }
}
