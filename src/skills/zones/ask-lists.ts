import {
  asks,
  comesFirst,
  listsOf,
  madeOf,
  type Question,
  type Teller,
  valuesOf,
  type World,
} from './facts.ts'
import { inBoth, joined, one } from './list-answers.ts'
import { leveled, noTypes, notListed, offTheList, otherYears, standing, whereListed } from './list-edges.ts'
import { cohorts, zonesOf } from './list-filter.ts'
import { asksOfPrint, printed } from './list-grid.ts'

/** Questions about the lists of 2014: how many, which, where, whether, which province has most. */
export const askLists: Teller = (asked, world) => {
  const question = withOthers(asked)
  const lists = listsOf(question).filter((it) => it in cohorts)
  if (lists.length === 0) return undefined
  const stranger = strangerIn(question, world)
  if (stranger !== undefined) return notListed(question, world, lists, stranger)
  if (asksOfPrint(question)) return printed(question, world, lists)
  if (asksCaption(question)) return whereListed(question, world, lists)
  const [only] = lists.length === 1 ? lists : []
  if (only !== undefined && negated(question) && valuesOf(question, 'province').length > 0)
    return offTheList(question, world, only)
  if (!understood(question)) return undefined
  const years = valuesOf(question, 'year')
  if (years.some((it) => it !== '2014')) return otherYears(question, world, lists, years)
  const zones = zonesOf(question, world)
  if (zones.length > 0) return standing(question, world, lists, zones)
  if (asks(question, 'whichlist')) return whereListed(question, world, lists)
  if (valuesOf(question, 'type').length > 0) return noTypes(question, world)
  const byLevel = valuesOf(question, 'by').includes('level') ? ['地级', '县级', '区域'] : []
  const levels = [...new Set([...valuesOf(question, 'level'), ...byLevel])]
  if (levels.length > 0) return leveled(question, world, lists, levels)
  const compared = (['province', 'region'] as const).find((slot) => valuesOf(question, slot).length > 1)
  if (lists.length === 2 && (asks(question, 'both') || sharesBoth(question))) return inBoth(question, world)
  const extreme = asks(question, 'most', 'least')
  const by =
    valuesOf(question, 'by')[0] ??
    (extreme ? (compared ?? (ofCities(question) ? 'city' : undefined)) : undefined)
  const answers = lists.map((list) => one(question, world, list, by))
  const known = answers.filter((it) => it !== undefined)
  if (known.length !== lists.length) return undefined
  return joined(question, known, world, lists)
}

/** 「湖南新来的是株洲哪个区，还有谁」: the place within the province is one of those asked for, no condition. */
function withOthers(question: Question): Question {
  const others = question.tokens.some(
    (it, at) => it.text === '还有' && ['who', 'which', 'list'].includes(question.tokens[at + 1]?.value ?? ''),
  )
  if (!others || valuesOf(question, 'province').length === 0) return question
  return { ...question, tokens: question.tokens.filter((it) => it.slot !== 'place') }
}

function understood(question: Question): boolean {
  if (valuesOf(question, 'negation').length > 0 || negated(question)) return false
  // 「验收是什么」 and 「谁来验收」 are no questions about the list; 「江苏验收的是谁」 is one.
  const weak = !asks(question, 'count', 'list', 'member', 'most', 'least', 'each', 'sum', 'compare', 'why')
  const ofLeft = valuesOf(question, 'list').includes('left')
  if (weak && !ofLeft && asks(question, 'who', 'which', 'where') && !placed(question)) return false
  // 「浙江2014年新申报的实验区」 asks without a question word; 「验收」 alone asks nothing.
  if (!placed(question) && !question.tokens.some((it) => it.slot === 'op')) return false
  if (ofDistricts(question)) return false
  if (asks(question, 'when') && valuesOf(question, 'zone').length === 0) return false
  if (asks(question, 'index', 'share', 'items')) return false
  if (asks(question, 'why') && !ofLeft) return false
  const measures = valuesOf(question, 'measure')
  if (measures.some((it) => it !== 'national')) return false
  return madeOf(
    question,
    ...(['province', 'region', 'zone', 'place', 'list', 'level', 'type', 'op', 'by', 'subject'] as const),
    ...(['year', 'approved', 'measure', 'under', 'suffix', 'area', 'spelled'] as const),
  )
}

function placed(question: Question): boolean {
  const places = ['province', 'region', 'area', 'place', 'suffix', 'spelled', 'zone', 'by', 'level'] as const
  return places.some((slot) => valuesOf(question, slot).length > 0)
}

/** 「表1是什么」, 「表2叫什么名字」 */
function asksCaption(question: Question): boolean {
  const named = question.tokens.filter((it) => it.slot === 'list').every((it) => /^附?表/.test(it.text))
  return (
    named &&
    madeOf(question, 'list', 'op') &&
    !asks(question, 'list', 'count', 'who', 'member', 'where') &&
    asks(question, 'which', 'caption')
  )
}

/** 「验收里有地区吗」: 地区 may be a part of the country or the rank of 毕节地区, which cannot be told apart. */
function ofDistricts(question: Question): boolean {
  const bare = question.tokens.some((it) => it.slot === 'by' && it.text === '地区')
  return bare && !asks(question, 'most', 'least', 'each', 'count')
}

/** 「哪个市验收最多」 counts by prefecture. */
function ofCities(question: Question): boolean {
  return question.tokens.some((it) => /^(哪个|哪座)?(地级)?(市|城市)$/.test(it.text))
}

/** 「哪些省验收和新申报都有」: both lists, and a word of sharing right behind them. */
function sharesBoth(question: Question): boolean {
  const at = question.tokens.findIndex((it) => it.text === '都')
  const behind = question.tokens[at + 1]?.text ?? ''
  return at > 0 && /^有/.test(behind) && valuesOf(question, 'by').includes('province')
}

/** 「没验收的有哪些」 asks for what no list holds; of these only 「哪些省没有验收的」 and 「山东没有新申报吗」 can be answered. */
function negated(question: Question): boolean {
  const before = question.tokens.some(
    (it, at) =>
      /^(没|没有|还没|还没有|未|尚未|不|不是)$/.test(it.text) && question.tokens[at + 1]?.slot === 'list',
  )
  if (!before || valuesOf(question, 'by').includes('province')) return false
  return asks(question, 'list', 'count', 'which', 'who') || !placed(question)
}

/** 「深圳市在不在验收名单里」: the only unknown word is a place, and the lists of 2014 are complete. */
function strangerIn(question: Question, world: World): string | undefined {
  const unknown = question.tokens.filter((it) => it.slot === 'rest')
  const [place] = unknown
  if (!place || unknown.length > 1 || place.text.length < 2 || !world.isPlace(place.text)) return undefined
  if (!comesFirst(question, place)) return undefined
  const others = { ...question, tokens: question.tokens.filter((it) => it !== place) }
  const elsewhere = ['zone', 'by', 'level', 'type', 'year', 'place'] as const
  if (elsewhere.some((slot) => valuesOf(others, slot).some((it) => it !== '2014'))) return undefined
  return asks(others, 'member') && understood(others) ? place.text : undefined
}
