import { roleIn } from '../../core/caller.ts'
import { identityOf } from '../../core/identity.ts'
import { type Locale, localeOf } from '../../core/locale.ts'
import type { Message } from '../../core/message.ts'
import type { Callers } from '../../core/router.ts'
import type { Members } from '../../store/members.ts'
import type { Organizations } from '../../store/organizations.ts'
import { officeId } from './organizations.ts'

export interface CallerParts {
  readonly members: Pick<Members, 'whoIs'>
  readonly organizations: Pick<Organizations, 'find'>
  /** True where whoever writes holds the store in their hands, as at the terminal: that is the office. */
  readonly isOperator: (message: Message) => boolean
  /** Spoken to an operator who has not chosen a language. */
  readonly operatorLocale: Locale
}

/** Who somebody is: by their account, else a guest. The language they chose goes before that of their platform. */
export function makeCallers({ members, organizations, isOperator, operatorLocale }: CallerParts): Callers {
  return {
    async callerOf(message) {
      const known = await members.whoIs(identityOf(message))
      if (isOperator(message)) {
        const office = await organizations.find(officeId)
        return {
          role: 'office',
          locale: known?.locale ?? operatorLocale,
          ...(office ? { organization: office } : {}),
        }
      }
      const locale = known?.locale ?? localeOf(message.author.locale)
      if (!known?.member || !known.organization) return { role: 'guest', locale }
      const { member, organization } = known
      return { role: roleIn[organization.kind], locale, member, organization }
    },
  }
}
