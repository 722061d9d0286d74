import { BM25Retriever } from '@langchain/community/retrievers/bm25'
import { Document } from '@langchain/core/documents'
import { type AnyOrama, create, insertMultiple, search, type Tokenizer } from '@orama/orama'
import MiniSearch from 'minisearch'
import type { Corpus, Cut, Engine, Found } from './engine.ts'

/** MiniSearch (BM25+, in memory), over title, path and text. @param cut its own tokenizer where left out */
export function miniSearch(cut?: Cut): Engine {
  let passages: readonly Found[] = []
  const engine = new MiniSearch<Found & { id: number }>({
    fields: ['title', 'path', 'text'],
    ...(cut === undefined ? {} : { tokenize: (text: string) => [...cut(text)] }),
  })
  return {
    async index(corpus) {
      passages = await corpus.passages()
      engine.addAll(passages.map((it, id) => ({ ...it, id })))
    },
    async search(question, k) {
      const hits = engine.search(question).slice(0, k)
      return hits.flatMap(({ id }) => passages[Number(id)] ?? [])
    },
  }
}

/** Orama (BM25, in memory), over title, path and text. @param cut its own tokenizer where left out */
export function orama(cut?: Cut): Engine {
  let passages: readonly Found[] = []
  let engine: AnyOrama
  return {
    async index(corpus) {
      passages = await corpus.passages()
      const tokenizer: Tokenizer | undefined = cut && {
        language: 'chinese',
        normalizationCache: new Map(),
        tokenize: (text) => [...cut(text)],
      }
      engine = create({
        schema: { id: 'string', title: 'string', path: 'string', text: 'string' },
        ...(tokenizer === undefined ? {} : { components: { tokenizer } }),
      })
      const rows = passages.map(({ title, path, text }, id) => ({ id: String(id), title, path, text }))
      await insertMultiple(engine, rows, 1000)
    },
    async search(question, k) {
      const { hits } = await search(engine, { term: question, limit: k })
      return hits.flatMap((it) => passages[Number(it.id)] ?? [])
    },
  }
}

/** LangChain's BM25Retriever. It splits at white space; with `cut` it is given words with spaces between them. */
export function langChain(cut?: Cut): Engine {
  let passages: readonly Found[] = []
  let documents: Document[] = []
  const spaced = (text: string) => (cut === undefined ? text : cut(text).join(' '))
  return {
    async index(corpus: Corpus) {
      passages = await corpus.passages()
      documents = passages.map(
        ({ title, path, text }, id) =>
          new Document({ pageContent: spaced(`${title}\n${path}\n${text}`), metadata: { id } }),
      )
    },
    async search(question, k) {
      const hits = await BM25Retriever.fromDocuments(documents, { k }).invoke(spaced(question))
      return hits.flatMap((it) => passages[Number(it.metadata.id)] ?? [])
    },
  }
}
