import { toChineseNumber } from '../../../core/numerals.ts'
import { type DraftLine, draftDocx } from '../../../printing/draft-docx.ts'
import type { Answer, Citation } from '../answer/answer.ts'
import { replyPaperWords as say } from './words.ts'

/**
 * The draft of a reply as a letter to go on writing in: what was asked, what the documents say, each source with its words.
 * What nobody knows yet is marked as a gap. Pure.
 */
export function replyLines(question: string, answer: Answer): readonly DraftLine[] {
  const found = answer.kind === 'answer'
  const sources = found
    ? answer.claims.flatMap(({ citation }) => (citation ? [citation] : []))
    : answer.citations
  const once = [...new Map(sources.map((it) => [`${it.passageId} ${it.quote}`, it])).values()]
  const heading = (at: number, text: string): DraftLine => ({
    as: 'heading',
    text: `${toChineseNumber(at)}、${text}`,
  })
  const text = (it: string): DraftLine => ({ as: 'text', text: it })
  return [
    heading(1, say.asked),
    text(question),
    heading(2, say.reply),
    ...(found
      ? answer.text.split('\n').map((it) => text(it.replace(/[①-⑳]/gu, '')))
      : [text(say.gap(say.reply))]),
    heading(3, found ? say.ground : say.nearest),
    ...once.flatMap((it) => [text(sourceOf(it)), text(`「${it.quote.trim()}」`)]),
    { as: 'signed', text: say.gap(say.signed) },
    { as: 'signed', text: say.gap(say.day) },
  ]
}

/** The same as a file. @returns the bytes of a DOCX file */
export function replyPaper(question: string, answer: Answer): Promise<Uint8Array> {
  return draftDocx({
    title: say.title,
    mark: say.draft,
    shortMark: say.shortMark,
    gap: say.gap(''),
    lines: replyLines(question, answer),
  })
}

function sourceOf({ title, number, date, status, path, article }: Citation): string {
  const facts = [number, date, status].filter((it) => it !== undefined && it !== '')
  const place = [...path, ...(article === undefined ? [] : [article])].join(' > ')
  return `《${title}》（${facts.join('，')}）${place}`
}
