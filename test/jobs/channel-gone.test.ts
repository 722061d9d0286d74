import { expect, test } from 'vitest'
import { silentLog } from '../../src/core/log.ts'
import { makeDeliverOutbox } from '../../src/jobs/deliver-outbox.ts'
import { makeDeadlineComposers } from '../../src/skills/deadlines/telling/compose.ts'
import { deadlinePeople } from '../support/deadlines.ts'
import { startedSlack } from '../support/slack/try-slack.ts'
import { BOT_USER, TEAM } from '../support/slack/workspace.ts'

const running = new AbortController().signal

/** A house whose zone 宜兴 hears in a channel of a Slack of our own. */
async function house() {
  const { slack, adapter } = await startedSlack('socket', async () => undefined)
  const people = await deadlinePeople()
  const { store, clock, parts, member } = people
  const organization = await store.organizations.find('jiangsu-yixing')
  if (!organization) throw new Error('no Yixing')
  const channel = { platform: 'slack', space: TEAM, channel: 'C1' }
  await store.bindings.bind(
    { channel, organization, purpose: 'notices', answers: 'mention' },
    { who: 'operator', at: clock.at },
  )
  const deliver = makeDeliverOutbox({
    outbox: store.outbox,
    adapters: [adapter],
    composers: makeDeadlineComposers(parts),
    clock,
    log: silentLog,
    boot: 'boot-1',
    locale: 'zh-CN',
  })
  const boss = await member('boss', '办公室')
  return { slack, store, deliver, boss }
}

test.each([
  ['deleted', 'channel_not_found'],
  ['left by the bot', 'not_in_channel'],
])(
  'a channel that is %s parks its notice; the office sees it and, once it is mended, sends it',
  async (how, why) => {
    const { slack, store, deliver, boss } = await house()
    const { channels } = slack.workspace
    if (how === 'deleted') channels.delete('C1')
    else channels.get('C1')?.members.delete(BOT_USER)
    await boss.pressesOf({ action: 'deadlines.nudge', value: '' })
    await deliver.run(running)
    expect(await store.outbox.list({ state: 'parked' })).toMatchObject([{ attempts: 1 }])

    const { text, buttons } = await boss.calls('deadlines', { view: 'parked' })
    expect(text).toContain('slack/C1')
    expect(text).toContain(why)
    expect(buttons.map((it) => it.label)).toContain('再发一次 slack/C1')

    slack.workspace.addChannel('C1', ['U1', BOT_USER])
    await boss.presses('再发一次 slack/C1')
    await deliver.run(running)
    const said = slack.said('C1')
    expect(said).toHaveLength(1)
    expect(JSON.stringify(said[0]?.blocks)).toContain('补发：上次没有发出去')
    expect(JSON.stringify(said[0]?.blocks)).toContain('验收申请')
    expect(await store.outbox.list({ state: 'sent' })).toHaveLength(1)
  },
)
