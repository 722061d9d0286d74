import { expect, test } from 'vitest'
import { childProgram } from '../support/child-program.ts'
import { killing } from '../support/killing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('killed five times while it sends through bad weather, the bot loses nothing and doubles nothing', async () => {
  const killed = await killing({
    notices: 40,
    kills: 5,
    channels: 20,
    faults: 6,
    folder: temporaryFolder(),
    random: Math.random,
    program: await childProgram('test/support/kill-child.ts'),
  })
  expect(killed).toMatchObject({ lost: [], doubled: [], untold: [], states: { sent: 40, parked: 0 } })
}, 300_000)
