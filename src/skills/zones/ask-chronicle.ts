import {
  asks,
  madeOf,
  type Question,
  type RegisterAnswer,
  surenessOf,
  type Teller,
  valuesOf,
  type World,
} from './facts.ts'
import { fold } from './lexicon.ts'
import { phrases } from './phrases.ts'
import { type ChronicleEntry, chronicleDocument } from './register-data.ts'

const label = '附录：实验区 2014 年度大事记'

/** Questions about the chronicle: what happened in a month, the n-th entry, how many entries. */
export const askChronicle: Teller = (question, world) => {
  if (asksForMonths(question)) return ofMonths(question, world, monthsIn(question))
  if (valuesOf(question, 'chronicle').length === 0) return undefined
  const sought = soughtIn(question, world)
  if (sought) return sought
  if (!madeOf(question, 'chronicle', 'month', 'nth', 'year', 'op', 'subject', 'measure', 'under'))
    return undefined
  const years = valuesOf(question, 'year')
  const months = monthsIn(question)
  const nth = valuesOf(question, 'nth').map((it) => (it === 'last' ? world.chronicle.length : Number(it)))
  if (months.length > 0) return ofMonths(question, world, months)
  const beyond = nth.find((it) => !world.chronicle.some((entry) => entry.n === it))
  if (beyond !== undefined)
    return whole(question, world, phrases.noNth(beyond, phrases.chronicleName, world.chronicle.length, '条'))
  if (nth.length > 0)
    return entries(
      question,
      world.chronicle.filter((it) => nth.includes(it.n)),
      phrases.chronicleEntry(nth),
      [],
      true,
    )
  if (years.some((it) => it !== '2014')) return undefined
  if (!asks(question, 'count', 'items')) return undefined
  return whole(question, world, phrases.chronicleCount(world.chronicle.length))
}

/** What is said of the chronicle as a whole; its last entry bears the highest number. */
function whole(question: Question, world: World, text: string): RegisterAnswer {
  const last = world.chronicle.at(-1)
  const sources = [
    ...(last ? [{ document: chronicleDocument, quote: last.words }] : []),
    { document: chronicleDocument, quote: label },
  ]
  return {
    text,
    filter: phrases.chronicleName,
    claims: [{ text, filter: phrases.chronicleName }],
    sources,
    sureness: surenessOf(question),
  }
}

/** 「大事记第6条说啥会」, 「大事记里哪条提到联盟」: words that the register does not know must stand in the entries. */
function soughtIn(question: Question, world: World): RegisterAnswer | undefined {
  const known = ['chronicle', 'nth', 'year', 'op', 'under', 'noise', 'number', 'month', 'subject', 'measure']
  const unknown = joinedWords(question, known, world)
  const words = unknown.some((it) => it.length > 1) ? unknown.filter((it) => it.length > 1) : unknown
  if (words.some((it) => /月/.test(it))) return undefined
  if (words.length === 0 || words.length > 2 || asks(question, 'count', 'items', 'why')) return undefined
  const nth = valuesOf(question, 'nth').map((it) => (it === 'last' ? world.chronicle.length : Number(it)))
  const months = monthsIn(question)
  const holds = (it: ChronicleEntry) => words.every((word) => stands(word, fold(it.words)))
  const found = world.chronicle.filter(
    (it) =>
      holds(it) &&
      (nth.length === 0 || nth.includes(it.n)) &&
      (months.length === 0 || months.some((month) => monthOf(it.from) <= month && month <= monthOf(it.to))),
  )
  if (nth.length > 0) return entries(question, found, phrases.chronicleEntry(nth), [], true)
  if (words.some((it) => it.length < 2) || found.length > 3) return undefined
  return entries(question, found, phrases.chronicleEntry(found.map((it) => it.n)), [], true)
}

/** The unknown words; one that a particle has cut in two (呼和浩特 by 和) is joined again where an entry holds it whole. */
function joinedWords(question: Question, known: readonly string[], world: World): string[] {
  const words: string[] = []
  let open = ''
  for (const token of question.tokens) {
    const whole = open + token.text
    if (open !== '' && world.chronicle.some((it) => fold(it.words).includes(whole))) {
      open = whole
      if (!known.includes(token.slot)) words.splice(-1, 1, whole)
    } else if (known.includes(token.slot)) open = ''
    else {
      open = token.text
      words.push(open)
    }
  }
  return words
}

/** Whether an entry holds a word, or of a run of words each pair of characters: 英国培训. */
function stands(word: string, entry: string): boolean {
  const pairs = word.length >= 4 && word.length % 2 === 0 ? (word.match(/../gu) ?? []) : [word]
  return entry.includes(word) || pairs.every((it) => entry.includes(it))
}

