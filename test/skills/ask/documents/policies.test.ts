import { describe, expect, it } from 'vitest'
import { bare } from '../../../../src/skills/ask/documents/clean.ts'
import type { Span } from '../../../../src/skills/ask/documents/document.ts'
import { names, passageWith, policy } from './policies.ts'

/** Where a passage stands: [document, words in it, its path, its first words, its last words]. */
const places: readonly (readonly [keyof typeof names, string, readonly string[], string, string])[] = [
  // 2014 annual report: sentences broken by pages, headings of three kinds, lists, captions
  [
    'report',
    '国家级实验区76个',
    ['一、实验区总体现状', '1. 实验区发展规模与结构'],
    '目前，实验区主要按照',
    '32%、15%和4%。',
  ],
  [
    'report',
    '图1 国家可持续发展实验区分布示意图',
    ['一、实验区总体现状', '1. 实验区发展规模与结构'],
    '图1',
    '（2014年157个）',
  ],
  [
    'report',
    '（1）党中央国务院',
    ['一、实验区总体现状', '2. 实验区面临的新形势'],
    '（1）党中央',
    '新的内涵。',
  ],
  ['report', '国科办社[2014]19号', ['二、2014年度工作进展'], '根据《', '可持续发展能力。'],
  [
    'report',
    '125余人次',
    ['二、2014年度工作进展', '1. 实验区总结验收'],
    '2014年共有天津市东丽区',
    '部门联席评审。',
  ],
  [
    'report',
    '10项评审指标',
    ['二、2014年度工作进展', '2. 实验区新区发展'],
    '2015年1月，',
    '评审结果待科技部批复。',
  ],
  [
    'report',
    '案头研究与实地调研',
    ['二、2014年度工作进展', '4. 实验区评估工作'],
    '(1) 评估工作',
    '政策建议。',
  ],
  [
    'report',
    '地方的具体行动中。',
    [
      '二、2014年度工作进展',
      '4. 实验区评估工作',
      '(2) 评估结果肯定了实验区在实施可持续发展战略、探索体制机制创新和可持续发展经验模式等方面开展的工作和积极作用，评估结论如下',
    ],
    '- 实验区建设工作',
    '具体行动中。',
  ],
  [
    'report',
    '“只进不出”',
    ['二、2014年度工作进展', '4. 实验区评估工作', '(3) 同时评估结果也指出了实验区工作存在的问题'],
    '- 实验区动态调整制度',
    '相对薄弱。',
  ],
  [
    'report',
    '一面“旗帜”',
    [
      '二、2014年度工作进展',
      '4. 实验区评估工作',
      '(4) 针对以上问题，评估报告从实验区顶层设计、统筹资源和创新体制机制、完善实验区管理机制等方面提出了具体建议',
    ],
    '- 将国家可持续发展实验区作为',
    '示范基地。',
  ],
  [
    'report',
    '潍坊市高新技术产业开发区',
    ['二、2014年度工作进展', '5. 实验区创新能力调查', '(2) 实验区创新能力评价'],
    '实验区创新能力评价报告',
    '建设水平。',
  ],
  [
    'report',
    '21世纪议程管理中心开展了社会治理基层工作专题调研',
    ['二、2014年度工作进展', '6. 实验区专题调研', '（1）社会治理创新调研'],
    '为深入贯彻',
    '专题调研。',
  ],
  [
    'report',
    '呼和浩特市举办，来自华北组',
    ['二、2014年度工作进展', '7. 实验区培训和交流', '(1) 实验区应对气候变化能力建设培训'],
    '2014年10月15至16日',
    '承办。',
  ],
  [
    'report',
    '一行17人',
    ['二、2014年度工作进展', '7. 实验区培训和交流', '（2）低碳城镇建设科技培训'],
    '2014年11月27日',
    '预定培训任务。',
  ],
  [
    'report',
    '18000多户',
    ['三、实验区地方实践探索', '1. 江苏省宜兴市——建设“富裕、和谐、秀美”新宜兴'],
    '(1) 突出综合整治',
    '18000多户。',
  ],
  [
    'report',
    '“三农”综合保险',
    ['三、实验区地方实践探索', '4. 福建省龙岩市——经济发展与生态保护良性互动、环境优美与群众致富共赢'],
    '(5) 围绕“百姓富”',
    '连续8年下降。',
  ],
  ['report', '先进适用技术在实验区开展集成研究', ['四、2015年度工作计划'], '- 6、不断提升', '应用示范。'],
  ['report', '7、加强实验区能力建设培训', ['四、2015年度工作计划'], '7、加强', '交流学习渠道。'],
  ['report', '召开了实验区发展座谈会', ['附录：实验区2014年度大事记'], '6. 2014年9月', '进行总结。'],
  ['report', '完成实验区评估报告初稿', ['附录：实验区2014年度大事记'], '11. 2014年12月', '初稿。'],
  // 2014 work points
  [
    'workPoints',
    '简化申报验收等管理程序',
    ['一、调整和完善实验区管理机制'],
    '1. 修订发布《国家可持续发展实验区管理办法》。',
    '服务。',
  ],
  [
    'workPoints',
    '2014年6月30日前',
    ['五、做好实验区新区发展和总结验收工作'],
    '2014年度实验区新区申报',
    '准备工作。',
  ],
  [
    'workPoints',
    '外专派字〔2014〕0306-01号',
    ['七、加强实验区培训与学习交流'],
    '2. 执行国家外国专家局',
    '国际合作。',
  ],
  ['workPoints', '实验区专家委员会应结合', ['七、加强实验区培训与学习交流'], '实验区专家委员会', '指导。'],
  // The outline, a draft: bold markers, broken pages, a sentence that the scan lost
  [
    'outline',
    '中央相关部门、地方各级政府',
    ['一、“十二五”实验区建设与发展的思路与目标', '（一）发展思路'],
    '4、提升',
    '积极性。',
  ],
  [
    'outline',
    '4、提高实验区建设能力。建立',
    ['一、“十二五”实验区建设与发展的思路与目标', '（二）总体目标'],
    '4、提高',
    '重要力量。',
  ],
  [
    'outline',
    '妇女儿童的健康和发',
    ['二、“十二五”实验区建设的主要任务', '（二）建设惠民科技成果转化与应用基地'],
    '1、加强人口健康',
    '健康和发',
  ],
  [
    'outline',
    '提供示范。',
    ['二、“十二五”实验区建设的主要任务', '（三）优化建设机制，提升实验区的示范功能'],
    '3、努力推进',
    '提供示范。',
  ],
  // The counties' plan
  [
    'counties',
    '促进科技兴县（市）工作的规范化',
    ['二、指导思想和发展目标', '（二）基本原则', '1．政府主导，社会参与'],
    '深入实施',
    '创新体系建设。',
  ],
  ['counties', '70%以上', ['二、指导思想和发展目标', '（三）发展目标'], '大力推进', '明显转变。'],
  ['counties', '12396', ['三、重点任务'], '4．建立完善', '体系建设。'],
  // Xinjiang: text of a scan
  ['xinjiang', '总体思路是:全面贯彻', ['一、总体思路'], '2015年,自治区', '新局面。'],
  [
    'xinjiang',
    '制。深入实施企业技术创新工程',
    ['二、重点工作', '(一)全面深化科技体制改革,突破创新驱动体制机制障碍'],
    '制。深入',
    '服务体系。',
  ],
  [
    'xinjiang',
    '科技特派员农村创新创业行动',
    ['二、重点工作', '(二)加快重点项目的部署实施,为经济社会发展提供有效支撑'],
    '强化农业科技创新。',
    '支持新疆行动。',
  ],
  [
    'xinjiang',
    '知识产权保护政策研究',
    ['二、重点工作', '(五)推进科技兴新强化实施,提升知识产权的创造和运用能力'],
    '提升知识产权创造',
    '人才队伍建设。',
  ],
]

