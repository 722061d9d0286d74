import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeSearcher } from '../../../../src/skills/ask/search/search.ts'
import { makeWords } from '../../../../src/skills/ask/search/words.ts'
import type { Store } from '../../../../src/store/index.ts'
import { invented, words } from '../../../store/invented.ts'
import { temporaryStore } from '../../../support/store.ts'

const searcherOf = ({ documents, passages, learned }: Store) =>
  makeSearcher({ documents, passages, learned, words })

async function setUp() {
  const store = await temporaryStore()
  const put = (...parts: Parameters<typeof invented>) => store.documents.put(invented(...parts), 1)
  await put('中华人民共和国验收法', [
    '第一条 为了规范验收，制定本法。',
    '第二条 申请人应当在六月三十日前提交材料。',
    '第三条 逾期的，暂缓验收。',
  ])
  await put('实验区管理办法', [
    '第一条 实验区由科技部批准。',
    '第二条 实验区建设期为五年。',
    '第三条 每年报送总结。',
  ])
  return { store, put, searcher: searcherOf(store) }
}

const textsOf = (hits: readonly { passage: { text: string } }[]) => hits.map((it) => it.passage.text)

it('finds a passage by its words, best first, with the facts of its document', async () => {
  const { searcher } = await setUp()
  const [best] = await searcher.search('材料什么时候提交')
  expect(best?.passage).toMatchObject({
    text: '第二条 申请人应当在六月三十日前提交材料。',
    document: { title: '中华人民共和国验收法' },
  })
})

it('finds words of one and of two characters', async () => {
  const { searcher } = await setUp()
  expect(textsOf(await searcher.search('逾期'))).toEqual(['第三条 逾期的，暂缓验收。'])
  expect((await searcher.search('年'))[0]?.passage.text).toContain('年')
})

it('gives an article of a named document first', async () => {
  const { searcher } = await setUp()
  const [best] = await searcher.search('验收法第三条')
  expect(best).toMatchObject({
    passage: { text: '第三条 逾期的，暂缓验收。' },
    features: { exact: true, named: true },
  })
})

it('tells every document that could be meant where an article is asked for without one', async () => {
  const { searcher } = await setUp()
  const lookup = await searcher.lookUp('第三条是什么')
  expect(lookup?.documents.map((it) => it.title).sort()).toEqual(['中华人民共和国验收法', '实验区管理办法'])
  expect((await searcher.lookUp('《实验区管理办法》第3条'))?.passages).toMatchObject([
    { text: '第三条 每年报送总结。' },
  ])
  expect(await searcher.lookUp('材料什么时候提交')).toBeUndefined()
})

it('tells the named document where it has no such article', async () => {
  const { searcher } = await setUp()
  expect(await searcher.lookUp('验收法第九十九条')).toMatchObject({
    passages: [],
    named: [{ title: '中华人民共和国验收法' }],
  })
})

it('keeps to the documents asked for, and to what was there on a day', async () => {
  const { searcher, put } = await setUp()
  const { document } = await put('验收细则', ['第一条 验收分三步。'], { date: '2015-06' })
  expect(textsOf(await searcher.search('验收', { documents: [document.id] }))).toEqual([
    '第一条 验收分三步。',
  ])
  const then = await searcher.search('验收', { asOf: '2014-12-31' })
  expect(then.length).toBeGreaterThan(0)
  expect(textsOf(then)).not.toContain('第一条 验收分三步。')
})

it('sees a new document and a new version at once', async () => {
  const { searcher, put } = await setUp()
  expect(await searcher.search('龙舟')).toEqual([])
  await put('龙舟办法', ['第一条 龙舟长十米。'])
  expect(textsOf(await searcher.search('龙舟'))).toEqual(['第一条 龙舟长十米。'])
  await put('龙舟办法', ['第一条 龙舟长九米。'])
  expect(textsOf(await searcher.search('龙舟'))).toEqual(['第一条 龙舟长九米。'])
})

it('finds an answer by what was confirmed, though no word is shared, and no longer after it is taken back', async () => {
  const { store, searcher } = await setUp()
  const target = (await store.passages.ofArticle('3')).find((it) => it.text.includes('逾期'))
  const question = '晚交会不会出事'
  expect(await searcher.search('晚交会怎样')).toEqual([])
  await store.learned.learn(
    { question, places: [{ passageId: target?.id ?? '' }], source: 'expert', by: '王专家' },
    2,
  )
  const [best] = await searcher.search('晚交会怎样')
  expect(best?.passage.id).toBe(target?.id)
  expect(best?.features.votes).toBeGreaterThan(0)
  const [kept] = await store.learned.active()
  await store.learned.revoke(kept?.id ?? '', '王专家', 3)
  expect(await searcher.search('晚交会怎样')).toEqual([])
})

it('does not let a passage that was confirmed a hundred times swallow other questions', async () => {
  const { store, searcher } = await setUp()
  const target = (await store.passages.ofArticle('1')).find((it) => it.text.includes('规范验收'))
  for (let at = 0; at < 100; at++) {
    const question = `验收的第${at}个问题怎么规定`
    await store.learned.learn(
      { question, places: [{ passageId: target?.id ?? '' }], source: 'expert', by: '王专家' },
      2,
    )
  }
  const [best] = await searcher.search('申请人六月三十日前提交材料吗')
  expect(best?.passage.text).toContain('六月三十日')
})

it('weighs a text higher that others name', async () => {
  const { store, put, searcher } = await setUp()
  await put('甲条例', ['第一条 仓库要防火防盗。'])
  await put('乙条例', ['第一条 仓库要防火防盗！'])
  for (const name of ['丙', '丁', '戊']) await put(`${name}规定`, [`第一条 ${name}依照《乙条例》办理。`])
  const [best] = await searcher.search('仓库防火')
  expect(best?.passage.document.title).toBe('乙条例')
  expect(await store.documents.mentions()).toEqual(new Map([['乙条例', 3]]))
})

it('makes the index anew when the lexicon has changed', async () => {
  const { store } = await setUp()
  const edited = makeWords({ lexicon: '实验区\n验收\n科技部批准' })
  const searcher = makeSearcher({ ...store, words: edited })
  expect(textsOf(await searcher.search('科技部批准'))[0]).toBe('第一条 实验区由科技部批准。')
  expect(await store.passages.index.edition()).toBe(edited.edition)
  expect((await store.passages.index.frequenciesOf(['科技部批准'])).get('科技部批准')?.body).toBe(1)
})

it('answers anything typed without failing', async () => {
  const { searcher } = await setUp()
  const hostile = [
    '',
    '"',
    '*',
    'NEAR(验收)',
    '-验收',
    '\ud800',
    '😀😀',
    '验收'.repeat(5000),
    '第条',
    "' OR 1=1",
  ]
  for (const text of hostile) await searcher.search(text)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      await searcher.search(text)
      await searcher.lookUp(text)
    }),
    { numRuns: 50 },
  )
})