/** 「8月有啥活动」, 「10月有几件事」: nothing but a month and that something was done then. */
function asksForMonths(question: Question): boolean {
  return (
    valuesOf(question, 'month').length > 0 &&
    madeOf(question, 'month', 'year', 'op', 'deed') &&
    question.tokens.every((it) => it.slot !== 'op' || ['list', 'items', 'which'].includes(it.value)) &&
    question.tokens.some((it) => it.slot === 'deed' || it.value === 'items' || /^[干做事]/.test(it.text))
  )
}

/** 上半年 is its six months. */
function monthsIn(question: Question): number[] {
  return valuesOf(question, 'month').flatMap((it) => {
    const [first = 0, last = first] = it.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
}

/** @param date `2014-11` */
function monthOf(date: string): number {
  return Number(date.slice(5, 7))
}

function ofMonths(question: Question, world: World, months: readonly number[]): RegisterAnswer | undefined {
  const year = valuesOf(question, 'year')[0] ?? '2014'
  const wanted = months.map((it) => `${year}-${String(it).padStart(2, '0')}`)
  const first = wanted[0] ?? ''
  const last = wanted.at(-1) ?? first
  const inMonth = world.chronicle.filter((it) => it.from <= last && it.to >= first)
  const filter = phrases.filter(phrases.chronicleName, [phrases.chronicleMonth(year, months)])
  const mentioned =
    year === '2014' && months.length === 1
      ? world.chronicle.filter((it) => !inMonth.includes(it) && clauseOf(it, months[0] ?? 0) !== undefined)
      : []
  if (inMonth.length + mentioned.length === 0) {
    const text = phrases.noChronicle(phrases.chronicleMonth(year, months))
    const sources = [{ document: chronicleDocument, quote: label }]
    return { text, filter, claims: [{ text, filter }], sources, sureness: surenessOf(question, 0.8) }
  }
  return entries(
    question,
    inMonth,
    filter,
    mentioned.map((it) => [it, clauseOf(it, months[0] ?? 0) ?? ''] as const),
    months.length > 1,
  )
}

function entries(
  question: Question,
  found: readonly ChronicleEntry[],
  filter: string,
  mentioned: readonly (readonly [ChronicleEntry, string])[] = [],
  dated = false,
): RegisterAnswer | undefined {
  if (found.length + mentioned.length === 0) return undefined
  const said = [
    ...found.map((it) => (dated ? phrases.numbered(it.n, bodyOf(it, true)) : bodyOf(it))),
    ...mentioned.map(([, clause]) => clause),
  ]
  const listed = phrases.chronicle(said.map(withoutStop))
  const counts = asks(question, 'count', 'items')
  // 「12月有几件」 counts what is dated 12月; what went on from another month into it is told beside that.
  const spanning = counts && found.length > 1 ? found.filter((it) => it.from !== it.to).length : 0
  const text = counts ? phrases.entryCount(said.length - spanning, filter, listed, spanning) : listed
  const sources = [...found, ...mentioned.map(([it]) => it)].map((it) => ({
    document: chronicleDocument,
    quote: it.words,
  }))
  const claims = sources.map((source, at) => ({ text: said[at] ?? '', source }))
  const of = (spans: boolean) =>
    found.flatMap((it, at) => ((it.from !== it.to) === spans ? (said[at] ?? []) : []))
  const groups = spanning > 0 ? [[...of(false), ...mentioned.map(([, clause]) => clause)], of(true)] : [said]
  const counted = counts
    ? groups.map((it) => ({
        text: phrases.entryCount(it.length, filter, phrases.chronicle(it.map(withoutStop)), 0),
        filter,
      }))
    : []
  return { text, filter, claims: [...counted, ...claims], sources, sureness: surenessOf(question) }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/。$/, '')
}

/** An entry without the date at its front where that is only a month; a range is kept, it says more than the question. */
function bodyOf(entry: ChronicleEntry, dated = false): string {
  const words = entry.words.replace(/(?<=[\p{Script=Han}\d]) (?=[\p{Script=Han}\d])/gu, '')
  return entry.from === entry.to && !dated ? words.replace(/^\d{4}年\d+月[，,]/, '') : words
}

/** The clause of an entry that speaks of another month, e.g. 6月份完成了第一批监测数据上报工作. */
function clauseOf(entry: ChronicleEntry, month: number): string | undefined {
  const words = entry.words.replace(/(?<=[\p{Script=Han}\d]) (?=[\p{Script=Han}\d])/gu, '')
  return words.split(/[，。；]/).find((it) => new RegExp(`(?<!\\d)${month}月份`).test(it))
}
