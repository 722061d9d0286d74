/**
 * Plays the conversation of docs/conversation.md with the real house on the console and in front of the Slack and Discord
 * counterparts, and draws what they received into docs/conversation/.
 *
 *   npm run pictures                          all three
 *   npm run pictures -- --platform slack      one of them
 *   npm run pictures -- --chromium PATH       a Chromium that is in no usual place
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openConsole } from './console-stage.ts'
import { discordLook } from './discord-look.ts'
import { openDiscord } from './discord-stage.ts'
import { type Look, pageOf } from './page.ts'
import { type Camera, openCamera } from './photograph.ts'
import { play } from './script.ts'
import { slackLook } from './slack-look.ts'
import { openSlack } from './slack-stage.ts'
import type { Turn } from './stage.ts'

const { values } = parseArgs({
  options: {
    platform: { type: 'string', multiple: true, default: ['console', 'slack', 'discord'] },
    chromium: { type: 'string' },
  },
})

const folder = join(process.cwd(), 'docs', 'conversation')
mkdirSync(folder, { recursive: true })

/** Turns in pictures that a page of documentation can show; the numbers are those of the first turns. */
const cuts = [1, 4, 5, 8, 10]

const wanted = (platform: string) => values.platform.includes(platform)

if (wanted('console')) {
  const stage = await openConsole()
  await play(stage, stage.codes, { sharing: false })
  await stage.close()
  const file = join(folder, 'console.txt')
  writeFileSync(file, `${stage.text().trim()}\n`)
  console.log(file)
}
if (wanted('slack') || wanted('discord')) {
  const camera = await openCamera(values.chromium)
  try {
    if (wanted('slack')) {
      const stage = await openSlack()
      await play(stage, stage.codes, {}, async (turn) => {
        // Here there is most to see: a member's own zone, and a question that waits.
        if (turn !== 7) return
        const home = { title: '主页 App Home', shown: [await stage.home()] }
        await picture(camera, pageOf(slackLook, [home]), 'slack-home')
      })
      await pictures(camera, slackLook, stage.turns)
      await stage.close()
    }
    if (wanted('discord')) {
      const stage = await openDiscord()
      await play(stage, stage.codes)
      await pictures(camera, discordLook, stage.turns)
      await stage.close()
    }
  } finally {
    await camera.close()
  }
}
process.exit(0)

async function pictures(camera: Camera, look: Look, turns: readonly Turn[]): Promise<void> {
  for (const [at, from] of cuts.entries()) {
    const part = turns.slice(from - 1, (cuts[at + 1] ?? turns.length + 1) - 1)
    await picture(camera, pageOf(look, part, from), `${look.name.toLowerCase()}-${at + 1}`)
  }
}

async function picture(camera: Camera, html: string, name: string): Promise<void> {
  const file = join(folder, `${name}.png`)
  const bytes = await camera.photograph(html, file)
  console.log(`${file} ${Math.round(bytes / 1000)} kB`)
}
