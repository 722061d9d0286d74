import { expect, test } from 'vitest'
import { reply, withFiles } from '../../src/core/reply.ts'
import { paper } from '../support/skills.ts'

test('a bot that talks on Slack as well sends its files on Discord', async () => {
  // Read in the order in which the bot reads them: whose library comes first decides about the pool of connections.
  const { startedSlack } = await import('../support/slack/try-slack.ts')
  const { openDiscord } = await import('../support/discord/house.ts')
  const { answering } = await import('../support/discord/talk.ts')
  const { ids } = await import('../support/discord/world.ts')
  await startedSlack('socket', async () => undefined)
  const { adapter, world } = await openDiscord({ receive: answering(() => undefined) })
  const home = { platform: 'discord', space: ids.guild, channel: ids.plain }
  await adapter.send(home, withFiles(reply('您的证书'), paper), 'notice:file')
  expect(world.files).toMatchObject([{ name: paper.name, bytes: paper.bytes }])
})
