import { readFile, stat } from 'node:fs/promises'
import { messageOf } from '../../../core/errors.ts'
import type { SourceFile } from './format.ts'
import { problem } from './problem.ts'
import { fileLimit } from './read-document.ts'
import { words } from './words.ts'

/**
 * A file's bytes; one that is too large is refused before it is read into memory.
 * @throws Problem where it cannot be read
 */
export async function readSource(path: string): Promise<SourceFile> {
  let size: number
  let bytes: Uint8Array
  try {
    size = (await stat(path)).size
    bytes = size > fileLimit ? new Uint8Array() : await readFile(path)
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
    if (code === 'ENOENT') throw problem(words.missingPath, thrown)
    if (code === 'EACCES' || code === 'EPERM') throw problem(words.unreadable, thrown)
    throw problem(words.ioError(messageOf(thrown)), thrown)
  }
  if (size > fileLimit) throw problem(words.tooLarge(Math.ceil(size / 1024 / 1024), fileLimit / 1024 / 1024))
  return { name: path.replace(/^.*[\\/]/, ''), bytes }
}
