/**
 * Plays a training from its first draft to the sign-in with the real house in front of the Slack counterpart, and draws
 * what it received into docs/trainings/.
 *
 *   npm run pictures:trainings
 *   npm run pictures:trainings -- --chromium PATH    a Chromium that is in no usual place
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pageOf } from './page.ts'
import { openCamera } from './photograph.ts'
import { slackLook } from './slack-look.ts'
import { playTraining } from './training-scene.ts'

const { values } = parseArgs({ options: { chromium: { type: 'string' } } })
const folder = join(process.cwd(), 'docs', 'trainings')
mkdirSync(folder, { recursive: true })

const camera = await openCamera(values.chromium)
try {
  for (const { name, turns } of await playTraining()) {
    const file = join(folder, `${name}.png`)
    const bytes = await camera.photograph(pageOf(slackLook, turns), file)
    console.log(`${file} ${Math.round(bytes / 1000)} kB`)
  }
} finally {
  await camera.close()
}
process.exit(0)
