import { expect, it } from 'vitest'
import type { Asked } from '../../../../src/skills/ask/answer/answer.ts'
import { withKeptAnswers } from '../../../../src/skills/ask/answer/kept-answers.ts'
import type { Store } from '../../../../src/store/index.ts'
import { invented } from '../../../store/invented.ts'
import { temporaryStore } from '../../../support/store.ts'

/** An answerer that numbers its answers, behind the real store's knowledge. */
async function counting({ most }: { most?: number } = {}) {
  const store = await temporaryStore()
  let answered = 0
  let fails = false
  const kept = withKeptAnswers(
    {
      async answer() {
        answered += 1
        if (fails) throw new Error('out of order')
        return { kind: 'answer', text: `第${answered}答`, claims: [], citations: [], confidence: 1, ms: 50 }
      },
    },
    { knowledge: () => store.knowledge(), ...(most === undefined ? {} : { most }) },
  )
  const ask = async (question: string, more: Partial<Asked> = {}) =>
    (await kept.answer({ question, ...more })).text
  const failing = (it: boolean) => {
    fails = it
  }
  return { store, kept, ask, failing }
}

it('says again what it said to the same question, and in its own time', async () => {
  const { kept, ask } = await counting()
  expect(await ask('验收什么时候')).toBe('第1答')
  expect(await kept.answer({ question: '验收什么时候' })).toMatchObject({
    text: '第1答',
    ms: expect.any(Number),
  })
  expect((await kept.answer({ question: '验收什么时候' })).ms).toBeLessThan(50)
  expect(await ask('验收交什么')).toBe('第2答')
})

it('answers once what a hundred people ask at once', async () => {
  const { ask } = await counting()
  const all = await Promise.all(Array.from({ length: 100 }, () => ask('验收什么时候')))
  expect(new Set(all)).toEqual(new Set(['第1答']))
})

it('takes a question in another context, or as of another day, for another question', async () => {
  const { ask } = await counting()
  const history = [
    { role: 'user', content: '江苏有几个' },
    { role: 'assistant', content: '两个' },
  ] as const
  const texts = [
    await ask('那浙江呢'),
    await ask('那浙江呢', { history }),
    await ask('那浙江呢', { history: [...history, ...history] }),
    await ask('那浙江呢', { asOf: '2014-12-31' }),
  ]
  expect(new Set(texts).size).toBe(4)
  expect(await ask('那浙江呢', { history })).toBe('第2答')
})

it('keeps no failure', async () => {
  const { ask, failing } = await counting()
  failing(true)
  await expect(ask('验收什么时候')).rejects.toThrow()
  failing(false)
  expect(await ask('验收什么时候')).toBe('第2答')
})

it('forgets what was asked for longest ago', async () => {
  const { ask } = await counting({ most: 2 })
  for (const question of ['甲', '乙', '甲', '丙']) await ask(question)
  expect(await ask('甲')).toBe('第1答')
  expect(await ask('乙')).toBe('第4答')
})

const stamp = { who: 'w', role: 'expert', at: 9 } as const
const document = (text: string) => invented('办法', [`第一条 ${text}`])
const passageIdOf = async (store: Store) => (await store.passages.ofArticle('1'))[0]?.id ?? ''
const learn = async (store: Store) =>
  store.learned.learn(
    { question: '啥时候', places: [{ passageId: await passageIdOf(store) }], source: 'expert', by: '王' },
    5,
  )
const reply = async (store: Store) => {
  const asked = { at: 1, conversation: 'c', asker: 'a', question: '问', answer: '{}', state: 'open' } as const
  await store.questions.keep({ id: 'q1', ...asked })
  const its = { id: 'r1', askedId: 'q1', question: '问', text: '答', places: [], by: '王', at: 9 }
  return store.questions.reply(its, stamp)
}
const zone = { id: 'x', name: '某市', short: '某', aliases: [], province: '江苏', region: '东部' } as const

it.each<[string, (store: Store) => Promise<unknown>]>([
  ['a document comes', (store) => store.documents.put(invented('新办法', ['第一条 新。']), 2)],
  ['a document has a new version', (store) => store.documents.put(document('验收在七月。'), 2)],
  [
    'a confirmed question is taken back',
    async (store) => store.learned.revoke((await store.learned.active())[0]?.id ?? '', '李', 8),
  ],
  ['an expert withdraws a reply', (store) => store.questions.withdraw('r1', stamp)],
  ['a zone is imported', (store) => store.zones.import([{ zone, sources: [] }])],
])('keeps nothing when %s', async (_, change) => {
  const { store, ask } = await counting()
  await store.documents.put(document('验收在六月。'), 1)
  await learn(store)
  await reply(store)
  const before = await ask('验收什么时候')
  expect(await ask('验收什么时候')).toBe(before)
  await change(store)
  expect(await ask('验收什么时候')).not.toBe(before)
})

it.each<[string, (store: Store) => Promise<unknown>]>([
  ['a question is confirmed', learn],
  ['an expert replies', reply],
])('keeps nothing when %s', async (_, change) => {
  const { store, ask } = await counting()
  await store.documents.put(document('验收在六月。'), 1)
  const before = await ask('验收什么时候')
  await change(store)
  expect(await ask('验收什么时候')).not.toBe(before)
})
