import { existsSync, mkdtempSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/**
 * A file that is dear to make and that many tests begin with: made by the first of a run who needs it, copied by all.
 * @param make makes it at the path that it is given
 * @returns where it lies; nobody changes it
 */
export async function madeOnce(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const folder = inject('runFolder')
  const path = join(folder, name)
  if (existsSync(path)) return path
  // Made aside and moved into place: of two that make it at once both are right, and nobody reads half of it.
  const part = join(mkdtempSync(join(folder, 'making-')), name)
  await make(part)
  renameSync(part, path)
  return path
}
