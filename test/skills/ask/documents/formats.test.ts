import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { DocumentDraft } from '../../../../src/skills/ask/documents/document.ts'
import { readDocument } from '../../../../src/skills/ask/documents/read-document.ts'
import { hex, makeDocx, makePdf, type PlacedLine, paragraph } from './make-files.ts'

/** What a passage is, where it stands and what it says, on one line. */
function told(draft: DocumentDraft): string[] {
  return draft.passages.map(
    ({ kind, path, text }) => `${kind} [${path.join(' > ')}] ${text.replace(/\n/g, '⏎')}`,
  )
}

const rules = [
  'cover [] 虚构县管理办法',
  'article [第一章 总则] 第一条 为了规范管理，制定本办法。⏎（一）第一项；⏎（二）第二项。',
  'article [第一章 总则] 第二条 本办法自公布之日起施行。',
  'table [附件1：虚构指标表] 表1 指标⏎一级指标\t二级指标⏎科技\t投入⏎产出',
]

describe('Word documents', () => {
  const style = (level: number) => `<w:pStyle w:val="H${level}"/>`
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('一级指标')}${cell('二级指标')}</w:tr><w:tr>${cell('科技', '<w:vMerge w:val="restart"/>')}${cell('投入')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('产出')}</w:tr></w:tbl>`
  const body = [
    paragraph('虚构县管理办法', style(1)),
    paragraph('第一章　总则', style(2)),
    paragraph('第一条　为了规范管理，制定本办法。'),
    paragraph('（一）第一项；'),
    paragraph('（二）第二项。'),
    paragraph('第二条　本办法自公布之日起施行。'),
    paragraph('附件1：虚构指标表'),
    paragraph('表1 指标'),
    table,
  ].join('')

  it('give headings, articles and tables with merged cells', async () => {
    const draft = await readDocument({ name: '虚构.docx', bytes: makeDocx(body) })
    expect(told(draft)).toEqual(rules)
    expect(draft.facts.title).toBe('虚构县管理办法')
    expect(draft.passages[3]?.table).toEqual({
      caption: '表1 指标',
      header: ['一级指标', '二级指标'],
      rows: [
        ['科技', '投入'],
        ['科技', '产出'],
      ],
    })
  })

  it('show the numbers that Word counts by itself', async () => {
    const level = (at: number, format: string, pattern: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'chineseCounting', '第%1章')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`
    const numbered = (list: number, at: number) =>
      `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`
    const draft = await readDocument({
      name: '虚构.docx',
      bytes: makeDocx(
        [
          paragraph('虚构县管理办法', style(1)),
          paragraph('总则', style(2) + numbered(2, 0)),
          paragraph('为了规范管理，制定本办法。', numbered(1, 0)),
          paragraph('验收材料包括：', numbered(1, 0)),
          paragraph('申请书；', numbered(1, 1)),
          paragraph('报告 &amp; 表格。', numbered(1, 1)),
          paragraph('附则', style(2) + numbered(2, 0)),
          paragraph('本办法自公布之日起施行。', numbered(1, 0)),
        ].join(''),
        numbering,
      ),
    })
    expect(told(draft)).toEqual([
      'cover [] 虚构县管理办法',
      'article [第一章 总则] 第一条 为了规范管理，制定本办法。',
      'article [第一章 总则] 第二条 验收材料包括：⏎（一）申请书；⏎（二）报告&表格。',
      'article [第二章 附则] 第三条 本办法自公布之日起施行。',
    ])
  })

  it('are known by their content under any name', async () => {
    const draft = await readDocument({ name: '虚构.pdf', bytes: makeDocx(body) })
    expect(told(draft)).toEqual(rules)
    expect(draft.warnings).toEqual(['文件名以 .pdf 结尾，内容是 DOCX，已按内容读取'])
  })
})

