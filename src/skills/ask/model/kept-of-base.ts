import type { StoredPassage } from '../../../store/passages.ts'
import type { Answer } from '../answer/answer.ts'
import { modalsOf } from '../answer/facts-of-text.ts'
import type { Aim, Question } from '../answer/question.ts'
import { figuresIn } from './belonging.ts'
import { plain } from './plain.ts'
import type { SaidSentence } from './sentences-said.ts'

interface Kept {
  readonly said: SaidSentence
  readonly passage: StoredPassage
}

/** What decides an answer, by what is asked for: of what the documents' words hold of it, a rewording must keep something. */
const deciding: Readonly<Partial<Record<Aim, (text: string) => readonly string[]>>> = {
  date: datesOf,
  number: (text) => figuresIn(text).map(({ key }) => key),
  'yes-no': modalsOf,
}

/**
 * What the documents' own answer says and true but idle sentences leave out: its date, its figure, its ruling; where several
 * things were asked, also the source of one of them. A refusal has nothing to lose. Gives it.
 */
export function lostOf(base: Answer, { aims, parts }: Question, kept: readonly Kept[]): string | undefined {
  if (base.kind !== 'answer') return undefined
  const said = plain(kept.map((it) => it.said.text).join('\n'))
  const words = plain(base.claims.map((it) => it.text).join('\n'))
  for (const aim of aims) {
    const its = deciding[aim]?.(words) ?? []
    if (its.length > 0 && !its.some((it) => said.includes(it))) return its.slice(0, 3).join('、')
  }
  if (parts.length < 2) return undefined
  return base.claims
    .flatMap(({ citation }) => citation ?? [])
    .find((it) => !kept.some(({ passage }) => passage.id === it.passageId))?.title
}

/** Days and months; years only where there is nothing nearer. */
function datesOf(text: string): readonly string[] {
  const near = text.match(/\d{1,2}月(?:\d{1,2}日)?/gu)
  return near ?? text.match(/(?:19|20)\d{2}年/gu) ?? []
}
