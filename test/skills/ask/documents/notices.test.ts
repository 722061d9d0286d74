import { expect, it } from 'vitest'
import { readDocument } from '../../../../src/skills/ask/documents/read-document.ts'

/** 虚构: a letter that issues measures, laid out as GB/T 9704-2012 prescribes. */
const letter = `虚构部文件

虚科发社字〔2017〕112号

关于印发《虚构实验区管理办法》的通知

各省、自治区、直辖市科技厅（委、局），各有关单位：

    为了推进实验区建设，我部制定了《虚构实验区管理办法》，现印发给你们，请遵照执行。

    附件：虚构实验区管理办法

                                            虚构部
                                        二〇一七年三月二十九日

附件：

虚构实验区管理办法

第一章　总　则

第一条　为加强实验区的管理，制定本办法。

第二章　附　则

第二条　本办法自发布之日起施行。
`

it('a letter that issues measures: its signature dates it, its annex holds the articles', async () => {
  const draft = await readDocument({ name: '虚构.txt', bytes: Buffer.from(letter) })
  expect(draft.facts).toEqual({
    title: '关于印发《虚构实验区管理办法》的通知',
    status: '现行',
    number: '虚科发社字〔2017〕112号',
    issuer: '虚构部',
    date: '2017-03-29',
    effectiveFrom: '2017-03-29',
  })
  expect(draft.passages.map(({ kind, path, text }) => [kind, path.join(' > '), text.split('\n')[0]])).toEqual(
    [
      ['cover', '', '虚构部文件'],
      ['text', '', '各省、自治区、直辖市科技厅（委、局），各有关单位：'],
      ['text', '', '附件：虚构实验区管理办法'],
      ['article', '附件：虚构实验区管理办法 > 第一章 总则', '第一条 为加强实验区的管理，制定本办法。'],
      ['article', '附件：虚构实验区管理办法 > 第二章 附则', '第二条 本办法自发布之日起施行。'],
    ],
  )
})

/** 虚构: a notice whose lines follow each other without blank lines. */
const notice = `虚构办公室关于开展验收工作的通知
虚科社函[2015]27号
各省科技厅：
现就开展验收工作有关事项通知如下。
一、验收范围
满五年的实验区。
二、材料要求
（一）验收申请表（一式三份）；
（二）建设总结报告；
（三）统计报表。
三、时间安排
1. 请各省于2015年6月30日前报送材料，逾期不予受理。
2. 11月至12月组织实地考察。
四、联系方式
联 系 人：虚构
电    话：000-00000000
附件：1. 验收申请表
      2. 总结报告提纲
虚构办公室
2015年4月10日
`

it('a notice: headings, short lists together, items with dates apart, its foot apart from its last section', async () => {
  const draft = await readDocument({ name: '虚构.txt', bytes: Buffer.from(notice) })
  expect(draft.facts).toMatchObject({
    title: '虚构办公室关于开展验收工作的通知',
    issuer: '虚构办公室',
    number: '虚科社函[2015]27号',
    date: '2015-04-10',
  })
  expect(draft.passages.map(({ path, text }) => [path.join(' > '), text])).toEqual([
    ['', '虚构办公室关于开展验收工作的通知\n虚科社函[2015]27号'],
    ['', '各省科技厅：\n现就开展验收工作有关事项通知如下。'],
    ['一、验收范围', '满五年的实验区。'],
    ['二、材料要求', '（一）验收申请表（一式三份）；\n（二）建设总结报告；\n（三）统计报表。'],
    ['三、时间安排', '1. 请各省于2015年6月30日前报送材料，逾期不予受理。'],
    ['三、时间安排', '2. 11月至12月组织实地考察。'],
    ['四、联系方式', '联系人：虚构\n电话：000-00000000'],
    ['', '附件：1.验收申请表\n2. 总结报告提纲\n虚构办公室\n2015年4月10日'],
  ])
})

it('a text that is wrapped at a fixed width: sentences whole, paragraphs apart', async () => {
  const sentences = Array.from(
    { length: 12 },
    (_, index) => `　　这是虚构的第${index}段，${'讲实验区的建设和发展，'.repeat(6 + index)}就到这里。`,
  )
  const wrapped = sentences.map((sentence) => sentence.match(/.{1,32}/g)?.join('\n')).join('\n')
  const { passages } = await readDocument({
    name: '虚构.txt',
    bytes: Buffer.from(`虚构报告\n\n${wrapped}\n`),
  })
  expect(passages.slice(1).map(({ text }) => text)).toEqual(sentences.map((sentence) => sentence.trim()))
})
