import { readFileSync } from 'node:fs'
import type { DocumentDraft, PassageDraft } from '../../../../src/skills/ask/documents/document.ts'
import { factsIn, readManifest } from '../../../../src/skills/ask/documents/manifest.ts'
import { readDocument } from '../../../../src/skills/ask/documents/read-document.ts'

const folder = new URL('../../../../data/policies/', import.meta.url)

/** The five policy documents of a new installation, by the names that the tests call them. */
export const names = {
  workPoints: '2014-work-points.txt',
  report: '2014-annual-report.txt',
  outline: '12th-five-year-zone-outline-draft.txt',
  counties: '12th-five-year-county-science-plan.txt',
  xinjiang: 'xinjiang-2015-science-work.txt',
} as const

export function bytesOf(file: string): Uint8Array {
  return readFileSync(new URL(file, folder))
}

/** One of the five, read with the facts of the manifest or without them. */
export async function policy(name: keyof typeof names, withManifest = true): Promise<DocumentDraft> {
  const file = names[name]
  const entry = readManifest(bytesOf('manifest.json')).get(file)
  const facts = withManifest && entry !== undefined ? factsIn(entry) : {}
  return readDocument({ name: file, bytes: bytesOf(file) }, facts)
}

/** The one passage that holds these words. */
export function passageWith(draft: DocumentDraft, words: string, kind?: PassageDraft['kind']): PassageDraft {
  const found = draft.passages.filter(
    (passage) =>
      passage.text.includes(words) &&
      (kind === undefined ? passage.kind !== 'contents' : passage.kind === kind),
  )
  const [only] = found
  if (only === undefined || found.length > 1) throw new Error(`${found.length} passages hold 「${words}」`)
  return only
}
