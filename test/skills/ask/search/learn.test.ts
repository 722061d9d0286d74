import { expect, it } from 'vitest'
import { makeLearner, mayTeach } from '../../../../src/skills/ask/search/learn.ts'
import { invented } from '../../../store/invented.ts'
import { temporaryStore } from '../../../support/store.ts'

const by = { source: 'import', who: 'questions.jsonl' } as const

async function setUp() {
  const store = await temporaryStore()
  await store.documents.put(
    invented('验收办法', ['第一条 验收在六月。', '第二条 材料一式三份，寄到办公室。']),
    1,
  )
  return { store, learner: makeLearner({ ...store, clock: { now: () => 9 } }) }
}

it('resolves articles, passage ids and verbatim words, and keeps the words', async () => {
  const { store, learner } = await setUp()
  const [first] = await store.passages.ofArticle('1')
  const cites = ['验收办法 第一条', '验收办法.md 「材料一式三份」']
  expect(await learner.learn({ question: '怎么办', cites }, by)).toEqual({
    learned: 2,
    known: 0,
    notFound: [],
  })
  expect(await learner.learn({ question: '怎么办', cites: [first?.id ?? ''] }, by)).toMatchObject({
    known: 1,
  })
  expect(await store.learned.active()).toMatchObject([
    { passageId: first?.id, at: 9 },
    { quote: '材料一式三份' },
  ])
})

it('tells citations that are not found and learns the others', async () => {
  const { learner } = await setUp()
  const cites = [
    '验收办法 第九条',
    '没有的办法 第一条',
    '验收办法 「没有这句话」',
    '999',
    '随便',
    '验收办法 第2条',
  ]
  expect(await learner.learn({ question: '寄到哪', cites }, by)).toEqual({
    learned: 1,
    known: 0,
    notFound: cites.slice(0, 5),
  })
})

it('tells of each of many questions what was learned of it', async () => {
  const { store, learner } = await setUp()
  const told = await learner.learnAll(
    [
      { question: '怎么办', cites: ['验收办法 第一条', '验收办法 第九条'] },
      { question: '何时', cites: ['验收办法 第一条'] },
      { question: '何时？', cites: ['验收办法 第1条'] },
      { question: ' ', cites: ['验收办法 第一条'] },
    ],
    by,
  )
  expect(told).toEqual([
    { learned: 1, known: 0, notFound: ['验收办法 第九条'] },
    { learned: 1, known: 0, notFound: [] },
    { learned: 0, known: 1, notFound: [] },
    { learned: 0, known: 0, notFound: [] },
  ])
  expect((await store.learned.active()).map((it) => it.question)).toEqual(['怎么办', '何时'])
})

it('lets an expert or the office teach alone, members only with one of another organization', () => {
  const staff = (memberId: string, organizationId: string) => ({
    role: 'staff' as const,
    memberId,
    organizationId,
  })
  expect(mayTeach([{ role: 'expert', memberId: 'e' }])).toBe(true)
  expect(mayTeach([{ role: 'office', memberId: 'o' }])).toBe(true)
  expect(mayTeach([staff('a', 'yixing'), staff('b', 'guixi')])).toBe(true)
  expect(mayTeach([staff('a', 'yixing'), staff('b', 'yixing')])).toBe(false)
  expect(mayTeach([staff('a', 'yixing'), staff('a', 'yixing')])).toBe(false)
  expect(mayTeach([{ role: 'guest' }, { role: 'guest' }])).toBe(false)
  expect(mayTeach([{ role: 'guest', organizationId: 'x' }, staff('a', 'yixing')])).toBe(false)
})
