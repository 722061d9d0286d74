import type { Caller } from '../../../core/caller.ts'
import type { Clock, Instant } from '../../../core/clock.ts'
import { identityOf, personKey } from '../../../core/identity.ts'
import { localTime } from '../../../core/local-time.ts'
import { conversationOf, type Message, type Overheard } from '../../../core/message.ts'
import { heading, list, note, plain, privately, type Reply, reply, type Text } from '../../../core/reply.ts'
import type { Questions } from '../../../store/questions.ts'
import type { Answer } from '../answer/answer.ts'
import type { Wording } from '../model/word-answer.ts'
import { words } from '../words.ts'
import { draftingWords } from './words.ts'

interface SummaryParts {
  readonly questions: Pick<Questions, 'recent'>
  readonly readThread?: (message: Message) => Promise<readonly Overheard[] | undefined>
  readonly wording?: Wording
  readonly clock: Clock
  readonly newId: () => string
}

/** Of its own memory: what was asked within a day. */
const remembered = { turns: 12, milliseconds: 24 * 3600_000 }
/** The last of a thread; more would cost more than it helps. */
const most = { messages: 40, characters: 6_000 }
/** As much of a message as is told without a model, in characters. */
const shown = 200

interface Said {
  readonly text: string
  readonly by: Text
  readonly at: Instant
}

const spoken =
  /^(?:请|麻烦)?(?:帮我)?(?:总结|概括|归纳|小结)(?:一下)?(?:上面|以上|刚才|刚刚|这段|今天|我们|这个)?的?(?:对话|讨论|内容|聊天|说的|问答|消息列)?(?:吧)?[。！!]?$|^(?:please )?(?:summari[sz]e|sum up)(?: (?:this|the)(?: (?:thread|conversation))?)?[.!]?$/iu

/** Whether somebody asks for a summary of what was said before. Pure. */
export const asksForSummary = (text: string) => spoken.test(text.trim())

/**
 * What was said in this thread, where the platform shows it, else what was asked and answered here: to the asker alone, with a
 * model in a few sentences, each with whose message it rests on; without one as a list. What is read is not kept.
 */
export async function* summaryOf(
  message: Message,
  caller: Caller,
  parts: SummaryParts,
): AsyncGenerator<Reply> {
  const say = draftingWords[caller.locale]
  const thread = lastOf((await parts.readThread?.(message)) ?? [])
  const said = thread.length > 0 ? thread.map(overheard) : await asked(message, caller, parts)
  if (said.length === 0) {
    yield privately(reply(say.nothingToSum))
    return
  }
  if (parts.wording) yield privately(reply(note(words[caller.locale].drafting)))
  const texts = said.map((it) => it.text)
  const asking = { id: parts.newId(), payer: personKey(identityOf(message)) }
  const summed = (await parts.wording?.summarize(texts, asking)) ?? []
  const items = summed.flatMap(({ text, message: at }) =>
    said.slice(at, at + 1).map((it) => itemOf(text, it)),
  )
  const told = items.length > 0 ? items : said.map((it) => itemOf(shortened(it.text), it))
  const title = thread.length > 0 ? say.summedThread(said.length) : say.summed(said.length / 2)
  yield privately(
    reply(heading(title), list(told), note(items.length > 0 ? say.summedByModel : say.summedAsSaid)),
  )
}

/** What people said, without who asked for a summary; and no bot, which may have told somebody what is theirs alone. */
function lastOf(thread: readonly Overheard[]): readonly Overheard[] {
  let left = most.characters
  const last = thread.filter((it) => !it.author.bot && !asksForSummary(it.text)).slice(-most.messages)
  const first = last.findLastIndex(({ text }) => {
    left -= text.length
    return left < 0
  })
  return last.slice(first + 1)
}

function overheard({ author: { id, name }, text, at }: Overheard): Said {
  return { text, by: [{ kind: 'mention', userId: id, name }], at }
}

/** The bot's own memory of this conversation: each question, and its answer. */
async function asked(message: Message, { locale }: Caller, parts: SummaryParts): Promise<readonly Said[]> {
  const say = draftingWords[locale]
  const since = parts.clock.now() - remembered.milliseconds
  const own = personKey(identityOf(message))
  const recent = await parts.questions.recent(conversationOf(message), since, remembered.turns)
  return recent.flatMap(({ question, answer, asker, at }): Said[] => [
    { text: question, by: plain(asker === own ? say.byYou : say.byOther), at },
    { text: (JSON.parse(answer) as Answer).text, by: plain(say.byBot), at },
  ])
}

const itemOf = (text: string, { by, at }: Said): Text => [
  ...plain(`${text}（`),
  ...by,
  ...plain(`，${localTime(at)}）`),
]

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  return line.length <= shown ? line : `${line.slice(0, shown)}……`
}
