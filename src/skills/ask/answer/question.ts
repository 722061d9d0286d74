/** What a question asks for; a question can ask for several things at once. */
export type Aim =
  | 'date'
  | 'number'
  | 'who'
  | 'where'
  | 'list'
  | 'yes-no'
  | 'definition'
  | 'how'
  | 'why'
  | 'document-number'
  | 'fact'

/** One thing that is asked, with the words around it that say what it is about. */
export interface Part {
  readonly text: string
  /** What other parts of the question say, e.g. the topic before the first comma. */
  readonly context: string
  readonly aims: ReadonlySet<Aim>
  /** The counted unit of 几个, 多少人, 哪几项: 个, 人, 项. */
  readonly unit?: string
  /** 「多了几个」, 「差多少」: the difference between the figures of the parts before. */
  readonly difference: boolean
}

export interface Question {
  readonly text: string
  readonly parts: readonly Part[]
  /** Years named, as four digits: hard constraints. */
  readonly years: readonly number[]
  readonly aims: ReadonlySet<Aim>
  /** Asks what is required of somebody: a draft cannot ground that without a banner. */
  readonly asksDuty: boolean
  /** Asks to set two things side by side. */
  readonly compares: boolean
}

/** By which words each aim is told. */
export const aimPatterns: readonly (readonly [Aim, RegExp])[] = [
  ['document-number', /文号|几号文|多少号文|哪个文(?:件|$)|什么文件|啥文件/u],
  [
    'date',
    /(?:什么|啥|哪个?|(?<!近|这|那|前|后|头|好|过去)几)(?:时候|时|日子|天|年|月份?|日)|(?<![拨打]|第)几号|何时|多久|多会儿|几点|几月|哪[一几]?[年天月]|截止|期限|时间(?!长|一长)|日期|最晚|最迟|deadline|when/iu,
  ],
  [
    'number',
    /多少|(?<!过去|这|那|近|前|后|好|头|抓)几(?=\p{Script=Han})(?!乎|招|道(?:关|手续|坎|门槛)|步|套班子|何|经|率|时|号|月|日|.几)|几(?=$|[？?，,])|数量|总数|占比|比例|比重|[a-z]*\s?how many|几何|多大|多高|多长|第几|百分之几|几成|几个点/iu,
  ],
  [
    'who',
    /谁|哪(?:个|些|几个)?(?:部门|单位|机构|公司|司局|处室|家|方|省|地方|人|领导|专家|大学)|什么(?:部门|单位|机构|人)|啥(?:部门|单位|机构|人)|哪儿办的|who/iu,
  ],
  ['where', /哪里|哪儿|在哪|什么地方|啥地方|去哪|哪个(?:地方|城市|省|市|县)|where/iu],
  [
    'list',
    /哪些|哪[几二两三四五六七八九十]|哪\d+[个项条]|有啥|都有|有什么|包括|包含|内容|分别|列(?:一下|出)|名单|几块|几个方面|哪[几个]?(?:方面|块|类)|什么内容|topics?|啥(?:内容|东西)|清单|都.{0,6}(?:啥|什么|谁)/iu,
  ],
  [
    'definition',
    /(?:是|指)(?:的)?个?(?:什么|啥)(?:意思|东西)?$|什么意思|啥意思|什么是|啥叫|什么叫|含义|定义|指的是|是什么$|是啥$|what is|代表什么/iu,
  ],
  ['how', /怎么|怎样|咋|如何|办法|流程|程序|步骤|方式|措施|招|途径|几道(?:关|手续|坎|门槛)|几步|how/iu],
  ['why', /为什么|为啥|为何|原因|图个?(?:啥|什么)|凭什么|咋回事|目的|why/iu],
  [
    'yes-no',
    /吗|(?<![什怎多这那])么$|嘛|吧$|(\p{Script=Han})不\1|是不是|有没有|能不能|可不可以|算不算|要不要|会不会|是否|行不|对不|[不没](?:$|[？?，,。])|了没/u,
  ],
]

