import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are not there. One by one: Node's own `recursive` goes round for ever where the
 * system refuses a folder with ENOENT although the one above it is there, as /proc does.
 * @throws the system's error where a folder cannot be made
 */
export function ensureFolder(folder: string): void {
  if (existsSync(folder)) return
  ensureFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (thrown) {
    // Two that begin at once both find it missing.
    if (!existsSync(folder)) throw thrown
  }
}
