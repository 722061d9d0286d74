import { expect, it } from 'vitest'
import { temporaryStore } from '../support/store.ts'
import { invented } from './invented.ts'

const even = { title: 1, path: 1, body: 1, pairs: 1 }

it('gives passages in the order that was asked for, without those that are not there', async () => {
  const { documents, passages } = await temporaryStore()
  const { document } = await documents.put(invented('办法', ['第一条 甲。', '第二条 乙。', '第三条 丙。']), 1)
  const all = await passages.ofDocument(document.id)
  const [first, , third] = all.map((it) => it.id)
  const got = await passages.get([third ?? '', '99999', 'x', first ?? ''])
  expect(got.map((it) => it.text)).toEqual(['第三条 丙。', '第一条 甲。'])
  expect(got[0]?.document).toEqual(document)
})

it('looks articles up by number, 之一 apart, within documents or in all', async () => {
  const { documents, passages } = await temporaryStore()
  const one = await documents.put(invented('甲办法', ['第三条 甲。', '第三条之一 甲一。']), 1)
  await documents.put(invented('乙办法', ['第三条 乙。']), 1)
  expect((await passages.ofArticle('3')).map((it) => it.text)).toEqual(['第三条 甲。', '第三条 乙。'])
  expect((await passages.ofArticle('3-1', [one.document.id])).map((it) => it.text)).toEqual([
    '第三条之一 甲一。',
  ])
})

it('never reads syntax in what is searched', async () => {
  const { documents, passages } = await temporaryStore()
  await documents.put(invented('办法', ['第一条 验收 and 材料。']), 1)
  for (const text of [
    '"',
    '*',
    'NEAR(',
    'a" OR "b',
    '-',
    'title:',
    '^',
    "'; DROP TABLE passages",
    '\0',
    '',
  ]) {
    await expect(passages.index.search([{ text, kind: 'word' }], even, 5)).resolves.toBeInstanceOf(Array)
  }
  expect(await passages.counts()).toMatchObject({ passages: 1 })
})

it('counts in how many passages a term stands, and tells every change by its revision', async () => {
  const { documents, passages } = await temporaryStore()
  const empty = await passages.index.revision()
  await documents.put(invented('验收办法', ['第一条 验收。', '第二条 验收和材料。', '第三条 其他。']), 1)
  expect(await passages.index.revision()).toBeGreaterThan(empty)
  const found = await passages.index.frequenciesOf(['验收', '没有'])
  expect(found.get('验收')).toMatchObject({ title: 3, body: 2, pairs: 2 })
  expect(found.has('没有')).toBe(false)
})

it('finds the same, with the same scores, when the pieces of its index were joined', async () => {
  const { documents, passages } = await temporaryStore()
  await documents.put(invented('验收办法', ['第一条 验收。', '第二条 验收和材料，材料。']), 1)
  await documents.put(invented('验收办法', ['第一条 验收。', '第二条 新的材料。']), 2)
  await documents.put(invented('培训通知', ['第一条 材料。', '第二条 报名。']), 3)
  const found = () =>
    passages.index.search(
      [
        { text: '材料', kind: 'word' },
        { text: '材料', kind: 'pair' },
        { text: '验收', kind: 'word' },
      ],
      even,
      10,
    )
  const before = await found()
  const frequencies = await passages.index.frequenciesOf(['材料', '验收'])
  await documents.settle()
  expect(await found()).toEqual(before)
  expect(await passages.index.frequenciesOf(['材料', '验收'])).toEqual(frequencies)
})
