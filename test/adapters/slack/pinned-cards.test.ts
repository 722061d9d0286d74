import { describe, expect, test } from 'vitest'
import type { EventBoard } from '../../../src/core/event-board.ts'
import { buttons, heading, reply } from '../../../src/core/reply.ts'
import { keepingLog, startedSlack } from '../../support/slack/try-slack.ts'

const silent = async () => undefined
const to = { platform: 'slack', space: 'T0ALLIANCE', channel: 'C1' }
const join = buttons({ label: '报名', action: 'trainings.join', value: '1' })

const event = {
  key: 'training:1',
  since: 0,
  title: '碳中和培训（虚构）',
  starts: 1,
  ends: 2,
  where: '呼和浩特市',
  about: '两天',
  card: reply(heading('碳中和培训（虚构）'), '10月15日', join),
}
const changed = { ...event, card: reply(heading('碳中和培训（虚构）'), '改到10月20日', join) }

async function open(given: Parameters<typeof startedSlack>[3] = {}) {
  const { slack, adapter } = await startedSlack('socket', silent, [], given)
  return { slack, events: adapter.boards?.[0] as EventBoard }
}

describe('an event on Slack', () => {
  test('is a pinned card that changes with the training', async () => {
    const { slack, events } = await open()
    const id = await events.put(to, event)
    expect(await events.put(to, changed, id)).toBe(id)
    expect(slack.said('C1')).toMatchObject([{ pinned: true, text: expect.stringContaining('改到10月20日') }])
  })

  test('that an earlier run posted and could not note is found again, and brought up to date', async () => {
    const { slack, events } = await open()
    const id = await events.put(to, event)
    expect(await events.put(to, changed)).toBe(id)
    expect(slack.said('C1')).toMatchObject([{ pinned: true, text: expect.stringContaining('改到10月20日') }])
  })

  test('that somebody deleted is posted again', async () => {
    const { slack, events } = await open()
    const id = await events.put(to, event)
    const [card] = slack.said('C1')
    if (card) card.gone = true
    expect(await events.put(to, event, id)).not.toBe(id)
  })

  test('is unpinned when it is called off, and says so; also twice', async () => {
    const { slack, events } = await open()
    const id = await events.put(to, event)
    const off = { ...event, card: reply(heading('已取消：碳中和培训（虚构）')) }
    await events.cancel(to, off, id)
    await events.cancel(to, off, id)
    expect(slack.said('C1')).toMatchObject([{ pinned: false, text: expect.stringContaining('已取消') }])
  })

  test('stands unpinned where the app may not pin, and the log says so', async () => {
    const { lines, log } = keepingLog()
    const { slack, events } = await open({ log })
    slack.state.missingScopes.add('pins:write')
    await events.put(to, event)
    expect(slack.said('C1')).toHaveLength(1)
    expect(lines.filter((it) => it.level === 'warn')).toMatchObject([{ fields: { code: 'missing_scope' } }])
  })

  test('is refused for good in a channel where the app is not', async () => {
    const { events } = await open()
    await expect(events.put({ ...to, channel: 'C9' }, event)).rejects.toMatchObject({ permanent: true })
  })
})
