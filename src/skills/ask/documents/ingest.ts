import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { Clock } from '../../../core/clock.ts'
import { messageOf, Problem } from '../../../core/errors.ts'
import type { Documents, Put, StoredDocument } from '../../../store/documents.ts'
import { prepareDocument } from '../search/prepare.ts'
import type { Words } from '../search/words.ts'
import { factsIn, type Manifest, readManifest } from './manifest.ts'
import { readDocument } from './read-document.ts'
import { readSource } from './read-file.ts'
import { walk } from './walk.ts'

export interface IngestOptions {
  /** Path of a manifest with the facts of the files, by file name. */
  readonly manifest?: string
  /** Called before each file, and once at the end. */
  readonly onProgress?: (done: number, total: number, path: string) => void
}

export interface IngestFailure {
  readonly path: string
  /** What happened and what to do, for people. */
  readonly reason: string
}

export interface Ingested {
  /** Documents taken in: new ones and new versions. */
  readonly documents: number
  readonly added: number
  readonly newVersions: number
  /** The same bytes as before; also where only the manifest's facts changed. */
  readonly unchanged: number
  readonly articles: number
  readonly passages: number
  readonly warnings: readonly { readonly path: string; readonly text: string }[]
  readonly failed: readonly IngestFailure[]
}

/**
 * Takes in files and folders, each file in its own transaction; one bad file never stops the others.
 * @throws Problem where the manifest is wrong: nothing was taken in
 */
export type Ingest = (paths: readonly string[], options?: IngestOptions) => Promise<Ingested>

export function makeIngest(parts: {
  readonly documents: Pick<Documents, 'ofHash' | 'put' | 'settle'>
  readonly words: Words
  readonly clock: Clock
  /** Told of each document that was added or replaced an earlier version, when it is kept. */
  readonly kept?: (document: StoredDocument) => Promise<unknown>
}): Ingest {
  const { documents, words, clock } = parts

  /** @param origins the files of this run: files beside one another are never versions of one another */
  async function takeIn(path: string, manifest: Manifest, origins: ReadonlySet<string>) {
    const source = await readSource(path)
    const hash = createHash('sha256').update(source.bytes).digest('hex')
    const entry = manifest.get(source.name)
    const kept = await documents.ofHash(hash)
    // Reading is what takes time: the same bytes are read again only where a manifest may tell something new of them.
    if (kept && !entry) return { put: { kind: 'unchanged', document: kept } satisfies Put }
    const draft = await readDocument(source, entry && factsIn(entry))
    const origin = resolve(path)
    const document = prepareDocument(draft, { ...source, origin, hash, beside: origins }, words)
    return { put: await documents.put(document, clock.now()), draft }
  }

  return async (paths, { manifest: manifestPath, onProgress } = {}) => {
    const manifest =
      manifestPath === undefined ? new Map() : readManifest((await readSource(manifestPath)).bytes)
    const files: string[] = []
    const warnings: { path: string; text: string }[] = []
    const failed: IngestFailure[] = []
    for await (const found of walk(paths)) {
      if (found.problem) failed.push({ path: found.path, reason: reasonOf(found.problem) })
      else if (manifestPath === undefined || resolve(found.path) !== resolve(manifestPath))
        files.push(found.path)
    }
    const origins = new Set(files.map((it) => resolve(it)))
    const count = { documents: 0, added: 0, newVersions: 0, unchanged: 0, articles: 0, passages: 0 }
    for (const [done, path] of files.entries()) {
      onProgress?.(done, files.length, path)
      try {
        const { put, draft } = await takeIn(path, manifest, origins)
        warnings.push(...(draft?.warnings ?? []).map((text) => ({ path, text })))
        if (put.kind === 'added' || put.kind === 'new-version') {
          await parts.kept?.(put.document)
          count.documents++
          count[put.kind === 'added' ? 'added' : 'newVersions']++
          count.passages += draft?.passages.length ?? 0
          count.articles += draft?.passages.filter((it) => it.kind === 'article').length ?? 0
        } else count.unchanged++
      } catch (thrown) {
        failed.push({ path, reason: reasonOf(thrown) })
      }
    }
    if (count.documents > 0) await documents.settle()
    onProgress?.(files.length, files.length, '')
    return { ...count, warnings, failed }
  }
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Problem
    ? `${thrown.message.replace(/。$/, '')}。${thrown.remedy}`
    : messageOf(thrown)
}
