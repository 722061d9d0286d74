/**
 * Plays May to July 2014 with the real house in front of the Slack counterpart, and draws what it received into
 * docs/deadlines/.
 *
 *   npm run pictures:deadlines
 *   npm run pictures:deadlines -- --chromium PATH    a Chromium that is in no usual place
 */

import { playDeadlines } from './deadline-scene.ts'
import { drawScenes } from './draw-scenes.ts'
import { slackLook } from './slack-look.ts'

await drawScenes('deadlines', { look: slackLook, play: playDeadlines })
