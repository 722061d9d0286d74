import { z } from 'zod'
import { messageOf } from '../../../core/errors.ts'
import type { DocumentFacts } from './document.ts'
import { decodeText } from './encoding.ts'
import { problem } from './problem.ts'
import { manifestWords, words } from './words.ts'

const text = z.string().min(1, manifestWords.notEmpty)

const entry = z.strictObject({
  file: text,
  title: text,
  status: z.enum(['现行', '试行', '征求意见稿', '已修订', '废止', '尚未施行']),
  source: z.string().optional(),
  issuer: text.optional(),
  number: text.optional(),
  date: z
    .string()
    .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, manifestWords.date)
    .optional(),
  appliesTo: text.optional(),
  effectiveFrom: z.iso.date(manifestWords.day).optional(),
  note: z.string().optional(),
})

/** What a manifest tells of one file. */
export interface ManifestEntry extends DocumentFacts {
  /** The file's name, beside the manifest. */
  readonly file: string
  /** Where the file came from: the name or address of the original. */
  readonly source?: string
}

/** The facts of the files that stand beside a manifest, by file name. */
export type Manifest = ReadonlyMap<string, ManifestEntry>

/**
 * Reads a manifest: a JSON list of files with what is known of each, as data/policies/manifest.json.
 * @throws Problem that names everything wrong at once, each with its place
 */
export function readManifest(bytes: Uint8Array): Manifest {
  const json = parseJson(bytes)
  const list = z.array(entry).safeParse(json, { error: z.locales.zhCN().localeError })
  if (!list.success) {
    throw problem(
      words.badManifest(list.error.issues.map((issue) => lineOf(issue, json)).join('\n')),
      list.error,
    )
  }
  const manifest = new Map<string, ManifestEntry>()
  for (const one of list.data) {
    if (manifest.has(one.file)) throw problem(words.badManifest(manifestWords.listedTwice(one.file)))
    manifest.set(one.file, one)
  }
  return manifest
}

/** The facts in an entry, for readDocument. */
export function factsIn({ file: _file, source: _source, ...facts }: ManifestEntry): DocumentFacts {
  return facts
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes))
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    throw problem(words.manifestNotJson(messageOf(thrown)), thrown)
  }
}

function lineOf(issue: z.core.$ZodIssue, json: unknown): string {
  const [position, ...keys] = issue.path
  const what =
    issue.code === 'unrecognized_keys'
      ? manifestWords.unknownKeys(issue.keys)
      : keys.length === 0
        ? issue.message
        : manifestWords.key(keys.map(String).join('.'), issue.message)
  const place =
    typeof position === 'number'
      ? manifestWords.place(position + 1, fileAt(json, position))
      : manifestWords.wholeFile
  return `- ${place}：${what}`
}

function fileAt(json: unknown, position: number): string {
  const one: unknown = Array.isArray(json) ? json[position] : undefined
  return typeof one === 'object' && one !== null && 'file' in one && typeof one.file === 'string'
    ? one.file
    : ''
}
