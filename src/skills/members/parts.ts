import type { Caller } from '../../core/caller.ts'
import { type Clock, OFFICE_ZONE } from '../../core/clock.ts'
import { Problem } from '../../core/errors.ts'
import { identityOf, personKey } from '../../core/identity.ts'
import type { Message } from '../../core/message.ts'
import type { Outcome } from '../../core/skill.ts'
import type { Audit, Stamp } from '../../store/audit.ts'
import type { Bindings } from '../../store/bindings.ts'
import type { Invitations } from '../../store/invitations.ts'
import type { Members } from '../../store/members.ts'
import type { NamedOrganization, Organizations } from '../../store/organizations.ts'
import { organizationsNamed } from './organizations.ts'
import { type Told, words } from './words.ts'

/** What this skill is handed. */
export interface MemberParts {
  readonly organizations: Organizations
  readonly members: Members
  readonly invitations: Invitations
  readonly bindings: Bindings
  readonly audit: Audit
  readonly clock: Clock
}

/** What somebody asked for, whether by command, form, button or in words. */
export interface Request {
  readonly message: Message
  readonly caller: Caller
  /** Options of the command or values of the form, trimmed; one that is empty is absent. */
  readonly given: Readonly<Record<string, string>>
}

export type Handle = (request: Request) => Promise<Outcome>

/** Who does this, when, and where. */
export function stampOf({ message, caller }: Request, clock: Clock): Stamp {
  return { who: caller.member?.id ?? personKey(identityOf(message)), at: clock.now(), where: message.from }
}

export function problem([what, remedy]: Told): Problem {
  return new Problem(what, remedy)
}

/** The one organization that a typed name means. @throws Problem where there is none, or more than one */
export async function organizationTyped(
  organizations: Pick<Organizations, 'all'>,
  typed: string,
  locale: Caller['locale'],
): Promise<NamedOrganization> {
  const say = words[locale].problems
  const named = organizationsNamed(await organizations.all(), typed)
  const [one, another] = named
  if (!one) throw problem(say.noOrganization(typed))
  if (another)
    throw problem(
      say.severalOrganizations(
        typed,
        named
          .slice(0, 8)
          .map((it) => it.name)
          .join('、'),
      ),
    )
  return one
}

const timeFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: OFFICE_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as the office's wall shows it: `2014-06-30 09:00`. */
export function localTime(at: number): string {
  return timeFormat.format(at)
}
