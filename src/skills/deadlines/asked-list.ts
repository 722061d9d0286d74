import type { Caller } from '../../core/caller.ts'
import type { LocalDate } from '../../core/clock.ts'
import { dayAt } from '../../core/local-date.ts'
import { type Block, bold, heading, paragraph, type Reply } from '../../core/reply.ts'
import { answersOf, readerOf } from './answers.ts'
import { moreThan, shortName } from './board.ts'
import { dueOf, titleOf } from './draw-entry.ts'
import type { Asked } from './entries.ts'
import { words } from './words.ts'

/** Requests for more time with buttons of their own: Discord has five rows. */
const mostAsked = 5

/** Who asks for more time, until when and why, with what its reader can answer. Pure. */
export function drawAsked(asked: readonly Asked[], reader: Caller, today: LocalDate): Reply {
  const { locale } = reader
  const say = words[locale].asked
  if (asked.length === 0) return { blocks: [paragraph(say.none)] }
  return {
    blocks: [
      heading(say.title(asked.length)),
      ...asked.slice(0, mostAsked).flatMap((it): Block[] => {
        const row = answersOf(it.obligation, readerOf(reader, it.organization), true, locale)
        const { until, reason, at } = it.asked
        return [
          paragraph(bold(`${shortName(it)} · ${titleOf(it.duty, it.obligation)}`)),
          paragraph(say.line(dueOf(it.obligation, today, locale), until, reason, dayAt(at))),
          ...(row ? [row] : []),
        ]
      }),
      ...moreThan(asked.length, mostAsked, locale),
    ],
  }
}
