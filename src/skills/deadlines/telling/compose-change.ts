import { localDateOf } from '../../../core/clock.ts'
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
import { opening, ownButtons, quoteOf, stateOf, titleOf } from '../draw-entry.ts'
import type { Entry } from '../entries.ts'
import { mostRows } from '../entries.ts'
import { actions, forms } from '../faces.ts'
import { handleOf } from '../handle-of.ts'
import { ruleText } from '../office/rule-text.ts'
import { stateWords } from '../state-words.ts'
import { words } from '../words.ts'
import type { Standing } from './compose.ts'
import { noticeWords } from './notice-words.ts'
import type { ChangeAbout, DutyAbout } from './tell.ts'

/** What happened to an obligation: who said it, what was and what is, why, and what its reader can answer. Pure. */
export function composeChange(about: ChangeAbout, standing: Standing, locale: Locale): Composed {
  const say = noticeWords[locale]
  const entry = standing.entry(about.obligation)
  if (!entry) return { cancelled: say.cancelled.gone(about.obligation) }
  const { labels } = words[locale]
  const title = titleOf(entry.duty, entry.obligation)
  const by = standing.nameOf(about.by)
  const shown = (it: ChangeAbout['before']) => `${it.due} · ${stateWords[locale][it.state]}`
  const same = shown(about.before) === shown(about.after)
  return {
    blocks: [
      paragraph(bold(say.change[about.verb](by, entry.organization.name, title))),
      fields([
        ...(same
          ? [[labels.due, about.after.due] as const]
          : [[say.was, shown(about.before)] as const, [say.is, shown(about.after)] as const]),
        ...(about.until === undefined ? [] : [[say.asked, about.until] as const]),
        ...(about.reason === undefined ? [] : [[labels.reason, about.reason] as const]),
      ]),
      ...answersTo(about, entry, standing, locale),
    ],
  }
}

/** Buttons while the thing is as the message says; afterwards it is only news. */
function answersTo(
  about: ChangeAbout,
  { obligation }: Entry,
  standing: Standing,
  locale: Locale,
): readonly Block[] {
  if (obligation.state !== about.after.state || obligation.due !== about.after.due)
    return [note(stateOf(obligation, localDateOf(standing.now), locale))]
  const say = words[locale].buttons
  const value = handleOf(obligation.id)
  const reader = standing.kindOf(about.organization)
  if (about.organization === obligation.organization)
    return unfinished.has(obligation.state) ? [ownButtons(obligation, locale)] : []
  if (about.verb === 'request' && reader === 'office')
    return [
      buttons(
        { ...opening(say.extend, forms.extend.name, value), style: 'primary' },
        opening(say.refuse, forms.refuse.name, value),
      ),
    ]
  if (about.verb === 'file' && reader === 'province')
    return [
      buttons(
        { label: say.confirm, action: actions.confirm, value, style: 'primary' },
        opening(say.sendBack, forms.sendBack.name, value),
      ),
    ]
  // Where its province cannot be told, the office takes what a zone has filed.
  if ((about.verb === 'confirm' || about.verb === 'file') && reader === 'office')
    return [buttons({ label: say.receive, action: actions.receive, value, style: 'primary' })]
  return []
}

/** A rule that was published, changed or called off: what was and what is, for those whom its reader follows. Pure. */
export function composeDuty(about: DutyAbout, standing: Standing, locale: Locale): Composed {
  const say = noticeWords[locale]
  const duty = standing.dutyOf(about.duty)
  if (!duty || duty.state === 'draft') return { cancelled: say.cancelled.changedAgain }
  const { labels, list } = words[locale]
  const head =
    duty.state === 'retired' ? say.duty.retired : about.before ? say.duty.changed : say.duty.published
  const changed = (label: string, was: string | undefined, is: string | undefined) =>
    was === is || was === undefined ? [] : [[label, `${was} → ${is ?? say.duty.none}`] as const]
  const { before } = about
  const rows = about.due
    .slice(0, mostRows)
    .map((it) => [standing.nameOf(it.organization), it.was ?? say.duty.none, it.is ?? say.duty.none])
  const cells = [
    ...(before ? changed(labels.due, ruleText(before.rule, locale), ruleText(duty.rule, locale)) : []),
    ...(before && before.title !== duty.title ? [[say.was, before.title] as const] : []),
    ...(duty.materials.length > 0 ? [[labels.materials, list(duty.materials)] as const] : []),
    ...(duty.channel === undefined ? [] : [[labels.channel, duty.channel] as const]),
  ]
  return {
    blocks: [
      heading(head(duty.title)),
      ...(duty.state === 'retired' || cells.length === 0 ? [] : [fields(cells)]),
      table(say.duty.header, rows),
      ...(about.due.length > mostRows ? [note(words[locale].board.more(about.due.length - mostRows))] : []),
      ...(duty.source && duty.state === 'live' ? [quoteOf(duty.source)] : []),
      buttons({ label: words[locale].buttons.mine, action: actions.mine, value: '' }),
    ],
  }
}
