import type { Documents } from '../../../store/documents.ts'
import type { Passages } from '../../../store/passages.ts'
import { wasThere } from '../search/as-of.ts'
import type { Searcher } from '../search/search.ts'
import type { Answer, Asked } from './answer.ts'
import { plainReply } from './citation.ts'
import { contentOf } from './content.ts'
import { type DocumentName, documentsNamed } from './document-names.ts'
import type { Place } from './places.ts'
import type { Aim, Part, Question } from './question.ts'
import { searchFor } from './search-once.ts'
import { answerBySection, headingsOf, itemsUnder } from './sections.ts'
import type { Language } from './terms.ts'
import { words } from './words.ts'

interface Parts {
  readonly searcher: Pick<Searcher, 'search'>
  readonly documents: Pick<Documents, 'list'>
  readonly passages: Pick<Passages, 'ofDocument'>
  readonly language: Language
  readonly documentNames: readonly DocumentName[]
  readonly placesIn: (text: string) => Place[]
}

/** Asks for the things themselves or how many there are, and not whether, when or who. */
const asksForItems =
  /哪(?:些|几(?!个?[年月天日号])|[二三四五六七八九十\d])|几(?:条|项|大|个(?!月)|块|点|方面|类)|都?(?:有|是|提|讲|说|列|定|给)了?(?:什么|啥)|(?:什么|啥)(?:问题|建议|措施|原则|任务|毛病|成效)|列(?:一下|出|举)|名单/u

/** 「科技兴县主要任务」: nothing but words of a heading, the last of them what headings head. */
const namesHeading =
  /^[^？?，。哪啥谁吗呢几多怎咋何]{0,14}(?:目标|任务|措施|原则|思路|思想|计划|机制|形势|进展|现状|重点|内容|要点)(?:是?(?:什么|啥|哪些)|有哪些|呢|咧)?[？?。]?$/u

const otherAims: ReadonlySet<Aim> = new Set(['date', 'who', 'where', 'yes-no', 'why', 'document-number'])

/** Said of anything that stands in a document: such a word need not stand in the heading. */
const saysNothing =
  /^(?:有|是|提出?|指出|给出?|定|讲|说|列|写|开展|举办|组织|进行|安排|部署|确定|规定|明确|内容|方面|部分|东西|文件|规划|报告|具体|主要|一共|总共|分别|实验区)$/u

/** Passages that search finds, and of how many documents their outlines are read. */
const searched = { forItems: { hits: 12, documents: 2 }, forHeading: { hits: 40, documents: 4 } }
/** Characters at the end of a heading in which it says what it heads. */
const headingEnd = 8

/**
 * 「兴县规划有哪几条基本原则」: a heading that says what is asked for, answered by all that stands right under it. Search
 * finds passages; a list of headings stands in none of them. Undefined where no heading says it.
 */
export async function answerOutline(
  question: Question,
  asked: Asked,
  parts: Parts,
): Promise<Omit<Answer, 'ms'> | undefined> {
  const [part] = question.parts
  const story = part && (await answerStory(part, question, asked, parts))
  if (story) return story
  const isHeading = namesHeading.test(question.text)
  if (!part || question.parts.length > 1 || !(isHeading || asksForItems.test(question.text))) return undefined
  if ([...part.aims].some((aim) => otherAims.has(aim))) return undefined
  const named = documentsNamed(question.text, parts.documentNames)
  const wanted = wordsAsked(question.text, named, parts.language)
  if (wanted.length === 0) return undefined
  const found: Found[] = []
  const atMost = isHeading ? searched.forHeading : searched.forItems
  for (const id of await documentsFor(part, named, asked, { ...parts, atMost })) {
    const passages = await parts.passages.ofDocument(id)
    const title = passages[0]?.document.title ?? ''
    const [answer] = headingsOf(passages)
      .map((path) => ({ path, held: heldBy(path, title, wanted, question, parts.language) }))
      .filter(({ held }) => held > 0)
      .sort((a, b) => b.held - a.held || b.path.length - a.path.length)
      .flatMap(
        ({ path }) =>
          answerBySection({ path, items: itemsUnder(path, passages, isHeading) }, question, asked, parts) ??
          [],
      )
    if (answer && !isHeading) return answer
    if (answer) found.push({ title, answer })
  }
  return oneOf(found, question, { ...parts, isNamed: named.length > 0 || (asked.history ?? []).length > 0 })
}

/** 「保障措施」 stands in two plans: unless one title says more of what is asked, the bot asks which is meant. */
function oneOf(
  found: readonly Found[],
  { text }: Question,
  { language, isNamed }: Pick<Parts, 'language'> & { readonly isNamed: boolean },
): Omit<Answer, 'ms'> | undefined {
  const said = contentOf(text, language)
  const held = ({ title }: Found) => said.filter((it) => title.includes(it)).length
  const most = Math.max(0, ...found.map(held))
  const meant = found.filter((it) => held(it) === most)
  if (isNamed || meant.length <= 1) return meant[0]?.answer
  const cited = meant.flatMap(({ answer }) => answer.citations.slice(0, 1))
  return plainReply('clarify', words.whichDocument(meant.map(({ title }) => title)), 'ambiguous', cited)
}

interface Found {
  readonly title: string
  readonly answer: Omit<Answer, 'ms'>
}

