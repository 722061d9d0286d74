import type { Locale } from '../../core/locale.ts'
import { type Block, bold, buttons, heading, paragraph, quote, type Reply, table } from '../../core/reply.ts'
import type { PastTraining } from '../../core/training.ts'
import { whenOf } from './card.ts'
import type { Own } from './coming.ts'
import { actions, forms } from './faces.ts'
import { words } from './words.ts'

/** Trainings of one's own with buttons in one message: Discord allows five rows of buttons. */
const mostOwn = 4

/**
 * What somebody attended, with its certificate, and what the zones have held before this house announced anything, as the
 * documents tell of it. Pure.
 * @param own the reader's, the earliest first
 */
export function drawPast(own: readonly Own[], records: readonly PastTraining[], locale: Locale): Reply {
  const say = words[locale].past
  return {
    blocks: [
      heading(say.title),
      ...(own.length === 0
        ? [paragraph(say.none)]
        : own.slice(-mostOwn).flatMap((it) => drawOwn(it, locale))),
      ...drawRecords(records, locale),
    ],
  }
}

function drawOwn({ hall: { training }, own }: Own, locale: Locale): readonly Block[] {
  const say = words[locale]
  const came = own?.attendedAt !== undefined
  const { id: value, title } = training
  return [
    paragraph(bold(title)),
    paragraph(say.list([whenOf(training, locale), came ? say.past.came : say.past.missed])),
    buttons(
      ...(came ? [{ label: say.buttons.certificate, action: actions.certificate, value }] : []),
      { label: say.buttons.feedback, action: actions.feedback, value, opens: forms.feedback.name },
      { label: say.buttons.details, action: actions.details, value },
    ),
  ]
}

function drawRecords(records: readonly PastTraining[], locale: Locale): readonly Block[] {
  if (records.length === 0) return []
  const { past, days } = words[locale]
  const rows = records.map((it) => [
    it.title,
    days(it.starts, it.ends),
    it.place ?? '',
    it.told.people === undefined ? '' : past.people(it.told.people, it.told.andSome === true),
  ])
  const latest = records.at(-1)?.sources[0]
  return [
    table(past.recordsHeader, rows, past.records),
    ...(latest
      ? [quote(latest.quote, latest.path === undefined ? latest.title : `${latest.title} > ${latest.path}`)]
      : []),
  ]
}
