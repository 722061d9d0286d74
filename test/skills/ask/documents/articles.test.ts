import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toChineseNumber } from '../../../../src/core/numerals.ts'
import type { DocumentDraft } from '../../../../src/skills/ask/documents/document.ts'
import { readDocument } from '../../../../src/skills/ask/documents/read-document.ts'

/** 虚构: a law made up for these tests. */
const law = `# 虚构县可持续发展条例

2007年3月28日 虚构县人民代表大会通过

2007年4月9日 虚构县人民政府令第5号公布

2007年6月1日 施行

<!-- INFO END -->

## 第一编 总则

### 第一章 一般规定

第一条 为了促进可持续发展，根据第三条的规定，制定本条例。

第二条 申请验收应当提交下列材料：

（一）申请书；

（二）总结报告，包括：

1．规划完成情况；

2．经费使用情况。

前款材料一式三份。

第二条之一 材料不全的，限期补正。

第三条规定的期限届满的，不再受理。

## 第二编 附则

第三条 本条例自2007年6月1日起施行。
`

async function read(text: string, name = '虚构.md'): Promise<DocumentDraft> {
  return readDocument({ name, bytes: Buffer.from(text) })
}

function articles(draft: DocumentDraft): string[] {
  return draft.passages.flatMap((passage) => (passage.article === undefined ? [] : [passage.article]))
}

describe('a law', () => {
  it('becomes one passage an article, with its paragraphs and items', async () => {
    const draft = await read(law)
    expect(articles(draft)).toEqual(['第一条', '第二条', '第二条之一', '第三条'])
    expect(draft.passages[2]).toMatchObject({
      kind: 'article',
      article: '第二条',
      path: ['第一编 总则', '第一章 一般规定'],
      text: '第二条 申请验收应当提交下列材料：\n（一）申请书；\n（二）总结报告，包括：\n1．规划完成情况；\n2．经费使用情况。\n前款材料一式三份。',
    })
  })

  it('takes a number inside a sentence for a reference', async () => {
    const draft = await read(law)
    expect(draft.passages[3]?.text).toBe(
      '第二条之一 材料不全的，限期补正。\n第三条规定的期限届满的，不再受理。',
    )
  })

  it('keeps its history as the cover, and tells its facts', async () => {
    const draft = await read(law)
    expect(draft.passages[0]).toMatchObject({ kind: 'cover', path: [] })
    expect(draft.facts).toMatchObject({
      title: '虚构县可持续发展条例',
      status: '现行',
      number: '虚构县人民政府令第5号',
      date: '2007-04-09',
      effectiveFrom: '2007-06-01',
    })
    expect(draft.dropped.map(({ start, end }) => draft.printed.slice(start, end))).toEqual([
      '<!-- INFO END -->',
    ])
  })

  const number = /^(第[^条\n]{1,6}条(?:之一)?) /gm
  it.each<[string, (text: string) => string]>([
    ['bold numbers', (text) => text.replace(number, '**$1** ')],
    ['numbers after #', (text) => text.replace(number, '#### $1 ')],
    ['numbers alone after #', (text) => text.replace(number, '#### $1\n\n')],
    ['a wide space after the number', (text) => text.replace(number, '　　$1　')],
    ['plain text', (text) => text.replace(/^#+ |<!--.*-->/gm, '')],
    ['no space after the number', (text) => text.replace(number, '$1').replace(/^#+ /gm, '')],
    ['no blank lines', (text) => text.replace(/\n\n+/g, '\n')],
    ['Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
  ])('is read alike with %s', async (_, print) => {
    const bare = (draft: DocumentDraft) =>
      draft.passages.filter(({ article }) => article !== undefined).map(({ text }) => text.replace(/\s/g, ''))
    expect(bare(await read(print(law)))).toEqual(bare(await read(law)))
  })

  it('finds the articles of a line that lost its line ends', async () => {
    const draft = await read('# 虚构规则\n\n第一条 甲。 第二条 乙，按第九条办理。 第三条 丙。\n')
    expect(articles(draft)).toEqual(['第一条', '第二条', '第三条'])
    expect(draft.passages[2]?.text).toBe('第二条 乙，按第九条办理。')
  })

  it('counts an article that lost its space between its two neighbours', async () => {
    const draft = await read('# 虚构规则\n\n第一条 甲。\n\n第二条采用乙。\n\n第三条 丙。\n')
    expect(articles(draft)).toEqual(['第一条', '第二条', '第三条'])
  })

  it('holds any number of articles in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 150 }), fc.boolean(), async (count, marked) => {
        const numbers = Array.from({ length: count }, (_, index) => `第${toChineseNumber(index + 1)}条`)
        const text = numbers.map((one) => `${marked ? `**${one}**` : one} 虚构的规定。\n`).join('\n')
        expect(articles(await read(`# 虚构条例\n\n${text}`))).toEqual(numbers)
      }),
      { numRuns: 20 },
    )
  })
})

describe('an amendment', () => {
  it('in items has no articles of its own', async () => {
    const draft = await read(
      '# 虚构县关于修改《虚构条例》的决定\n\n一、将第三条修改为：“第三条　甲应当申报。”\n\n二、增加一条，作为第五条：\n\n“第五条　乙应当公开。”\n\n三、删去第七条。\n',
    )
    expect(articles(draft)).toEqual([])
    expect(draft.passages.slice(1).map(({ text }) => text.slice(0, 4))).toEqual([
      '一、将第',
      '二、增加',
      '“第五条',
      '三、删去',
    ])
  })

  it('in articles keeps the wording that it quotes', async () => {
    const draft = await read(
      '# 虚构条例修正案\n\n第一条 增加二条，内容如下：\n\n第七节 监察\n\n第一百二十三条 甲。\n\n第一百二十四条 乙。\n\n第二条 第九条修改为：“第九条 丙。\n\n第十条 丁。”\n\n第三条 本修正案自公布之日起施行。\n',
    )
    expect(articles(draft)).toEqual(['第一条', '第二条', '第三条'])
    expect(draft.passages[1]?.text).toContain('第七节 监察\n第一百二十三条 甲。\n第一百二十四条 乙。')
  })
})

describe('what stands around articles', () => {
  it('keeps a preamble and annexes apart', async () => {
    const draft = await read(
      '虚构县管理办法\n\n为了规范管理，制定本办法。\n\n第一章 总 则\n\n第一条 甲。\n\n附 则\n\n第二条 乙。\n\n附件1\n\n虚构指标表\n\n一、人口\n\n二、面积\n',
      '虚构.txt',
    )
    expect(draft.passages.map(({ kind, path, text }) => [kind, path.join(' > '), text])).toEqual([
      ['cover', '', '虚构县管理办法'],
      ['text', '', '为了规范管理，制定本办法。'],
      ['article', '第一章 总则', '第一条 甲。'],
      ['article', '附则', '第二条 乙。'],
      ['text', '附件1 虚构指标表', '一、人口\n二、面积'],
    ])
  })

  it('takes numbered headings between articles for headings, and inside one for items', async () => {
    const draft = await read(
      '# 虚构解释\n\n一、一般规定\n\n第一条 甲：\n\n（一）人身伤亡的请求\n\n1. 限额若干；\n\n2. 限额若干。\n\n二、其他\n\n（一）担保\n\n第二条 乙。\n',
    )
    expect(draft.passages.slice(1).map(({ path, text }) => [path.join(' > '), text])).toEqual([
      ['一、一般规定', '第一条 甲：\n（一）人身伤亡的请求\n1. 限额若干；\n2. 限额若干。'],
      ['二、其他 > （一）担保', '第二条 乙。'],
    ])
  })
})
