import type { LocalDate } from '../../../core/clock.ts'
import type { Passages, StoredPassage } from '../../../store/passages.ts'
import { wasThere } from '../search/as-of.ts'
import type { Searcher } from '../search/search.ts'
import type { Ask } from './asks.ts'
import { speaksOf } from './check.ts'
import { type Asking, type WeighedPassage, weigh } from './evidence.ts'
import type { Memory } from './memory.ts'
import type { Neighbour } from './nearest.ts'
import { overlaps, type Place } from './places.ts'
import { searchFor } from './search-once.ts'
import { addSynonyms, heardOf, type Language, likenessTerms, termsOf } from './terms.ts'

export interface RetrieveParts {
  readonly searcher: Pick<Searcher, 'search'>
  readonly passages: Pick<Passages, 'get'>
  readonly language: Language
  readonly placesIn: (text: string) => readonly Place[]
}

export interface Retrieved {
  readonly ask: Ask
  /** Best first. */
  readonly ranked: readonly WeighedPassage[]
  /** The question's terms, with what they count. */
  readonly terms: Asking['terms']
  /** The confirmed questions nearest to it. */
  readonly neighbours: Asking['neighbours']
}

/** How many confirmed questions are heard for one look. */
const confirmedHeard = 20

/** What the words around a question count beside its own. */
const contextWeight = 0.45

/** The passages for one look into the documents, best first. */
export async function retrieve(
  ask: Ask,
  around: {
    readonly history: string
    readonly historyWeight: number
    readonly documents: ReadonlyMap<string, number>
    readonly asOf?: LocalDate
  },
  memory: Memory,
  parts: RetrieveParts,
): Promise<Retrieved> {
  const { part, focus } = ask
  const texts = [
    [part.text, 1],
    [part.context, contextWeight],
    [around.history, around.historyWeight],
  ] as const
  const own = new Map<string, number>()
  for (const [text, weight] of texts) termsOf(text, parts.language, weight, own)
  const all = new Map(own)
  for (const [text, weight] of texts) addSynonyms(text, parts.language, weight, all)
  const terms = heardOf(all, own, await memory.standing(all.keys()))
  const asked = heardOf(all, own, memory.nearest.isHeard)
  const neighbours = ofQuestions(
    memory.nearest.nearest(likenessTerms(asked, part.aims), 3 * confirmedHeard),
    confirmedHeard,
  )
  const hits = await searchFor(parts.searcher, part, around)
  const found = new Map<string, { passage: StoredPassage; rank: number }>()
  hits.forEach(({ passage }, at) => {
    found.set(passage.id, { passage, rank: 1 - at / hits.length })
  })
  const missing = [...new Set(neighbours.map(({ known }) => known.passageId))].filter((id) => !found.has(id))
  for (const passage of await parts.passages.get(missing)) found.set(passage.id, { passage, rank: 0 })
  const asking: Asking = {
    part,
    terms,
    neighbours,
    rarity: await memory.rarities(terms.keys()),
    isElsewhere: elsewhere(`${part.text}${part.context}${around.history}`, parts),
    documents: focus?.kind === 'document' ? new Map([[focus.document, 1]]) : around.documents,
  }
  const ranked = weigh(
    asking,
    [...found.values()]
      .filter(
        ({ passage: it }) =>
          it.document.replacedAt === undefined && wasThere(it.document, around.asOf) && fits(it, ask, parts),
      )
      .map(({ passage, rank }) => ({ studied: memory.study(passage), rank })),
  )
  return { ask, ranked, terms, neighbours }
}

/** The places of the nearest so many questions: one that is answered at four places is heard once. */
function ofQuestions(neighbours: readonly Neighbour[], most: number): readonly Neighbour[] {
  const heard = new Set<string>()
  return neighbours.filter(({ known: { question } }) => {
    if (heard.size < most) heard.add(question)
    return heard.has(question)
  })
}

/** Whether a passage is about the place, document or year that this look is for. */
function fits(passage: StoredPassage, { focus }: Ask, parts: RetrieveParts): boolean {
  if (focus === undefined) return true
  if (focus.kind === 'document') return passage.document.name === focus.document
  if (focus.kind === 'elsewhere') return passage.document.name !== focus.document
  if (focus.kind === 'year') return speaksOf(focus.year, passage.text, passage)
  const about = parts.placesIn([passage.text, ...passage.path, passage.document.title].join(' '))
  return about.some((place) => overlaps(place, focus.place))
}

/** A province's own document answers for that province; a question that names no place is first of all about all zones. */
function elsewhere(question: string, { placesIn }: RetrieveParts): (passage: StoredPassage) => boolean {
  const asked = placesIn(question)
  return ({ document }) => {
    const its = placesIn(`${document.title}${document.issuer ?? ''}`)
    return (
      its.length > 0 &&
      !its.some((place) => asked.some((it) => overlaps(it, place))) &&
      !/自治区/u.test(question)
    )
  }
}
