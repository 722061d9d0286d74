import type { Caller } from '../../core/caller.ts'
import { type Clock, localDateOf } from '../../core/clock.ts'
import { type Duty, type Obligation, unfinished } from '../../core/duty.ts'
import { type Block, buttons, paragraph } from '../../core/reply.ts'
import type { Duties } from '../../store/duties.ts'
import type { Obligations } from '../../store/obligations.ts'
import type { Organizations } from '../../store/organizations.ts'
import { dueOf, opening, stateOf, titleOf } from './draw-entry.ts'
import { forms } from './faces.ts'
import { handleOf } from './handle-of.ts'
import { ownDeadlineWords } from './own-deadline-words.ts'

export interface OwnDeadlineParts {
  readonly duties: Pick<Duties, 'list'>
  readonly obligations: Pick<Obligations, 'list'>
  readonly organizations: Pick<Organizations, 'find'>
  readonly clock: Clock
}

/** Words that an answer rests on: those quoted, of which document. */
export interface Quoted {
  /** The document's file name, and its title. */
  readonly document: string
  readonly title: string
  readonly quote: string
}

/**
 * The end of an answer that quotes the source of a live duty: when the asker's own zone owes it, how far it is, and a
 * button to be reminded. Nothing for whoever owes nothing of it.
 * @param alone whether only the asker reads it; among others the state, and a date that was granted, are not told
 */
export async function ownDeadlines(
  caller: Caller,
  quoted: readonly Quoted[],
  alone: boolean,
  { duties, obligations, organizations, clock }: OwnDeadlineParts,
): Promise<readonly Block[]> {
  const { organization, locale } = caller
  if (organization?.kind !== 'zone' || quoted.length === 0) return []
  const meant = (await duties.list({ state: 'live' })).filter((duty) => isQuoted(duty, quoted))
  if (meant.length === 0) return []
  const known = await organizations.find(organization.id)
  const name = known?.alsoCalled[0] ?? organization.name
  const today = localDateOf(clock.now())
  const say = ownDeadlineWords[locale]
  const owed = await obligations.list({ organizations: [organization.id] })
  return meant.flatMap((duty): Block[] => {
    const own = nextOf(owed.filter((it) => it.duty === duty.id))
    if (!own || (!alone && own.originally !== undefined)) return []
    const state = alone ? stateOf(own, today, locale) : undefined
    const line = say.own(name, titleOf(duty, own), dueOf(own, today, locale), state)
    const remind = caller.member && unfinished.has(own.state) && own.due > today
    return [
      paragraph(line),
      ...(remind ? [buttons(opening(say.remind, forms.snooze.name, handleOf(own.id)))] : []),
    ]
  })
}

/** The first that is still to be done, else the last that was. Pure. */
function nextOf(owed: readonly Obligation[]): Obligation | undefined {
  const byDate = [...owed].filter((it) => !it.lapsed).sort((a, b) => (a.due < b.due ? -1 : 1))
  return byDate.find((it) => unfinished.has(it.state)) ?? byDate.at(-1)
}

/** True where the words that were quoted are those that the duty rests on, or hold them, or stand in them. */
function isQuoted({ source }: Duty, quoted: readonly Quoted[]): boolean {
  if (!source) return false
  const words = squeeze(source.quote)
  return quoted.some(({ document, title, quote }) => {
    if (document !== source.file && title !== source.title) return false
    const said = squeeze(quote)
    return said !== '' && (said.includes(words) || words.includes(said))
  })
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '')
}