/** 「宁海搞了什么」, 「丰顺有啥经验」: what a place did and nothing more exact. */
const asksForDeeds =
  /(?:做|搞|干|办)(?:了|过|出)?(?:些|点)?(?:什么|啥|哪些)(?:了|事|名堂)?|(?:都?有|取得了?)?(?:什么|啥|哪些)(?:好|典型|主要)?(?:经验|做法|特色|亮点|成效|成绩|举措|探索|名堂)|(?:典型|主要)?(?:经验|做法|特色|亮点|成效|探索|案例)(?:介绍)?|(?:怎么|咋)(?:做|搞|干|弄)|(?:介绍|讲讲|说说|了解)(?:一下|下)?|情况(?:怎么样|咋样|如何)?/gu
/** What may stand beside that without making it more exact. */
const besides =
  /实验区|可持续发展|[县市区州]|地区|林区|这些年|这几年|这边|那边|那里|那儿|这里|在|的|都|是|那|到底|主要|具体|想|请|给我|呢|啊|呀|吗|吧|[\s，,。？?！!]/gu

/** What a place did, by the heading under which its story stands. */
async function answerStory(
  part: Part,
  question: Question,
  asked: Asked,
  parts: Parts,
): Promise<Omit<Answer, 'ms'> | undefined> {
  const [place, ...others] = parts.placesIn(question.text)
  if (!place || others.length > 0) return undefined
  const names = [...place.aliases].sort((one, other) => other.length - one.length)
  const before = (asked.history ?? []).filter(({ role }) => role === 'user').map(({ content }) => content)
  const standing = before.findLast((it) => besidesPlaces(it, parts) !== '') ?? ''
  const isFollowUp = besidesPlaces(question.text, parts) === '' && asksForStory(standing, parts)
  if (!isFollowUp && !asksForStory(question.text, parts)) return undefined
  for (const id of await documentsFor(part, [], asked, { ...parts, atMost: searched.forItems })) {
    const passages = await parts.passages.ofDocument(id)
    const path = headingsOf(passages).find((it) => names.some((name) => it.at(-1)?.includes(name)))
    const items = path && itemsUnder(path, passages, false)
    const answer = path && items && answerBySection({ path, items }, question, asked, parts)
    if (answer) return answer
  }
  return undefined
}

/** Whether it asks what a place did, and nothing beside that. */
function asksForStory(text: string, parts: Pick<Parts, 'placesIn'>): boolean {
  const rest = besidesPlaces(text, parts)
  return rest !== '' && rest.replace(asksForDeeds, '') === ''
}

function besidesPlaces(text: string, { placesIn }: Pick<Parts, 'placesIn'>): string {
  const names = placesIn(text).flatMap(({ aliases }) => aliases)
  const named = names.filter((it) => text.includes(it)).sort((one, other) => other.length - one.length)
  return named.reduce((it, name) => it.replace(name, ''), text).replace(besides, '')
}

/** The documents in which the heading may stand: those that the question names, else those that search finds first. */
async function documentsFor(
  part: Part,
  named: readonly DocumentName[],
  { asOf }: Asked,
  { atMost, ...parts }: Parts & { readonly atMost: { readonly hits: number; readonly documents: number } },
): Promise<ReadonlySet<string>> {
  if (named.length > 0) {
    const documents = (await parts.documents.list()).filter(
      (it) => named.some(({ document }) => document === it.name) && wasThere(it, asOf),
    )
    return new Set(documents.map((it) => it.id))
  }
  const found = await searchFor(parts.searcher, part, { history: '', asOf })
  const documents = found
    .slice(0, atMost.hits)
    .map(({ passage }) => passage.document)
    .filter((it) => it.replacedAt === undefined)
  return new Set([...new Set(documents.map((it) => it.id))].slice(0, atMost.documents))
}

/** The words that the heading must say, or what stands above it. */
function wordsAsked(text: string, named: readonly DocumentName[], language: Language): readonly string[] {
  const rest = named.reduce((it, { name }) => it.toLowerCase().replaceAll(name, ' '), text)
  return contentOf(rest.replace(/(?:19|20)\d{2}年?度?/gu, ' '), language).filter(
    (it) => !saysNothing.test(it),
  )
}

/**
 * How much of what is asked a heading says itself; 0 where it is not about that. What is asked for (问题 in 「评估提了哪些问题」)
 * stands at the heading's end; the other words there or above it, of three or more but for one.
 */
function heldBy(
  path: readonly string[],
  title: string,
  wanted: readonly string[],
  { text }: Question,
  language: Language,
): number {
  const own = path.at(-1) ?? ''
  const above = [title, ...path.slice(0, -1)].join(' ').replace(/[（）()]/gu, '')
  const expansions = language.expansionsOf(text)
  const says = (where: string, word: string) =>
    where.includes(word) ||
    expansions.some((it) => (it.of.includes(word) || word.includes(it.of)) && where.includes(it.text))
  const head = wanted.at(-1)
  if (head === undefined || !says(own.slice(-headingEnd), head)) return 0
  const held = wanted.filter((it) => says(own, it) || says(above, it)).length
  if (held < wanted.length - (wanted.length >= 3 ? 1 : 0)) return 0
  return wanted.filter((it) => says(own, it)).length
}
