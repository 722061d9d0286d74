import { dayAt } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import { paragraph, type Reply, reply, table } from '../../../core/reply.ts'
import type { Hosting } from '../../../core/visit.ts'
import { datesTold, isAhead, type Reading, rowOf } from './draw.ts'
import { namesOf, type VisitParts } from './parts.ts'
import { visitWords } from './words.ts'

/** What whoever runs the bot sees of visits, without a chat; it is the office. */
export interface VisitCommands {
  /** Offers that can be asked for, and all visits that were ever asked for. */
  list(): Promise<{ readonly hostings: readonly Hosting[]; readonly reply: Reply }>
}

export type VisitCommandParts = Pick<VisitParts, 'organizations' | 'clock'> & {
  readonly visits: Pick<VisitParts['visits'], 'list'>
  readonly locale: Locale
}

export function makeVisitCommands(parts: VisitCommandParts): VisitCommands {
  const { locale } = parts
  const say = visitWords[locale]

  return {
    async list() {
      const hostings = await parts.visits.list()
      const today = dayAt(parts.clock.now())
      const reading: Reading = { nameOf: await namesOf(parts), locale, today }
      const open = hostings.filter(({ offer }) => isAhead(offer, today))
      const visits = hostings.flatMap((hosting) =>
        hosting.visits.map((visit) => [
          visit.id,
          reading.nameOf(hosting.offer.host),
          ...rowOf({ hosting, visit, side: 'host' }, reading),
        ]),
      )
      const offers = open.map(({ offer }) => [
        offer.id,
        reading.nameOf(offer.host),
        say.kinds[offer.kind],
        offer.topic,
        datesTold(offer.dates, locale),
      ])
      return {
        hostings,
        reply: reply(
          ...(offers.length > 0
            ? [paragraph(say.shown.opens(offers.length)), table(say.commandLine.offers, offers)]
            : [paragraph(say.shown.none)]),
          ...(visits.length > 0
            ? [paragraph(say.commandLine.visits(visits.length)), table(say.commandLine.header, visits)]
            : []),
        ),
      }
    },
  }
}
