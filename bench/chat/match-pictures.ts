/**
 * Plays a need from its first words to what came of it, and an exchange day, with the real house in front of the Slack
 * counterpart, and draws what it received into docs/matchmaking/.
 *
 *   npm run pictures:matches
 *   npm run pictures:matches -- --chromium PATH    a Chromium that is in no usual place
 */
import { drawScenes } from './draw-scenes.ts'
import { playMatches } from './match-scene.ts'

await drawScenes('matchmaking', playMatches)
