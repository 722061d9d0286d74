import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore, type Store } from '../../src/store/index.ts'
import { madeOnce } from './made-once.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A store of its own in a real file, closed and gone when the test has ended. */
export async function temporaryStore(): Promise<Store> {
  const file = join(temporaryFolder(), 'alliance.db')
  await putNewStore(file)
  const store = await openStore(file)
  onTestFinished(() => store.close())
  return store
}

/** Puts there what opening a new store makes; its two dozen migrations take longer than most tests. */
async function putNewStore(file: string): Promise<void> {
  copyFileSync(await madeOnce('new.db', async (path) => (await openStore(path)).close()), file)
}
