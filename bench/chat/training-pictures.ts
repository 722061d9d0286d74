/**
 * Plays a training from its first draft to the sign-in with the real house in front of the Slack counterpart, and draws
 * what it received into docs/trainings/.
 *
 *   npm run pictures:trainings
 *   npm run pictures:trainings -- --chromium PATH    a Chromium that is in no usual place
 */
import { drawScenes } from './draw-scenes.ts'
import { slackLook } from './slack-look.ts'
import { playTraining } from './training-scene.ts'

await drawScenes('trainings', { look: slackLook, play: playTraining })
