import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../src/store/index.ts'
import type { AskedQuestion } from '../../src/store/questions.ts'
import { temporaryStore } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const stamp = { who: 'm1', at: 50 }
const asked = (id: string, more: Partial<AskedQuestion> = {}): AskedQuestion => ({
  id,
  at: 10,
  conversation: 'c1',
  asker: 'slack/T1/u1',
  question: `问题${id}`,
  answer: '{"kind":"refusal"}',
  state: 'open',
  ...more,
})
const voice = (person: string, verdict: 'helpful' | 'wrong' | 'expert', askedId = 'q1') =>
  ({ askedId, person, role: 'staff', verdict, at: 20 }) as const
const reply = (id: string, more: object = {}) => ({
  id,
  askedId: 'q1',
  question: '问题q1',
  text: '答复',
  places: [],
  by: '王明',
  at: 50,
  ...more,
})
const idsOf = async (store: Store) => (await store.questions.open()).map((it) => it.id)

describe('kept questions', () => {
  test('come back as they were asked, after a restart too, once', async () => {
    const file = join(temporaryFolder(), 'alliance.db')
    const store = await openStore(file)
    const whole = asked('q1', { organization: 'experts', context: '先前的问题' })
    await store.questions.keep(whole)
    await store.questions.keep({ ...whole, question: '又一次' })
    await store.questions.keep(asked('q2'))
    await store.close()
    const again = await openStore(file)
    expect(await again.questions.find('q1')).toEqual(whole)
    expect(await again.questions.find('q2')).toEqual(asked('q2'))
    expect(await again.questions.find('q3')).toBeUndefined()
    await again.close()
  })

  test('hold no numbers of persons, nor does what they lean on', async () => {
    const store = await temporaryStore()
    await store.questions.keep(
      asked('q1', { question: '电话13812345678', context: '证件320582198001011234' }),
    )
    expect(await store.questions.find('q1')).toMatchObject({
      question: '电话［手机号］',
      context: '证件［身份证号］',
    })
  })

  test('of a conversation are the latest ones, oldest first', async () => {
    const store = await temporaryStore()
    for (const at of [1, 2, 3, 4]) await store.questions.keep(asked(`q${at}`, { at }))
    await store.questions.keep(asked('elsewhere', { at: 5, conversation: 'c2' }))
    const recent = async (since: number, most: number) =>
      (await store.questions.recent('c1', since, most)).map((it) => it.id)
    expect(await recent(0, 2)).toEqual(['q3', 'q4'])
    expect(await recent(4, 9)).toEqual(['q4'])
  })
})

describe('voices', () => {
  test('of one person count once, the last one', async () => {
    const store = await temporaryStore()
    await store.questions.keep(asked('q1', { state: 'settled' }))
    await store.questions.judge(voice('a', 'helpful'))
    await store.questions.judge({ ...voice('a', 'wrong'), role: 'expert', organization: 'experts', at: 30 })
    expect(await store.questions.verdicts('q1')).toEqual([
      { askedId: 'q1', person: 'a', role: 'expert', organization: 'experts', verdict: 'wrong', at: 30 },
    ])
  })

  test('against an answer open it until the last of them has changed its mind', async () => {
    const store = await temporaryStore()
    await store.questions.keep(asked('q1', { state: 'settled' }))
    await store.questions.judge(voice('a', 'helpful'))
    expect(await idsOf(store)).toEqual([])
    await store.questions.judge(voice('a', 'wrong'))
    await store.questions.judge(voice('b', 'expert'))
    await store.questions.judge(voice('a', 'helpful'))
    expect(await idsOf(store)).toEqual(['q1'])
    await store.questions.judge(voice('b', 'helpful'))
    expect(await idsOf(store)).toEqual([])
  })
})

