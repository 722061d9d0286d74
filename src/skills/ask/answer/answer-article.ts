import type { Documents } from '../../../store/documents.ts'
import type { StoredPassage } from '../../../store/passages.ts'
import type { Searcher } from '../search/search.ts'
import type { Answer, Asked, Citation } from './answer.ts'
import { bannerOf } from './check.ts'
import { citationOf, plainReply } from './citation.ts'
import { type DocumentName, documentsNamed } from './document-names.ts'
import { words } from './words.ts'

interface Parts {
  readonly searcher: Pick<Searcher, 'search' | 'lookUp'>
  readonly documents: Pick<Documents, 'list'>
  /** Documents that others name and whose text is not here, by title: data/lexicon/unloaded.txt. */
  readonly unloaded: readonly DocumentName[]
}

/** Asks for the wording of a document, not only about it. */
const asksWording =
  /第.{1,5}(?:[条章款节]|部分)|附表|(?:号|通知|文件|意见)(?:规定|要求)|原文|全文|条文|正文|附件|清单|多少[条章]|几[条章]|附则|总则|哪一?条|(?:里|中|上)(?:面)?(?:怎么|咋|如何)?(?:写|规定|要求|说)|里(?:申报|验收|规定|对)|(?:里|中).{2,12}(?:规定|要求)/u

/** Names an article and nothing else, so that there is no topic by which it could be found. */
const asksOnlyForArticle =
  /^(?:请问|那|看看|查一?下)?第.{1,6}条(?:之.)?(?:的?内容)?(?:是(?:什么|啥)|怎么(?:写|规定|说)的?|(?:说|写|规定)了?(?:什么|啥))?[呢啊吗]?[?？。!！]*$/u

/** 「第三条是什么」: the article word for word, a question back where several could be meant, or that it is not here. */
export async function answerArticle(
  text: string,
  asked: Asked,
  parts: Parts,
): Promise<Omit<Answer, 'ms'> | undefined> {
  const lookup = await parts.searcher.lookUp(text, asked.asOf === undefined ? {} : { asOf: asked.asOf })
  if (lookup && lookup.passages.length > 0) {
    if (lookup.documents.length > 1 && lookup.named.length !== 1) {
      const titles = lookup.documents.slice(0, 5).map((it) => it.title)
      return plainReply('clarify', words.whichDocument(titles), 'ambiguous', cite(lookup.passages))
    }
    return quoteArticles(lookup.passages, asked)
  }
  const [missing] = documentsNamed(text, parts.unloaded)
  if (missing && (lookup !== undefined || asksWording.test(text))) {
    const near = await parts.searcher.search(missing.document, { k: 3 })
    return plainReply(
      'refusal',
      words.notLoaded(missing.document),
      'text-not-loaded',
      cite(near.map((it) => it.passage)),
    )
  }
  if (lookup && asksOnlyForArticle.test(text.trim())) {
    const titles = (await parts.documents.list()).map((it) => it.title)
    return plainReply('clarify', words.noSuchArticle(titles.slice(0, 5)), 'ambiguous', [])
  }
  return undefined
}

function quoteArticles(passages: readonly StoredPassage[], asked: Asked): Omit<Answer, 'ms'> {
  const citations = cite(passages)
  const text = citations
    .map((it) => {
      const banner = bannerOf[it.status]
      return `${banner === undefined ? '' : words.draft(banner)}《${it.title}》${it.quote}`
    })
    .join('\n')
  return {
    kind: 'answer',
    text,
    claims: citations.map((citation) => ({ text: citation.quote, citation })),
    citations,
    confidence: 1,
    ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
  }
}

function cite(passages: readonly StoredPassage[]): Citation[] {
  return passages.slice(0, 5).map((it) => citationOf(it, it.text))
}
