import { clausesOf, type PlacesIn, pairsOf, type Rule } from './demand-rule.ts'
import { listedOf } from './enumeration.ts'
import { hasUnit } from './fit.ts'
import { measureWords } from './measure-words.ts'
import type { Part } from './question.ts'

const money =
  /[\d一二三四五六七八九十百千万两]+(?:\.\d+)?(?:多|余)?(?:百|千|万|亿)*(?:多|余)?元|亿元|万元|\d(?:多|余)?亿|\d+(?:多|余)?万(?!人|名|亩|家|户|件|平|吨|村)/u

const asksMoney = new RegExp(
  [
    '多少钱',
    '(?:经费|预算|投资|奖金|补助|补贴|资金|基金|费用|规模|盘子|产值|收入|[保会学租劳电水]务?费|委托费)[^，。]{0,6}(?:多少|几|多大)(?!个?基金|年|项|批|期)',
    '(?:多少|几).{0,2}(?:经费|预算|投资|奖金|补助|补贴|资金|费用|亿|万元|千万|百万|块钱|元)',
    '总(?:投资|预算|经费)(?!.*(?:谁|哪))',
    '(?:花|投|拨|给|砸|交|补|奖)了?(?:多少|几个?亿|几千?百?万)(?!人|家|户|亩|项|名)',
    '盘子多大|多少亿|几个?亿|几千万|几万[块元]|(?<!哪)几块(?:钱|$)|收多少|什么价',
  ].join('|'),
  'u',
)

/** 「几年一次」, 「多久评一回」. */
const interval =
  /(?:几|多少)(?:年|个?月|天|周)[^，。]{0,3}一[次回]|(?:[半一二两三四五]年|月)一[次回]还是|多(?:久|长时间)[^，。]{0,4}一[次回]/u

/** Sums, shares, counts: a figure of the kind that is asked, with its unit and what it counts. */
export const figureRules: readonly Rule[] = [
  {
    name: '金额',
    asked: ({ aims, text }) =>
      (asksMoney.test(text) || (aims.has('number') && /钱|经费|预算|奖金/u.test(text))) &&
      !/增长|增幅|增速|涨|降|占比|百分|几成|[长翻]了?(?:多少|几)/u.test(text),
    met: ({ text }) => money.test(text),
  },
  {
    name: '百分比',
    asked: ({ text }) => /百分之几|千分之几|占比(?:多少|是)|几成|占多大比|多少个?百分点|比重多/u.test(text),
    met: ({ text }) => /\d\s*[%％‰]|百分之|成以上|百分点/u.test(text),
  },
  {
    // 「森林覆盖率」, 「通过率」: a rate is asked by its name, and its figure stands beside the name.
    name: '该项比率的数字',
    asked: ({ aims, text }) => aims.has('number') && ratesOf(text).length > 0,
    met: ({ text, part }) => ratesOf(part.text).every((rate) => text.includes(rate)) && /\d/u.test(text),
  },
  {
    name: '具体数字',
    asked: ({ aims, text }) => aims.has('number') && !/第几|哪/u.test(text) && !interval.test(text),
    met: ({ text, part }) => (part.unit === undefined ? saysFigure(text) : countsIt(text, part)),
  },
  {
    // 「每组几个专家」 is not answered by how many experts there were in all.
    name: '按每个计算的数字',
    asked: ({ aims, text }) =>
      aims.has('number') &&
      /每(?!年|周年)|人均|平均|一个?(?:人|县|家|户|亩|组|班)(?=[^，。]{0,4}(?:多少|几|[补给交拨投派收]))|(?:一[年天])(?=[^，。]{0,6}(?:多少|几))/u.test(
        text,
      ),
    met: ({ text }) => /每|均|[/／]|年增|逐年|一年/u.test(text),
  },
  {
    name: '上限或下限',
    asked: ({ aims, text }) =>
      aims.has('number') &&
      /最高(?=[^，。]{0,6}(?:多少|几|给))|最多|最长|最短|上限|封顶|最低|起步价/u.test(text),
    met: ({ text }) => /最|不超过|上限|以上|以下|至少|不低于|不少于|以内/u.test(text),
  },
  {
    // 「人口控制在多少」: where the passage has the word, the figure must stand with it.
    name: '该项数字',
    asked: ({ aims, text, difference }) =>
      aims.has('number') && !difference && !/第几|哪|净?[多少差增涨降]了/u.test(text),
    met: ({ text, around, part, placesIn }) => {
      const pairs = measured(part.text, placesIn)
      const said = `${text}${text.includes('科学技术') ? '科技' : ''}`
      return pairs.some((pair) => said.includes(pair)) || !pairs.some((pair) => around.includes(pair))
    },
  },
  {
    // 「几年以后才能升」 is not answered by a year.
    name: '年限',
    asked: ({ text }) => /(?:几|多少)年(?:以?[后内]|才|时间)|[满管]几年/u.test(text),
    met: ({ text }) =>
      /(?<!\d)(?:\d{1,2}|[一二三四五六七八九十两]+)(?:余|多)?个?年(?!底|级|代|度|\d)/u.test(text),
  },
  {
    name: '间隔',
    asked: ({ text }) => interval.test(text),
    // 「评估几年一次」 is not answered by what is done in a year.
    met: ({ text, part }) => {
      const topic = pairsOf(part.text.replace(interval, ''))
      return clausesOf(text).some(
        (clause) =>
          /每(?!个|家|位|项)|定期|[一二两三四五六]年[^，。]{0,2}一?次|年度(?=工作会|报告|总结|评估|考核)/u.test(
            clause,
          ) && topic.some((pair) => clause.includes(pair)),
      )
    },
  },
  {
    // 「谁的……高」 is not answered by words without a figure.
    name: '可以比较的数字',
    asked: ({ text }) =>
      /(?:谁|哪(?:个|边|家|里|儿|方))[^，。]{0,8}(?:更|最)?(?:高|低|多|少|大|快)(?:$|[？?，,\s])/u.test(text),
    met: ({ text }) => saysFigure(text),
  },
  {
    name: '各自的数字',
    asked: ({ aims, text, unit }, question) =>
      aims.has('number') &&
      unit !== undefined &&
      /各[^，。]{0,6}(?:多少|几)/u.test(text) &&
      question.parts.length === 1,
    met: ({ text, part, question, placesIn }) =>
      placesIn(question.text).length > 1 ||
      question.years.length > 1 ||
      clausesOf(text.replace(/、|以及|和/gu, '，')).filter((clause) => hasUnit(clause, part.unit ?? ''))
        .length >= 2,
  },
]

