import { expect, it } from 'vitest'
import type { Store } from '../../src/store/index.ts'
import { temporaryStore } from '../support/store.ts'
import { invented } from './invented.ts'

async function passageOf(store: Store, article: string): Promise<string> {
  const [passage] = await store.passages.ofArticle(article)
  return passage?.id ?? ''
}

async function setUp() {
  const store = await temporaryStore()
  await store.documents.put(invented('办法', ['第一条 验收在六月。', '第二条 材料一式三份。']), 1)
  const passageId = await passageOf(store, '1')
  const learn = (question: string, quote?: string) =>
    store.learned.learn(
      {
        question,
        places: [{ passageId, ...(quote === undefined ? {} : { quote }) }],
        source: 'expert',
        by: '王专家',
      },
      5,
    )
  return { store, passageId, learn }
}

it('learns a question once, however it is typed', async () => {
  const { store, passageId, learn } = await setUp()
  expect(await learn('验收什么时候？')).toEqual({ learned: 1, known: 0 })
  expect(await learn(' 验收 什么时候')).toEqual({ learned: 0, known: 1 })
  const kept = { question: '验收什么时候？', passageId, source: 'expert', at: 5 }
  expect(await store.learned.active()).toMatchObject([kept])
  expect(await store.learned.history('验收什么时候')).toMatchObject([{ ...kept, by: '王专家' }])
})

it('learns many questions together, each as it would be learned alone, or none of them', async () => {
  const { store, passageId } = await setUp()
  const of = (question: string, ...ids: readonly string[]) =>
    ({ question, places: ids.map((it) => ({ passageId: it })), source: 'editor', by: 'a.jsonl' }) as const
  const nowhere = '9999'
  await expect(
    store.learned.learnAll([of('验收什么时候', passageId), of('几份', nowhere)], 5),
  ).rejects.toThrow()
  expect(await store.learned.active()).toEqual([])
  expect(
    await store.learned.learnAll(
      [of('验收什么时候', passageId), of('验收，什么时候？', passageId), of('几份')],
      5,
    ),
  ).toEqual([
    { learned: 1, known: 0 },
    { learned: 0, known: 1 },
    { learned: 0, known: 0 },
  ])
  expect(await store.learned.active()).toMatchObject([{ question: '验收什么时候', passageId, at: 5 }])
})

it('masks numbers of telephones and identity cards before anything is stored', async () => {
  const { store, learn } = await setUp()
  await learn('我的电话13812345678，身份证11010519491231002X，验收啥时候')
  const [kept] = await store.learned.active()
  expect(kept?.question).not.toMatch(/13812345678|11010519491231002X/)
  expect(kept?.question).toContain('验收啥时候')
})

it('takes back and learns again, and keeps who did it', async () => {
  const { store, learn } = await setUp()
  await learn('验收什么时候')
  const [kept] = await store.learned.active()
  expect(await store.learned.revoke(kept?.id ?? '', '李主任', 8)).toBe(true)
  expect(await store.learned.revoke(kept?.id ?? '', '李主任', 9)).toBe(false)
  expect(await store.learned.active()).toEqual([])
  expect(await learn('验收什么时候')).toEqual({ learned: 1, known: 0 })
  expect(await store.learned.history('验收什么时候')).toMatchObject([
    { revoked: { by: '李主任', at: 8 } },
    { by: '王专家' },
  ])
})

it('follows its passage into a new version where the words are the same', async () => {
  const { store, learn } = await setUp()
  await learn('验收什么时候', '在六月')
  await store.documents.put(invented('办法', ['第一条 总则。', '第二条 验收在六月。', '第三条 材料。']), 6)
  expect(await store.learned.active()).toMatchObject([
    { passageId: await passageOf(store, '2'), quote: '在六月' },
  ])
})

it('falls due for review where the article has changed, and teaches again when it is kept', async () => {
  const { store, learn } = await setUp()
  await learn('验收什么时候')
  await store.documents.put(invented('办法', ['第一条 验收在七月。', '第二条 材料一式三份。']), 6)
  expect(await store.learned.active()).toEqual([])
  const [due] = await store.learned.dueForReview()
  expect(due).toMatchObject({ dueSince: 6, passageId: await passageOf(store, '1') })
  await store.learned.keep(due?.id ?? '')
  expect(await store.learned.active()).toHaveLength(1)
})

it('falls due for review where the passage is gone', async () => {
  const { store, learn, passageId } = await setUp()
  await learn('验收什么时候')
  await store.documents.put(invented('办法', ['第二条 材料一式三份。']), 6)
  expect(await store.learned.active()).toEqual([])
  expect(await store.learned.dueForReview()).toMatchObject([{ passageId, dueSince: 6 }])
})
