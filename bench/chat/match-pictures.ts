/**
 * Plays a need from its first words to what came of it, and an exchange day, with the real house in front of the Slack
 * counterpart, the consent on Discord, too, and draws what it received into docs/matchmaking/.
 *
 *   npm run pictures:matches
 *   npm run pictures:matches -- --chromium PATH    a Chromium that is in no usual place
 */

import { discordLook } from './discord-look.ts'
import { drawScenes } from './draw-scenes.ts'
import { playConsentOnDiscord } from './match-discord-scene.ts'
import { playMatches } from './match-scene.ts'
import { slackLook } from './slack-look.ts'

await drawScenes(
  'matchmaking',
  { look: slackLook, play: playMatches },
  { look: discordLook, play: playConsentOnDiscord },
)
