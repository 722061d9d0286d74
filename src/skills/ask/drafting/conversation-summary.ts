import type { Caller } from '../../../core/caller.ts'
import type { Clock } from '../../../core/clock.ts'
import { identityOf, personKey } from '../../../core/identity.ts'
import { localTime } from '../../../core/local-time.ts'
import { conversationOf, type Message } from '../../../core/message.ts'
import { heading, list, note, plain, privately, type Reply, reply, type Text } from '../../../core/reply.ts'
import type { AskedQuestion, Questions } from '../../../store/questions.ts'
import type { Answer } from '../answer/answer.ts'
import type { Wording } from '../model/word-answer.ts'
import { words } from '../words.ts'

interface SummaryParts {
  readonly questions: Pick<Questions, 'recent'>
  readonly wording?: Wording
  readonly clock: Clock
  readonly newId: () => string
}

/** What the bot heard in one conversation within a day. */
const remembered = { turns: 12, milliseconds: 24 * 3600_000 }
/** As much of an answer as is told without a model, in characters. */
const shownOfAnswer = 200

interface Said {
  readonly text: string
  readonly asked: AskedQuestion
  readonly by: 'person' | 'bot'
}

const spoken =
  /^(?:请|麻烦)?(?:帮我)?(?:总结|概括|归纳|小结)(?:一下)?(?:上面|以上|刚才|刚刚|这段|今天|我们)?的?(?:对话|讨论|内容|聊天|说的|问答)?(?:吧)?[。！!]?$|^(?:please )?(?:summari[sz]e|sum up)(?: (?:this|the)(?: (?:thread|conversation))?)?[.!]?$/iu

/** Whether somebody asks for a summary of what was said before. Pure. */
export const asksForSummary = (text: string) => spoken.test(text.trim())

/**
 * What was asked and answered here since yesterday, to the asker alone: with a model in a few sentences, each with whose
 * message it rests on; without one as a list. Of other people's talk the bot keeps nothing, so nothing of it is here.
 */
export async function* summaryOf(
  message: Message,
  caller: Caller,
  parts: SummaryParts,
): AsyncGenerator<Reply> {
  const say = words[caller.locale]
  const since = parts.clock.now() - remembered.milliseconds
  const recent = await parts.questions.recent(conversationOf(message), since, remembered.turns)
  if (recent.length === 0) {
    yield privately(reply(say.nothingToSum))
    return
  }
  const said = recent.flatMap((asked): Said[] => [
    { text: asked.question, asked, by: 'person' },
    { text: (JSON.parse(asked.answer) as Answer).text, asked, by: 'bot' },
  ])
  if (parts.wording) yield privately(reply(note(say.drafting)))
  const payer = personKey(identityOf(message))
  const summed = await parts.wording?.summarize(
    said.map((it) => it.text),
    { id: parts.newId(), payer },
  )
  const items = summed?.length
    ? summed.flatMap(({ text, message: at }) => {
        const it = said[at]
        return it ? [itemOf(text, it)] : []
      })
    : said.map((it) => itemOf(shortened(it.text), it))
  yield privately(
    reply(
      heading(say.summed(recent.length)),
      list(items),
      note(summed?.length ? say.summedByModel : say.summedAsSaid),
    ),
  )

  function itemOf(text: string, { asked, by }: Said): Text {
    const who = by === 'bot' ? say.byBot : asked.asker === payer ? say.byYou : say.byOther
    return plain(`${text}（${who}，${localTime(asked.at)}）`)
  }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  return line.length <= shownOfAnswer ? line : `${line.slice(0, shownOfAnswer)}……`
}
