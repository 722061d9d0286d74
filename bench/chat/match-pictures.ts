/**
 * Plays a need from its first words to what came of it, and an exchange day, with the real house in front of the Slack
 * counterpart, and draws what it received into docs/matchmaking/.
 *
 *   npm run pictures:matches
 *   npm run pictures:matches -- --chromium PATH    a Chromium that is in no usual place
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { playMatches } from './match-scene.ts'
import { pageOf } from './page.ts'
import { openCamera } from './photograph.ts'
import { slackLook } from './slack-look.ts'

const { values } = parseArgs({ options: { chromium: { type: 'string' } } })
const folder = join(process.cwd(), 'docs', 'matchmaking')
mkdirSync(folder, { recursive: true })

const camera = await openCamera(values.chromium)
try {
  for (const { name, turns } of await playMatches()) {
    const file = join(folder, `${name}.png`)
    const bytes = await camera.photograph(pageOf(slackLook, turns), file)
    console.log(`${file} ${Math.round(bytes / 1000)} kB`)
  }
} finally {
  await camera.close()
}
process.exit(0)
