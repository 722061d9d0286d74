import type { Caller, Organization } from '../../core/caller.ts'
import type { Clock } from '../../core/clock.ts'
import type { Ears } from '../../core/ears.ts'
import { Problem } from '../../core/errors.ts'
import { identityOf, personKey } from '../../core/identity.ts'
import type { Message } from '../../core/message.ts'
import type { Outcome } from '../../core/skill.ts'
import type { Workdays } from '../../core/workdays.ts'
import type { Stamp } from '../../store/audit.ts'
import type { Introductions } from '../../store/introductions.ts'
import type { MatchLists } from '../../store/match-lists.ts'
import type { Members } from '../../store/members.ts'
import type { NamedOrganization, Organizations } from '../../store/organizations.ts'
import type { Outbox } from '../../store/outbox.ts'
import type { Profiles } from '../../store/profiles.ts'
import type { Zones } from '../../store/zones.ts'
import type { PoolParts } from './fitting/pool.ts'
import type { Day, DayPlan } from './pairing/day.ts'
import { type Told, words } from './words.ts'

/** What the files of data/alliance say, and the house's way of cutting words. */
export interface AllianceData extends PoolParts {
  /** A name of climates.txt, by the short name of a province. */
  climateOf(province: string): string | undefined
}

/** What this skill is handed. */
export interface MatchParts {
  readonly profiles: Profiles
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

/** What somebody asked for, whether by command, form, button or in words. */
export interface Request {
  readonly message: Message
  readonly caller: Caller
  /** Options of the command or values of the form, trimmed; one that is empty is absent. */
  readonly given: Readonly<Record<string, string>>
  /** What the button carried, or the button that opened the form. */
  readonly value: string
}

export type Handle = (request: Request) => Promise<Outcome>

/** Two of them fit into one button of the narrowest platform, and a person can read one out. */
export function shortId({ newId }: Pick<MatchParts, 'newId'>): string {
  return newId().replaceAll('-', '').slice(0, 12)
}

/** Who does this, when, and where. */
export function stampOf({ message, caller }: Pick<Request, 'message' | 'caller'>, clock: Clock): Stamp {
  return { who: caller.member?.id ?? personKey(identityOf(message)), at: clock.now(), where: message.from }
}

export function problem([what, remedy]: Told): Problem {
  return new Problem(what, remedy)
}

/** The organization in whose name somebody looks or writes; at the terminal it is the office. @throws Problem for guests */
export function ownOf(caller: Caller): Organization {
  if (!caller.organization) throw problem(words[caller.locale].problems.guest)
  return caller.organization
}

/** A member of an organization: consent is a person's. @throws Problem for everybody else */
export function memberOf(caller: Caller): { readonly member: string; readonly organization: Organization } {
  if (!caller.member || !caller.organization) throw problem(words[caller.locale].problems.guest)
  return { member: caller.member.id, organization: caller.organization }
}

/** The one organization that a typed name means: by id or any exact name, else by a part of it. @throws Problem */
export function organizationTyped(
  all: readonly NamedOrganization[],
  typed: string,
  locale: Caller['locale'],
): NamedOrganization {
  const say = words[locale]
  const names = (it: NamedOrganization) => [it.name, ...it.alsoCalled]
  const exact = all.filter((it) => it.id === typed || names(it).includes(typed))
  const found =
    exact.length > 0 || typed.length < 2
      ? exact
      : all.filter((it) => names(it).some((name) => name.includes(typed)))
  const [one, another] = found
  if (!one) throw problem(say.problems.noOrganization(typed))
  if (another)
    throw problem(
      say.problems.severalOrganizations(
        typed,
        found.slice(0, 8).map((it) => it.name),
      ),
    )
  return one
}