const dutyPattern = /必须|要求|规定|应当|应该|须|得不得|要不要|义务|强制|硬性|合规/u
const comparePattern =
  /一样|区别|不同|相同|对比|比较|差别|分别|各(?:是|有)|哪个(?:更|多|少|高|低|早|晚)|变化|(?:多|少|差|净增|增加|减少)了?(?:多少|几)/u
const differencePattern = /(?:多出?|少|差|增加?|涨|升|降|减少?|提高?|提升)了?(?:多少|几)/u

/** What a question asks for, its parts, years and kind. Pure; says nothing about where the answer stands. */
export function understand(text: string): Question {
  const parts = partsOf(text)
  return {
    text,
    parts,
    years: yearsOf(text),
    aims: new Set(parts.flatMap((part) => [...part.aims])),
    asksDuty: dutyPattern.test(text),
    compares: comparePattern.test(text),
  }
}

/** The aims of a stretch of a question; 'fact' where no question word gives one away. */
export function aimsOf(text: string): Set<Aim> {
  const aims = new Set<Aim>()
  for (const [aim, pattern] of aimPatterns) if (pattern.test(text)) aims.add(aim)
  if (aims.size === 0) aims.add('fact')
  return aims
}

/** A year in two digits - but not the length of time in 连续33年, 满5年 or 20年来. */
const shortYear =
  /(?<![\d.]|满|连续|近|这|过去|前|后|了|约)(\d{2})(?=年(?!来|内|以上|间|多|左右|了|无|没)|要点|计划)/gu
const newestShortYear = 35

/** 14年 -> 2014年, so that it is found where the documents write it out. */
export function withFullYears(text: string): string {
  return text.replace(shortYear, (year) => (Number(year) <= newestShortYear ? `20${year}` : year))
}

/** Four-digit years of a text: 2014, 14年, 二〇一四年. */
export function yearsOf(text: string): number[] {
  const years = new Set<number>()
  for (const [, year] of withFullYears(text).matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/gu))
    years.add(Number(year))
  for (const [, tens, ones] of text.matchAll(
    /二[〇零○０]([〇零○０一二三四五六七八九])([〇零○０一二三四五六七八九])/gu,
  )) {
    years.add(2000 + digitOf(tens) * 10 + digitOf(ones))
  }
  return [...years]
}

function digitOf(numeral: string | undefined): number {
  const value = '零一二三四五六七八九'.indexOf((numeral ?? '零').replace(/[〇○０]/u, '零'))
  return Math.max(0, value)
}

/**
 * A question of several parts taken apart: 「谁做的，初稿啥时候出来的」. A stretch that asks nothing is the context of
 * all the others; each part keeps what stood before it.
 */
function partsOf(text: string): Part[] {
  const stretches = text
    .split(/[，,。；;？?！!\n]+|、(?=还有|以及|另外)|\s(?=\S*[哪谁几吗啥])/u)
    .map((stretch) => stretch.trim())
    .filter((stretch) => stretch !== '')
  const asking = stretches.filter((stretch) => asks(stretch))
  if (asking.length <= 1) return [partOf(text, '')]
  const parts: Part[] = []
  stretches.forEach((stretch, index) => {
    if (!asks(stretch)) return
    const before = stretches.slice(0, index).join('，')
    const silent = stretches.filter((other, at) => at > index && !asks(other)).join('，')
    parts.push(partOf(stretch, [before, silent].filter((it) => it !== '').join('，')))
  })
  return parts
}

function asks(stretch: string): boolean {
  return !aimsOf(stretch).has('fact') || /呢$/u.test(stretch)
}

function partOf(text: string, context: string): Part {
  const unit =
    /(?:几|多少|哪几)\s?(?:个(?=人(?!才|民|类)))?(个(?:百分)?点|个|家|人次|人|名|份|次|期|项|类|种|条|届|块|场|批|位|省|市|县|年|天|月|亿|万|元|所|户|公里|亩|张|页|篇|台|辆|间|道|座|件|支|吨|字|分|片|处|套)/u.exec(
      text,
    )?.[1]
  return {
    text,
    context,
    aims: aimsOf(text),
    ...(unit === undefined ? {} : { unit }),
    difference: differencePattern.test(text) && context !== '',
  }
}
