import type { Locale } from '../../core/locale.ts'
import { type Block, type Button, buttons, note, paragraph, quote, type Reply } from '../../core/reply.ts'
import type { Answer, Citation } from './answer/answer.ts'
import { bannerOf } from './answer/check.ts'
import { markOf } from './model/checked-answer.ts'
import { modelWords } from './model/words.ts'
import { words } from './words.ts'

/** Quotes under an answer; the others open with 展开原文. Each number in a model's words leads to its quote. */
const quotesShown = 2
const quotesOfModel = 4

/**
 * An answer as a card: what a colleague would say, the words it rests on with source and status, and what can be done.
 * What the quotes say word for word is not said twice.
 * @param id the kept question; without one there are no buttons (command line, preview)
 */
export function drawAnswer(answer: Answer, locale: Locale, id?: string): Reply {
  const around = answer.askedInEnglish ? 'en' : locale
  const say = words[around]
  const unread = answer.askedInEnglish && answer.askedInEnglish.readAs === undefined
  // What was looked up in English is not the nearest to what was asked.
  const body = unread && answer.kind === 'refusal' ? [] : bodyOf(answer, around)
  const blocks = [...frameOf(answer), ...body]
  if (answer.wording === 'model' && answer.kind === 'answer') blocks.push(note(say.byModel))
  if (answer.away !== undefined)
    blocks.push(note(modelWords[around].away(answer.away, answer.kind === 'answer')))
  if (id !== undefined) blocks.push(choices(answer, say, id))
  return { blocks }
}

/**
 * An answer that is still being put into words: what stands so far, and that more comes. A refusal is not shown before
 * the model has tried.
 */
export function drawDraft(answer: Answer, locale: Locale): Reply {
  const around = answer.askedInEnglish ? 'en' : locale
  const body = answer.kind === 'answer' ? [...frameOf(answer), ...bodyOf(answer, around)] : []
  return { blocks: [...body, note(words[around].drafting)] }
}

/**
 * To whom asked in English: how the question was read, and that the words below are Chinese. One that nobody could read may
 * still have been answered: by a name, a document number.
 */
function frameOf({ askedInEnglish, kind }: Answer): Block[] {
  if (!askedInEnglish) return []
  const { readAs, away } = askedInEnglish
  const say = words.en
  if (readAs === undefined) {
    const told = away === undefined ? say.askInChinese : modelWords.en.notRead(away)
    return kind === 'refusal' ? [paragraph(told)] : []
  }
  return [paragraph(say.readAs(readAs)), ...(kind === 'refusal' ? [paragraph(say.notInTheDocuments)] : [])]
}

function bodyOf(answer: Answer, locale: Locale): Block[] {
  const say = words[locale]
  const grounds = answer.kind === 'answer' ? groundsOf(answer) : []
  const worded = answer.wording === 'model'
  // In a model's words each sentence bears the number of its quote, and stays as it is.
  const said = worded
    ? answer.text
    : answer.claims.reduce((text, { citation }) => text.replace(citation?.quote ?? '', ''), answer.text)
  const blocks: Block[] = said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(line))
  for (const [at, citation] of grounds.slice(0, worded ? quotesOfModel : quotesShown).entries())
    blocks.push(drawQuote(citation, locale, worded ? markOf(at) : ''))
  if (answer.kind !== 'answer' && answer.citations.length > 0) {
    blocks.push(note(say.nearest))
    for (const citation of answer.citations.slice(0, quotesShown)) blocks.push(drawQuote(citation, locale))
  }
  return blocks
}

function choices(answer: Answer, say: (typeof words)[Locale], id: string): Block {
  const button = (label: string, verb: string): Button => ({ label, action: `ask.${verb}`, value: id })
  return buttons(
    ...(answer.kind === 'answer' ? [button(say.helpful, 'helpful'), button(say.wrong, 'wrong')] : []),
    button(say.expert, 'expert'),
    ...(answer.citations.length > 0 ? [button(say.more, 'more')] : []),
  )
}

/** The passages that carry an answer, whole; under a refusal the nearest ones. */
export function drawPassages(answer: Answer, locale: Locale): Reply {
  const shown = answer.kind === 'answer' ? groundsOf(answer) : answer.citations
  return { blocks: shown.map((it) => drawQuote({ ...it, quote: it.passage }, locale)) }
}

/** The citations that carry the answer, one a passage; where a count carries it, the nearest source of its rows. */
function groundsOf(answer: Answer): readonly Citation[] {
  const carried = answer.claims.flatMap((claim) => (claim.citation ? [claim.citation] : []))
  const grounds: Citation[] = []
  for (const it of carried.length > 0 ? carried : answer.citations.slice(0, 1)) {
    const same = grounds.findIndex((other) => other.passageId === it.passageId)
    const before = grounds[same]
    if (!before) grounds.push(it)
    else if (!before.quote.includes(it.quote)) grounds[same] = { ...before, quote: joined(before, it) }
  }
  return grounds
}

/** Two sentences of one passage: as they stand there where they are neighbours, else with what was left out marked. */
function joined(first: Citation, second: Citation): string {
  const together = first.quote + second.quote
  return first.passage.includes(together) ? together : `${first.quote} …… ${second.quote}`
}

function drawQuote(citation: Citation, locale: Locale, mark = ''): Block {
  const say = words[locale]
  const banner = bannerOf[citation.status]
  return quote(
    citation.quote,
    mark +
      say.source(
        citation.title,
        citation.number,
        citation.date,
        citation.article ?? citation.path.join(' > '),
      ),
    banner === undefined ? undefined : say.banner(banner),
  )
}
