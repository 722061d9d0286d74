import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { temporaryStore } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { invented } from './invented.ts'

it('shows whoever made a change that it has changed, at once', async () => {
  const { documents, passages } = await temporaryStore()
  const before = await passages.index.revision()
  await documents.put(invented('办法', ['第一条 甲。']), 1)
  expect(await passages.index.revision()).toBeGreaterThan(before)
})

it('stays where the same document comes again', async () => {
  const { documents, passages } = await temporaryStore()
  await documents.put(invented('办法', ['第一条 甲。']), 1)
  const before = await passages.index.revision()
  await documents.put(invented('办法', ['第一条 甲。']), 2)
  expect(await passages.index.revision()).toBe(before)
})

it('shows what another process has changed, in the next turn', async () => {
  const file = join(temporaryFolder(), 'alliance.db')
  const [ours, theirs] = [await openStore(file), await openStore(file)]
  const before = await ours.passages.index.revision()
  await theirs.documents.put(invented('办法', ['第一条 甲。']), 1)
  await setImmediate()
  expect(await ours.passages.index.revision()).toBeGreaterThan(before)
  await theirs.close()
  await ours.close()
})