describe('the outline of the policy documents', () => {
  it.each(places)('%s: 「%s」 stands under its headings', async (name, words, path, first, last) => {
    const passage = passageWith(await policy(name), words)
    expect(passage.path).toEqual(path)
    expect(passage.text.startsWith(first) ? first : passage.text).toBe(first)
    expect(passage.text.endsWith(last) ? last : passage.text).toBe(last)
  })

  it('keeps the lines of a title page together', async () => {
    const [cover] = (await policy('outline')).passages
    expect(cover?.kind).toBe('cover')
    expect(cover?.text.split('\n')).toEqual([
      '“十二五”国家可持续发展实验区建设与发展规划纲要',
      '(征求意见稿)',
      '科学技术部',
      '二〇一二年四月',
      '“十二五”国家可持续发展实验区建设与发展规划纲要',
    ])
    expect((await policy('report')).passages[0]?.text).toContain('国家可持续发展实验区办公室\n2015年6月')
    expect((await policy('xinjiang')).passages[0]).toMatchObject({
      kind: 'cover',
      path: [],
      text: '第一章 2015年自治区科技工作思路和要点',
    })
  })

  it('keeps the table of contents apart from what it lists', async () => {
    const contents = (await policy('report')).passages.filter((passage) => passage.kind === 'contents')
    expect(contents).toHaveLength(1)
    expect(contents[0]?.text.split('\n')).toHaveLength(23)
    expect(contents[0]?.text).toMatch(/^目录\n一、实验区总体现状.* 1\n/)
  })
})

