import { dutyNames } from '../asking/owed-asked.ts'

/** What somebody says of what their own organization owes. */
export interface Told {
  readonly verb: 'filed' | 'preparing' | 'not-yet' | 'more-time' | 'later' | 'stop'
  /** What they call the thing, e.g. 验收材料; absent where they name none. */
  readonly duty?: string
  /** Days until they want to hear of it again. */
  readonly days?: 1 | 3 | 7
  /** What else they said in the same message, clause by clause. */
  readonly rest: readonly string[]
}

const who = '(?:我们?|咱们?|本区|我区|我们区|我们?(?:这边|这里|单位))?'
const when =
  '(?:刚才?|刚刚|已经?|早就?|都|就|也|昨天|前天|今天|上午|下午|上周|上个?月|前几天|这周|周[一二三四五六日天]|(?:\\d{1,2}月)?\\d{1,2}[日号])*'
const duty = `(?<duty>${dutyNames.join('|')})`
const things = '(?:材料|报告|东西|表格?|总结|申请)'
const what = `(?:把)?(?:(?:这|那)[个份些]?)?(?:${duty}${things}?|${things})?(?:的)?`
const upwards = '(?:到|给|去)?(?:你们|省厅|省里|省科技厅|科技厅|厅里)'
const handed = '(?:提交|上报|报送|交|报|寄|送)'
const subject = `${who}(?:不是)?${when}${what}${who}(?:不是)?${when}`
const time = '(?:(?:几|[一两三四五六七八九十]|\\d{1,2})(?:天|日|周|个?星期|个?月))'
const done = '(?:弄|写|做|准备|整理|盖)'

/** Whole clauses, the verb that matters most first: whoever says 还没弄好 能延期吗 asks for time. */
const clauses: readonly (readonly [Told['verb'], string])[] = [
  // 能不能晚两天, 可以延期吗, 申请延期到7月15号, 来不及了
  [
    'more-time',
    `${who}(?:能不能|可不可以|可否|可以|能|想|要|需要|希望|请求|申请)?(?:再)?(?:给)?(?:${who})?(?:晚|迟|推迟|延|延后|宽限|缓)(?:个)?${time}(?:再)?${handed}?(?:行吗|可以吗|行不行|好不好|吗|不)?`,
  ],
  [
    'more-time',
    `${who}(?:能不能|可不可以|可否|可以|能|想|要|需要|希望|请求)?(?:申请)?${what}延期(?:${handed})?(?:(?:到|至).{2,12})?(?:吗|行吗|可以吗)?`,
  ],
  ['more-time', `${subject}(?:来不及|赶不上|赶不及|${handed}不[上了完])(?:${handed})?(?:了)?`],
  // 那个材料我昨天交了, 材料已报省厅, 我不是交了吗
  [
    'filed',
    `${subject}${handed}(?:完|过|上去?|出去|过去)?(?:${upwards})?(?:了|过了|啦)(?:的)?(?:${upwards})?`,
  ],
  ['filed', `${subject}${handed}${upwards}`],
  ['filed', `${who}${what}(?:已经?|都)${handed}(?:过)?`],
  // 别再发我了, 怎么又提醒, 这个不归我管
  [
    'stop',
    '(?:请|能不能|可不可以)?(?:你)?(?:别|不要|不用|停止|勿)(?:再|老|总|一直|天天|给我|跟我|向我)*(?:发|提醒|催|通知|推送|烦)(?:我|给我|消息|通知|短信|提醒)*(?:了)?(?:行吗|吗)?',
  ],
  [
    'stop',
    '(?:你)?(?:怎么|为什么|干嘛|为啥)(?:又|还|老|总|一直|天天|是)+(?:在)?(?:提醒|发|催|通知)(?:我|消息)*',
  ],
  [
    'stop',
    '我?不想(?:再)?收(?:到)?(?:这个|这些)?(?:提醒|通知|消息)?(?:了)?|退订|(?:取消|关闭|关掉|停掉)提醒|烦死了?',
  ],
  [
    'stop',
    '(?:你|是不是)?(?:们)?发错(?:人|了|对象)(?:了)?|(?:这个?|这事|这块)(?:事|工作)?不(?:归|是|由)我(?:管|负责)(?:的|了)?',
  ],
  ['stop', '我不(?:管|负责)(?:这个|这事|这块)?(?:了)?'],
  // 明天再提醒我, 过两天叫我, 提醒我
  [
    'later',
    '(?:请|麻烦)?(?:那就)?(?:(?<one>明天|明早)|(?<three>后天|大后天|(?:过|等)?(?:两|几|三|2|3)天(?:后|以后)?)|(?<seven>下周[一二三四五六日天]?|下个?星期|(?:过|等)?(?:一|1)(?:周|个?星期)(?:后|以后)?))(?:上午|早上|下午)?(?:再|记得)?(?:来)?(?:提醒|叫|通知|说)(?:我|一下|一声)*',
  ],
  [
    'later',
    '(?:请|记得|到时候?|到时)?提醒(?:一下)?我(?:一下|一声)?|(?:晚点|稍后|过会儿?|回头)(?:再)?(?:提醒|说|叫)(?:我)?',
  ],
  // 我还没交呢, 刚才点错了, 撤回
  ['not-yet', `${subject}(?:(?:还没有?|尚未)(?:${handed}|${done}|开始)|(?:没有?|未)${handed})(?:好|完|上)?`],
  [
    'not-yet',
    `${who}(?:刚才?|刚刚)?(?:不小心)?(?:是)?(?:点|按|弄|搞)错了?|误点了?|(?:帮我)?(?:撤回|撤销)(?:刚才的|提交)*|取消提交`,
  ],
  // 在弄了, 快好了
  ['preparing', `${subject}(?:正在|还在|在)(?:${done}|搞|办|走流程|盖章|准备材料)(?:了|着|中)?`],
  ['preparing', `${subject}(?:快|马上就?|就快)(?:${done})?(?:好|完)了`],
  ['preparing', `${who}${what}准备中`],
]
const order = [...new Set(clauses.map(([verb]) => verb))]
const expressions = clauses.map(([verb, source]) => [verb, new RegExp(`^(?:${source})$`, 'iu')] as const)

