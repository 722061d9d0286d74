import { isSamePlace } from '../../../../core/ears.ts'
import { dayAt } from '../../../../core/local-date.ts'
import {
  type Block,
  buttons,
  type Composed,
  fields,
  heading,
  paragraph,
  quote,
} from '../../../../core/reply.ts'
import type { OutboxRow } from '../../../../store/outbox.ts'
import { askButton, clashesTold, factsOf, ownButtons, type Reading, reportButton } from '../draw.ts'
import { clashesFor, namesOf, type OwnVisit, type VisitParts } from '../parts.ts'
import { visitWords } from '../words.ts'
import { visitNoticeWords } from './notice-words.ts'
import type { VisitReminderAbout } from './reminders.ts'
import type { AddressedVisit, OfferWithdrawnAbout, ToldAbout } from './tell.ts'

type ComposeParts = Omit<VisitParts, 'newId'>

interface Standing extends OwnVisit {
  readonly reading: Reading
  /** What else the reader's zone has on those days. */
  readonly clashes: readonly Block[]
}

/** Makes the words of everything that is said unasked about visits, by the kind of the delivery, when it goes out. */
export function makeVisitComposers(
  parts: ComposeParts,
): Readonly<Record<string, (row: OutboxRow) => Promise<Composed>>> {
  const hears = async (organization: string, here: OutboxRow['to']) =>
    (await parts.ears()).of(organization).some(({ to }) => isSamePlace(to, here))
  const under =
    <About extends AddressedVisit>(compose: (about: About, standing: Standing) => Composed) =>
    async ({ about, locale, to }: OutboxRow): Promise<Composed> => {
      const { visit: id, side } = about as About
      const say = visitNoticeWords[locale].cancelled
      const hosting = await parts.visits.findByVisit(id)
      const visit = hosting?.visits.find((it) => it.id === id)
      if (!hosting || !visit) return { cancelled: say.gone }
      const own = side === 'host' ? hosting.offer.host : visit.guest
      if (!(await hears(own, to))) return { cancelled: say.left }
      const reading = { nameOf: await namesOf(parts), locale, today: dayAt(parts.clock.now()) }
      const clashes = visit.days ? await clashesFor(parts, own, visit.days, visit.id) : []
      return compose(about as About, {
        hosting,
        visit,
        side,
        reading,
        clashes: clashesTold(clashes, own, reading),
      })
    }
  return {
    'visits.told': under<ToldAbout>(composeTold),
    'visits.reminder': under<VisitReminderAbout>(composeReminder),
    async 'visits.offer-withdrawn'({ about, locale, to }) {
      const hosting = await parts.visits.find((about as OfferWithdrawnAbout).offer)
      const say = visitNoticeWords[locale]
      if (!hosting) return { cancelled: say.cancelled.gone }
      const { host, kind, topic, reason } = hosting.offer
      if (!(await hears(host, to))) return { cancelled: say.cancelled.left }
      const { kinds, labels } = visitWords[locale]
      return {
        blocks: [
          heading(say.byOffice.ownOffer(kinds[kind])),
          fields([
            [labels.topic, topic],
            ...(reason === undefined ? [] : [[labels.reason, reason] as const]),
          ]),
          paragraph(say.byOffice.more),
        ],
      }
    },
  }
}

/** What happened, and what this side can do about it. Pure. */
function composeTold({ verb, by, revision, office }: ToldAbout, standing: Standing): Composed {
  const { hosting, visit, side, reading, clashes } = standing
  const { locale, nameOf } = reading
  const say = visitNoticeWords[locale]
  // What was said to both sides of a visit that is over stands, though the other has told of it since.
  if (visit.revision !== revision) return { cancelled: say.cancelled.superseded }
  const { offer } = hosting
  const other = nameOf(side === 'host' ? visit.guest : offer.host)
  const kind = visitWords[locale].kinds[offer.kind]
  if (verb === 'held' || verb === 'reported') {
    const report = visit.reports[by]
    if (!report) return { cancelled: say.cancelled.superseded }
    return {
      blocks: [
        heading(say.told.reported(other, kind)),
        quote(report.outcome, visitWords[locale].shown.report(by, report.people, report.mark)),
        ...(visit.reports[side] ? [] : [paragraph(say.more.reported), buttons(reportButton(visit, locale))]),
      ],
    }
  }
  const own = ownButtons(standing, reading)
  const self = by === side
  const ended = verb === 'declined' || verb === 'withdrawn' || verb === 'called-off'
  const offerGone = verb === 'declined' && offer.state === 'withdrawn'
  const withdrawn = office ? say.byOffice.offerWithdrawn : say.told.offerWithdrawn
  const title = offerGone
    ? withdrawn(other, kind)
    : office && verb === 'called-off'
      ? say.byOffice.calledOff(other, kind)
      : say.told.happened[verb](other, kind, self)
  const again =
    ended && side === 'guest' && offer.state === 'open'
      ? [askButton(offer, visitWords[locale].buttons.ask)]
      : []
  return {
    blocks: [
      heading(title),
      fields([
        [visitWords[locale].labels.topic, offer.topic],
        ...factsOf(offer, visit, locale),
        ...reasonOf(standing),
      ]),
      ...(visit.note !== undefined && verb === 'asked' ? [quote(visit.note, other)] : []),
      ...(ended ? [] : clashes),
      paragraph(offerGone ? say.more.offerWithdrawn : say.more[verb]),
      ...(own.length + again.length > 0 ? [buttons(...own, ...again)] : []),
    ],
  }
}

/** What is coming, what waits for a word, or what came of it. Pure. */
function composeReminder({ step, revision }: VisitReminderAbout, standing: Standing): Composed {
  const { hosting, visit, side, reading, clashes } = standing
  const { locale, nameOf } = reading
  const say = visitNoticeWords[locale]
  const { offer } = hosting
  const over = visit.state === 'called-off' || visit.reports[side] !== undefined
  if (step === 'after' ? over : visit.revision !== revision) return { cancelled: say.cancelled.superseded }
  const other = nameOf(side === 'host' ? visit.guest : offer.host)
  const kind = visitWords[locale].kinds[offer.kind]
  const facts = fields([[visitWords[locale].labels.topic, offer.topic], ...factsOf(offer, visit, locale)])
  if (step === 'after')
    return {
      blocks: [
        heading(say.reminder.after(other, kind)),
        paragraph(say.more.after),
        buttons(...ownButtons(standing, reading)),
      ],
    }
  return {
    blocks: [
      heading(say.reminder[step](other, kind)),
      facts,
      ...clashes,
      paragraph(step === 'silent' ? say.more.silent : say.more.coming),
      buttons(...ownButtons(standing, reading)),
    ],
  }
}

function reasonOf({ visit, reading }: Standing): readonly (readonly [string, string])[] {
  const reason = visit.ended?.reason
  return reason === undefined ? [] : [[visitWords[reading.locale].labels.reason, reason]]
}
