import type { Message } from '../../core/message.ts'
import { isMine, type Skill } from '../../core/skill.ts'
import { makeAuditing } from './auditing.ts'
import { makeChannels } from './channels.ts'
import { looksLikeCode } from './code.ts'
import { commandsWith, forms } from './faces.ts'
import { makeInviting } from './inviting.ts'
import { makeJoining } from './joining.ts'
import { localeNamed, makeLanguage } from './language.ts'
import { organizationsNamed } from './organizations.ts'
import type { Handle, MemberParts } from './parts.ts'
import { makePeople } from './people.ts'
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
    commands: commandsWith(async (typed) =>
      organizationsNamed(await parts.organizations.all(), typed)
        .slice(0, 20)
        .map((it) => ({ label: it.name, value: it.id })),
    ),
    forms: Object.values(forms),
    match: (message) => (isMine(skill, message) ? 1 : read(message) ? 0.95 : 0),
    async handle(message, caller) {
      const asked = read(message)
      if (!asked || !Object.hasOwn(handles, asked.verb)) return undefined
      const given = Object.entries(asked.given).map(([name, value]) => [name, value.trim()] as const)
      return handles[asked.verb as keyof typeof handles]({
        message,
        caller,
        given: Object.fromEntries(given.filter(([, value]) => value !== '')),
      })
    },
  }
  return skill
}

interface Asked {
  readonly verb: string
  readonly given: Readonly<Record<string, string>>
}

/** What a message asks of this skill: a command, a form, a button, or one of a few plain sentences. Pure. */
function read(message: Message): Asked | undefined {
  const { command, form, press } = message
  if (command) return { verb: command.name, given: command.options }
  if (form) return { verb: form.name.replace(/^members\./, ''), given: form.values }
  if (press) return { verb: press.action.replace(/^members\./, ''), given: {} }
  return said(message.text)
}

function said(text: string): Asked | undefined {
  const [, code] =
    /^(?:我要)?(?:加入联盟|加入|join)\s*[:：]?\s*([\p{L}\p{N}][\p{L}\p{N}\s\-–—]{6,30})$/iu.exec(text) ?? []
  if (code !== undefined && looksLikeCode(code)) return { verb: 'join', given: { code } }
  if (/^(我是谁|我的身份|我的权限|who\s?am\s?i)[?？。!！]*$/i.test(text)) return { verb: 'whoami', given: {} }
  if (/^(退出联盟|leave)[。!！]*$/i.test(text)) return { verb: 'leave', given: {} }
  if (/^(关联账号|link)[。!！]*$/i.test(text)) return { verb: 'link', given: {} }
  const language = /^(?:请?(?:说|用|换成?|speak)\s*)?(中文|简体中文|英文|英语|english|chinese)$/i.exec(
    text,
  )?.[1]
  if (language !== undefined && localeNamed(language)) return { verb: 'language', given: { language } }
  return undefined
}
