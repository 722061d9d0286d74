import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documentsNamed, readDocumentNames } from '../../../../src/skills/ask/answer/document-names.ts'
import { names as policies } from '../documents/policies.ts'

const names = readDocumentNames(`# 文件名: 别称
report.txt: 年度报告, 工作报告
points.txt: 工作要点, 要点
plan.txt: 报告计划`)
const named = (text: string) => documentsNamed(text, names).map((it) => it.document)

describe('documents that a question names', () => {
  test.each<[string, string[]]>([
    ['工作要点里怎么说', ['points.txt']],
    ['验收材料什么时候交', []],
    ['年度报告和工作要点都提到吗', ['report.txt', 'points.txt']],
    ['要点和年度报告', ['points.txt', 'report.txt']],
    ['要点、工作要点', ['points.txt']],
    ['报告计划', ['plan.txt']],
  ])('%s: %j', (text, documents) => {
    expect(named(text)).toEqual(documents)
  })

  test('are named by the longest name that fits: a shorter one inside it speaks for no other document', () => {
    const two = readDocumentNames('a.txt: 规划纲要\nb.txt: 规划')
    expect(documentsNamed('规划纲要', two).map((it) => it.document)).toEqual(['a.txt'])
    expect(documentsNamed('规划纲要与规划', two).map((it) => it.document)).toEqual(['a.txt', 'b.txt'])
  })

  test('may be named by two words with a few characters between them', () => {
    const plans = readDocumentNames('outline.txt: 十二五…实验区\ncounty.txt: 县…十二五')
    const said = (text: string) => documentsNamed(text, plans)
    expect(said('十二五给实验区定了啥')).toEqual([{ document: 'outline.txt', name: '十二五给实验区' }])
    expect(said('县里的十二五讲了啥').map((it) => it.document)).toEqual(['county.txt'])
    expect(said('十二五，实验区怎么干')).toEqual([])
    expect(said('十二五两份规划：实验区要做多少示范项目')).toEqual([])
    expect(said('十二五期间全国各地的可持续发展实验区')).toEqual([])
  })

  test('are those that are there', () => {
    const text = readFileSync(new URL('../../../../data/lexicon/documents.txt', import.meta.url), 'utf8')
    const files: readonly string[] = Object.values(policies)
    expect(new Set(readDocumentNames(text).map((it) => it.document))).toEqual(new Set(files))
  })
})

test('lines without a name, comments and empty names are left out', () => {
  expect(readDocumentNames('# a.txt: x\n\nnothing\nb.txt: , ，甲')).toEqual([
    { document: 'b.txt', name: '甲' },
  ])
})