describe('web pages', () => {
  it('give the article without navigation and furniture', async () => {
    const page = `<!DOCTYPE html><html><head><title>虚构</title><style>p{}</style></head><body><nav><a>首页</a></nav>
      <div id="UCAP-CONTENT"><h1>虚构县管理办法</h1><h2>第一章&#12288;总则</h2>
      <p>&emsp;&emsp;<b>第一条</b> 为了规范管理，<br>制定本办法。</p><p>（一）第一项；</p><p>（二）第二项。</p><p>第二条 本办法自公布之日起施行。</p>
      <p>附件1：虚构指标表</p><p>表1 指标</p><table><tr><th>一级指标</th><th>二级指标</th></tr><tr><td rowspan="2">科技</td><td>投入</td></tr><tr><td>产出</td></tr></table>
      <script>alert(1)</script></div><footer>版权所有</footer></body></html>`
    const draft = await readDocument({ name: '虚构.html', bytes: Buffer.from(page) })
    expect(told(draft)).toEqual(rules)
  })

  it('show the numbers of lists', async () => {
    const page =
      '<html><body><h1>虚构通知</h1><p>材料如下：</p><ol><li>申请书</li><li>总结报告</li></ol></body></html>'
    const draft = await readDocument({ name: '虚构.htm', bytes: Buffer.from(page) })
    expect(told(draft).at(-1)).toBe('text [] 材料如下：⏎1. 申请书⏎2. 总结报告')
  })

  it('are decoded from GB18030', async () => {
    const head = Buffer.from('<html><meta charset="gb2312"><body><p>', 'latin1')
    const draft = await readDocument({
      name: 'a.html',
      bytes: Buffer.concat([head, Buffer.from([0xd1, 0xe9, 0xca, 0xd5])]),
    })
    expect(draft.printed.trim()).toBe('验收')
  })
})

describe('PDF', () => {
  const page = (number: number, body: readonly PlacedLine[]): readonly PlacedLine[] => [
    { text: '虚构县可持续发展报告', x: 200, y: 800, size: 9 },
    ...body,
    { text: `- ${number} -`, x: 290, y: 40, size: 9 },
  ]
  const pdf = makePdf([
    page(1, [
      { text: '虚构县验收办法', x: 220, y: 760, size: 18 },
      { text: '第一章　总则', x: 250, y: 720, size: 14 },
      { text: '第一条　为了规范验收工作，保证实验区建设质量，根据有关规定，结合本县实际，', x: 96, y: 690 },
      { text: '制定本办法。', x: 72, y: 672 },
      { text: '第二条　本办法适用于本县。', x: 96, y: 654 },
      { text: '表1 指标', x: 96, y: 630 },
      { text: '序号', x: 72, y: 600 },
      { text: '名称', x: 200, y: 600 },
      { text: '1', x: 72, y: 580 },
      { text: '人口', x: 200, y: 580 },
    ]),
    page(2, [
      { text: '第三条　验收分为申请、考察、评审三个阶段，各阶段的具体要求由县科技主管部', x: 96, y: 760 },
      { text: '门会同有关部门另行规', x: 72, y: 742 },
    ]),
    page(3, [
      { text: '定。', x: 72, y: 760 },
      { text: '第四条　本办法自2020年1月1日起施行。', x: 96, y: 740 },
    ]),
  ])

  it('gives whole sentences across lines and pages, without page numbers and running heads', async () => {
    const draft = await readDocument({ name: '虚构.pdf', bytes: pdf })
    expect(told(draft)).toEqual([
      'cover [] 虚构县验收办法',
      'article [第一章 总则] 第一条 为了规范验收工作，保证实验区建设质量，根据有关规定，结合本县实际，制定本办法。',
      'article [第一章 总则] 第二条 本办法适用于本县。',
      'table [第一章 总则 > 第二条] 表1 指标⏎序号\t名称⏎1\t人口',
      'article [第一章 总则] 第三条 验收分为申请、考察、评审三个阶段，各阶段的具体要求由县科技主管部门会同有关部门另行规定。',
      'article [第一章 总则] 第四条 本办法自2020年1月1日起施行。',
    ])
    expect(draft.facts).toMatchObject({ title: '虚构县验收办法', effectiveFrom: '2020-01-01' })
    expect(new Set(draft.dropped.map(({ start, end }) => draft.printed.slice(start, end)))).toEqual(
      new Set(['虚构县可持续发展报告', '- 1 -', '- 2 -', '- 3 -']),
    )
  })

  /** 验收办法 in GBK. */
  const gbk = (text: string) => [...text].map((character) => gbkCodes[character]).join('')
  const gbkCodes: Readonly<Record<string, string>> = { 验: 'd1e9', 收: 'cad5', 办: 'b0ec', 法: 'b7a8' }

  it.each([
    { encoding: 'UniGB-UCS2-H', encode: hex },
    { encoding: 'UniGB-UTF16-H', encode: hex },
    { encoding: 'GBK-EUC-H', encode: gbk },
  ])('with a font that is not embedded and encoded in $encoding is read', async (font) => {
    const draft = await readDocument({
      name: '虚构.pdf',
      bytes: makePdf([[{ text: '验收办法', x: 72, y: 700 }]], font),
    })
    expect(draft.printed.trim()).toBe('验收办法')
  })

  it('with glyph numbers that nothing maps to characters is refused, never guessed', async () => {
    const bytes = makePdf([[{ text: '验收办法', x: 72, y: 700 }]], { encoding: 'Identity-H', encode: hex })
    await expect(readDocument({ name: '虚构.pdf', bytes })).rejects.toThrow(/没有可读取的文字层/)
  })

  it('leaves the bytes that it was given as they were', async () => {
    const bytes = new Uint8Array(pdf)
    await readDocument({ name: '虚构.pdf', bytes })
    expect(Buffer.from(bytes).equals(Buffer.from(pdf))).toBe(true)
  })

  it('tells which pages have no text', async () => {
    const half = makePdf([[{ text: '虚构的第一页。', x: 72, y: 700 }], []])
    expect((await readDocument({ name: '虚构.pdf', bytes: half })).warnings).toEqual([
      '第 2 页没有文字层（可能是扫描图），其内容没有读入',
    ])
  })
})

