import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { message } from '../support/messages.ts'
import { temporaryStore } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a message is seen for the first time once, also after a restart', async () => {
  const file = join(temporaryFolder(), 'alliance.db')
  const asked = message('验收材料什么时候交')
  const before = await openStore(file)
  expect(await before.inbox.claim(asked)).toBe(true)
  expect(await before.inbox.claim(asked)).toBe(false)
  await before.close()
  const after = await openStore(file)
  expect(await after.inbox.claim(asked)).toBe(false)
  expect(await after.inbox.owed('console')).toEqual([asked])
  await after.inbox.settle(asked)
  expect(await after.inbox.owed('console')).toEqual([])
  expect(await after.inbox.claim(asked)).toBe(false)
  await after.close()
})

test('two connections to one file never both see a message first', async () => {
  const file = join(temporaryFolder(), 'alliance.db')
  const [one, two] = [await openStore(file), await openStore(file)]
  const all = Array.from({ length: 50 }, (_, at) => message(`第${at}句`))
  const claims = await Promise.all(all.flatMap((it) => [one.inbox.claim(it), two.inbox.claim(it)]))
  expect(claims.filter((first) => first)).toHaveLength(50)
  await one.close()
  await two.close()
})

test('the same id in another workspace is another message', async () => {
  const { inbox } = await temporaryStore()
  const here = message('你好', { id: '1' })
  expect(await inbox.claim(here)).toBe(true)
  expect(await inbox.claim({ ...here, from: { ...here.from, space: 'elsewhere' } })).toBe(true)
})

test('what is owed comes oldest first, for one platform; what is old is forgotten', async () => {
  const { inbox } = await temporaryStore()
  const late = message('晚', { at: 2000 })
  const early = message('早', { at: 1000 })
  const other = message('别处', { at: 1500, from: { platform: 'slack', space: 'T', channel: 'C' } })
  for (const it of [late, early, other]) await inbox.claim(it)
  expect((await inbox.owed('console')).map((it) => it.text)).toEqual(['早', '晚'])
  await inbox.forget(1800)
  expect((await inbox.owed('console')).map((it) => it.text)).toEqual(['晚'])
  expect(await inbox.owed('slack')).toEqual([])
})
