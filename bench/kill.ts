/**
 * Kills the bot at random moments while notices go out through the counterparts of Slack and Discord, which fail as
 * platforms fail, and counts what was lost and what was doubled. Prints Markdown for docs/performance.md.
 *
 *   npm run bench:kill                                     2,000 notices, 200 kills
 *   npm run bench:kill -- --notices 400 --kills 40
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killing, killPoints } from '../test/support/killing.ts'

const { values } = parseArgs({
  options: {
    notices: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '200' },
    channels: { type: 'string', default: '100' },
  },
})
const [notices, kills, channels] = [Number(values.notices), Number(values.kills), Number(values.channels)]
const folder = mkdtempSync(join(tmpdir(), 'alliance-kill-'))
const it = await killing({
  notices,
  kills,
  channels,
  faults: notices / 2,
  folder,
  random: Math.random,
  program: join(import.meta.dirname, '../test/support/kill-child.js'),
})
rmSync(folder, { recursive: true, force: true })

const names: Readonly<Record<(typeof killPoints)[number], string>> = {
  moment: 'at a random moment',
  before: 'the platform has the call and has done nothing',
  accepted: 'the platform took the message and has not answered',
  answered: 'the platform has answered, the commit may be missing',
  power: 'the same, and every commit of the run is gone (power cut)',
}
console.log(`## ${kills} kills while ${notices} notices go out, half on Slack, half on Discord\n`)
console.log('| killed | times |\n|---|---|')
for (const point of killPoints) console.log(`| ${names[point]} | ${it.kills[point]} |`)
console.log('\n| the platforms answered | times |\n|---|---|')
for (const [fault, times] of Object.entries(it.faults)) console.log(`| ${fault} | ${times} |`)
console.log(`| any call | ${it.calls} |`)
console.log('\n| | |\n|---|---|')
console.log(`| lost | **${it.lost.length}** |`)
console.log(`| doubled | **${it.doubled.length}** |`)
console.log(`| sent, as the store says | ${it.states.sent} |`)
console.log(`| in doubt, then found on the platform | ${it.doubts.found} |`)
console.log(`| in doubt, then posted because it was not there | ${it.doubts.absent} |`)
console.log(`| in doubt, of which the log tells no end | ${it.untold.length} |`)
console.log(`| seconds | ${it.seconds.toFixed(0)} |\n`)
if (it.lost.length + it.doubled.length + it.untold.length > 0) process.exitCode = 1
