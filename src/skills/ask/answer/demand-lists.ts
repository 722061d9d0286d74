import { type Look, pairsOf, type Rule } from './demand-rule.ts'
import { itemsOf, numberedOf, numeralValue } from './enumeration.ts'

/** Lists: as many as are asked for, of the set that is asked for, and to their end. */
export const listRules: readonly Rule[] = [
  {
    name: '完整名单',
    asked: ({ text }) => listCount(text) !== undefined,
    met: listsAll,
  },
  {
    // 「剩下几条飞哪」: words that end in 等 say that they do not name them all.
    name: '完整名单',
    asked: ({ text }) =>
      /(?:剩下|其余|其它|其他|另外)[^，。]{0,6}(?:哪|谁|啥|什么|几)|列全|全名单|完整(?:的)?(?:名单|清单)|全部名单|全名/u.test(
        text,
      ),
    met: ({ text, around, part }) =>
      itemsOf(text) >= 2 && !/等[\d一二三四五六七八九十]+/u.test(text) && !saysAndSoOn(around, part.text),
  },
]

/** 「北京、上海等11条航线」 where 11条航线 are asked for. */
function saysAndSoOn(around: string, asked: string): boolean {
  const counted =
    asked.match(new RegExp(`(?:\\d{1,3}|[二三四五六七八九十两]{1,3})(?:${counters})`, 'gu')) ?? []
  return counted.some((it) => around.includes(`等${it}`))
}

const counters = '个|家|项|条|位|名|大|块|种|省|方面|市|县|区|类|句|点|步|步骤|批|样|件|支'
const listing =
  /哪(?:几|些|[二两三四五六七八九十\d])|名单|分别|都有谁|都是谁|都叫|都(?:有|是)(?:啥|什么)|列(?!入)|名字|具体(?:是|有)?(?:啥|什么|叫|内容)|展开|(?:是|指|指的)(?:啥|什么)|各叫|分别叫|(?:都|是)谁/u

/** 「那9个实验区是哪九个」 -> 9; undefined where not a list of a known number is asked. */
function listCount(asked: string): { wanted: number; noun: string } | undefined {
  // 「十二五两件大事」: the plan's name is no number.
  const text = asked.replace(/[“"]?十[一二三四五]五[”"]?/gu, ' ')
  const which = new RegExp(
    `哪([二两三四五六七八九十]|\\d{1,3})大?(?:${counters})([\\p{Script=Han}]*)`,
    'u',
  ).exec(text)
  if (which?.[1] !== undefined) return { wanted: numeralValue(which[1]), noun: phraseOf(text) }
  if (!listing.test(text)) return undefined
  const named = new RegExp(
    `(?<![\\d第年月.])(\\d{1,3}|[二三四五六七八九十两]{1,3})(?:多|余)?(?:${counters})(?!年|月|点|小时|一体)([\\p{Script=Han}]{0,6})`,
    'u',
  ).exec(text)
  const bare = /(?<!\d)(\d{2})(?:是|都是|分别是|指的是)哪些/u.exec(text)?.[1]
  if (bare !== undefined) return { wanted: Number(bare), noun: '' }
  if (named?.[1] === undefined) return undefined
  // 「那9个实验区在哪几个省市」 asks for something else than the nine.
  const kind = /哪(?:几|些)(?:个|家|项|条)?([\p{Script=Han}]{2})/u.exec(text)?.[1]
  if (
    kind !== undefined &&
    named[2] !== undefined &&
    named[2] !== '' &&
    !text.slice(0, text.indexOf('哪')).endsWith('是') &&
    !named[2].includes(kind)
  )
    return undefined
  if (
    /(?:多少|几)(?:钱|个点|年|月|天)|怎么|咋|谁(?:做|办|审|批|来)|哪(?:年|天|月|里|儿|个部门|家做)|几月|什么时|啥时|有没有|吗/u.test(
      text,
    )
  )
    return undefined
  return { wanted: numeralValue(named[1]), noun: phraseOf(text) }
}

/** How many things a question asks to be named: 「哪五样」 -> 5; undefined where it does not say. */
export function itemsAsked(text: string): number | undefined {
  const wanted = listCount(text)?.wanted
  return wanted === undefined || Number.isNaN(wanted) ? undefined : wanted
}

/** 八大专项行动 -> 八大专项: the way in which a text would name the set itself. */
function phraseOf(text: string): string {
  return (
    new RegExp(
      `(?:\\d{1,3}|[二三四五六七八九十两]{1,3})(?:${counters})(?!是|叫|分别|都)[\\p{Script=Han}]{2}`,
      'u',
    ).exec(text)?.[0] ?? ''
  )
}

/**
 * Whether the members of a set stand beside its name: 「整县推进，集团帮扶，投融资改革的“三大机制”」, 「分为三个方面，即…」. A
 * list elsewhere in the sentence is of something else.
 */
function listsBeside(text: string, noun: string, enough: number): boolean {
  const segment = text.split(/[；;。]/u).find((it) => it.includes(noun)) ?? text
  const at = segment.indexOf(noun)
  const [before, after] = [segment.slice(0, at), segment.slice(at + noun.length)]
  const opens = /^[^，。]{0,10}[，]?(?:[：:]|即|包括|分别|涵盖|如下|为|是)/u.test(after)
  const clauses = before.split(/[，,]/u).length
  return Math.max(itemsOf(before), clauses) >= enough || (opens && itemsOf(after) >= enough)
}

function listsAll({ text, around, part }: Look): boolean {
  const count = listCount(part.text)
  if (!count || Number.isNaN(count.wanted)) return true
  const enough = count.wanted > 12 ? Math.ceil(count.wanted * 0.8) : count.wanted
  // Where the passage names the set, its members stand in the same sentence or in those under it.
  if (count.noun !== '' && around.includes(count.noun) && !text.includes(count.noun)) {
    const under = around.slice(around.indexOf(count.noun)).split('。')[0] ?? ''
    return /[：:]/u.test(under) && Math.max(itemsOf(text), numberedOf(around)) >= enough
  }
  if (count.noun !== '' && text.includes(count.noun)) return listsBeside(text, count.noun, enough)
  if (itemsOf(text) >= enough) return true
  return (
    pairsOf(count.noun).some((pair) => around.includes(pair)) &&
    count.wanted <= 6 &&
    numberedOf(around) >= enough
  )
}
