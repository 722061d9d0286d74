import type { StoredPassage } from '../../../store/passages.ts'
import { squeeze } from '../answer/quote.ts'
import { sentencesOf } from '../answer/sentences.ts'
import { actors, deeds, periods, titlesIn } from './actors.ts'
import {
  apart,
  crossed,
  figuresIn,
  type Mention,
  misplaced,
  type Names,
  namesIn,
  namesOf,
} from './belonging.ts'
import { type Around, coverageOf, outOfOrder } from './coverage.ts'
import { dueOtherwise } from './due.ts'
import { faultOfForm, speaksToModel } from './form.ts'
import { joinedOtherwise } from './joints.ts'
import { bare, clausesOf, plain, sharedBigrams } from './plain.ts'
import { unqualified } from './qualifiers.ts'
import { pairedOtherwise } from './respectively.ts'
import type { Rewordings } from './rewordings.ts'
import { membersOfLists, saidOtherwise } from './said-otherwise.ts'
import { isPlan, toldInAnotherTense } from './tense.ts'
import { turned } from './turns.ts'
import { beginsMidWord } from './whole-words.ts'

export interface GroundParts {
  readonly rewordings: Rewordings
  /** Names of places. */
  readonly places: readonly string[]
}

/** The words of a passage that carry a sentence, verbatim; or why none do. */
export type Grounded =
  | { readonly quote: string; readonly fault?: undefined }
  | { readonly quote?: undefined; readonly fault: string }

/** Whether a passage carries what a sentence says, and with which words. */
export type Ground = (sentence: string, passage: Carrier) => Grounded

/** What may carry a sentence: a passage of a document, or a message under no title. */
export type Carrier = Pick<StoredPassage, 'text' | 'path' | 'table'> & {
  readonly document: Pick<StoredPassage['document'], 'title' | 'appliesTo'>
}

/** Sentences of a passage that may carry one sentence of an answer together. */
const windowAtMost = 3
/** Most windows have nothing to do with a sentence; those that share this part of it are looked at closely. */
const worthLooking = 0.4

/**
 * The check of a model's sentences: the quote is the fewest sentences in a row of the passage that hold the sentence's
 * figures, names, deeds, duties and denials as they stand there, and every other word of it. Pure.
 */
export function makeGround({ rewordings, places }: GroundParts): Ground {
  const fixed = { name: [...actors, ...places], deed: deeds, period: periods }
  const known = namesOf(fixed)
  const prepared = new WeakMap<Carrier, Prepared>()

  return function ground(sentence, passage) {
    const form = faultOfForm(sentence)
    if (form !== undefined) return { fault: form }
    const words = withoutAttribution(sentence, passage)
    if (bare(words).length < 4) return { fault: 'says nothing' }
    const ready = prepared.get(passage) ?? prepare(passage)
    prepared.set(passage, ready)
    const said = study(words, ready.names)
    let nearest = { fault: 'is not what the passage says', fit: (said.bare.length - 1) * worthLooking }
    for (let length = 1; length <= windowAtMost; length++) {
      for (let at = 0; at + length <= ready.pieces.length; at++) {
        const window = ready.pieces.slice(at, at + length)
        const text = window.map((it) => it.bare).join('')
        const fit = sharedBigrams(said.bare, text)
        if (fit < nearest.fit) continue
        const fault = faultIn(said, window, text, ready)
        const [first, last] = [window[0], window.at(-1)]
        if (fault === undefined && first && last) return { quote: passage.text.slice(first.start, last.end) }
        nearest = { fault: fault ?? nearest.fault, fit }
      }
      nearest = { ...nearest, fit: (said.bare.length - 1) * worthLooking }
    }
    const member = ready.members.find(
      (it) =>
        sharedBigrams(said.bare, it.bare) >= nearest.fit && faultIn(said, [it], it.bare, ready) === undefined,
    )
    if (member) return { quote: passage.text.slice(member.start, member.end) }
    return { fault: nearest.fault }
  }

  /** What is said in one breath stands in one sentence of the passage, in its order. */
  function faultOfBreath(clauses: readonly string[], piece: Studied, above: Around): string | undefined {
    let first: string | undefined
    for (const reading of piece.readings) {
      const [stranger] = coverageOf(clauses.join(''), reading, above, rewordings).foreign
      const turnedRound = stranger === undefined ? outOfOrder(clauses, reading, rewordings) : undefined
      if (stranger === undefined && turnedRound === undefined) return undefined
      first ??= stranger
        ? `「${stranger}」 is said of something else`
        : `「${turnedRound}」 stands the other way round`
    }
    return first
  }

  function prepare(passage: Carrier): Prepared {
    const titles = titlesIn(passage.text)
    const names = titles.length === 0 ? known : namesOf({ ...fixed, title: titles })
    // What follows words to a model may go on speaking to it.
    const sentences = sentencesOf(passage.text, passage.table)
    const spoken = sentences.findIndex((it) => speaksToModel(it.text))
    const pieces = spoken < 0 ? sentences : sentences.slice(0, spoken)
    const studied = ({ text, start, end }: (typeof pieces)[number]) => ({ ...study(text, names), start, end })
    const around = bare(plain([passage.document.title, ...passage.path].join('')))
    return {
      names,
      planning: isPlan(passage.document.title),
      around,
      places: places.filter((it) => around.includes(it)).join('。'),
      pieces: pieces.map(studied),
      members: membersOfLists(pieces).map(studied),
    }
  }

  function faultIn(
    said: Studied,
    window: readonly Studied[],
    text: string,
    above: Prepared,
  ): string | undefined {
    // A period is said of what the words say it of, whatever the title is about.
    const named = (key: string) => above.around.includes(key) && !periods.includes(key)
    const figures = window.flatMap((it) => it.figures)
    const figure = misplaced(said.figures, figures, () => false)
    if (figure !== undefined) return `the figure ${figure} is not said of this`
    const name = misplaced(
      said.names,
      window.flatMap((it) => it.names),
      named,
    )
    if (name !== undefined) return `「${name}」 is not said of this`
    const { foreign, patchwork } = coverageOf(said.bare, text, above, rewordings)
    const [stranger] = foreign
    if (stranger !== undefined) return `「${stranger}」 is not in the passage`
    if (patchwork) return 'is put together from scraps'
    for (const clauses of breathsOf(said.clauses)) {
      const faults = window.map((piece) => faultOfBreath(clauses, piece, above))
      if (!faults.includes(undefined)) return faults[0]
    }
    const two = apart(
      [...said.figures, ...said.names.filter((it) => it.kind === 'name')],
      window.map((it) => [...it.figures, ...it.names]),
    )
    if (two !== undefined) return `${two.join(' and ')} are not said of one another`
    const [only] = window.length === 1 ? window : []
    const figured = only && crossed([...said.figures, ...said.names], [...only.figures, ...only.names])
    if (figured !== undefined) return `the figures of 「${figured}」 are others`
    const clauses = window.flatMap((it) => it.clauses)
    return turned(said.clauses, clauses) ?? faultOfTwist(said, window, clauses, text, above)
  }
}

