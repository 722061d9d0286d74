import { describe, expect, test } from 'vitest'
import { conversationOf } from '../../../src/core/message.ts'
import { reply } from '../../../src/core/reply.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { isAcknowledgement, isQuestion } from '../../../src/skills/members/ambient.ts'
import type { Store } from '../../../src/store/index.ts'
import { housePeople } from '../../support/people.ts'

const inChannel = { addressed: 'mention', from: { channel: 'C1' } } as const
const aside = { addressed: 'ambient', from: { channel: 'C1' } } as const

describe('binding a channel', () => {
  test('a zone binds a channel to itself; everybody there is told', async () => {
    const { member, store } = await housePeople()
    const staff = await member('yx', '宜兴')
    const bound = await staff.at(inChannel).calls('bind', { purpose: 'notices' })
    expect(bound).toMatchObject({
      text: '本频道已绑定到：江苏省无锡市宜兴市 · 通知；被提到时才回答。',
      private: false,
    })
    expect(await store.bindings.find({ platform: 'slack', space: 'T1', channel: 'C1' })).toMatchObject({
      organization: { id: 'jiangsu-yixing' },
      purpose: 'notices',
      answers: 'mention',
    })
  })

  test('a purpose or a way of answering is understood wherever it stands', async () => {
    const { member } = await housePeople()
    const office = (await member('boss', '办公室')).at(inChannel)
    expect((await office.calls('bind', { organization: '如皋 培训' })).text).toContain('如皋市 · 培训')
    expect((await office.calls('bind', { organization: '每问必答' })).text).toContain('如皋市；回答每个问题')
  })

  test('of the office, a purpose alone is for the whole alliance', async () => {
    const { member } = await housePeople()
    const office = (await member('boss', '办公室')).at(inChannel)
    expect((await office.calls('bind', { purpose: 'alliance', answers: 'every' })).text).toBe(
      '本频道已绑定到：联盟；回答每个问题。',
    )
  })

  test('without saying what, it tells how things stand and offers a form', async () => {
    const { member } = await housePeople()
    const staff = (await member('yx', '宜兴')).at(inChannel)
    expect(await staff.calls('bind')).toMatchObject({
      text: '本频道还没有绑定。\n[绑定本频道]',
      buttons: [{ opens: 'members.bind' }],
    })
    const bound = await staff.submits('members.bind', { purpose: 'questions', answers: 'every' })
    expect(bound.text).toContain('宜兴市 · 提问；回答每个问题')
    expect((await staff.calls('bind')).text).toContain('本频道绑定到：江苏省无锡市宜兴市 · 提问')
  })

  test("nobody takes another's channel away; who may both sees what was there before", async () => {
    const { member } = await housePeople()
    await (await member('js', '江苏')).at(inChannel).calls('bind', { organization: '如皋' })
    const yixing = (await member('yx', '宜兴')).at(inChannel)
    expect((await yixing.calls('bind', { purpose: 'notices' })).text).toContain(
      '不包括「江苏省南通市如皋市」',
    )
    expect((await yixing.calls('unbind')).text).toContain('限于本单位')
    const jiangsu = (await member('js2', '江苏')).at(inChannel)
    expect((await jiangsu.calls('bind', { organization: '宜兴' })).text).toContain(
      '原来绑定的是：江苏省南通市如皋市',
    )
    expect((await yixing.calls('unbind')).text).toContain('已解除绑定')
    expect((await yixing.calls('unbind')).text).toContain('本频道还没有绑定。 绑定请用 /alliance bind。')
  })

  test('not in a private chat, not by guests, not for another zone', async () => {
    const { member, person } = await housePeople()
    const staff = await member('yx', '宜兴')
    expect((await staff.calls('bind', { purpose: 'notices' })).text).toContain('私聊不能绑定')
    expect((await person('g').at(inChannel).calls('bind', { organization: '宜兴' })).text).toContain(
      '只有成员能绑定',
    )
    expect((await staff.at(inChannel).calls('bind', { organization: '贵溪' })).text).toContain(
      '不包括「江西省',
    )
  })
})

describe('what nobody addressed to the bot', () => {
  test('is left alone in a channel that did not opt in', async () => {
    const { member, person } = await house()
    await (await member('yx', '宜兴')).at(inChannel).calls('bind', { purpose: 'questions' })
    expect((await person('g').at(aside).says('验收材料什么时候交？')).text).toBe('')
  })

  test('is answered in a channel that opted in, where it is a question', async () => {
    const { member, person } = await house()
    await (await member('yx', '宜兴')).at(inChannel).calls('bind', { purpose: 'questions', answers: 'every' })
    const guest = person('g').at(aside)
    expect((await guest.says('验收材料什么时候交')).text).toBe('答：验收材料什么时候交')
    for (const text of ['大家好', '好的，收到', '谢谢！', '👍', '我明天去南京开会'])
      expect((await guest.says(text)).text).toBe('')
    expect((await guest.at({ from: { channel: 'C2' } }).says('验收材料什么时候交')).text).toBe('')
  })

  test('is answered in a thread in which the bot has answered, whoever goes on, but for thanks', async () => {
    const { person } = await house()
    const thread = { from: { channel: 'C1', thread: '17.1' } }
    await person('g')
      .at({ ...thread, addressed: 'mention' })
      .says('验收材料什么时候交')
    const other = person('h').at({ ...thread, addressed: 'ambient' })
    expect((await other.says('那2013年的呢')).text).toBe('答：那2013年的呢')
    expect((await other.says('谢谢，明白了')).text).toBe('')
    expect((await other.at({ from: { channel: 'C1', thread: '17.2' } }).says('那2013年的呢')).text).toBe('')
  })
})

describe('a sentence in passing', () => {
  test.each([
    '验收材料啥时候交',
    '附件在哪',
    '要交几项材料',
    '是否需要公章',
    'Where is the form',
    '这样行吗',
  ])('%s asks', (text) => {
    expect(isQuestion(text)).toBe(true)
  })
  test.each(['好的', '收到，谢谢', '明白了！', '嗯嗯', '👍👍', '……', 'OK', 'thanks', '辛苦了'])(
    '%s is a nod',
    (text) => {
      expect(isAcknowledgement(text)).toBe(true)
      expect(isQuestion(text)).toBe(false)
    },
  )
  test.each(['材料已经寄出', '下周一放假', '那2013年的呢', '可以提前吗'])('%s is no nod', (text) => {
    expect(isAcknowledgement(text)).toBe(false)
  })
})

/** With a skill that answers everything and keeps what it was asked, as the ask skill does. */
async function house() {
  let store: Store | undefined
  const answering: Skill = {
    name: 'ask',
    summary: '',
    examples: [],
    match: () => 0.5,
    async handle(message) {
      await store?.questions.keep({
        id: message.id,
        at: message.at,
        conversation: conversationOf(message),
        asker: message.author.id,
        question: message.text,
        answer: '{}',
        state: 'settled',
      })
      return reply(`答：${message.text}`)
    },
  }
  const people = await housePeople([answering])
  store = people.store
  return people
}
