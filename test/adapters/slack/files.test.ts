import { expect, test } from 'vitest'
import { privately, reply, withFiles } from '../../../src/core/reply.ts'
import { paper } from '../../support/skills.ts'
import { readable } from '../../support/slack/blocks.ts'
import { talkingSlack } from '../../support/slack/try-slack.ts'
import { BOT_USER } from '../../support/slack/workspace.ts'

const asked = `<@${BOT_USER}> 证书`

test('a file of an answer that one person sees goes into their private chat', async () => {
  const { slack, quiet } = await talkingSlack('socket', async () =>
    privately(withFiles(reply('您的证书'), paper)),
  )
  await (await slack.says('U1', 'C1', asked)).taken
  await quiet()
  expect([...slack.state.uploads.values()]).toMatchObject([{ name: paper.name, channel: 'D0U1' }])
})

test('a file that cannot be sent is named, and its words stand', async () => {
  const { slack, quiet } = await talkingSlack('socket', async () => withFiles(reply('您的证书'), paper))
  slack.fails('files.completeUploadExternal', { kind: 'error', error: 'file_uploads_disabled' })
  await (await slack.says('U1', 'C1', asked)).taken
  await quiet()
  const said = slack.said('C1').map((it) => readable(it.blocks))
  expect(said).toEqual([expect.stringContaining('您的证书'), expect.stringContaining(paper.name)])
})
