import type { Documents } from '../../../store/documents.ts'
import type { Passages } from '../../../store/passages.ts'
import type { Searcher } from '../search/search.ts'
import type { Answer, Answerer, Asked } from './answer.ts'
import { answerArticle } from './answer-article.ts'
import { answerDocument } from './answer-document.ts'
import { makeReader, type ReadingParts } from './answer-from-documents.ts'
import { answerFromRegister, type Register } from './answer-from-register.ts'
import { answerOutline } from './answer-outline.ts'
import { plainReply } from './citation.ts'
import type { DocumentName } from './document-names.ts'
import { meansOwnProvince } from './own-province.ts'
import { understand, withFullYears } from './question.ts'
import { searchOnce } from './search-once.ts'
import { tidy } from './tidy.ts'
import { words } from './words.ts'

export interface AnswererParts extends ReadingParts {
  readonly searcher: Pick<Searcher, 'search' | 'lookUp'>
  readonly passages: Pick<Passages, 'get' | 'ofDocument' | 'index'>
  readonly documents: Pick<Documents, 'find' | 'list'>
  readonly register: Register
  /** Repairs homophone typos toward words of the corpus: 实验曲 -> 实验区. */
  readonly repair: (text: string) => Promise<string>
  readonly unloaded: readonly DocumentName[]
}

/**
 * The embedded answerer: no model, no network. Exact look-ups first (articles), then the register for what only rows
 * can count, then search and reading; everything passes the check before it is given away.
 */
export function makeAnswerer(parts: AnswererParts): Answerer {
  const read = makeReader(parts)

  async function answer(asked: Asked): Promise<Omit<Answer, 'ms'>> {
    const typed = tidy(asked.question)
    if (!/[\p{L}\p{N}]/u.test(typed)) return plainReply('clarify', words.empty, 'ambiguous')
    const text = withFullYears(await parts.repair(typed))
    if (meansOwnProvince(text)) return plainReply('clarify', words.whichProvince, 'ambiguous')
    const question = understand(text)
    const article = await answerArticle(text, asked, parts)
    if (article) return article
    const ofItself = await answerDocument(text, asked, parts)
    if (ofItself) return ofItself
    const counted = await answerFromRegister(typed, asked, parts)
    if (counted) return counted
    const searcher = searchOnce(parts.searcher)
    return (await answerOutline(question, asked, { ...parts, searcher })) ?? read(question, asked, searcher)
  }

  return {
    async answer(asked) {
      const begun = performance.now()
      const result = await answer(asked)
      return { ...result, ms: Math.round((performance.now() - begun) * 10) / 10 }
    },
  }
}
