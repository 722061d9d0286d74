import { describe, expect, test } from 'vitest'
import { DeliveryError } from '../../src/core/adapter.ts'
import type { BoardEvent, EventBoard } from '../../src/core/event-board.ts'
import { silentLog } from '../../src/core/log.ts'
import { plainText } from '../../src/core/plain-text.ts'
import type { Training } from '../../src/core/training.ts'
import { makeKeepBoards } from '../../src/jobs/keep-boards.ts'
import { boardEventOf } from '../../src/skills/trainings/announcing/board-event.ts'
import { seat } from '../../src/skills/trainings/plan.ts'
import type { Purpose } from '../../src/store/bindings.ts'
import { operator } from '../support/duties.ts'
import { housePeople } from '../support/people.ts'
import { ask, course, seatRules } from '../support/trainings.ts'

const never = new AbortController().signal

/** A platform's board on paper: what it shows, by its own id. */
function makeBoard(shows: EventBoard['shows']) {
  const copies = new Map<string, { channel: string; event: BoardEvent; cancelled: boolean }>()
  const failures: DeliveryError[] = []
  let calls = 0
  const board: EventBoard = {
    shows,
    async put(to, event, id) {
      calls += 1
      const failure = failures.shift()
      if (failure) throw failure
      const known = id ?? `${to.space}/${to.channel}/${event.key}`
      copies.set(known, { channel: to.channel, event, cancelled: false })
      return known
    },
    async cancel(to, event, id) {
      calls += 1
      copies.set(id, { channel: to.channel, event, cancelled: true })
    },
  }
  return {
    board,
    failures,
    get calls() {
      return calls
    },
    shown: () =>
      [...copies.values()].map((it) =>
        [it.channel, it.event.title, it.cancelled ? 'called off' : 'on'].join(' '),
      ),
    cards: () => [...copies.values()].map((it) => plainText(it.event.card)),
  }
}

async function house(training: Partial<Training> = {}) {
  const { store, clock } = await housePeople()
  await store.trainings.create({ ...course, ...training }, operator)
  const slack = makeBoard('channel')
  const discord = makeBoard('space')
  const discordCards = makeBoard('channel')
  const organizations = await store.organizations.all()
  const bind = (platform: string, channel: string, organization?: string, purpose?: Purpose) => {
    const own = organizations.find((it) => it.id === organization)
    const binding = { channel: { platform, space: 'S', channel }, answers: 'mention' as const }
    return store.bindings.bind(
      { ...binding, ...(own ? { organization: own } : {}), ...(purpose ? { purpose } : {}) },
      operator,
    )
  }
  const make = () =>
    makeKeepBoards({
      ...store,
      adapters: [
        { platform: 'slack', boards: [slack.board] },
        { platform: 'discord', boards: [discord.board, discordCards.board] },
        { platform: 'console' },
      ],
      invited: async () => new Set(['jiangsu-yixing', 'province-江苏']),
      eventOf: (hall, now) => boardEventOf(hall, now, 'zh-CN'),
      clock,
      log: silentLog,
    })
  let job = make()
  return {
    ...store,
    clock,
    slack,
    discord,
    discordCards,
    bind,
    beat: () => job.run(never),
    restart: () => {
      job = make()
    },
    change: (to: Partial<Training>) =>
      store.registrations.act(
        course.id,
        (hall) => seat(hall, { kind: 'change', to: { ...hall.training, ...to } }, seatRules(clock.at)),
        operator,
      ),
  }
}

describe('what stands of a training beside the conversation', () => {
  test('a card in each channel of those invited, and of nobody else', async () => {
    const { bind, beat, slack } = await house()
    await bind('slack', 'C-yixing', 'jiangsu-yixing')
    await bind('slack', 'C-js-trainings', 'province-江苏', 'trainings')
    await bind('slack', 'C-js-questions', 'province-江苏', 'questions')
    await bind('slack', 'C-guixi', 'jiangxi-guixi')
    await bind('slack', 'C-all-trainings', undefined, 'trainings')
    await beat()
    expect(slack.shown().map((it) => it.split(' ')[0])).toEqual([
      'C-all-trainings',
      'C-js-trainings',
      'C-yixing',
    ])
    expect(slack.cards()[0]).toContain('名额：已录取 0/3')
  })

  test('one event a space beside a card in each of its channels, once', async () => {
    const { bind, beat, restart, discord, discordCards } = await house()
    await bind('discord', '1', 'jiangsu-yixing')
    await bind('discord', '2', 'province-江苏')
    await beat()
    restart()
    await beat()
    expect(discord.shown()).toEqual(['1 应对气候变化能力建设培训班 on'])
    expect(discordCards.shown().map((it) => it.split(' ')[0])).toEqual(['1', '2'])
  })

  test('nothing is put again while nothing changed; the count of seats is kept up to date', async () => {
    const { bind, beat, slack, registrations, clock } = await house()
    await bind('slack', 'C', 'jiangsu-yixing')
    await beat()
    await beat()
    expect(slack.calls).toBe(1)
    await registrations.act(course.id, (hall) => seat(hall, ask('A'), seatRules(clock.at)), operator)
    await beat()
    expect(slack.cards()).toEqual([expect.stringContaining('已录取 1/3')])
  })

  test('it follows what the organizer changes, also over a restart, as the same copy', async () => {
    const { bind, beat, restart, change, slack, discord } = await house()
    await bind('slack', 'C', 'jiangsu-yixing')
    await bind('discord', '1', 'jiangsu-yixing')
    await beat()
    await change({ place: '包头' })
    restart()
    await beat()
    expect(slack.cards()).toEqual([expect.stringContaining('包头')])
    expect(discord.shown()).toHaveLength(1)
  })

  test('what was called off is shown so, once', async () => {
    const { bind, beat, restart, change, slack, discord, discordCards } = await house()
    await bind('slack', 'C', 'jiangsu-yixing')
    await bind('discord', '1', 'jiangsu-yixing')
    await beat()
    await change({ state: 'cancelled' })
    await beat()
    restart()
    await beat()
    expect(slack.shown()).toEqual(['C 【已取消】应对气候变化能力建设培训班 called off'])
    expect(discord.shown()).toEqual(['1 【已取消】应对气候变化能力建设培训班 called off'])
    expect([slack.calls, discord.calls]).toEqual([2, 2])
    expect(discordCards.shown()).toEqual(['1 【已取消】应对气候变化能力建设培训班 called off'])
  })

  test('a platform that is away is tried again; one that refuses for ever is left alone', async () => {
    const { bind, beat, slack } = await house()
    await bind('slack', 'C', 'jiangsu-yixing')
    slack.failures.push(new DeliveryError('HTTP 500'))
    await beat()
    expect(slack.shown()).toEqual([])
    await beat()
    expect(slack.shown()).toHaveLength(1)

    const other = await house()
    await other.bind('slack', 'C', 'jiangsu-yixing')
    other.slack.failures.push(new DeliveryError('channel_not_found', { permanent: true }))
    await other.beat()
    await other.beat()
    expect(other.slack.calls).toBe(1)
  })

  test('a platform that asks to wait is not asked before', async () => {
    const { bind, beat, slack, clock } = await house()
    await bind('slack', 'C', 'jiangsu-yixing')
    slack.failures.push(new DeliveryError('too fast', { retryAfter: 90_000 }))
    await beat()
    clock.at += 60_000
    await beat()
    expect(slack.calls).toBe(1)
    clock.at += 60_000
    await beat()
    expect(slack.shown()).toHaveLength(1)
  })
})
