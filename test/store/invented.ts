import { createHash } from 'node:crypto'
import { prepareDocument } from '../../src/skills/ask/search/prepare.ts'
import { makeWords } from '../../src/skills/ask/search/words.ts'
import type { NewDocument, StoredFacts } from '../../src/store/documents.ts'

export const words = makeWords({ lexicon: '实验区\n验收' })

/** An invented text (虚构) of articles, as a reader would give it. */
export function invented(
  title: string,
  articles: readonly string[],
  { name = `${title}.md`, origin = `/files/${name}`, beside, ...facts }: Partial<StoredFacts> & Place = {},
): NewDocument {
  const printed = articles.join('\n')
  const bytes = Buffer.from(`${title}\n${printed}`)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return prepareDocument(
    {
      facts: { title, status: '现行', ...facts },
      printed,
      headings: [],
      dropped: [],
      warnings: [],
      passages: articles.map((text) => {
        const article = /^第\S+?条(?:之[一二三])?/.exec(text)?.[0]
        const start = printed.indexOf(text)
        return {
          kind: article === undefined ? ('text' as const) : ('article' as const),
          ...(article === undefined ? {} : { article }),
          path: ['第一章 总则（虚构）'],
          text,
          start,
          end: start + text.length,
        }
      }),
    },
    { name, origin, hash, bytes, ...(beside === undefined ? {} : { beside }) },
    words,
  )
}

interface Place {
  readonly name?: string
  readonly origin?: string
  readonly beside?: ReadonlySet<string>
}
