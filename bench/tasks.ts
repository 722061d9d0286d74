import { basename } from 'node:path'
import { foldArticle } from '../src/core/numerals.ts'
import { factsIn, readManifest } from '../src/skills/ask/documents/manifest.ts'
import { readDocument } from '../src/skills/ask/documents/read-document.ts'
import { readSource } from '../src/skills/ask/documents/read-file.ts'
import { walk } from '../src/skills/ask/documents/walk.ts'
import type { ConfirmedQuestion } from '../src/skills/ask/search/learn.ts'
import type { Corpus, Found } from './engine.ts'
import { linesOf } from './ours.ts'

/** A question with the test whether a passage is evidence for its answer. */
export interface Question {
  readonly text: string
  /** Each is met by any passage for which it says true. */
  readonly evidence: readonly ((found: Found) => boolean)[]
  /** As it would be confirmed. */
  readonly confirmed?: ConfirmedQuestion
}

export function corpusOf(paths: readonly string[], manifestPath?: string): Corpus {
  return {
    paths,
    ...(manifestPath === undefined ? {} : { manifest: manifestPath }),
    async passages() {
      const manifest = manifestPath && readManifest((await readSource(manifestPath)).bytes)
      const all: Found[] = []
      for await (const { path } of walk(paths)) {
        if (path === manifestPath) continue
        const source = await readSource(path)
        const entry = manifest ? manifest.get(source.name) : undefined
        const { facts, passages } = await readDocument(source, entry && factsIn(entry))
        for (const it of passages) {
          if (it.kind === 'contents') continue
          const articleKey = it.article === undefined ? undefined : foldArticle(it.article)
          all.push({
            document: basename(path),
            title: facts.title,
            path: it.path.join(' '),
            text: it.text,
            ...(articleKey === undefined ? {} : { articleKey }),
          })
        }
      }
      return all
    },
  }
}

interface EvalLine {
  readonly question: string
  readonly doc: readonly string[]
  readonly evidence: string
  readonly evidence_alt?: readonly { readonly doc: string; readonly evidence: string }[]
  readonly history?: readonly unknown[]
}

/** Questions in the form of test/eval; those that cannot be answered, and follow-ups, have nothing to find. */
export function evalQuestions(files: readonly string[]): Question[] {
  const lines = files.flatMap((it) => linesOf(it) as EvalLine[])
  return lines
    .filter((it) => it.evidence !== '' && (it.history ?? []).length === 0)
    .map((it) => {
      const places = [
        ...it.doc.map((doc) => ({ doc, evidence: it.evidence })),
        ...(it.evidence_alt ?? []),
      ].map(({ doc, evidence }) => ({ doc, evidence: bare(evidence) }))
      return {
        text: it.question,
        evidence: [
          (found: Found) => {
            const text = bare(found.text)
            return places.some(
              ({ doc, evidence }) =>
                doc === found.document &&
                (text.includes(evidence) || (text.length >= 10 && evidence.includes(text))),
            )
          },
        ],
      }
    })
}

interface LawLine {
  readonly text: string
  readonly gold: readonly string[]
}

/** Laypersons' questions with the articles that lawyers judged relevant, each `title 第N条`. */
export function lawQuestions(file: string): Question[] {
  return (linesOf(file) as LawLine[]).map(({ text, gold }) => ({
    text,
    confirmed: { question: text, cites: gold },
    evidence: gold.map((it) => {
      const at = it.lastIndexOf(' ')
      const title = it.slice(0, at)
      const key = foldArticle(it.slice(at + 1))
      return (found: Found) => found.title === title && found.articleKey === key
    }),
  }))
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}
