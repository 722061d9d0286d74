import { numeralCharacters, parseChineseNumber } from '../../../core/numerals.ts'

/** A line that begins an article: its number as printed, without inner spaces, and where its text begins. */
interface ArticleStart {
  readonly article: string
  readonly number: number
  /** The n of 之n; 0 where there is none. */
  readonly insertion: number
}

const start = new RegExp(
  `^(?:#{1,6}\\s*)?(?:\\*\\*)?(第\\s*([${numeralCharacters}]+)\\s*条(?:\\s*之\\s*([一二三四五六七八九十]+))?)(?:\\*\\*)?(.{0,3})`,
)

/** After these an article's number is a reference inside a sentence: 第三条规定的, 第三条第二款, 第三条至第五条, 第三条修改为. */
const refers =
  /^(?:[、，,。；;第至到及者的所规修删改关之均款项”》）)]|和(?!解|平)|与(?:第|本)|或者?第|中(?!国|华|央|外|级|小|介|标|止|断|间)|以[前后上下外内及]|前|后|内(?!地|部|容|河|蒙)|外(?!国|商|资|汇|籍|交)|作(?:为|如下|出)|增加|适用于)/

/** A line that may begin an article, and how sure its look makes it. */
interface Candidate {
  readonly index: number
  readonly it: ArticleStart
  /** White space, a bold end, a title in brackets or nothing follows the number. */
  readonly spaced: boolean
  /** What follows reads as a reference. */
  readonly refers: boolean
}

/**
 * Which of the lines begin an article of this text. A line does where its number is followed by white space, a bold
 * end, a title in brackets or nothing. In a text that sets no space after its numbers (第一条为了…) one does where it is
 * the next in order, or where nothing makes it a reference. A number inside a quotation that is still open does not (an
 * amendment quoting the new wording), unless it is the next in order.
 * @param lines the printed lines, trimmed
 * @returns by index of the line
 */
export function findArticles(lines: readonly string[]): ReadonlyMap<number, ArticleStart> {
  const found: Candidate[] = []
  for (const [index, line] of lines.entries()) {
    const one = /^[#*\s]*第/.test(line) ? candidateOf(line, index) : undefined
    if (one !== undefined) found.push(one)
  }
  const spaced = found.filter((one) => one.spaced)
  // Where numbers are set without a space throughout; else a single one counts only between its two neighbours.
  const dense = spaced.length < found.length * 0.2 && countsUp(found.filter((one) => !one.refers))
  const articles = new Map<number, ArticleStart>()
  let before: ArticleStart | undefined
  let read = 0
  let open = 0
  let quoting = false
  for (const [place, { index, it, spaced: isSpaced, refers: isReference }] of found.entries()) {
    for (; read < index; read += 1) open = Math.max(0, open + quotesLeftOpen(lines[read] ?? ''))
    const later = found.slice(place + 1, place + 6)
    // Of two lines with the next number the one that reads as a reference is one.
    const next = follows(before, it) && !(isReference && later.some((one) => !one.refers && same(one.it, it)))
    const between = next && !isReference && later.some((one) => follows(it, one.it))
    if (!isSpaced && !between && !(dense && (next || !isReference))) continue
    // 增加五条，内容如下：, and then another text's articles: they belong to the article that announces them.
    if (
      !next &&
      it.number !== 1 &&
      lines.slice(Math.max(0, index - 2), index).some((line) => /[：:]$/.test(line))
    )
      quoting = true
    if ((open > 0 || quoting) && !next) continue
    quoting = false
    articles.set(index, it)
    before = it
    open = 0
  }
  return articles
}

function candidateOf(line: string, index: number): Candidate | undefined {
  const match = start.exec(line)
  const number = match?.[2] === undefined ? undefined : parseChineseNumber(match[2])
  if (match?.[1] === undefined || number === undefined) return undefined
  const next = match[4] ?? ''
  const spaced = next === '' || /[\s　【［[（(：:]/.test(next) || line.includes(`**${match[1]}**`)
  const insertion = match[3] === undefined ? 0 : (parseChineseNumber(match[3]) ?? 0)
  return {
    index,
    it: { article: match[1].replace(/\s+/g, ''), number, insertion },
    spaced,
    refers: refers.test(next),
  }
}

/** Most of the articles come after the one before in order; two are enough where they are 第一条 and 第二条. */
function countsUp(articles: readonly Candidate[]): boolean {
  const [first, second] = articles
  if (first === undefined || second === undefined) return false
  if (articles.length === 2) return first.it.number === 1 && follows(first.it, second.it)
  const steps = articles.filter((one, index) => {
    const before = articles[index - 1]?.it
    return before !== undefined && one.it.number >= before.number && one.it.number <= before.number + 3
  }).length
  return steps >= (articles.length - 1) * 0.7
}

function follows(before: ArticleStart | undefined, one: ArticleStart): boolean {
  if (before === undefined) return one.number === 1
  if (one.insertion > 0) return one.number === before.number && one.insertion === before.insertion + 1
  return one.number === before.number + 1
}

function same(one: ArticleStart, other: ArticleStart): boolean {
  return one.number === other.number && one.insertion === other.insertion
}

function quotesLeftOpen(line: string): number {
  let open = 0
  for (const character of line) {
    if (character === '“') open += 1
    else if (character === '”') open -= 1
  }
  return open
}

const inside = new RegExp(
  `(?<=[。；：）”])[\\s　]+(?=(第[${numeralCharacters}]+条(?:之[一二三四五六七八九十]+)?)[\\s　]+\\S)`,
  'g',
)

/**
 * Where further articles begin inside a printed line that begins with one, as texts that lost their line ends run:
 * 第一条 …。 第二条 …. Only those next in order count; any other number is a reference.
 * @returns offsets into the line
 */
export function articlesInside(line: string): readonly number[] {
  const first = candidateOf(line.trim(), 0)
  if (first === undefined || !first.spaced) return []
  const offsets: number[] = []
  let before = first.it
  for (const found of line.matchAll(inside)) {
    const one = candidateOf(`${found[1]} `, 0)?.it
    if (one === undefined || !follows(before, one)) continue
    offsets.push(found.index + found[0].length)
    before = one
  }
  return offsets
}
