import type { Derived } from '../../../store/derived.ts'
import type { Passages } from '../../../store/passages.ts'
import type { Searcher } from '../search/search.ts'
import { acrossDocuments } from './across.ts'
import type { Answer, Asked, Claim } from './answer.ts'
import { confirmedBefore } from './asked-before.ts'
import { type Ask, asksOf } from './asks.ts'
import { checkClaims, faultOfText } from './check.ts'
import { claimOf } from './citation.ts'
import { type Chosen, choose } from './compose.ts'
import { confidenceOf, isTooFar } from './confidence.ts'
import { contentOf, missingOf, namesOf, type Rarities } from './content.ts'
import { demandsOf } from './demands.ts'
import { differences } from './differences.ts'
import { type DocumentName, documentsNamed } from './document-names.ts'
import type { WeighedPassage } from './evidence.ts'
import { type Confirmed, makeMemory } from './memory.ts'
import { citationsAtMost, nearestCitations, oncePerPassage } from './nearest-citations.ts'
import type { Place } from './places.ts'
import { type Question, understand, withFullYears } from './question.ts'
import type { RequiredWords } from './required.ts'
import { type Retrieved, retrieve } from './retrieve.ts'
import { leastSupport, oddsOf, type Support, supportOf } from './support.ts'
import { type Language, termsOf } from './terms.ts'
import { tidy } from './tidy.ts'
import { refuse, wording } from './wording.ts'

export interface ReadingParts {
  readonly searcher: Pick<Searcher, 'search'>
  readonly passages: Pick<Passages, 'get' | 'index'>
  readonly confirmed: Confirmed
  /** Where the terms of confirmed questions are kept for the next start; nowhere where left out. */
  readonly derived?: Derived
  readonly language: Language
  readonly placesIn: (text: string) => Place[]
  readonly documentNames: readonly DocumentName[]
  readonly required: RequiredWords
  /** Hears how well the words are supported that each look would choose if nothing were demanded: to fit the weights. */
  readonly observe?: (support: Support, chosen: readonly Chosen[]) => void
}