/** Words of the source that say something else as they are put together here. */
function faultOfTwist(
  said: Studied,
  window: readonly Studied[],
  clauses: readonly string[],
  text: string,
  { planning }: Prepared,
): string | undefined {
  const tense = toldInAnotherTense(said.clauses, clauses, planning)
  if (tense !== undefined) return tense
  if (beginsMidWord(said.even, window.map((it) => it.even).join(''))) return 'begins in the middle of a word'
  const date = dueOtherwise(said.clauses, clauses)
  if (date !== undefined) return `something else is due 「${date}」`
  const joint = joinedOtherwise(said.clauses, clauses)
  if (joint !== undefined) return `「${joint}」 joins something else`
  const paired = pairedOtherwise(said.even, window.map((it) => it.even).join(''))
  if (paired !== undefined) return `the figure ${paired} is that of another`
  const lost = unqualified(said.bare, text)
  return lost === undefined ? undefined : `leaves out 「${lost}」`
}

/** Clauses that are said in one breath: a short one belongs to the next, 「在国家层面，」. */
function breathsOf(clauses: readonly string[]): readonly (readonly string[])[] {
  const breaths: string[][] = []
  let open: string[] = []
  for (const clause of clauses) {
    open.push(clause)
    if (clause.length < shortClause) continue
    breaths.push(open)
    open = []
  }
  if (open.length > 0) breaths.push([...(breaths.pop() ?? []), ...open])
  return breaths
}

/** Characters. */
const shortClause = 9

interface Studied {
  /** With its commas. */
  readonly even: string
  readonly bare: string
  /** The same words, and the same said otherwise. */
  readonly readings: readonly string[]
  readonly clauses: readonly string[]
  readonly figures: readonly Mention[]
  readonly names: readonly Mention[]
}

interface Prepared extends Around {
  readonly names: Names
  /** Whether the document says what is to be done, and not what was. */
  readonly planning: boolean
  readonly pieces: readonly Standing[]
  /** Members of lists, with whom they are said of. */
  readonly members: readonly Standing[]
}

/** Where in the passage it stands. */
type Standing = Studied & { readonly start: number; readonly end: number }

function study(text: string, names: Names): Studied {
  const even = plain(text)
  const clauses = clausesOf(text)
  const its = namesIn(even, names)
  const topic = its.find(({ kind }) => kind === 'name')?.key
  return {
    even,
    bare: bare(even),
    readings: saidOtherwise(clauses, topic),
    clauses,
    figures: figuresIn(even),
    names: its,
  }
}

/** 「根据《…》，」 and 「2014年度，」 name the source; what they name is checked, and the rest is what is claimed. */
export function withoutAttribution(sentence: string, { document }: Pick<Carrier, 'document'>): string {
  const named =
    /^(?:根据|按照|依据|按|据|在)?《([^》]+)》(?:中|里)?(?:的?(?:规定|要求|提出|明确|指出|显示))?[，,：:]?/u.exec(
      sentence,
    )
  if (named && squeeze(document.title).includes(squeeze(named[1] ?? '')))
    return sentence.slice(named[0].length)
  const year = /^((?:19|20)\d{2})年度?[，,：:]/u.exec(sentence)
  if (year && `${document.title}${document.appliesTo ?? ''}`.includes(year[1] ?? ''))
    return sentence.slice(year[0].length)
  return sentence
}
