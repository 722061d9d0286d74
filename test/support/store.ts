import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore, type Store } from '../../src/store/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A store of its own in a real file, closed and gone when the test has ended. */
export async function temporaryStore(): Promise<Store> {
  const folder = temporaryFolder()
  const store = await openStore(join(folder, 'alliance.db'))
  onTestFinished(() => store.close())
  return store
}
