import type { StoredPassage } from '../../../store/passages.ts'
import type { Answer, Citation, Claim } from './answer.ts'
import { computedFrom, placesCounted, rowsListed } from './counted-figures.ts'
import { datedFiguresOf, documentNumbersOf, figuresOf, modalsOf } from './facts-of-text.ts'
import { overlaps, type Place, specificOf } from './places.ts'
import type { Question } from './question.ts'
import { squeeze, standsIn } from './quote.ts'

export interface CheckParts {
  /** The stored passage of an id; what is not stored cannot be cited. */
  readonly passages: ReadonlyMap<string, StoredPassage>
  readonly placesIn: (text: string) => readonly Place[]
}

export interface Checked {
  /** The claims that hold. */
  readonly claims: readonly Claim[]
  /** Why the others were dropped, for the log. */
  readonly dropped: readonly { readonly claim: Claim; readonly reason: string }[]
}

/** The words that must stand in an answer whose ground is not a rule in force. */
export const bannerOf: Readonly<Record<string, string | undefined>> = {
  征求意见稿: '征求意见稿',
  已修订: '已修订',
  废止: '已废止',
  尚未施行: '尚未施行',
}

/**
 * The check before posting: everything that the bot says about policy passes through it, whoever worded it. A claim
 * holds where its quote stands verbatim in the stored passage, its figures, document numbers and modal words stand in
 * that quote, the document is what the citation says it is, and year and place are those of the question.
 */
export function checkClaims(claims: readonly Claim[], question: Question, parts: CheckParts): Checked {
  const kept: Claim[] = []
  const dropped: { claim: Claim; reason: string }[] = []
  for (const claim of claims) {
    const reason = claim.citation ? faultOf(claim, claim.citation, question, parts) : faultOfCount(claim)
    if (reason === undefined) kept.push(claim)
    else dropped.push({ claim, reason })
  }
  return { claims: kept, dropped }
}

/**
 * The whole answer, as the last thing before it is drawn: no figure in its text that nothing carries, no difference that
 * does not come out, and no draft or repealed text without its banner. Gives the reason why it must not be posted, or
 * undefined.
 */
export function faultOfText(answer: Pick<Answer, 'text' | 'claims' | 'citations'>): string | undefined {
  const carried = new Set(answer.claims.flatMap((claim) => figuresCarried(claim, answer)))
  const loose = figuresOf(answer.text).find((figure) => !carried.has(figure))
  if (loose !== undefined) return `figure ${loose} is carried by no claim`
  for (const claim of answer.claims) {
    const banner = claim.citation && bannerOf[claim.citation.status]
    if (banner !== undefined && !answer.text.includes(banner)) return `no banner for ${claim.citation?.title}`
    const fault = faultOfDifference(claim, answer.claims)
    if (fault !== undefined) return fault
  }
  return undefined
}

/**
 * The figures that a claim answers for: those of the words it quotes and of the document's name; where the register
 * counted, those of its filter, of the words cited with it, how many rows its text lists, at which place one stands, and
 * what its other figures come to.
 */
function figuresCarried(claim: Claim, answer: Pick<Answer, 'citations'>): string[] {
  const { citation, filter } = claim
  const quoted = citation
    ? [citation.quote, citation.title, citation.date ?? '', citation.number ?? ''].flatMap(figuresOf)
    : []
  if (filter === undefined) return quoted
  const proofs = citation ? [citation, ...answer.citations] : answer.citations
  const proved = proofs.flatMap((it) => figuresOf([it.title, ...it.path, it.passage].join('\n')))
  return [
    ...quoted,
    ...figuresOf(filter),
    ...proved,
    ...computedFrom(claim.text, proved),
    ...rowsListed(claim.text),
    ...placesCounted(claim.text),
  ]
}

/** 「a − b = c」, as a computed difference says what it was made of. */
const differencePattern = /^(\d+(?:\.\d+)?)\s*[−-]\s*(\d+(?:\.\d+)?)\s*=\s*(\d+(?:\.\d+)?)$/u

/** A difference must come out, and both its figures must stand in words that the answer's other claims quote. */
function faultOfDifference(claim: Claim, claims: readonly Claim[]): string | undefined {
  const match = differencePattern.exec(claim.filter ?? '')
  if (!match) return undefined
  const [, minuend = '', subtrahend = '', difference = ''] = match
  const decimals = Math.max(...[minuend, subtrahend].map((it) => it.split('.')[1]?.length ?? 0))
  if (Math.abs(Number(minuend) - Number(subtrahend)).toFixed(decimals) !== difference)
    return `${claim.filter} does not come out`
  const quoted = new Set(
    claims.flatMap((it) => figuresOf(it.citation?.quote ?? '').map((figure) => figure.replace(/[%‰]$/u, ''))),
  )
  const missing = [minuend, subtrahend].find((figure) => !quoted.has(figure))
  return missing === undefined ? undefined : `${missing} of the difference stands in no quote`
}

function faultOfCount(claim: Claim): string | undefined {
  return claim.filter === undefined ? 'neither a citation nor a filter' : undefined
}

function faultOf(
  claim: Claim,
  citation: Citation,
  question: Question,
  parts: CheckParts,
): string | undefined {
  const passage = parts.passages.get(citation.passageId)
  if (!passage) return 'the passage is not stored'
  if (squeeze(citation.passage) !== squeeze(passage.text)) return 'the passage is not what is stored'
  const { document } = passage
  if (citation.title !== document.title || citation.status !== document.status)
    return 'not the document it says'
  if ((citation.number ?? '') !== (document.number ?? '')) return 'not the document number it says'
  if ((citation.article ?? '') !== (passage.article ?? '')) return 'not the article it says'
  if (!standsIn(citation.quote, passage.text)) return 'the quote does not stand in the passage'
  return (
    faultOfWording(claim.text, citation.quote) ?? faultOfSubject(question, citation.quote, passage, parts)
  )
}

