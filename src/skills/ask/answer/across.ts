import { type DocumentName, documentsNamed } from './document-names.ts'
import type { Retrieved } from './retrieve.ts'

/** 「在哪两份文件里都提了」, 「还有哪份文件也要建」: asks for documents, each with its place. */
const asksDocuments = /哪(?:几|些|两|二|三)?(?:份|个)?(?:文件|规划|文)里?|还有哪份/u
const except = /(?:除了|除|之外|以外)/u

/** How far behind the best a document's best passage may be, and how many documents are told. */
const nearBest = 0.6
const most = 3

/**
 * A look into the documents taken apart by document, where the question asks in which documents something stands; what
 * 「除了…」 excludes is left out. Every other question keeps its look.
 */
export function acrossDocuments(
  question: string,
  looks: readonly Retrieved[],
  names: readonly DocumentName[],
): readonly Retrieved[] {
  const [look] = looks
  const best = look?.ranked[0]
  if (!look || !best || !asksDocuments.test(question) || /依据|根据|按照/u.test(question)) return looks
  const excluded = new Set(
    except.test(question) ? documentsNamed(question, names).map((it) => it.document) : [],
  )
  const byDocument = new Map<string, Retrieved['ranked'][number][]>()
  for (const it of looks.flatMap(({ ranked }) => ranked).sort((a, b) => b.score - a.score)) {
    const { name } = it.studied.passage.document
    if (excluded.has(name)) continue
    byDocument.set(name, [...(byDocument.get(name) ?? []), it])
  }
  return [...byDocument.values()]
    .filter((ranked) => (ranked[0]?.score ?? 0) >= best.score * nearBest)
    .slice(0, most)
    .map((ranked) => ({ ...look, ranked }))
}
