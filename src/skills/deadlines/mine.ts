import type { Organization } from '../../core/caller.ts'
import type { LocalDate } from '../../core/clock.ts'
import { unfinished } from '../../core/duty.ts'
import { addDays } from '../../core/local-date.ts'
import type { Locale } from '../../core/locale.ts'
import {
  type Block,
  bold,
  buttons,
  divider,
  heading,
  note,
  paragraph,
  type Reply,
  reply,
  table,
} from '../../core/reply.ts'
import type { TimeAsked } from '../../store/obligation-events.ts'
import { answersOf, type Reader } from './answers.ts'
import { drawOwn, stateOf, titleOf } from './draw-entry.ts'
import type { Entry } from './entries.ts'
import { milestoneWords } from './office/office-words.ts'
import type { UnknownYear } from './rules/rules.ts'
import { words } from './words.ts'

/** Obligations with buttons of their own in one message: Discord allows five rows of buttons. */
const mostOpen = 5
/** Finished ones shown below them. */
const mostDone = 10
/** Days for which what was done last can still be answered from here: confirmed, sent back, taken back. */
const answeredFor = 100

export interface OwedBy {
  readonly organization: Organization
  readonly entries: readonly Entry[]
  /** Duties whose date cannot be told because a year of the zone is not known. */
  readonly unknown: readonly UnknownYear[]
  /** More time that was asked for and not answered. */
  readonly asked: readonly TimeAsked[]
  /** Who reads it. */
  readonly reader: Reader
}

/**
 * What a zone owes, soonest first, each with days left, materials, channel, and the clause that it comes from; below it
 * what is done, the last of it with what can still be said of it. Pure.
 */
export function drawMine(
  { organization, entries, unknown, asked, reader }: OwedBy,
  today: LocalDate,
  locale: Locale,
): Reply {
  const say = words[locale].mine
  const askedOf = (it: Entry) => asked.find(({ obligation }) => obligation === it.obligation.id)
  const answers = (it: Entry) => answersOf(it.obligation, reader, askedOf(it) !== undefined, locale)
  const open = entries.filter((it) => unfinished.has(it.obligation.state))
  const done = entries.filter((it) => !unfinished.has(it.obligation.state))
  const title =
    open.length > 0
      ? say.title(organization.name, open.length)
      : done.length > 0
        ? say.none(organization.name)
        : say.nothingYet(organization.name)
  const answered = done
    .filter((it) => it.obligation.due >= addDays(today, -answeredFor))
    .flatMap((entry) => {
      const row = answers(entry)
      return row ? [{ entry, row }] : []
    })
    .slice(0, Math.max(1, mostOpen - open.length))
  const milestones = [...new Set(unknown.map((it) => milestoneWords[locale][it.milestone]))]
  return {
    blocks: [
      heading(title),
      ...open
        .slice(0, mostOpen)
        .flatMap((it, at) => [
          ...(at > 0 ? [divider] : []),
          ...withAsked(drawOwn(it, today, locale, answers(it)), askedOf(it), locale),
        ]),
      ...(open.length > mostOpen ? [note(say.more(open.length - mostOpen))] : []),
      ...milestones.map((it) => note(say.yearUnknown(it))),
      ...(done.length > 0 ? [paragraph(bold(say.done))] : []),
      ...answered.flatMap(({ entry: { duty, obligation }, row }) => [
        paragraph(
          say.answered(titleOf(duty, obligation), obligation.due, stateOf(obligation, today, locale)),
        ),
        row,
      ]),
      ...drawDone(
        done.filter((it) => !answered.some(({ entry }) => entry === it)).slice(-mostDone),
        today,
        locale,
      ),
    ],
  }
}

/** What was asked for stands right above the buttons. */
function withAsked(blocks: readonly Block[], asked: TimeAsked | undefined, locale: Locale): readonly Block[] {
  if (!asked) return blocks
  const line = note(words[locale].asked.pending(asked.until, asked.reason))
  return blocks.at(-1)?.kind === 'buttons'
    ? [...blocks.slice(0, -1), line, ...blocks.slice(-1)]
    : [...blocks, line]
}

function drawDone(done: readonly Entry[], today: LocalDate, locale: Locale): readonly Block[] {
  if (done.length === 0) return []
  const say = words[locale].mine
  const rows = done.map(({ duty, obligation }) => [
    titleOf(duty, obligation),
    obligation.period,
    obligation.due,
    stateOf(obligation, today, locale),
  ])
  return [table(say.header, rows)]
}

/** A guest owes nothing; how to become somebody who does. Pure. */
export function drawGuest(locale: Locale): Reply {
  const say = words[locale].mine
  return reply(
    say.guest,
    buttons({ label: say.join, action: 'members.join', value: '', opens: 'members.join' }),
  )
}
