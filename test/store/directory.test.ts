import { expect, test } from 'vitest'
import { operator, withDuties } from '../support/duties.ts'
import { temporaryStore } from '../support/store.ts'

const account = (platform: string, user: string) => ({ platform, space: 'S1', user })
const channel = (id: string) => ({ platform: 'slack', space: 'S1', channel: id })

async function house() {
  const store = await withDuties(await temporaryStore())
  await store.members.addAll(
    [
      { id: 'M1', name: '张三', organization: 'jiangsu-yixing', identity: account('slack', 'U1') },
      { id: 'M2', name: '李四', organization: 'jiangsu-yixing' },
      { id: 'M3', name: '王五', organization: 'province-江苏', identity: account('discord', 'U3') },
    ],
    operator,
  )
  const code = { codeHash: 'a'.repeat(64), id: 'I1', uses: 1, expiresAt: operator.at + 1000 }
  await store.invitations.create({ ...code, to: { member: 'M1' } }, operator)
  await store.invitations.redeem(
    {
      codeHash: code.codeHash,
      identity: account('discord', 'U1'),
      as: { id: 'M9', name: '张三' },
    },
    { who: 'M1', at: operator.at + 1 },
  )
  return store
}

test('a member hears where they were known first, until they choose another account', async () => {
  const { directory, members } = await house()
  expect(await directory.contacts(['jiangsu-yixing'])).toEqual([
    { member: 'M1', organization: 'jiangsu-yixing', account: account('slack', 'U1') },
    { member: 'M2', organization: 'jiangsu-yixing' },
  ])
  expect(await members.hear(account('discord', 'U1'), operator)).toBe(true)
  expect(await directory.contacts()).toMatchObject([
    { member: 'M1', account: account('discord', 'U1') },
    { member: 'M2' },
    { member: 'M3' },
  ])
  expect(await members.hear(account('slack', 'U1'), operator)).toBe(true)
  expect((await directory.contacts())[0]?.account).toEqual(account('slack', 'U1'))
  expect(await members.hear(account('slack', 'nobody'), operator)).toBe(false)
})

test('accounts on platforms that are not there are passed over', async () => {
  const { directory } = await house()
  expect(await directory.contacts(['jiangsu-yixing', 'province-江苏'], ['discord'])).toEqual([
    { member: 'M1', organization: 'jiangsu-yixing', account: account('discord', 'U1') },
    { member: 'M2', organization: 'jiangsu-yixing' },
    { member: 'M3', organization: 'province-江苏', account: account('discord', 'U3') },
  ])
})

test('whoever left hears nothing', async () => {
  const { directory, members } = await house()
  await members.leave('M1', 'member.leave', operator)
  expect((await directory.contacts(['jiangsu-yixing'])).map((it) => it.member)).toEqual(['M2'])
})

test('a channel hears what it is for, or everything where it is for nothing in particular', async () => {
  const { bindings, directory, organizations } = await house()
  const organization = await organizations.find('jiangsu-yixing')
  if (!organization) throw new Error('no organization')
  const answers = 'mention'
  await bindings.bind({ channel: channel('C1'), organization, purpose: 'notices', answers }, operator)
  await bindings.bind({ channel: channel('C2'), organization, answers }, operator)
  await bindings.bind({ channel: channel('C3'), organization, purpose: 'trainings', answers }, operator)
  await bindings.bind({ channel: channel('C4'), purpose: 'notices', answers }, operator)
  const heard = await directory.channels('notices', ['jiangsu-yixing'])
  expect(heard.map((it) => it.channel.channel)).toEqual(['C1', 'C2'])
  expect(await directory.channels('notices', ['jiangxi-guixi'])).toEqual([])
})
