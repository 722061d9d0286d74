import { z } from 'zod'
import type { Asker, Lookup } from '../../core/lookup.ts'
import { note, type Reply } from '../../core/reply.ts'
import type { Answerer } from './answer/answer.ts'
import { drawAnswer } from './draw.ts'
import { speaksToModel } from './model/form.ts'
import { words } from './words.ts'

const reworded = z.strictObject({ question: z.string().trim().min(4).max(60) })
const article = z.strictObject({
  document: z.string().trim().min(2).max(40),
  article: z.coerce.number().int().min(1).max(999),
})

/** Policy looked up anew: in the documents' own terms, or an article by its number. Both end in the answer that anybody gets. */
export function policyLookups({ answerer }: { readonly answerer: Answerer }): readonly Lookup[] {
  return [
    {
      name: 'passages',
      finds: '政策文件里的规定。把问题换成文件里的说法再查一次',
      takes: { question: '换成文件用语的一句问题，数字和年份照抄，例如「验收需要提交哪些材料」' },
      async find(given, asker) {
        const question = reworded.safeParse(given).data?.question
        if (question === undefined || !isRewordingOf(question, asker)) return undefined
        return answered(question, asker)
      },
    },
    {
      name: 'article',
      finds: '一份文件的某一条原文',
      takes: { document: '文件名称，用问题里的词', article: '第几条，整数' },
      async find(given, asker) {
        const read = article.safeParse(given).data
        if (!read || !asker.said.normalize('NFKC').includes(read.document)) return undefined
        return answered(`《${read.document}》第${read.article}条`, asker)
      },
    },
  ]

  async function answered(question: string, { caller: { locale } }: Asker): Promise<Reply | undefined> {
    const answer = await answerer.answer({ question })
    if (answer.kind !== 'answer') return undefined
    return { blocks: [note(words[locale].lookedUpAs(question)), ...drawAnswer(answer, locale).blocks] }
  }
}

/** One question of Chinese words, with no other figures than the asker's; how it was put is shown above its answer. */
function isRewordingOf(question: string, { said }: Asker): boolean {
  const figures = figuresOf(said)
  return (
    /^[\p{Script=Han}\d、，《》“”（）？?]+$/u.test(question) &&
    !speaksToModel(question) &&
    figuresOf(question).every((it) => figures.includes(it))
  )
}

const figuresOf = (text: string): readonly string[] => text.normalize('NFKC').match(/\d+/gu) ?? []
