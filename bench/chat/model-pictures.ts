/**
 * Asks the real house, in front of the Slack counterpart and behind a slow language model on this machine, and draws what
 * Slack received into docs/llm/: one answer at three moments, and what is looked up in the store.
 *
 *   npm run pictures:model
 *   npm run pictures:model -- --chromium PATH    a Chromium that is in no usual place
 */
import { drawScenes } from './draw-scenes.ts'
import { playModel } from './model-scene.ts'
import { slackLook } from './slack-look.ts'

await drawScenes('llm', { look: slackLook, play: playModel })
