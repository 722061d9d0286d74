import type { Locale } from '../../core/locale.ts'
import {
  type Block,
  bold,
  heading,
  list,
  note,
  paragraph,
  plain,
  type Reply,
  reply,
  type Text,
} from '../../core/reply.ts'
import { isMine, type Skill } from '../../core/skill.ts'
import { words } from './words.ts'

const asksForHelp =
  /^[/／]?(help|帮助|帮忙|菜单|功能|使用说明|怎么用|怎么问|你是谁|你会(做)?什么|你能(做|干)(什么|啥|嘛)|hi|hello|hey|你好|您好|在吗|在么|\?|？)[。！!？?~～呀啊吗]*$/i

/**
 * Tells what the bot can do, generated from the list of skills.
 * @param others gives the skills to tell about; asked for at each call, because help itself stands in that list
 */
export function makeHelp(others: () => readonly Skill[]): Skill {
  const skill: Skill = {
    name: 'help',
    summary: words['zh-CN'].summary,
    examples: words['zh-CN'].examples,
    commands: [{ name: 'help', summary: words['zh-CN'].command }],
    match: (message) => (isMine(skill, message) || asksForHelp.test(message.text) ? 1 : 0),
    handle: async (_message, caller) => helpOf(others(), caller.locale),
  }
  return skill
}

function helpOf(skills: readonly Skill[], locale: Locale): Reply {
  const say = words[locale]
  const told = skills.filter((it) => it.name !== 'help')
  const commands = skills.flatMap((it) => it.commands ?? [])
  const about = told.flatMap((it): Block[] => [
    paragraph(bold(it.summary)),
    ...(it.examples.length === 0 ? [] : [list(it.examples)]),
  ])
  const items = commands.map(
    (it): Text => [{ kind: 'code', text: `/${it.name}` }, ...plain(` ${it.summary}`)],
  )
  return reply(
    heading(say.title),
    say.intro,
    ...about,
    ...(items.length === 0 ? [] : [paragraph(bold(say.commands)), list(items)]),
    note(say.care),
  )
}
