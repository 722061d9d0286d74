import { parseChineseNumber } from '../../../core/numerals.ts'
import { dutyNames, type OwedAsked } from './owed-asked.ts'

type Kind =
  | 'not'
  | 'done'
  | 'file'
  | 'filed'
  | 'overdue'
  | 'duty'
  | 'ask'
  | 'left'
  | 'within'
  | 'due'
  | 'region'
  | 'zones'
  | 'noise'

/** What a sentence about others' deadlines is made of; the first that fits at a place is taken. */
const pieces: readonly (readonly [Kind, string])[] = [
  [
    'left',
    '(?:离|距离?)?(?:截止|到期|期限)(?:日期?|时间)?(?:各|分别)?(?:还)?(?:有|剩|差)?(?:下)?(?:几|多少)天',
  ],
  ['left', '(?:各|分别)?还(?:有|剩|差)(?:下)?(?:几|多少)天(?:就|才)?(?:截止|到期)?'],
  ['left', '(?:各|分别)?(?:什么时候|哪天|何时)(?:截止|到期)'],
  ['within', '(?<days>\\d{1,3}|[一二两三四五六七八九十百]{1,4})天(?:之内|以内|内)'],
  ['within', '(?<week>本周|这周|一周内|一个星期内)'],
  ['overdue', '逾期|过期|超期|过了期'],
  ['not', '还没有?|没有?|尚未|未'],
  ['done', '已经?'],
  // 交了几家, without 已: what has happened. 报了几家 is said of new applications, which the register knows.
  ['filed', '(?:提交|交)(?:上来|上去)?了'],
  ['duty', dutyNames.join('|')],
  ['file', '提交|上报|报送|申请|通过|完成|交|报'],
  ['due', '截止|到期'],
  ['ask', '哪些|哪几个|哪几家|哪个|有几个|几个|多少个|几家|多少家|多少|有谁|谁'],
  ['region', '(?<region>[东中西]部)(?:地区)?'],
  ['zones', '实验区|单位|区县|县区|地方|区|县'],
  [
    'noise',
    '我们?省|咱们省|本省|请问|麻烦|帮我|帮忙|看看|查一下|查|列出|一下|现在|目前|今年|如今|全国|全部|所有|各个?|都|就|要|快|和|以及|还有|还|有|的|了|吗|呢|啊|是|[，。？?,.!！、；;]',
  ],
]
const expressions = pieces.map(([kind, source]) => [kind, new RegExp(source, 'uy')] as const)

/**
 * 「浙江还有哪些区没验收，离截止还有几天」, 「谁还没交年报」, 「西部30天内要截止的有哪些」: who else owes what. A sentence one word of which
 * is not understood is somebody else's: that word would be a condition that is passed over. Pure.
 * @param isProvince whether a word is the short name of a province
 */
export function readAsked(text: string, isProvince: (word: string) => boolean): OwedAsked | undefined {
  const said = text.normalize('NFKC').replace(/\s+/gu, '')
  if (said.length > 60) return undefined
  const found = new Set<Kind>()
  const provinces: string[] = []
  let rest: Pick<OwedAsked, 'region' | 'duty' | 'within'> = {}
  for (let at = 0; at < said.length; ) {
    const province = [3, 2].map((it) => said.slice(at, at + it)).find((it) => isProvince(it))
    if (province !== undefined) {
      provinces.push(province)
      at += province.length + (/^(?:省|市|自治区)/u.exec(said.slice(at + province.length))?.[0].length ?? 0)
      continue
    }
    const piece = pieceAt(said, at)
    if (!piece) return undefined
    const [kind, match] = piece
    found.add(kind)
    const { days, week, region } = match.groups ?? {}
    if (kind === 'duty') rest = { ...rest, duty: match[0] }
    if (region !== undefined) rest = { ...rest, region: region as OwedAsked['region'] }
    if (days !== undefined)
      rest = { ...rest, within: /^\d/u.test(days) ? Number(days) : parseChineseNumber(days) }
    if (week !== undefined) rest = { ...rest, within: 7 }
    at += match[0].length
  }
  const speaksOf = found.has('file') || found.has('filed') || found.has('duty')
  const state = found.has('overdue')
    ? 'overdue'
    : found.has('not') && speaksOf
      ? 'unfiled'
      : found.has('filed') || (found.has('done') && found.has('file'))
        ? 'filed'
        : found.has('within') && (found.has('due') || speaksOf)
          ? 'unfiled'
          : undefined
  // 浙江省还没交的: whoever leaves the noun away asks for it.
  const asks = found.has('ask') || /(?<!有)(?:没有?|未)(?:提交|交)的$/u.test(said)
  if (state === undefined || !asks) return undefined
  return { ...(provinces.length > 0 ? { provinces } : {}), ...rest, state }
}

function pieceAt(said: string, at: number): readonly [Kind, RegExpExecArray] | undefined {
  for (const [kind, expression] of expressions) {
    expression.lastIndex = at
    const match = expression.exec(said)
    if (match) return [kind, match]
  }
  return undefined
}
