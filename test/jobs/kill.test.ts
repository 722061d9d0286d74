import { expect, test } from 'vitest'
import { childProgram } from '../support/child-program.ts'
import { killing } from '../support/killing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('killed eight times while it sends through bad weather, the bot loses nothing and doubles nothing', async () => {
  const killed = await killing({
    notices: 80,
    kills: 8,
    channels: 30,
    folder: temporaryFolder(),
    random: Math.random,
    program: await childProgram('test/support/kill-child.ts'),
  })
  expect(killed).toMatchObject({ lost: [], doubled: [], untold: [], states: { sent: 80, parked: 0 } })
}, 300_000)
