import { expect, test } from 'vitest'
import type { Adapter, Receive } from '../../../src/core/adapter.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { commandsWith } from '../../../src/skills/matchmaking/faces.ts'
import { forms } from '../../../src/skills/matchmaking/forms.ts'
import { openDiscord } from '../../support/discord/house.ts'
import { readable } from '../../support/discord/read.ts'
import { ids } from '../../support/discord/world.ts'
import { type MatchPeople, matchPeople } from '../../support/matches.ts'
import { startedSlack } from '../../support/slack/try-slack.ts'
import { TEAM } from '../../support/slack/workspace.ts'

const question = '我们想治重金属污染的土壤，有没有做过的？'
const fortnight = 15 * 86_400_000

/** What a platform has to know of the skill before anybody speaks. */
const face: Skill = {
  name: 'matchmaking',
  summary: '',
  examples: [],
  commands: commandsWith(async () => []),
  forms: Object.values(forms),
  match: () => 0,
  handle: async () => undefined,
}

/** A house behind a platform that is started first: whatever arrives there waits for nobody. */
function behind(): { readonly receive: Receive; join(adapter: Adapter): Promise<MatchPeople> } {
  let house: MatchPeople | undefined
  return {
    receive: async (message, turn) => house?.receive(message, turn),
    async join(adapter) {
      house = await matchPeople({ adapters: [adapter], only: ['guixi-soil'] })
      return house
    },
  }
}

test('on Slack: from plain words to a room of three, and what came of it', async () => {
  const { receive, join } = behind()
  const { slack, adapter } = await startedSlack('socket', receive, [face])
  slack.workspace.addPerson('U3', '王五')
  const house = await join(adapter)
  for (const [user, organization] of [
    ['U1', 'jiangsu-yixing'],
    ['U2', 'jiangxi-guixi'],
    ['U3', 'office'],
  ] as const)
    await house.member(user, organization, { from: { platform: 'slack', space: TEAM } })
  const directs = { U1: slack.workspace.direct('U1').id, U2: slack.workspace.direct('U2').id }
  const saying = (channel: string, text: string) =>
    slack.said(channel).findLast((it) => JSON.stringify(it).includes(text))
  async function hears(channel: string, text: string) {
    await slack.until(() => saying(channel, text) !== undefined, `${channel} hears ${text}`)
    const found = saying(channel, text)
    if (!found) throw new Error(text)
    return found
  }
  const presses = async (user: 'U1' | 'U2', text: string, label: string) =>
    slack.presses(user, await hears(directs[user], text), label)

  await slack.says('U1', directs.U1, question)
  await presses('U1', '需求草稿', '发布')
  await presses('U1', '需求已发布', '找伙伴')
  await presses('U1', '合适的伙伴', '想认识')
  await hears(directs.U1, '已去问')
  await house.beat()
  await presses('U2', '想认识贵单位', '愿意认识')
  await slack.until(() => slack.callsOf('chat.postMessage').length > 0)
  await slack.until(() => JSON.stringify(slack.said(directs.U2)).match(/双方都同意了|Both agreed/) !== null)
  await house.beat()
  const [opened] = slack.callsOf('conversations.open').filter((it) => String(it.args.users).includes(','))
  expect(opened?.args.users).toBe('U1,U2,U3')
  const room = [...slack.workspace.channels.values()].find((it) =>
    slack.said(it.id).some((said) => JSON.stringify(said).includes('第一次谈什么')),
  )
  expect(room).toBeDefined()

  house.clock.at += fortnight
  await house.beat()
  await presses('U1', '见面了吗', '有结果了')
  await slack.until(() => slack.state.modals.length > 0)
  await slack.submits('U1', { kind: 'memorandum', note: '签了土壤修复合作协议' })
  await hears(directs.U1, '签了协议')
  expect((await house.store.introductions.list())[0]).toMatchObject({
    state: 'concluded',
    outcome: { kind: 'memorandum', by: 'jiangsu-yixing' },
  })
})

test('on Discord: a private thread near the alliance’s channel, with both in it, and what came of it', async () => {
  const { receive, join } = behind()
  const { adapter, world, people } = await openDiscord({ receive, skills: [face] })
  const house = await join(adapter)
  const place = { from: { platform: 'discord', space: 'discord' } }
  await house.member(ids.wang, 'jiangsu-yixing', place)
  await house.member(ids.li, 'jiangxi-guixi', place)
  const organization = await house.store.organizations.find('office')
  if (!organization) throw new Error('no office')
  await house.store.bindings.bind(
    {
      channel: { platform: 'discord', space: ids.guild, channel: ids.plain },
      organization,
      purpose: 'alliance',
      answers: 'mention',
    },
    { who: 'operator', at: house.clock.now() },
  )
  const hears = (text: string) =>
    world.until(() => [...world.messages.values()].findLast((it) => readable(it).includes(text)))

  people.direct(question)
  await hears('需求草稿')
  people.press('发布')
  await hears('需求已发布')
  people.press('找伙伴')
  await hears('合适的伙伴')
  people.press('想认识')
  await hears('已去问')
  await house.beat()
  await hears('想认识贵单位')
  people.press('愿意认识', ids.li)
  await hears('双方都同意了')
  await house.beat()
  const threads = [...world.channels.values()].filter((it) => it.type === 12)
  expect(threads).toMatchObject([{ members: [ids.wang, ids.li], name: expect.stringContaining('×') }])
  const opening = await hears('第一次谈什么')
  expect(opening.channel_id).toBe(threads[0]?.id)

  house.clock.at += fortnight
  await house.beat()
  await hears('见面了吗')
  const form = people.press('有结果了')
  await world.until(() => form.callbacks.length > 0)
  people.submit(form, { kind: 'memorandum', note: '签了土壤修复合作协议' })
  await hears('签了协议')
  expect((await house.store.introductions.list())[0]).toMatchObject({
    state: 'concluded',
    outcome: { kind: 'memorandum' },
  })
})