/** Words around a clause that ask for nothing. */
const openings =
  /^(?:你好|您好|嗯+|哦+|额|那个[，,]?(?=我)|对了|其实|另外|还有|顺便(?:问一下|说一下)?|再问一下|请问|但是|不过|然后|所以)+/u
const nothing = /^(?:你好|您好|在吗|谢谢|多谢|麻烦了|辛苦了|抱歉|不好意思|收到|好的?|知道了|啊|嗯+|哦+)$/u
/** Particles at the end; 吗 turns 交了 into a question, but not 不是交了. */
const particles = /(?:啊|呀|呢|哦|哈|嘛|吧|啦|诶|哎)+$/u
const longest = 120

/**
 * Reads what somebody says of their own deadlines, the way it is typed on a phone: half sentences, several wishes at once. A message
 * none of whose clauses is understood is none of ours. Pure.
 */
export function readTold(text: string): Told | undefined {
  const said = text.normalize('NFKC').trim()
  if (said.length > longest) return undefined
  const parts = said
    .split(/[\s,，。;；!！?？、~]+/u)
    .map((it) => it.replace(openings, '').replace(particles, ''))
    .filter((it) => it !== '' && !nothing.test(it))
  const read = parts.map((it) => ({ clause: it, told: readClause(it) }))
  const all = read.flatMap(({ told }) => (told ? [told] : []))
  const [first] = [...all].sort((a, b) => order.indexOf(a.verb) - order.indexOf(b.verb))
  if (!first) return undefined
  const named = all.find((it) => it.duty !== undefined)?.duty
  return {
    ...first,
    ...(named === undefined ? {} : { duty: named }),
    rest: read.flatMap(({ clause, told }) => (told ? [] : [clause])),
  }
}

function readClause(clause: string): Omit<Told, 'rest'> | undefined {
  const asks = clause.replace(/(?<=不是.*)吗$/u, '')
  for (const [verb, expression] of expressions) {
    const found = expression.exec(asks)
    if (!found) continue
    const { duty: named, one, three, seven } = found.groups ?? {}
    const days = one !== undefined ? 1 : three !== undefined ? 3 : seven !== undefined ? 7 : undefined
    return {
      verb,
      ...(named === undefined ? {} : { duty: named }),
      ...(days === undefined ? {} : { days }),
    }
  }
  return undefined
}
