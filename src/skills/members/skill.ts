import type { Message } from '../../core/message.ts'
import { organizationsSuggested } from '../../core/organization-names.ts'
import { type Request, readRequest } from '../../core/request.ts'
import { isMine, type Skill } from '../../core/skill.ts'
import { makeAuditing } from './auditing.ts'
import { makeChannels } from './channels.ts'
import { commandsWith, forms } from './faces.ts'
import { makeInviting } from './inviting.ts'
import { makeJoining } from './joining.ts'
import { makeLanguage } from './language.ts'
import type { Handle, MemberParts } from './parts.ts'
import { makePeople } from './people.ts'
import { readSaid } from './read-said.ts'
import { words } from './words.ts'

/** Who is who: joining, inviting, linking, languages, bound channels, and the record of every change. */
export function makeMembers(parts: MemberParts): Skill {
  const handles = {
    ...makeJoining(parts),
    ...makeInviting(parts),
    ...makePeople(parts),
    ...makeChannels(parts),
    ...makeLanguage(parts),
    ...makeAuditing(parts),
  } satisfies Readonly<Record<string, Handle>>

  const skill: Skill = {
    name: 'members',
    summary: words['zh-CN'].summary,
    examples: words['zh-CN'].examples,
    commands: commandsWith(async (typed) => organizationsSuggested(await parts.organizations.all(), typed)),
    forms: Object.values(forms),
    match: (message) => (isMine(skill, message) ? 1 : read(message) ? 0.95 : 0),
    async handle(message, caller) {
      const asked = read(message)
      if (!asked || !Object.hasOwn(handles, asked.verb)) return undefined
      const { verb, given, value } = asked
      return handles[verb as keyof typeof handles]({ message, caller, given, value })
    },
  }
  return skill
}

type Asked = Pick<Request, 'given' | 'value'> & { readonly verb: string }

/** What a message asks of this skill: a command, a form, a button, or one of a few plain sentences. Pure. */
function read(message: Message): Asked | undefined {
  const { verb, given, value } = readRequest(message)
  if (verb !== undefined) return { verb, given, value }
  const asked = readSaid(message.text)
  return asked && { ...asked, value }
}
