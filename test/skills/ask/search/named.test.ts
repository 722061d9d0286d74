import { expect, test } from 'vitest'
import { makeDocumentFinder } from '../../../../src/skills/ask/search/named.ts'
import type { StoredDocument } from '../../../../src/store/documents.ts'

const documentOf = (title: string, more: Partial<StoredDocument> = {}): StoredDocument => ({
  id: title,
  name: `${title}.md`,
  origin: `/${title}.md`,
  hash: title,
  title,
  status: '现行',
  warnings: [],
  version: 1,
  addedAt: 0,
  ...more,
})

const namedIn = makeDocumentFinder([
  documentOf('中华人民共和国刑法'),
  documentOf('中华人民共和国刑法修正案'),
  documentOf('个体工商户条例（2016年修订）', { number: '国务院令第596号' }),
])
const titlesNamed = (question: string) => namedIn(question).map((it) => it.title)

test.each([
  ['by the part of its title that people say', '刑法第三条是什么', ['中华人民共和国刑法']],
  ['by the longest name alone', '《刑法修正案》改了什么', ['中华人民共和国刑法修正案']],
  ['without the mark of its edition', '个体工商户条例怎么说', ['个体工商户条例（2016年修订）']],
  ['by its number', '国务院令 第596号是哪个', ['个体工商户条例（2016年修订）']],
  ['each of several', '刑法和个体工商户条例', ['中华人民共和国刑法', '个体工商户条例（2016年修订）']],
  ['not where nothing is named', '验收材料几号交', []],
])('a document is named %s', (_, question, titles) => {
  expect(titlesNamed(question)).toEqual(titles)
})
