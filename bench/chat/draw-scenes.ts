import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Scene } from './days.ts'
import { type Look, pageOf } from './page.ts'
import { openCamera } from './photograph.ts'

/**
 * Plays, draws each scene into a folder of docs/, and ends the process. `--chromium PATH` names a Chromium that is in no
 * usual place.
 */
export async function drawScenes(
  name: string,
  ...plays: readonly { readonly look: Look; play(): Promise<readonly Scene[]> }[]
): Promise<never> {
  const { values } = parseArgs({ options: { chromium: { type: 'string' } } })
  const folder = join(process.cwd(), 'docs', name)
  mkdirSync(folder, { recursive: true })
  const camera = await openCamera(values.chromium)
  try {
    for (const { look, play } of plays)
      for (const { name: scene, turns } of await play()) {
        const file = join(folder, `${scene}.png`)
        const bytes = await camera.photograph(pageOf(look, turns), file)
        console.log(`${file} ${Math.round(bytes / 1000)} kB`)
      }
  } finally {
    await camera.close()
  }
  process.exit(0)
}