/** What a claim says beyond copying: its figures, document numbers and modal words must be the quote's. */
function faultOfWording(text: string, quote: string): string | undefined {
  if (standsIn(text, quote)) return undefined
  const figures = new Set(figuresOf(quote))
  const wrong = figuresOf(text).find((figure) => !figures.has(figure))
  if (wrong !== undefined) return `figure ${wrong} does not stand in the quote`
  const wrongDate = datedFiguresOf(text).find((figure) => !squeeze(quote).includes(figure))
  if (wrongDate !== undefined) return `${wrongDate} does not stand in the quote`
  const numbers = new Set(documentNumbersOf(quote))
  const wrongNumber = documentNumbersOf(text).find((number) => !numbers.has(number))
  if (wrongNumber !== undefined) return `document number ${wrongNumber} does not stand in the quote`
  const modals = new Set(modalsOf(quote))
  const wrongModal = modalsOf(text).find((modal) => !modals.has(modal))
  if (wrongModal !== undefined) return `「${wrongModal}」 does not stand in the quote`
  const omitted = [...modals].find((modal) => refusing.test(modal))
  if (omitted !== undefined && !modalsOf(text).some((modal) => refusing.test(modal)))
    return `leaves out 「${omitted}」`
  return undefined
}

/** Words without which a rule says the contrary. */
const refusing = /不|禁止|严禁|暂缓|免于|取消|未/u

/** Whether words are about the year and the place that are asked, whatever else they say; undefined where they are. */
export function faultOfSubject(
  question: Question,
  quote: string,
  passage: StoredPassage,
  parts: Pick<CheckParts, 'placesIn'>,
): string | undefined {
  return faultOfYear(question, quote, passage) ?? faultOfPlace(question, quote, passage, parts)
}

/** A passage about one year does not answer a question about another. */
function faultOfYear(question: Question, quote: string, passage: StoredPassage): string | undefined {
  if (question.years.length === 0) return undefined
  return question.years.some((year) => speaksOf(year, quote, passage))
    ? undefined
    : 'not the year that is asked'
}

/**
 * Whether words of a passage speak of a year: themselves, their outline, or the years their document is about. The end
 * of a range (2016~2020) in the words is not that year; a document's range (appliesTo 2011-2015) is each of its years.
 */
export function speaksOf(year: number, quote: string, passage: StoredPassage): boolean {
  const { document } = passage
  // A year said earlier in the passage still holds: 「2008年到2013年，…；财政总收入年均增长37%以上」.
  const before = passage.text.slice(0, Math.max(0, passage.text.indexOf(quote)) + quote.length)
  const said = squeeze([before, quote, ...passage.path, document.title].join(' ')).replace(ranges, ' ')
  if (said.includes(String(year)) || (document.appliesTo ?? '') === String(year)) return true
  const [from, to] = (document.appliesTo ?? '').split('-').map(Number)
  if (from !== undefined && to !== undefined && year >= from && year <= to) return true
  // A document that names no years speaks of all of them.
  return document.appliesTo === undefined && !/(?:19|20)\d{2}/u.test(document.title)
}

/** A plan's period in its title: (2016~2020). */
const ranges = /[(（](?:19|20)\d{2}年?[-—–~～至到](?:19|20)\d{2}年?[)）]/gu

/** What a section says of one place, and what one province decides for itself, is not said of another. */
function faultOfPlace(
  question: Question,
  quote: string,
  passage: StoredPassage,
  parts: Pick<CheckParts, 'placesIn'>,
): string | undefined {
  const asked = parts.placesIn(question.text)
  if (asked.length === 0)
    return grantToAll.test(question.text) && specificOf(parts.placesIn(passage.path.join(' '))).length > 0
      ? 'one place has it, all are asked of'
      : undefined
  const ownWords = specificOf(parts.placesIn(`${quote}${passage.text}`))
  if (ownWords.some((place) => asked.some((it) => overlaps(it, place)))) return undefined
  const { document } = passage
  const about = specificOf(parts.placesIn([...passage.path, document.title, document.issuer ?? ''].join(' ')))
  if (about.length === 0) return asksOfPlace(question) ? 'does not name the place that is asked' : undefined
  return about.some((place) => asked.some((it) => overlaps(it, place)))
    ? undefined
    : 'not the place that is asked'
}

/** 「评上国家级给多少补助」 asks what every zone gets: what one of them spent is no answer. */
const grantToAll =
  /(?=.*(?:实验区|国家级|评上|验收|申报|新区|批下来))(?=.*(?:给|拿|领|补|奖|拨)).*(?:多少|几)[^，。]{0,4}(?:钱|资金|补助|奖励|经费|万)|(?=.*(?:实验区|国家级|评上|验收|申报|新区|批下来)).*(?:补助|奖励|补贴|奖金)[^，。]{0,6}(?:多少|几)/u

/**
 * A figure, a list or a name asked of a place must come from words that name it; what all zones owe (when, how, whether)
 * is the same everywhere and may be asked with a place.
 */
function asksOfPlace(question: Question): boolean {
  const particular = (['number', 'list', 'who', 'where', 'definition', 'fact'] as const).some((aim) =>
    question.aims.has(aim),
  )
  // 「甘肃2015年怎么安排」: a year's own arrangements are the place's own, too; 「江苏怎么申请验收」 is the same everywhere.
  const common = /申报|申请|验收|材料|评审|考察|填报|上报|报送|流程|程序/u.test(question.text)
  const itsOwn = question.years.length > 0 && !common
  if (question.aims.has('date')) return !common && !/培训|通知/u.test(question.text)
  return particular || itsOwn
}
