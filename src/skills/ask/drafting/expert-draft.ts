import type { Caller } from '../../../core/caller.ts'
import { identityOf, personKey } from '../../../core/identity.ts'
import { ensureMay } from '../../../core/may.ts'
import type { Message, Press } from '../../../core/message.ts'
import {
  type Block,
  buttons,
  type Form,
  heading,
  note,
  privately,
  type Reply,
  reply,
  withFiles,
} from '../../../core/reply.ts'
import { problem } from '../../../core/request.ts'
import { withinTime } from '../../../core/time-limit.ts'
import { docxType } from '../../../printing/draft-docx.ts'
import type { Questions } from '../../../store/questions.ts'
import type { Answer, Answerer, Citation } from '../answer/answer.ts'
import { meaning } from '../answer/follow-up.ts'
import { drawAnswer } from '../draw.ts'
import { patience } from '../model/patience.ts'
import { toTheEnd, type Wording } from '../model/word-answer.ts'
import { replyForm } from '../queue.ts'
import { words } from '../words.ts'
import { replyPaper } from './reply-paper.ts'
import { draftingWords } from './words.ts'

interface DraftParts {
  readonly questions: Pick<Questions, 'find'>
  readonly answerer: Answerer
  readonly wording?: Wording
  readonly newId: () => string
}

/** What a form begins with: words and sources, each of which its expert may change. */
interface Begun {
  readonly text: string
  readonly cites: string
}

/** A form that is filled with a draft; a declared one is empty. */
export const draftedFormName = 'ask.reply-drafted'

/** Drafts that wait for their expert; an older one is made again where it is asked for. */
const mostKept = 100
/** Characters of the question in the name of the file. */
const named = 20
/** Characters of a quote by which a passage is found again. */
const quoted = 40

/**
 * Drafts of replies to waiting questions: the clause, from the documents, behind the check of every answer, for the expert
 * to change and send. Kept in memory: a draft that a restart loses is pressed for again.
 */
export class ExpertDrafts {
  private readonly begun = new Map<string, Begun>()
  private readonly parts: DraftParts

  constructor(parts: DraftParts) {
    this.parts = parts
  }

  /** @throws Problem where the question is gone, or the caller may not reply */
  async *draft(message: Message, press: Press, caller: Caller): AsyncGenerator<Reply> {
    ensureMay(caller, 'queue.reply')
    const { questions, answerer, wording, newId } = this.parts
    const say = words[caller.locale]
    const told = draftingWords[caller.locale]
    const asked = await questions.find(press.value)
    if (!asked) throw problem(say.problems.unknownQuestion)
    const question = meaning(asked.question, asked.context)
    yield privately(reply(note(say.drafting)))
    const base = await answerer.answer({ question })
    const asking = { id: newId(), payer: personKey(identityOf(message)) }
    const answer = wording?.takes(base)
      ? await withinTime(patience.question, undefined, (signal) =>
          toTheEnd(wording.improve({ question }, base, { ...asking, signal })),
        )
      : base
    this.keep(asked.id, begunOf(answer))
    const open = {
      label: told.replyDrafted,
      action: draftedFormName,
      value: asked.id,
      opens: draftedFormName,
    }
    yield privately(
      withFiles(
        reply(
          heading(told.draftOf(question)),
          note(told.draftFor(answer.kind === 'answer')),
          ...withoutButtons(drawAnswer(answer, caller.locale)),
          note(told.attached),
          buttons({ ...open, style: 'primary' }),
        ),
        {
          name: told.fileName(question.replace(/[^\p{L}\p{N}]/gu, '').slice(0, named)),
          type: docxType,
          bytes: await replyPaper(question, answer),
        },
      ),
    )
  }

  form(askedId: string): Form {
    const form = replyForm('zh-CN')
    const begun = this.begun.get(askedId)
    const fields = form.fields.map((it) => {
      const initial = begun?.[it.name as keyof Begun]
      return initial ? { ...it, initial } : it
    })
    return { ...form, name: draftedFormName, fields }
  }

  private keep(id: string, begun: Begun): void {
    this.begun.delete(id)
    this.begun.set(id, begun)
    const [oldest] = this.begun.keys()
    if (this.begun.size > mostKept && oldest !== undefined) this.begun.delete(oldest)
  }
}

/** Where the documents answer nothing, the expert writes; only the nearest source stands there to be looked at. */
function begunOf(answer: Answer): Begun {
  const carried = answer.claims.flatMap(({ citation }) => (citation ? [citation] : []))
  const cites = [...new Set(carried.map(citeOf))]
  return answer.kind === 'answer'
    ? { text: answer.text.replace(/[①-⑳]/gu, ''), cites: cites.join('\n') }
    : { text: '', cites: '' }
}

/** As an expert would name it, so that it is found again. */
function citeOf({ title, document, article, quote }: Citation): string {
  if (article !== undefined) return `${title} ${article}`
  const words = quote.replace(/\s+/gu, '').split(/[「」]/u)[0] ?? ''
  return `${document} 「${words.slice(0, quoted)}」`
}

function withoutButtons({ blocks }: Reply): readonly Block[] {
  return blocks.filter((it) => it.kind !== 'buttons')
}
