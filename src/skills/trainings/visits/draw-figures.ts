import type { Locale } from '../../../core/locale.ts'
import { fields, heading, paragraph, type Reply, table } from '../../../core/reply.ts'
import { daysTold, type NameOf } from './draw.ts'
import type { VisitFigures } from './figures.ts'
import { visitWords } from './words.ts'

/** A year's visits as the annual report takes them. Pure. */
export function drawFigures(it: VisitFigures, nameOf: NameOf, locale: Locale): Reply {
  const say = visitWords[locale]
  const { labels, ...told } = say.figures
  const rows = it.held.map(({ offer, visit, people, outcomes }) => [
    visit.days ? daysTold(visit.days, locale) : '',
    nameOf(offer.host),
    nameOf(visit.guest),
    say.kinds[offer.kind],
    String(people),
    say.list(outcomes),
  ])
  return {
    blocks: [
      heading(told.title(it.year)),
      fields([
        [labels.offers, told.offers(it.offers, it.offering)],
        [labels.asked, String(it.asked)],
        [labels.held, String(it.held.length)],
        [labels.people, String(it.people)],
        [labels.zones, told.zones(it.hosts, it.guests)],
        [labels.acrossProvinces, String(it.acrossProvinces)],
        [labels.calledOff, String(it.calledOff)],
        ...(it.untold > 0 ? [[labels.untold, String(it.untold)] as const] : []),
        ...(it.mark === undefined ? [] : [[labels.mark, say.shown.mark(it.mark)] as const]),
      ]),
      rows.length > 0 ? table(told.header, rows) : paragraph(told.none),
    ],
  }
}
