import { expect, test } from 'vitest'
import { reply } from '../../../src/core/reply.ts'
import { talkingSlack } from '../../support/slack/try-slack.ts'
import { BOT_USER } from '../../support/slack/workspace.ts'

test('a thread is read as people read it, oldest first, with who said what and when', async () => {
  const { slack, quiet, adapter } = await talkingSlack('socket', async () => reply('好的'))
  const first = await slack.says('U1', 'C1', `<@${BOT_USER}> 材料 &lt;见附件&gt;`)
  await first.taken
  await quiet()
  const root = slack.workspace.channels.get('C1')?.messages[0]?.ts ?? ''
  await (await slack.says('U2', 'C1', '6月20日报了', { thread_ts: root })).taken
  const all = await adapter.thread?.({ platform: 'slack', space: 'T1', channel: 'C1', thread: root })
  expect(all?.map(({ author, text }) => [author.id, text])).toEqual([
    ['U1', expect.stringContaining('材料 <见附件>')],
    [BOT_USER, expect.stringContaining('好的')],
    ['U2', '6月20日报了'],
  ])
  expect(all?.map((it) => it.author.bot ?? false)).toEqual([false, true, false])
  expect(await adapter.thread?.({ platform: 'slack', space: 'T1', channel: 'C1' })).toEqual([])
})