/** The words of a question for a figure but those that ask and those that name a place: 人口, 控制. */
function measured(text: string, placesIn: PlacesIn): string[] {
  const places = placesIn(text).flatMap((place) => place.aliases)
  const rest = [...places]
    .sort((a, b) => b.length - a.length)
    .reduce((it, name) => it.replaceAll(name, ' '), text)
  return pairsOf(
    rest.replace(/多少|哪?几|一共|总共|现在|目前|大概|平均|达到|有没有|是不是|实验区|国家|全国|年底/gu, ' '),
  )
}

/** 森林覆盖率 -> 覆盖率: the last three characters, which stay where a name is shortened. */
function ratesOf(text: string): string[] {
  return (text.match(/\p{Script=Han}{2}率(?!先|领)/gu) ?? []).filter(
    (rate) => !/[是的有到跟和与几多][^率]率$/u.test(rate),
  )
}

const figure = new RegExp(`\\d|[一二三四五六七八九十百千万两]+(?:${measureWords})`, 'u')

/** A figure that counts something: not a list marker, a year, an ordinal, a row's number or part of a name. */
function saysFigure(text: string): boolean {
  return figure.test(
    text.replace(
      /^\s*(?:[-·]\s*)?\d+[.、．]|^表\d+|[（(]\d{1,2}[)）]|“?十[一二三四五]五”?|(?:19|20)\d{2}年?|第[一二三四五六七八九十\d]+|21世纪|(?:^|\t|\n)\d{1,2}(?=\t)|[（(][^）)\d]*[）)]/gu,
      '',
    ),
  )
}

/**
 * A figure with the unit asked for, in one clause with what is counted (几个示范县 is not answered by 0.2个百分点), or
 * the counted things themselves, listed.
 */
function countsIt(text: string, part: Part): boolean {
  const unit = part.unit ?? ''
  const asked = Math.max(0, part.text.search(/几|多少/u))
  const after = part.text
    .slice(part.text.indexOf(unit, asked) + unit.length)
    .match(/^(?!参加|报名|来|去|通过|列入|进)\p{Script=Han}{2,}/u)?.[0]
  // 「建了几个」, 「省厅来了几家参加」: where nothing follows, what is counted stands before.
  const before =
    /(\p{Script=Han}{2,4})(?:一共|总共|现在|要|共)?[有是建到达成减增加少多选办通过了实现]*$/u.exec(
      part.text.slice(0, asked),
    )?.[1]
  // 「满几年才能申请」: what follows a length of time or a sum is not what is counted.
  const pairs = /^(?:[个家人名位项条种类所座省市县户批处片份场]|人次)$/u.test(unit)
    ? pairsOf(after ?? before ?? '')
    : []
  const clauses = (unit.endsWith('点') ? text : text.replace(/个百分点/gu, '百分点'))
    .replace(/第[一二三四五六七八九十]+个|一个(?!月)/gu, '')
    .split(/[，,。；;]/u)
  const listed =
    (/^(?:条|项|类|种|块|点)$/u.test(unit) || /哪|分|包括|含|方面/u.test(part.text)) &&
    clauses.some(
      (clause) =>
        listedOf(clause) >= 3 &&
        (pairs.length === 0 || pairs.slice(-2).some((pair) => clause.includes(pair))),
    )
  if (listed || listsKind(text, part.text)) return true
  const figures = clauses.flatMap((clause, at) =>
    hasUnit(clause, unit) ? [`${clauses[at - 1] ?? ''}${clause}`] : [],
  )
  if (figures.length === 0 || pairs.length === 0 || after === undefined) return figures.length > 0
  // 「实验区规模迅速扩大，数量发展到116个」: what is counted may stand in the clause before.
  return (
    figures.some((it) => pairs.some((pair) => it.includes(pair))) ||
    // 37个 may be so many 份申请; 16个实验区 are not so many 份 of paper.
    (unit !== '份' && pairs.every((pair) => !text.includes(pair)))
  )
}

/** 「要搭几个库」: 「项目库、技术成果库和专家库」 are so many. */
function listsKind(text: string, asked: string): boolean {
  const kind = /几个(\p{Script=Han})(?!\p{Script=Han})/u.exec(asked)?.[1]
  if (kind === undefined) return false
  return (text.match(new RegExp(`\\p{Script=Han}${kind}(?=[、和及与，。；]|$)`, 'gu')) ?? []).length >= 2
}
