import type { Zone, ZoneSource } from '../../store/zones.ts'
import { askChronicle } from './ask-chronicle.ts'
import { askLists } from './ask-lists.ts'
import { askNetwork } from './ask-network.ts'
import { askPictures } from './ask-pictures.ts'
import { askTables } from './ask-tables.ts'
import { askZone } from './ask-zone.ts'
import type { Question, RegisterAnswer, RegisterSource, Teller, World } from './facts.ts'
import { mergeFollowUp } from './follow-up.ts'
import { type Lexicon, makeLexicon } from './lexicon.ts'
import type { RegisterData, RegisterTable } from './register-data.ts'
import { tokenizeRepaired, warmUp } from './tokens.ts'

export type { RegisterAnswer } from './facts.ts'

/** The rows that questions are answered from. */
export interface RegisterParts {
  /** The zones as they stand now, with the words that prove their cells. */
  readonly zones: () => Promise<{ readonly zones: readonly Zone[]; readonly sources: readonly ZoneSource[] }>
  /** Figures, chronicle and tables of data/register. */
  readonly data: RegisterData
  /**
   * Tables of other documents in the store (see `askableTable`); the register's own come first. Must give the same
   * array until the documents change: a new one means that the lexicon is made anew.
   */
  readonly tables?: () => Promise<readonly RegisterTable[]>
  /** Whether a word is a place's name; without it only words that end like one (市 县 区 州 …) are. */
  readonly isPlace?: (word: string) => boolean
}

/** An earlier turn of the conversation. */
export interface RegisterTurn {
  readonly role: 'user' | 'assistant'
  readonly content: string
}

export interface Register {
  /** Undefined where the question is not one for the register: then it belongs to search. */
  answer(question: string, history?: readonly RegisterTurn[]): Promise<RegisterAnswer | undefined>
}

/** In order of precedence: the chronicle, a picture or a named table first, then one zone, then the lists, then the network. */
const tellers: readonly Teller[] = [askChronicle, askPictures, askTables, askZone, askLists, askNetwork]

/**
 * Answers questions that retrieval cannot (how many, which, where, is X among them, who has most, the n-th row): the
 * question is taken apart by a lexicon, and only where every word of it is understood is a typed filter run over the
 * rows. A word that is not understood is a condition that would be passed over, so such a question gets no answer here.
 */
export function makeRegister(parts: RegisterParts): Register {
  const cached = cachedWorld(parts)
  return {
    async answer(question, history = []) {
      if (question.length > 200) return undefined
      const { world, lexicon } = await cached()
      const read = (text: string): Question => tokenizeRepaired(text, lexicon)
      const now = read(question)
      const alone = tell(now, world)
      if (alone) return alone
      const before = history.filter((it) => it.role === 'user').slice(-3)
      return followUp(
        now,
        before.map((it) => read(it.content)),
        world,
      )
    },
  }
}

function tell(question: Question, world: World): RegisterAnswer | undefined {
  if (turnedRound(question)) return undefined
  for (const teller of tellers) {
    const answer = teller(question, world)
    if (answer && answer.sureness >= 0.5) return answer
  }
  return undefined
}

/** 「不是江苏的有几个」 asks for the rest of a list, which no filter here can say. */
function turnedRound(question: Question): boolean {
  const conditions = ['province', 'region', 'area', 'place', 'suffix', 'spelled', 'type', 'level', 'unit']
  return question.tokens.some(
    (it, at) =>
      /^(没|没有|不|不是)$/.test(it.text) && conditions.includes(question.tokens[at + 1]?.slot ?? ''),
  )
}

/** 「那青海呢」 after a register question asks the same of 青海; after any other question it is not ours. */
function followUp(now: Question, before: readonly Question[], world: World): RegisterAnswer | undefined {
  if (asksWhatItIs(now)) return undefined
  let standing: Question | undefined
  for (const earlier of before) {
    if (tell(earlier, world)) standing = earlier
    else if (standing) {
      const merged = mergeFollowUp(standing, earlier)
      standing = merged && tell(merged, world) ? merged : undefined
    }
  }
  const merged = standing ? mergeFollowUp(standing, now) : undefined
  return merged ? tell(merged, world) : undefined
}

/** 「实验区是啥」 begins anew, whatever was counted before. */
function asksWhatItIs({ tokens }: Question): boolean {
  const said = tokens.filter((it) => it.slot !== 'noise')
  return (
    said.some((it) => it.slot === 'subject') &&
    said.every(
      (it) => it.slot === 'subject' || (it.slot === 'op' && /^(?:叫|是个?)?(?:什么|啥)$/u.test(it.text)),
    )
  )
}

/** The lexicon is rebuilt only when the rows have changed (a new array from the store). */
function cachedWorld(parts: RegisterParts): () => Promise<{ world: World; lexicon: Lexicon }> {
  let kept: { zones: unknown; tables: unknown; made: { world: World; lexicon: Lexicon } } | undefined
  const none: readonly RegisterTable[] = []
  return async () => {
    const rows = await parts.zones()
    const others = (await parts.tables?.()) ?? none
    if (kept && kept.zones === rows.zones && kept.tables === others) return kept.made
    const tables = [...parts.data.tables, ...others]
    const sources = sourcesByCell(rows.sources)
    const sourcesOf = (zone: string, field: string) => sources.get(`${zone} ${field}`) ?? []
    const world: World = {
      ...parts.data,
      tables,
      zones: rows.zones,
      sourcesOf,
      sourceOf: (zone, field) => sourcesOf(zone, field)[0],
      isPlace: (word) =>
        /^\p{Script=Han}{2,4}[市县区州旗镇]$/u.test(word) || (parts.isPlace?.(word) ?? false),
    }
    const made = { world, lexicon: makeLexicon(parts.data.vocabulary, rows.zones, tables) }
    warmUp(made.lexicon)
    kept = { zones: rows.zones, tables: others, made }
    return made
  }
}

function sourcesByCell(sources: readonly ZoneSource[]): Map<string, RegisterSource[]> {
  const cells = new Map<string, RegisterSource[]>()
  for (const it of sources) {
    const key = `${it.zone} ${it.field}`
    cells.set(key, [...(cells.get(key) ?? []), { document: it.file, quote: it.words }])
  }
  return cells
}