describe('tables in files', () => {
  it('of Excel give one table a sheet, with title, merged cells, dates and per cents', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('虚构名单')
    sheet.addRow(['虚构实验区名单'])
    sheet.mergeCells('A1:D1')
    sheet.addRow(['省份', '名称', '批准日期', '占比'])
    sheet.addRow(['江苏', '虚构市', new Date(Date.UTC(2014, 5, 30)), 0.484])
    sheet.addRow(['', '虚构县', { formula: '1+1', result: 2 }, 0.5])
    sheet.mergeCells('A3:A4')
    sheet.getCell('D3').numFmt = '0.0%'
    sheet.getCell('D4').numFmt = '0%'
    workbook.addWorksheet('草稿', { state: 'hidden' }).addRow(['不读'])
    const draft = await readDocument({
      name: '虚构.xlsx',
      bytes: new Uint8Array(await workbook.xlsx.writeBuffer()),
    })
    const table = draft.passages.find(({ kind }) => kind === 'table')
    expect(table?.table).toEqual({
      header: ['省份', '名称', '批准日期', '占比'],
      rows: [
        ['江苏', '虚构市', '2014-06-30', '48.4%'],
        ['江苏', '虚构县', '2', '50%'],
      ],
    })
    expect(draft.passages[0]?.text).toContain('虚构实验区名单')
    expect(draft.facts.title).toBe('虚构实验区名单')
    expect(draft.warnings).toEqual(['隐藏的工作表没有读入：草稿'])
  })

  it.each([
    ['commas', '省份,名称\n江苏,"虚构市, 新区"\n'],
    ['semicolons', '省份;名称\n江苏;虚构市, 新区\n'],
    ['tabs', '省份\t名称\n江苏\t虚构市, 新区\n'],
  ])('of CSV are read between %s', async (_, text) => {
    const draft = await readDocument({ name: '虚构.csv', bytes: Buffer.from(text) })
    expect(draft.facts.title).toBe('虚构')
    expect(draft.passages.at(-1)?.table).toEqual({
      header: ['省份', '名称'],
      rows: [['江苏', '虚构市, 新区']],
    })
  })

  it('that are long are cut, each part with its header', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => `虚构县${index},${index}`)
    const draft = await readDocument({
      name: '虚构.csv',
      bytes: Buffer.from(['名称,序号', ...rows].join('\n')),
    })
    const tables = draft.passages.flatMap(({ table }) => (table === undefined ? [] : [table]))
    expect(tables.map((table) => [table.header.join(), table.rows.length])).toEqual([
      ['名称,序号', 100],
      ['名称,序号', 100],
      ['名称,序号', 50],
    ])
    expect(tables.flatMap((table) => table.rows)).toHaveLength(250)
  })

  it('of Markdown and of HTML inside it are read as tables', async () => {
    const text =
      '# 虚构\n\n表1 甲\n\n| 省份 | 名称 |\n| --- | :-: |\n| 江苏 | 虚构市 |\n\n表2 乙\n\n<table><tr><td>省份</td><td>数量</td></tr><tr><td>江苏</td><td>3</td></tr></table>\n\n完。\n'
    const draft = await readDocument({ name: '虚构.md', bytes: Buffer.from(text) })
    expect(draft.passages.flatMap(({ table }) => (table === undefined ? [] : [table]))).toEqual([
      { caption: '表1 甲', header: ['省份', '名称'], rows: [['江苏', '虚构市']] },
      { caption: '表2 乙', header: ['省份', '数量'], rows: [['江苏', '3']] },
    ])
  })
})
