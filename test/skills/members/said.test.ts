import { describe, expect, test } from 'vitest'
import { readSaid } from '../../../src/skills/members/read-said.ts'
import { codeIn, housePeople } from '../../support/people.ts'

describe('a sentence about who belongs where', () => {
  test.each([
    ['加入', { verb: 'join', given: {} }],
    ['我想加入', { verb: 'join', given: {} }],
    ['我是宜兴的 怎么加入', { verb: 'join', given: {} }],
    ['加入宜兴市', { verb: 'join', given: {} }],
    ['我要退出', { verb: 'leave', given: {} }],
    ['我换号了', { verb: 'link', given: {} }],
    ['我换人了', { verb: 'moved', given: {} }],
    ['我调走了', { verb: 'moved', given: {} }],
    ['以后小王负责', { verb: 'moved', given: {} }],
    ['我进错单位了', { verb: 'moved', given: {} }],
    ['我不是昆山的 我是太仓的', { verb: 'moved', given: {} }],
    ['邀请同事', { verb: 'invite', given: {} }],
    ['给太仓发个邀请码', { verb: 'invite', given: { organization: '太仓' } }],
    ['邀请 太仓市', { verb: 'invite', given: { organization: '太仓市' } }],
    ['成员名单', { verb: 'members', given: {} }],
    ['我们省有谁', { verb: 'members', given: {} }],
  ])('%s', (text, said) => {
    expect(readSaid(text)).toEqual(said)
  })

  test.each([
    '加入实验区需要什么条件',
    '怎么加入实验区',
    '退出',
    '实验区怎么退出',
    '成员单位有哪些',
    '邀请专家考察实验区',
    '验收由谁负责',
    '现在由科技部门负责吗',
    '我们有哪些先进示范区',
  ])('%s is none', (text) => {
    expect(readSaid(text)).toBeUndefined()
  })
})

describe('whoever is no longer the right one', () => {
  test('is told how a successor joins and how to leave, and leaves by a press', async () => {
    const { member } = await housePeople()
    await member('U2', '宜兴', { name: '小王' })
    const clerk = await member('U1', '宜兴')
    const told = await clerk.says('我换人了')
    expect(told.text).toContain('您现在是「江苏省无锡市宜兴市」的成员')
    expect(told.text).toContain('请接手的同事先加入')
    expect(told.text).toContain('同单位还有：小王')
    expect((await clerk.presses('确定退出')).text).toContain('已退出「江苏省无锡市宜兴市」')
  })

  test('as the last of a zone, is told who hears in its place', async () => {
    const { member } = await housePeople()
    expect((await (await member('U1', '宜兴')).says('我调走了')).text).toContain('提醒改由省级部门转达')
  })

  test('a guest is shown where the code goes', async () => {
    const { person } = await housePeople()
    const guest = await person('U1').says('我进错单位了')
    expect(guest.buttons.map((it) => it.label)).toEqual(['输入邀请码'])
  })
})

test('「加入」 without a code opens the form; a member is told what they are', async () => {
  const { person, member } = await housePeople()
  expect((await person('U1').says('加入')).buttons.map((it) => it.label)).toEqual(['输入邀请码'])
  expect((await (await member('U2', '宜兴')).says('我想加入')).text).toContain('不用再加入')
})

test('a province invites in plain words, and only where it may', async () => {
  const { member, person } = await housePeople()
  const province = await member('js', '江苏')
  const { text, private: alone } = await province.says('给宜兴发个邀请码')
  expect(alone).toBe(true)
  expect((await person('U1').says(`加入 ${codeIn(text)}`)).text).toContain('先试试：「我们还有什么没交」')
  expect((await province.says('给贵溪发个邀请码')).text).toContain('限于本省')
})
