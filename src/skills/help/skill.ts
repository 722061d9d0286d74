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
  /^[/／]?(help|帮助|帮忙|菜单|功能|使用说明|怎么用|怎么问|你是谁|你会(做)?什么|你能(做|干)(什么|啥|嘛)|\?|？)[。！!？?~～呀啊吗]*$/i
/** The list of commands is long, and nobody needs one to ask. */
const asksForCommands =
  /^(?:全部|所有|有哪些|看看?)?(?:命令|指令|commands?)(?:一览|列表|有哪些)?[。！!？?]*$/i
const greets =
  /^(hi|hello|hey|你好|您好|大家好|早|早上好|上午好|下午好|晚上好|在吗|在么|在不在|有人吗)[。！!？?~～呀啊吗]*$/i
const thanks =
  /^(谢谢|谢了|多谢|感谢|非常感谢|辛苦了?|thanks?|thank you)(你|您|啦|了|哈|大家)?[。！!~～呀啊]*$/i
/** Said to a reminder or an offer, too, by people who take it for an answer: nothing was pressed, and nothing is done. */
const noted = /^(收到|好的?|好嘞|知道了|明白了?|了解了|ok|okay)(你|您|啦|了|哈|大家)?[。！!~～呀啊]*$/i

/** Of each skill, help gives so many examples: it is read on a phone. */
const examplesHelped = 2
/** A greeting is answered by so many examples, each of another skill. */
const examplesGreeted = 5

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
    match: (message) =>
      isMine(skill, message) ||
      [asksForHelp, asksForCommands, greets, thanks, noted].some((it) => it.test(message.text.trim()))
        ? 1
        : 0,
    async handle(message, caller) {
      const text = message.command ? '' : message.text.trim()
      if (thanks.test(text)) return reply(words[caller.locale].welcome)
      if (noted.test(text)) return reply(words[caller.locale].noted)
      if (asksForCommands.test(text)) return commandsOf(others(), caller.locale)
      return greets.test(text) ? greetingOf(others(), caller.locale) : helpOf(others(), caller.locale)
    },
  }
  return skill
}

/** Nobody who says 你好 on a phone wants to scroll through everything. */
function greetingOf(skills: readonly Skill[], locale: Locale): Reply {
  const say = words[locale]
  const examples = skills.flatMap((it) => it.examples.slice(0, 1)).slice(0, examplesGreeted)
  return reply(say.greeting, ...(examples.length === 0 ? [] : [list(examples)]), note(say.more))
}

function helpOf(skills: readonly Skill[], locale: Locale): Reply {
  const say = words[locale]
  const told = skills.filter((it) => it.name !== 'help')
  const about = told.flatMap((it): Block[] => [
    paragraph(bold(it.summary)),
    ...(it.examples.length === 0 ? [] : [list(it.examples.slice(0, examplesHelped))]),
  ])
  return reply(heading(say.title), say.intro, ...about, note(say.care), note(say.commandsToo))
}

function commandsOf(skills: readonly Skill[], locale: Locale): Reply {
  const say = words[locale]
  const items = skills
    .flatMap((it) => it.commands ?? [])
    .map((it): Text => [{ kind: 'code', text: `/${it.name}` }, ...plain(` ${it.summary}`)])
  return reply(heading(say.commands), list(items))
}