describe("an expert's reply", () => {
  test('closes its question, with an entry in the audit that bears no name', async () => {
    const store = await temporaryStore()
    await store.questions.keep(asked('q1'))
    expect(await store.questions.reply(reply('r1', { member: 'm1' }), stamp)).toBe(true)
    expect(await idsOf(store)).toEqual([])
    expect(await store.questions.replies()).toEqual([reply('r1', { member: 'm1' })])
    const [entry] = await store.audit.list({ most: 5 })
    expect(entry).toMatchObject({
      action: 'queue.reply',
      subject: 'r1',
      who: 'm1',
      at: 50,
      after: { text: '答复' },
    })
    expect(JSON.stringify(entry)).not.toContain('王明')
  })

  test('to a question that is unknown or closed is not kept', async () => {
    const store = await temporaryStore()
    await store.questions.keep(asked('q1'))
    expect(await store.questions.reply(reply('r0', { askedId: 'q9' }), stamp)).toBe(false)
    const both = await Promise.all(['r1', 'r2'].map((id) => store.questions.reply(reply(id), stamp)))
    expect(both.filter((it) => it)).toHaveLength(1)
    expect(await store.questions.replies()).toHaveLength(1)
    expect(await store.audit.list({ most: 5 })).toHaveLength(1)
  })

  test('takes the place of the one before when its question was opened again', async () => {
    const store = await temporaryStore()
    await store.questions.keep(asked('q1'))
    await store.questions.reply(reply('r1'), stamp)
    await store.questions.judge(voice('a', 'wrong'))
    expect(await store.questions.reply(reply('r2', { text: '更正' }), stamp)).toBe(true)
    expect(await store.questions.replies()).toMatchObject([{ id: 'r2', text: '更正' }])
    const [entry] = await store.audit.list({ most: 1 })
    expect(entry).toMatchObject({ before: { id: 'r1', text: '答复' }, after: { text: '更正' } })
  })

  test('taken back opens its question again, once', async () => {
    const store = await temporaryStore()
    await store.questions.keep(asked('q1'))
    await store.questions.reply(reply('r1'), stamp)
    expect(await store.questions.withdraw('r1', { who: 'm1', at: 60 })).toBe(true)
    expect(await store.questions.withdraw('r1', { who: 'm1', at: 70 })).toBe(false)
    expect(await store.questions.withdraw('r9', { who: 'm1', at: 70 })).toBe(false)
    expect(await idsOf(store)).toEqual(['q1'])
    expect(await store.questions.replies()).toEqual([])
    expect(await store.audit.list({ action: 'queue.withdraw', most: 5 })).toMatchObject([
      { at: 60, before: { text: '答复' } },
    ])
  })

  test('is due for review from the day on which a document that it names is replaced, and may then be given anew', async () => {
    const store = await temporaryStore()
    await put(store, '虚构：旧版', 1)
    const [passage] = await store.passages.ofDocument('1')
    const places = [{ passageId: passage?.id ?? '', quote: '' }]
    await store.questions.keep(asked('q1'))
    await store.questions.reply(reply('r1', { places }), stamp)
    expect((await store.questions.replies())[0]?.dueSince).toBeUndefined()
    await put(store, '虚构：新版', 99)
    expect(await store.questions.replies()).toEqual([reply('r1', { places, dueSince: 99 })])
    expect(await store.questions.reply(reply('r2'), stamp)).toBe(true)
    expect((await store.questions.replies()).map((it) => it.id)).toEqual(['r2'])
  })
})

/** One file, whose text is this one at that instant. */
async function put(store: Store, text: string, at: number): Promise<void> {
  const passage = { kind: 'text', path: [], text, start: 0, end: text.length } as const
  const file = { name: '虚构.txt', origin: '/虚构.txt', hash: hashOf(text), bytes: Buffer.from(text) }
  const facts = { title: '虚构', status: '现行' } as const
  await store.documents.put(
    { facts, printed: text, warnings: [], passages: [passage], mentions: [], edition: 'test', file },
    at,
  )
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
