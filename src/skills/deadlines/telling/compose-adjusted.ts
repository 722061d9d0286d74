import { unfinished } from '../../../core/duty.ts'
import type { Locale } from '../../../core/locale.ts'
import {
  type Block,
  bold,
  buttons,
  type Composed,
  fields,
  heading,
  note,
  paragraph,
  table,
} from '../../../core/reply.ts'
import { shortName } from '../board.ts'
import { ownButtons, stateOf, titleOf } from '../draw-entry.ts'
import { type Entry, mostRows } from '../entries.ts'
import { actions } from '../faces.ts'
import { words } from '../words.ts'
import type { Standing } from './compose.ts'
import { noticeWords } from './notice-words.ts'
import type { Adjusted, AdjustedAbout } from './tell.ts'

interface Live {
  readonly change: Adjusted
  readonly entry: Entry
}

/** Dates that rules or register moved, what was and what is; what has changed again since is left out. Pure. */
export function composeAdjusted(about: AdjustedAbout, standing: Standing, locale: Locale): Composed {
  const say = noticeWords[locale]
  const reasons: string[] = []
  const live: Live[] = []
  for (const change of about.changes) {
    const entry = standing.entry(change.obligation)
    const why = entry ? untrue(change, entry, locale) : say.cancelled.gone(change.obligation)
    if (why !== undefined) reasons.push(why)
    else if (entry) live.push({ change, entry })
  }
  const [first, ...others] = live
  if (!first) return { cancelled: reasons.join('；') }
  const passOn = live.filter((it) => it.change.passOn).map((it) => shortName(it.entry))
  return {
    blocks: [
      ...(others.length === 0 ? drawOne(first, locale) : drawList(live, locale)),
      ...(passOn.length > 0 ? [paragraph(bold(say.passOn(words[locale].list([...new Set(passOn)]))))] : []),
      note(say.adjusted.why),
      others.length === 0 && first.entry.organization.id === about.organization && first.change.is
        ? ownButtons(first.entry.obligation, locale)
        : buttons({ label: words[locale].buttons.mine, action: actions.mine, value: '' }),
    ],
  }
}

function untrue({ is }: Adjusted, { obligation, duty }: Entry, locale: Locale): string | undefined {
  const say = noticeWords[locale].cancelled
  const title = titleOf(duty, obligation)
  const same = is === undefined ? obligation.lapsed : !obligation.lapsed && unfinished.has(obligation.state)
  if (!same) return say.state(title, stateOf(obligation, obligation.due, locale))
  return is === undefined || is === obligation.due ? undefined : say.moved(title, obligation.due)
}

function drawOne({ change: { was, is }, entry }: Live, locale: Locale): readonly Block[] {
  const say = noticeWords[locale]
  const head =
    is === undefined ? say.adjusted.lapsed : was === undefined ? say.adjusted.arisen : say.adjusted.moved
  return [
    paragraph(bold(head(entry.organization.name, titleOf(entry.duty, entry.obligation)))),
    fields([...(was === undefined ? [] : [[say.was, was] as const]), [say.is, is ?? words[locale].lapsed]]),
  ]
}

function drawList(live: readonly Live[], locale: Locale): readonly Block[] {
  const say = noticeWords[locale]
  const rows = live
    .slice(0, mostRows)
    .map(({ change, entry }) => [
      entry.organization.name,
      titleOf(entry.duty, entry.obligation),
      change.was ?? say.duty.none,
      change.is ?? words[locale].lapsed,
    ])
  return [
    heading(say.adjusted.several(live.length)),
    table(say.adjusted.header, rows),
    ...(live.length > mostRows ? [note(words[locale].board.more(live.length - mostRows))] : []),
  ]
}
