import { expect, it } from 'vitest'
import { temporaryStore } from '../support/store.ts'
import { invented } from './invented.ts'

const stamp = (at: number) => ({ who: '王专家', at })

async function setUp() {
  const store = await temporaryStore()
  await store.questions.keep({
    id: 'q1',
    at: 1,
    conversation: 'c',
    asker: 'slack:g',
    question: '评审费交多少',
    answer: '{}',
    state: 'open',
  })
  const active = async () => (await store.unanswerable.active()).map(({ question, at }) => ({ question, at }))
  return { store, active }
}

it('keeps a question once, however it is typed, without numbers of telephones', async () => {
  const { store, active } = await setUp()
  const confirm = (question: string, at: number) =>
    store.unanswerable.confirm({ question, source: 'import', by: '问题.jsonl' }, at)
  expect(await confirm('评审费交多少？我的电话13812345678', 5)).toBe(true)
  expect(await confirm(' 评审费 交多少 我的电话13812345678', 5)).toBe(false)
  expect(await active()).toEqual([{ question: '评审费交多少？我的电话［手机号］', at: 5 }])
})

it('holds for the documents of the last time that somebody looked', async () => {
  const { store, active } = await setUp()
  const confirm = (at: number) =>
    store.unanswerable.confirm({ question: '评审费交多少', source: 'import', by: '问题.jsonl' }, at)
  await confirm(5)
  expect(await confirm(9)).toBe(true)
  expect(await confirm(7)).toBe(false)
  expect(await active()).toEqual([{ question: '评审费交多少', at: 9 }])
})

it('gives way to a passage that was confirmed to answer, as long as that stands', async () => {
  const { store, active } = await setUp()
  await store.documents.put(invented('办法', ['第一条 评审费三百元。']), 1)
  const [passage] = await store.passages.ofArticle('1')
  await store.unanswerable.confirm({ question: '评审费交多少', source: 'editor', by: '王' }, 5)
  await store.learned.learn(
    { question: '评审费交多少？', places: [{ passageId: passage?.id ?? '' }], source: 'expert', by: '李' },
    6,
  )
  expect(await active()).toEqual([])
  const [learned] = await store.learned.active()
  await store.learned.revoke(learned?.id ?? '', '李', 7)
  expect(await active()).toEqual([{ question: '评审费交多少', at: 5 }])
})

it('closes a question of the queue, and opens it again when taken back, with entries in the audit', async () => {
  const { store, active } = await setUp()
  const asked = { id: 'q1', question: '评审费交多少' }
  const revision = () => store.passages.index.revision()
  const before = await revision()
  expect(await store.unanswerable.close(asked, stamp(5))).toBe(true)
  expect(await store.unanswerable.close(asked, stamp(6))).toBe(false)
  expect(await store.unanswerable.close({ id: 'q2', question: '没有的' }, stamp(6))).toBe(false)
  expect(await store.questions.open()).toEqual([])
  expect(await active()).toEqual([{ question: '评审费交多少', at: 5 }])
  expect(await revision()).toBeGreaterThan(before)

  expect(await store.unanswerable.reopen('q1', stamp(8))).toBe(true)
  expect(await store.unanswerable.reopen('q1', stamp(9))).toBe(false)
  expect(await store.questions.open()).toMatchObject([{ id: 'q1' }])
  expect(await active()).toEqual([])
  expect(
    (await store.audit.list({ action: 'queue.', most: 9 })).map(({ action, at }) => [action, at]),
  ).toEqual([
    ['queue.reopen', 8],
    ['queue.unanswerable', 5],
  ])
})

it('takes back what was known before, too, when who knows better says so', async () => {
  const { store, active } = await setUp()
  await store.unanswerable.confirm({ question: '评审费交多少', source: 'editor', by: '王' }, 3)
  await store.unanswerable.close({ id: 'q1', question: '评审费交多少' }, stamp(5))
  await store.unanswerable.reopen('q1', stamp(6))
  expect(await active()).toEqual([])
})
