import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../../src/core/errors.ts'
import { fileLimit, readDocument } from '../../../../src/skills/ask/documents/read-document.ts'
import { makeDocx, makePdf, makeZip, paragraph } from './make-files.ts'

async function refusal(name: string, bytes: Uint8Array): Promise<Problem> {
  const thrown = await readDocument({ name, bytes }).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(Problem)
  const problem = thrown as Problem
  expect(problem.remedy).not.toBe('')
  return problem
}

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')

describe('a file that cannot be read is refused by name, with what to do', () => {
  it.each<[string, string, Uint8Array, RegExp]>([
    ['of no bytes', '虚构.txt', new Uint8Array(), /空的/],
    ['of white space', '虚构.txt', Buffer.from(' \n　\n'), /没有文字/],
    [
      'that is a picture named .pdf',
      '虚构.pdf',
      Buffer.from('89504e470d0a1a0a0000', 'hex'),
      /以 \.pdf 结尾，内容却是 PNG 图片/,
    ],
    ['that is a picture', '虚构', Buffer.from('ffd8ffe000104a464946', 'hex'), /内容是 JPEG 图片/],
    ['of old Word', '虚构.doc', Buffer.concat([ole, Buffer.alloc(600)]), /旧版 Office/],
    [
      'locked by Word',
      '虚构.docx',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      /加了密码/,
    ],
    ['of RTF', '虚构.rtf', Buffer.from('{\\rtf1 x}'), /RTF/],
    ['that is an archive', '虚构.zip', makeZip([{ name: '虚构.txt', data: '虚构' }]), /压缩包/],
    [
      'that is half a PDF',
      '虚构.pdf',
      makePdf([[{ text: '虚构', x: 72, y: 700 }]]).slice(0, 60),
      /PDF 文件已损坏/,
    ],
    [
      'that is half a Word document',
      '虚构.docx',
      makeDocx(paragraph('虚构')).slice(0, -40),
      /DOCX 文件已损坏/,
    ],
    ['scanned into PDF', '虚构.pdf', makePdf([[], []]), /2 页.*扫描件/],
  ])('%s', async (_, name, bytes, what) => expect((await refusal(name, bytes)).message).toMatch(what))

  it('a scan, with the advice to run OCR', async () => {
    expect((await refusal('虚构.pdf', makePdf([[]]))).remedy).toMatch(/OCR/)
  })

  it('larger than the limit, which is named', async () => {
    expect((await refusal('虚构.txt', new Uint8Array(fileLimit + 1))).message).toMatch(/61 MB，上限 60 MB/)
  })

  it('with a locked part', async () => {
    const parts = [{ name: 'word/document.xml', data: '<x/>', encrypted: true }]
    expect((await refusal('虚构.docx', makeZip(parts))).message).toMatch(/加了密码/)
  })

  it.each(['word/document.xml', 'xl/workbook.xml'])('a zip bomb in %s', async (part) => {
    const bomb = makeZip([
      { name: part, data: '<x/>' },
      { name: 'bomb.xml', data: Buffer.alloc(21 * 1024 * 1024) },
    ])
    expect(bomb.length).toBeLessThan(100_000)
    expect((await refusal('虚构.docx', bomb)).message).toMatch(/解压后异常巨大/)
  })

  it('of random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 200, maxLength: 2000 }), async (noise) => {
        const bytes = Buffer.concat([Buffer.from([0, 1, 2, 3]), noise])
        expect((await refusal('虚构.txt', bytes)).message).toMatch(/不是可识别的文字/)
      }),
      { numRuns: 50 },
    )
  })
})

describe('whatever stands in a text', () => {
  it('is read without a failure, and every passage is a stretch of it', async () => {
    const line = fc.constantFrom(
      '# 标题',
      '第一章 总则',
      '第一条 甲：',
      '第二条',
      '（一）乙',
      '1. 丙。',
      '- 丁',
      '目录',
      '一、戊.....1',
      '表1 己',
      '甲\t乙',
      '\t丙',
      '|a|b|',
      '|-|-|',
      '图 1 庚',
      '![](x)',
      '附件1',
      '<table><tr><td>1</td></tr></table>',
      '<table>',
      '**',
      '“未完',
      '很长的一句话，没有说完就断了，后面还有',
      '',
      '　',
      '\u0001',
      '\ud800',
      '@everyone',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const bytes = Buffer.from(`虚构\n\n${lines.join('\n')}\n`)
        const draft = await readDocument({ name: '虚构.md', bytes })
        let end = 0
        for (const passage of draft.passages) {
          expect(passage.start).toBeGreaterThanOrEqual(end)
          expect(passage.end).toBeLessThanOrEqual(draft.printed.length)
          end = passage.end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a line of a million characters is cut at its sentences', async () => {
    const text = `虚构\n\n${'实验区 建设，**开展**验收。'.repeat(80_000)}`
    const { passages, printed } = await readDocument({ name: '虚构.txt', bytes: Buffer.from(text) })
    expect(Math.max(...passages.map((passage) => passage.text.length))).toBeLessThan(900)
    expect(passages.slice(1).every((passage) => passage.text.endsWith('。'))).toBe(true)
    const bare = (it: string) => it.replace(/[\s*]/g, '')
    for (const { text: it, start, end } of passages) expect(bare(printed.slice(start, end))).toBe(bare(it))
    expect(passages.map(({ text: it }) => bare(it)).join('')).toBe(bare(text))
  })

  it.each<[string, string, string]>([
    ['blanks inside a line', '虚构.txt', `虚构${' '.repeat(500_000)}验收。`],
    ['dots', '虚构.txt', `虚构验收。\n\n${'.'.repeat(500_000)}\n`],
    ['opening brackets', '虚构.md', `虚构验收。\n\n${'![('.repeat(100_000)}\n`],
    [
      'lines that never end a sentence',
      '虚构.txt',
      `虚构\n\n${'虚构的一行没有句号也没有其他标点就这样一直写下去直到很长\n'.repeat(20_000)}`,
    ],
    ['articles', '虚构.md', '第一条 虚构。\n\n'.repeat(20_000)],
    ['annex signs', '虚构.md', `虚构。\n\n${'附件1：虚构\n\n甲。\n\n'.repeat(10_000)}`],
    ['blanks in a page', '虚构.html', `<html><body><p>虚构${' '.repeat(500_000)}验收。</p></body></html>`],
  ])('hundreds of thousands of %s are read in good time', async (_, name, text) => {
    expect((await readDocument({ name, bytes: Buffer.from(text) })).passages).not.toHaveLength(0)
  })

  it('elements nested without end are a broken file, not a crash', async () => {
    const page = `<html><body>${'<div>'.repeat(50_000)}虚构。`
    expect((await refusal('虚构.html', Buffer.from(page))).message).toMatch(/HTML 文件已损坏/)
  })
})
