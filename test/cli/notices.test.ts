import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { alliance, linesOf } from '../support/command-line.ts'
import { monday } from '../support/people.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function withParked(): Promise<string> {
  const cwd = temporaryFolder()
  const { outbox, close } = await openStore(join(cwd, 'alliance.db'))
  const to = { platform: 'slack', space: 'T1', channel: 'C1' }
  const item = {
    kind: 'try',
    about: null,
    to,
    locale: 'zh-CN',
    dueAt: monday,
    whenUnprovable: 'repeat',
  } as const
  await outbox.add(
    [
      { ...item, key: 'a' },
      { ...item, key: 'b', dueAt: monday + 1 },
    ],
    monday,
  )
  await outbox.claim(monday, 'boot-1', 1, ['slack'])
  await outbox.end('a', 'parked', 'channel_not_found')
  await close()
  return cwd
}

test('the outbox is listed, with why a row is parked', async () => {
  const cwd = await withParked()
  const all = await alliance(['notices', 'outbox', '--json'], { cwd })
  expect(linesOf<{ key: string; state: string }>(all.out).map((it) => `${it.key} ${it.state}`)).toEqual([
    'a parked',
    'b waiting',
  ])
  const parked = await alliance(['notices', 'outbox', '--state', 'parked'], { cwd })
  expect(parked.out).toContain('channel_not_found')
  expect((await alliance(['notices', 'outbox', '--state', 'sent'], { cwd })).err).toContain('没有这样的通知')
  expect(await alliance(['notices', 'outbox', '--state', 'lost'], { cwd })).toMatchObject({ code: 2 })
})

test('a parked row is released once, by name', async () => {
  const cwd = await withParked()
  expect(await alliance(['notices', 'release', 'a'], { cwd })).toMatchObject({ code: 0 })
  const again = await alliance(['notices', 'release', 'a'], { cwd })
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('没有停住的通知「a」') })
  const audit = await alliance(['audit', '--json', '--action', 'delivery.'], { cwd })
  expect(linesOf(audit.out)).toMatchObject([{ who: 'operator', subject: 'a' }])
})
