import type { Organization } from '../../core/caller.ts'
import type { LocalDate } from '../../core/clock.ts'
import { unfinished } from '../../core/duty.ts'
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
import { drawOwn, stateOf, titleOf } from './draw-entry.ts'
import type { Entry } from './entries.ts'
import { milestoneWords } from './office/office-words.ts'
import type { UnknownYear } from './rules/rules.ts'
import { words } from './words.ts'

/** Obligations with buttons of their own in one message: Discord allows five rows of buttons. */
const mostOpen = 5
/** Finished ones shown below them. */
const mostDone = 10

/**
 * What a zone owes, soonest first, each with days left, materials, channel, and the clause that it comes from; below it
 * what is done. Pure.
 * @param unknown duties whose date cannot be told because a year of the zone is not known
 */
export function drawMine(
  organization: Organization,
  entries: readonly Entry[],
  unknown: readonly UnknownYear[],
  today: LocalDate,
  locale: Locale,
): Reply {
  const say = words[locale].mine
  const open = entries.filter((it) => unfinished.has(it.obligation.state))
  const done = entries.filter((it) => !unfinished.has(it.obligation.state))
  const title =
    open.length > 0
      ? say.title(organization.name, open.length)
      : done.length > 0
        ? say.none(organization.name)
        : say.nothingYet(organization.name)
  const milestones = [...new Set(unknown.map((it) => milestoneWords[locale][it.milestone]))]
  return {
    blocks: [
      heading(title),
      ...open
        .slice(0, mostOpen)
        .flatMap((it, at) => [...(at > 0 ? [divider] : []), ...drawOwn(it, today, locale)]),
      ...(open.length > mostOpen ? [note(say.more(open.length - mostOpen))] : []),
      ...milestones.map((it) => note(say.yearUnknown(it))),
      ...drawDone(done.slice(-mostDone), today, locale),
    ],
  }
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
  return [paragraph(bold(say.done)), table(say.header, rows)]
}

/** A guest owes nothing; how to become somebody who does. Pure. */
export function drawGuest(locale: Locale): Reply {
  const say = words[locale].mine
  return reply(
    say.guest,
    buttons({ label: say.join, action: 'members.join', value: '', opens: 'members.join' }),
  )
}