/** Answers by search and reading: a question's looks, the words that hold what is asked for, the check. */
export function makeReader(parts: ReadingParts) {
  const remembered = makeMemory(parts.passages, parts.confirmed, parts.language, parts.derived)

  return async function read(
    question: Question,
    asked: Asked,
    searcher = parts.searcher,
  ): Promise<Omit<Answer, 'ms'>> {
    const looks = (await lookInto(question, asked, searcher)).filter(saysSomething)
    const { chosen, claims, unmet } = choices(question, looks, await raritiesFor(looks))
    const near = nearestCitations(looks, chosen)
    if (claims.length === 0) return refuse(question, unmet, looks, near)
    const computed = differences(question, chosen)
    const cited = claims.flatMap((claim) => (claim.citation ? [claim.citation] : []))
    const result = {
      kind: 'answer' as const,
      text: wording(question, chosen, computed.text, parts.placesIn),
      claims: [...claims, ...computed.claims],
      citations: oncePerPassage([...cited, ...near]).slice(0, citationsAtMost),
      confidence: confidenceOf(chosen[0]?.passage),
      ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
    }
    return faultOfText(result) === undefined ? result : refuse(question, [], looks, near)
  }

  /** The looks that a question needs, each with its passages, best first. */
  async function lookInto(
    question: Question,
    asked: Asked,
    searcher: ReadingParts['searcher'],
  ): Promise<readonly Retrieved[]> {
    const memory = await remembered()
    const earlier = (asked.history ?? []).filter((turn) => turn.role === 'user').slice(-2)
    const history = withFullYears(tidy(earlier.map((turn) => turn.content).join(' ')))
    const around = {
      history,
      historyWeight: await weightOfHistory(question.text),
      ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
    }
    const named = documentsNamed(question.text, parts.documentNames)
    const looks: Retrieved[] = []
    for (const ask of asksOf(question, parts.placesIn(question.text), named)) {
      looks.push(
        await retrieve(ask, { ...around, documents: meant(ask, history) }, memory, { ...parts, searcher }),
      )
    }
    return acrossDocuments(question.text, looks, parts.documentNames)
  }

  /** How far a question is understood by those before it: not at all where it brings up a thing that no passage speaks of. */
  async function weightOfHistory(text: string): Promise<number> {
    if (refersBack.test(text)) return 0.6
    const things = namesOf(text, parts.language)
    const known = await parts.passages.index.frequenciesOf(things)
    const bridged = parts.language.expansionsOf(text).map((it) => it.of)
    const isNew = (it: string) => (known.get(it)?.body ?? 0) + (known.get(it)?.path ?? 0) === 0
    if (things.some((it) => isNew(it) && !bridged.includes(it))) return 0
    return hasFewWords(text, parts.language) ? 0.6 : 0.2
  }

  async function raritiesFor(looks: readonly Retrieved[]): Promise<Rarities> {
    const memory = await remembered()
    const words = looks.flatMap(({ ask }) => contentOf(ask.part.text, parts.language))
    return {
      inPassages: await memory.rarities(words.map((word) => `w:${word}`)),
      inQuestions: memory.nearest.rarity,
    }
  }

  /** The words that answer each look, checked, and the names of what none of them holds. */
  function choices(question: Question, looks: readonly Retrieved[], rarity: Rarities) {
    const passages = new Map(
      looks.flatMap(({ ranked }) => ranked.map((it) => [it.studied.passage.id, it.studied.passage])),
    )
    const chosen: Chosen[] = []
    const claims: Claim[] = []
    const unmet = new Set<string>()
    for (const look of looks) {
      // Set side by side, each document or place is asked by itself: what is said of the others must not forbid it.
      const own = look.ask.focus === undefined ? question : understand(look.ask.part.text)
      const checked = (it: WeighedPassage, text: string, quote: string) =>
        checkClaims([claimOf(it.studied.passage, text, quote)], own, { passages, placesIn: parts.placesIn })
          .claims
      const demands = demandsOf(look.ask.part, own, parts.required, parts.placesIn)
      const admissible = (it: WeighedPassage, sentence: string) => checked(it, sentence, sentence).length > 0
      if (parts.observe) {
        const { chosen } = choose(look, [], admissible, looks.length === 1)
        if (chosen.length > 0) parts.observe(supportOf(look, chosen, parts.language, rarity), chosen)
      }
      const before = looks.length === 1 && confirmedBefore(look, demands, admissible, parts)
      const choice = before
        ? { chosen: before, unmet: [] }
        : choose(look, demands, admissible, looks.length === 1)
      for (const name of choice.unmet) unmet.add(name)
      const near = choice.chosen.filter((it) => !isTooFar(it.passage))
      if (near.length === 0) continue
      const support = supportOf(look, near, parts.language, rarity)
      if (!before && oddsOf(support.signs) < leastSupport) {
        for (const word of missingOf(support.words).slice(0, namedAtMost)) unmet.add(`「${word}」`)
        continue
      }
      for (const it of near) {
        if (chosen.some((other) => other.quote === it.quote)) continue
        const kept = checked(it.passage, it.text, it.quote)
        if (kept.length === 0) continue
        chosen.push(it)
        claims.push(...kept)
      }
    }
    return { chosen, claims, unmet: [...unmet] }
  }

  /** A document named in the part itself is meant; one named around it only perhaps. */
  function meant({ part }: Ask, history: string): Map<string, number> {
    const named = (text: string, sureness: number) =>
      documentsNamed(text, parts.documentNames).map((it) => [it.document, sureness] as const)
    return new Map([...named(history, 0.5), ...named(part.context, 0.5), ...named(part.text, 1)])
  }
}

/** A refusal names so many words of the question that no passage speaks of. */
const namedAtMost = 2

/** 「那丰顺呢」, 「截止日期呢」: says itself that it goes on. */
const refersBack = /^(?:那|这|它|他们|其中|还有|另外)|呢[？?]?$/u

/** 「一共去了多少人」: has too few words to stand by itself. */
function hasFewWords(text: string, language: Language): boolean {
  const words = [...termsOf(text, language).keys()].filter((term) => term.startsWith('w:'))
  return words.length < fewWords
}

const fewWords = 3

/** Whether a question has words at all: figures alone stand everywhere. */
function saysSomething({ terms }: Retrieved): boolean {
  return [...terms.keys()].some((term) => term.startsWith('w:') && /\p{L}/u.test(term.slice(2)))
}