describe('the tables of the annual report', () => {
  it('are one passage each, with the caption and the rows as printed', async () => {
    const tables = (await policy('report')).passages.filter((passage) => passage.kind === 'table')
    expect(tables.map((passage) => passage.table?.caption)).toEqual([
      '表1 2014年度验收实验区名单',
      '表2 2014年度新申报实验区名单',
      '表3 国家可持续发展实验区综合评估框架',
      '表4 国家可持续发展实验区创新能力监测指标体系',
    ])
    for (const { text, table } of tables) expect(text.startsWith(`${table?.caption}\n`)).toBe(true)
  })

  it('have no header where they list names in columns', async () => {
    const report = await policy('report')
    const accepted = passageWith(report, '天津市东丽区\t', 'table').table
    const applying = passageWith(report, '北京市门头沟区', 'table').table
    expect(accepted?.header).toEqual([])
    expect(accepted?.rows.flat().filter((name) => name !== '')).toHaveLength(25)
    expect(accepted?.rows.at(-1)).toEqual(['江西省上饶市婺源县', '湖北省神农架林区', ''])
    expect(applying?.header).toEqual([])
    expect(applying?.rows.flat().filter((name) => name !== '')).toHaveLength(29)
  })

  it('fill merged cells down', async () => {
    const report = await policy('report')
    const evaluation = passageWith(report, '评估关键议题', 'table').table
    expect(evaluation?.header).toEqual(['评估内容', '评估关键议题'])
    expect(evaluation?.rows).toHaveLength(13)
    expect(evaluation?.rows[4]).toEqual(['组织管理与实施', '5. 地方管理机构建设和机制创新'])
    expect(evaluation?.rows[12]).toEqual(['成效与影响', '13. 实验区建设和发展在国际和国内产生的影响'])
    const indicators = passageWith(report, '万人专利授权数', 'table').table
    expect(indicators?.header).toEqual(['一级指标', '二级指标', '三级指标 序号', '三级指标 名称'])
    expect(indicators?.rows).toHaveLength(16)
    expect(indicators?.rows[5]).toEqual(['科技创新', '科技产出', '6', '授权发明专利数（件）'])
    expect(indicators?.rows[10]).toEqual([
      '社会和谐',
      '健康就业生产安全',
      '11',
      '亿元GDP生产安全事故死亡率（%）',
    ])
    expect(indicators?.rows[15]).toEqual([
      '环境友好',
      '空气质量',
      '16',
      '空气质量达到二级以上天数占全年比重（%）',
    ])
  })
})

describe.each(Object.keys(names) as (keyof typeof names)[])('%s, verbatim', (name) => {
  const markup = (text: string) => bare(text.replace(/\*\*|^#+ /gm, ''))

  it('changes, adds and loses no character of a passage, white space and markup aside', async () => {
    const { printed, passages, dropped } = await policy(name)
    for (const passage of passages)
      expect(bare(passage.text)).toBe(markup(without(printed, passage, dropped)))
  })

  it('has every printed character in one passage, in a heading, or in the furniture that it lists', async () => {
    const { printed, passages, headings, dropped } = await policy(name)
    const times = new Uint8Array(printed.length)
    for (const { start, end } of [...passages, ...headings])
      for (let at = start; at < end; at += 1) times[at] = (times[at] ?? 0) + 1
    for (const { start, end } of dropped) times.fill(1, start, end)
    const wrong = [...printed].flatMap((character, at) =>
      /\S/.test(character) && times[at] !== 1 ? [at] : [],
    )
    expect(wrong.map((at) => printed.slice(at, at + 20))).toEqual([])
  })

  it('points into the printed text in order', async () => {
    const { passages } = await policy(name)
    const starts = passages.map((passage) => passage.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    for (const [index, passage] of passages.entries()) {
      expect(passage.end).toBeGreaterThan(passage.start)
      expect(passages[index + 1]?.start ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(passage.end)
    }
  })
})

function without(printed: string, { start, end }: Span, dropped: readonly Span[]): string {
  let text = ''
  let at = start
  for (const gap of dropped.filter((one) => one.start >= start && one.end <= end)) {
    text += printed.slice(at, gap.start)
    at = gap.end
  }
  return text + printed.slice(at, end)
}
