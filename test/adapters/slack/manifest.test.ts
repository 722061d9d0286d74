import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SLASH } from '../../../src/adapters/slack/command.ts'
import { SHORTCUT } from '../../../src/adapters/slack/events.ts'

const manifest = readFileSync(join(import.meta.dirname, '../../../manifests/slack.yaml'), 'utf8')

test('the manifest declares what the app listens to', () => {
  for (const line of [
    `- command: ${SLASH}`,
    `callback_id: ${SHORTCUT}`,
    '- app_mention',
    '- message.channels',
    '- message.groups',
    '- message.im',
    '- app_home_opened',
    '- tokens_revoked',
    'home_tab_enabled: true',
    'socket_mode_enabled: true',
  ])
    expect(manifest).toContain(`${line}\n`)
})

test('and asks for what it uses', () => {
  for (const scope of [
    'chat:write',
    'commands',
    'channels:history',
    'im:history',
    'im:write',
    'users:read',
    'reactions:write',
    'pins:write',
    'mpim:write',
    'files:read',
    'files:write',
  ])
    expect(manifest).toMatch(new RegExp(`- ${scope}\\b`))
})
