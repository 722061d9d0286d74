import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf, Problem } from '../../../core/errors.ts'
import { problem } from './problem.ts'
import { words } from './words.ts'

/** A file to read, or a path that could not be looked into. */
export type Found =
  | { readonly path: string; readonly problem?: undefined }
  | { readonly path: string; readonly problem: Problem }

/**
 * The files at and below these paths, at any depth, each folder in the order of its names. Hidden files and folders
 * (and the lock files ~$ of Office) are skipped unless named themselves; links are followed, each folder once on a way
 * down; what cannot be read is told and does not stop the rest.
 */
export async function* walk(paths: readonly string[]): AsyncIterable<Found> {
  for (const path of paths) yield* visit(path, [])
}

/** @param above the real paths of the folders on the way here: meeting one again is a loop */
async function* visit(path: string, above: readonly string[]): AsyncIterable<Found> {
  try {
    const about = await stat(path)
    if (about.isFile()) {
      yield { path }
      return
    }
    if (!about.isDirectory()) {
      yield { path, problem: problem(words.notAFile) }
      return
    }
    const real = await realpath(path)
    if (above.includes(real)) {
      yield { path, problem: problem(words.loop) }
      return
    }
    const names = (await readdir(path)).filter((name) => !name.startsWith('.') && !name.startsWith('~$'))
    for (const name of names.toSorted()) yield* visit(join(path, name), [...above, real])
  } catch (thrown) {
    yield { path, problem: thrown instanceof Problem ? thrown : await explain(path, thrown) }
  }
}

async function explain(path: string, thrown: unknown): Promise<Problem> {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  if (code === 'ELOOP') return problem(words.loop, thrown)
  if (code === 'EACCES' || code === 'EPERM') return problem(words.unreadable, thrown)
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const dangling = await lstat(path).then(
      (it) => it.isSymbolicLink(),
      () => false,
    )
    return problem(dangling ? words.danglingLink : words.missingPath, thrown)
  }
  return problem(words.ioError(messageOf(thrown)), thrown)
}
