import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore, type Store } from '../../../src/store/index.ts'

export const dataFolder = fileURLToPath(new URL('../../../data', import.meta.url))
export const registerFolder = join(dataFolder, 'register')

/** A store in a folder of its own, gone after `close`. */
export async function freshStore(): Promise<{ store: Store; file: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'zones-'))
  const file = join(folder, 'alliance.db')
  const store = await openStore(file)
  return {
    store,
    file,
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The documents' texts by file name, without white space: quotes are verbatim apart from it. */
export function documentTexts(): Map<string, string> {
  const folder = join(dataFolder, 'policies')
  const names = readdirSync(folder).filter((it) => it.endsWith('.txt'))
  return new Map(names.map((name) => [name, unspaced(readFileSync(join(folder, name), 'utf8'))]))
}

export function unspaced(text: string): string {
  return text.replace(/\s/g, '')
}
