import { dutyNames } from '../asking/owed-asked.ts'

/** What whoever follows others' deadlines wants to see or do. */
export interface Followed {
  readonly verb: 'nudge' | 'board' | 'zone' | 'unreachable' | 'export'
  /** A name as it was typed: whose. */
  readonly named?: string
}

const please = '(?:请|麻烦)?(?:帮我|帮忙|给我)?'
const all = '(?:还?没交的|未交的|没报的|各个?(?:实验)?[区家县市]|所有(?:实验)?区|全部|大家|他们|剩下的)?'
const scope = '(?:我们?省|本省|咱们省|全国|全省|各省|各区|整体|总体)?(?:的)?'
const thing = `(?:的)?(?:${dutyNames.join('|')})?(?:的)?(?:材料|报告)?`
const named = '(?<named>[^\\s，。？?！!的]{2,12}?)'
const sheet = '(?:excel|xlsx|表格?|清单|台账|汇总表|文件)'

// 报了没 asks whether a zone was put forward for the list of new ones, which the register knows.
const sentences: readonly (readonly [Followed['verb'], string])[] = [
  ['nudge', `${please}(?:去|再)?(?:催|催促|督促)(?:一下|一催|下|催)?${all}`],
  [
    'nudge',
    `${please}(?:去|再)?提醒(?:一下|下)(?:还?没交的|未交的|各个?(?:实验)?区|所有(?:实验)?区|大家|他们)`,
  ],
  ['nudge', `${please}(?:去|再)?(?:催|催促)(?:一下|一催|下)${named}`],
  ['board', `${please}(?:汇总|统计)(?:一下|下)?${scope}(?:报送|提交|交材料)?(?:的)?(?:情况|进度)?`],
  [
    'board',
    `${please}(?:看看?|看一下)?${scope}(?:现在|目前)?(?:的)?(?:报送|提交|材料)?(?:进度|进展)(?:怎么样|如何|咋样|到哪了)?(?:了)?`,
  ],
  [
    'board',
    `${scope}(?:现在|目前)?(?:是)?(?:什么|啥)进度(?:了)?|看(?:看|一下|下)?(?:一览|总表)|${scope}报送情况`,
  ],
  [
    'unreachable',
    '(?:哪些|哪几个|哪个|谁|有谁)(?:实验区|单位|区|县)?(?:还)?没(?:有)?人(?:加入|管|负责)?(?:的)?|(?:哪些|哪几个)(?:实验区|单位|区)(?:还)?没加入(?:的)?',
  ],
  [
    'export',
    `${please}(?:把)?${scope}(?:情况|名单|进度|一览)?导出(?:来|一下|下|成|为|到)*(?:一?[个份张])?${sheet}?(?:给我)?`,
  ],
  ['export', `(?:给我|发我)(?:一?[个份张])?${sheet}|${please}下载(?:一?[个份张])?${sheet}`],
  [
    'zone',
    `${named}(?:那边|那里)?${thing}(?:现在|目前)?(?:已经?|都)?(?:交|提交)(?:上来|上去)?了(?:没有?|没|吗|么|嘛)`,
  ],
  [
    'zone',
    `${named}(?:那边|现在|目前)?(?:的)?(?:材料|报送)?(?:(?:是)?(?:什么|啥)进度|进度(?:怎么样|如何|咋样)?|(?:办|弄|做)到(?:哪一?步|哪))(?:了)?`,
  ],
]
const expressions = sentences.map(([verb, source]) => [verb, new RegExp(`^(?:${source})$`, 'iu')] as const)

/** Words that stand where a name would, and are none: 我们交了吗 asks of one's own, 材料交了吗 of nobody's. */
const nobody = /^(?:我|咱|你|他|她|它|谁|哪|什么|啥|这|那|现在|目前|今年|材料|报告|验收|年报|申请|都|大家)/u

/**
 * 催一下昆山, 宜兴交了没有, 汇总一下, 导出: what a province or the office says to see how far others are. A name is only read here;
 * whether somebody is called that, the store knows. Pure.
 */
export function readFollowed(text: string): Followed | undefined {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[?？。.!！~\s]+$/u, '')
    .replace(/(?:啊|呀|呢|哦|吧)+$/u, '')
    .replace(/\s+/gu, '')
  if (said === '' || said.length > 30) return undefined
  for (const [verb, expression] of expressions) {
    const found = expression.exec(said)
    if (!found) continue
    const whose = found.groups?.named
    if (whose === undefined) return { verb }
    if (!nobody.test(whose)) return { verb, named: whose }
  }
  return undefined
}
