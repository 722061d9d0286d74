import { expect, test } from 'vitest'
import type { Adapter } from '../../../src/core/adapter.ts'
import type { Message } from '../../../src/core/message.ts'
import { cardOf } from '../../../src/skills/trainings/card.ts'
import { openDiscord } from '../../support/discord/house.ts'
import { readable as readDiscord } from '../../support/discord/read.ts'
import { ids } from '../../support/discord/world.ts'
import { operator } from '../../support/duties.ts'
import { readable as readSlack } from '../../support/slack/blocks.ts'
import { startedSlack } from '../../support/slack/try-slack.ts'
import { TEAM } from '../../support/slack/workspace.ts'
import { type TrainingPeople, trainingPeople } from '../../support/training-people.ts'
import { course } from '../../support/trainings.ts'

const questions = [
  { name: 'diet', label: '饮食', kind: 'choice', required: true, choices: ['不限', '清真'] },
  { name: 'phone', label: '手机', kind: 'line', required: true },
] as const

/** A training with one seat, a card of it in a channel, and two people of two zones. */
async function withCard(
  people: TrainingPeople,
  platform: string,
  { space, realm = space }: { readonly space: string; readonly realm?: string },
  users: readonly string[],
) {
  await people.store.members.addAll(
    users.map((user, at) => ({
      id: `M${at + 1}`,
      name: ['王工', '李工'][at] ?? user,
      organization: ['jiangsu-yixing', 'jiangsu-rugao'][at] ?? '',
      identity: { platform, space: realm, user },
    })),
    operator,
  )
  return async (adapter: Adapter, channel: string) => {
    const hall = await people.store.registrations.hall(course.id)
    if (!hall) throw new Error('no training')
    await adapter.send({ platform, space, channel }, cardOf(hall, people.clock.at, 'zh-CN'), 'tr-card')
  }
}

const standing = async ({ store }: TrainingPeople) =>
  (await store.registrations.list()).map((it) => `${it.name} ${it.state}`).sort()

test("on Slack: a form with the training's questions, a seat, a file; given up, the next is offered it", async () => {
  const people = await trainingPeople([{ capacity: 1, questions }])
  const post = await withCard(people, 'slack', { space: TEAM }, ['U1', 'U2'])
  const { slack, adapter, quiet } = await startedSlack('socket', people.receive, people.skills)
  await post(adapter, 'C1')
  const [card] = slack.said('C1')
  if (!card) throw new Error('no card')

  await slack.presses('U1', card, '报名')
  await slack.until(() => slack.state.modals.length === 1, 'the form')
  expect(JSON.stringify(slack.state.modals[0]?.view)).toContain('饮食')
  await slack.submits('U1', { diet: '清真', phone: '138' })
  await quiet()
  expect(await standing(people)).toEqual(['王工 seated'])
  await slack.until(() => slack.state.uploads.size === 1, 'the calendar file')
  expect([...slack.state.uploads.values()]).toMatchObject([
    { name: '应对气候变化能力建设培训班.ics', channel: 'D0U1' },
  ])

  await slack.presses('U2', card, '报名')
  await slack.until(() => slack.state.modals.length === 2, 'the other form')
  await slack.submits('U2', { diet: '不限', phone: '139' })
  await quiet()
  await slack.presses('U1', card, '不参加')
  await quiet()
  const sure = slack.said('C1').findLast((it) => readSlack(it.blocks).includes('确定放弃名额'))
  if (!sure) throw new Error('not asked')
  expect(sure.to).toBe('U1')
  await slack.presses('U1', sure, '确定放弃')
  await quiet()
  expect(await standing(people)).toEqual(['李工 offered', '王工 declined'])
  expect((await people.waiting()).map((it) => it.text.split('\n')[0])).toEqual([
    '有名额了，请确认：应对气候变化能力建设培训班',
  ])
})

test('on Discord: the same', async () => {
  const people = await trainingPeople([{ capacity: 1, questions }])
  const post = await withCard(people, 'discord', { space: ids.guild, realm: 'discord' }, [ids.wang, ids.li])
  const house = await openDiscord({ receive: people.receive, skills: people.skills })
  await post(house.adapter, ids.questions)

  const opened = house.people.press('报名')
  await house.answered(opened)
  expect(JSON.stringify(opened.callbacks[0])).toContain('饮食')
  const submitted = house.people.submit(opened, { diet: '清真', phone: '138' })
  await house.answered(submitted)
  expect(await standing(people)).toEqual(['王工 seated'])
  expect(house.world.files.map((it) => it.name)).toEqual(['应对气候变化能力建设培训班.ics'])

  const other = house.people.press('报名', ids.li)
  await house.answered(other)
  await house.answered(house.people.submit(other, { diet: '不限', phone: '139' }, ids.li))
  expect(await standing(people)).toEqual(['李工 waiting', '王工 seated'])

  await house.answered(house.people.press('请同事代替'))
  await house.answered(house.people.press('不参加'))
  expect([...house.world.messages.values()].map(readDiscord).join('\n')).toContain('确定放弃名额')
  await house.answered(house.people.press('确定放弃'))
  expect(await standing(people)).toEqual(['李工 offered', '王工 declined'])

  // Whoever joined in the guild is the same person in private, where notices arrive.
  const asked = house.people.direct('我的培训')
  await house.settled(asked)
  expect(readDiscord(house.world.inChannel(ids.direct).at(-1))).toContain('不参加')
})

test('a press that a platform delivers twice is one registration with one answer', async () => {
  const people = await trainingPeople()
  await people.member('yx', '宜兴')
  const press: Message = {
    id: 'press-1',
    from: { platform: 'slack', space: 'T1', channel: 'D-yx' },
    author: { id: 'yx', name: 'yx' },
    text: '报名',
    at: people.clock.at,
    addressed: 'direct',
    press: { action: 'trainings.ask', value: course.id },
  }
  const answers = [await people.receive(press), await people.receive(press)]
  expect(answers.map((it) => it !== undefined)).toEqual([true, false])
  expect(await people.store.registrations.history(course.id)).toHaveLength(1)
})
