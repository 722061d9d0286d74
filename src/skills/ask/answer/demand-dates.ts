import { clausesOf, type Look, pairsOf, type Rule } from './demand-rule.ts'
import { squeeze } from './quote.ts'

const anyDate =
  /(?:19|20)\d{2}|\d{1,2}月|\d{1,2}日|[〇零一二三四五六七八九]{4}年|年底|月底|季度|[上中下]旬|以来|以后|之后|完成后|期间|每[半一二两三四五\d]?年|定期|每年度|\d+年|“?十[一二三]五”?(?:期?末|时期|期间)/u
const day = /\d{1,2}日|\d{1,2}[.\-/]\d{1,2}[.\-/]\d{1,2}|\d{1,2}月\d{1,2}/u
const month = /\d{1,2}月|[一二三四五六七八九十]{1,2}月|季度|[上中下]旬|月底|年底|年初/u
const year = /(?:19|20)\d{2}|[〇零一二三四五六七八九]{4}年/u
/** A clause that says when and nothing else, as a sentence begins. */
const onlyDate =
  /^(?:\d{1,2}[.、．])?(?:自|于|从|到|截至|经)?(?:(?:19|20)\d{2}年?|\d{1,2}[-至]?\d{0,2}月份?|\d{1,2}日|[初底末前后间期以来之度上中下旬至到-]|年|月)+$/u

/** 「6. 2014年9月评估中心召集…」 */
const leadingDate =
  /^(?:[-·]?\d{1,2}[.、．])?(?:自|于|从|到|截至|经|早在)?(?:19|20)\d{2}|^(?:[-·]?\d{1,2}[.、．])?\d{1,2}月|^\d{1,2}[-至]\d{1,2}月/u

/** Something is handed in, not exchanged or made known. */
const handsIn = /交(?!流|通|换|界|叉|给你)|[报填]送|上报|报上|填报|申报|截止|月报(?!告|道)/u

const asksDay = /几[号日](?!文)|具体(?:哪天|日期|到日)|几月几/u
const asksMonth = /几月|哪个?月|哪[一]?[天日]/u
const asksYear = /哪一?年|几几年|何年|哪个年份/u

/** A date as exact as it is asked, said of what is asked and not of something beside it. */
export const dateRules: readonly Rule[] = [
  {
    name: '具体日期',
    asked: ({ text, aims }) => aims.has('date') && asksDay.test(text) && !/几天/u.test(text),
    met: ({ text, around, part }) =>
      day.test(text) &&
      pairsOf(part.text).some((pair) => !/[几号日]|截止|时间/u.test(pair) && (text + around).includes(pair)),
  },
  {
    // 「哪天」 is said of months too; only a year is too coarse for it.
    name: '具体日期',
    asked: ({ text, aims }) => aims.has('date') && asksMonth.test(text) && !asksDay.test(text),
    met: ({ text }) => month.test(text),
  },
  {
    name: '时间',
    // 「满几年」 is a length of time.
    asked: ({ aims, text }) => aims.has('date') && !/[满管]几年/u.test(text),
    met: ({ text, part }) => (asksYear.test(part.text) ? year : anyDate).test(text),
  },
  {
    name: '时间',
    asked: ({ text, aims }) =>
      aims.has('date') && /何时|啥时|什么时|几时|多会|几号|哪一?[年天日月]|几月/u.test(text),
    met: isSaidOfIt,
  },
  {
    // 「年度报告啥时候交」 is not answered by the day on which a report was printed.
    name: '提交时间',
    asked: ({ text, aims }) => aims.has('date') && handsIn.test(text),
    met: ({ text }) => handsIn.test(text) || /[日月底]以?前|之前/u.test(text),
  },
  {
    name: '该年份的数字',
    asked: ({ aims }, { years }) => aims.has('number') && !aims.has('date') && years.length === 1,
    met: ({ text, question }) => speaksOfYear(text, question),
  },
]

/**
 * 「公路2010年建成通车，神农架机场正式通航」 does not say when the airport opened: the date must lead the sentence or
 * stand in the clause that holds most of what is asked.
 */
function isSaidOfIt({ text, part, question }: Look): boolean {
  const asked = pairsOf(part.text.length < 8 ? question.text : part.text)
  const clauses = clausesOf(text)
  const worth = clauses.map((clause) => asked.filter((pair) => clause.includes(pair)).length)
  const best = Math.max(0, ...worth)
  if (best === 0) return true
  const first = clauses.findIndex((clause) => anyDate.test(clause))
  if (first < 0) return true
  const at = worth.indexOf(best)
  return clauses.some(
    (clause, index) =>
      anyDate.test(clause) &&
      ((worth[index] ?? 0) >= best ||
        (index === 0 && leadingDate.test(clause)) ||
        onlyDate.test(clause) ||
        (index === at - 1 && (worth[index] ?? 0) === 0) ||
        index === at + 1),
  )
}

/** A figure that names its own years answers only for them; a year that names a document says nothing of figures. */
function speaksOfYear(text: string, { text: asked, years }: Look['question']): boolean {
  if (/(?:19|20)\d{2}年?(?:度)?(?:年?报|报告|要点|规划|纲要|大事记|计划)/u.test(asked)) return true
  const own = squeeze(text)
    .replace(/《[^》]*》|[（(【〔[][^）)】〕\]]*[）)】〕\]]/gu, '')
    .matchAll(/(?<!\d)((?:19|20)\d{2})(?:年|[-—~至]|$)/gu)
  const said = [...own].map(([, it]) => Number(it))
  const [wanted] = years
  if (said.length === 0 || wanted === undefined || said.includes(wanted)) return true
  return /以来|至今/u.test(text) && Math.min(...said) < wanted
}
