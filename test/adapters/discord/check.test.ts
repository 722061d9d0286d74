import { expect, onTestFinished, test } from 'vitest'
import { checkDiscord } from '../../../src/adapters/discord/check.ts'
import { type CounterpartOptions, openCounterpart } from '../../support/discord/counterpart.ts'
import { ids } from '../../support/discord/world.ts'

const findings = async (
  options: CounterpartOptions,
  given: { token?: string; applicationId?: string } = {},
) => {
  const counterpart = await openCounterpart(options)
  onTestFinished(() => counterpart.close())
  return checkDiscord({ token: counterpart.token, apiUrl: counterpart.apiUrl, ...given })
}

test('all is well', async () => {
  const found = await findings({}, { applicationId: ids.application })
  expect(found.map((it) => it.state)).toEqual(['ok', 'ok'])
})

test('the Message Content intent is off: a hint, because the bot works without', async () => {
  const found = await findings({ grantsContent: false })
  expect(found.map((it) => it.state)).toEqual(['ok', 'hint'])
  expect(found[1]?.remedy).toContain('Message Content Intent')
})

test('the token is none', async () => {
  const [found] = await findings({}, { token: 'wrong.token' })
  expect(found).toMatchObject({ state: 'failed', what: '令牌无效或已被撤销' })
})

test('the token is another application’s', async () => {
  const found = await findings({}, { applicationId: '1' })
  expect(found.map((it) => it.state)).toEqual(['ok', 'failed', 'ok'])
})

test('Discord cannot be reached', async () => {
  const [found] = await checkDiscord({ token: 'x', apiUrl: 'http://127.0.0.1:1/api' })
  expect(found).toMatchObject({ state: 'failed' })
  expect(found?.remedy).toContain('DISCORD_API_URL')
})
