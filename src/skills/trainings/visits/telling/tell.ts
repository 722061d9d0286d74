import { createHash } from 'node:crypto'
import type { Instant } from '../../../../core/clock.ts'
import type { Ear, Ears } from '../../../../core/ears.ts'
import { afterQuiet } from '../../../../core/quiet-hours.ts'
import type { Visit, VisitMove, VisitSide, VisitVerb } from '../../../../core/visit.ts'
import type { OutboxItem } from '../../../../store/outbox.ts'

/** What every delivery about a visit says of whom it is for. */
export interface AddressedVisit {
  readonly visit: string
  readonly side: VisitSide
}

/** What a delivery of kind `visits.told` is about: what happened to a visit. */
export interface ToldAbout extends AddressedVisit {
  readonly verb: VisitVerb
  readonly by: VisitSide
  /** Where the visit has changed since, there is nothing to say: that was told, too. */
  readonly revision: number
  /** The office did it, in the place of that side. */
  readonly office?: true
}

/** What a delivery of kind `visits.offer-withdrawn` is about: an offer that the office took back, told to its host. */
export interface OfferWithdrawnAbout {
  readonly offer: string
}

/** Of these everybody on both sides has to know: they stand in both calendars. */
const concernsBoth: ReadonlySet<VisitVerb> = new Set(['agreed', 'called-off'])

/**
 * The word of what happened to visits, for `Visits.act`: to the other side, and of what stands in both calendars to their
 * own colleagues as well. Whoever did it has their answer. Pure.
 * @param by the member whose doing it was
 */
export function tellVisits(
  { offer, changes }: VisitMove,
  ears: Ears,
  { by, at, office }: { readonly by: string; readonly at: Instant; readonly office?: true | undefined },
): readonly OutboxItem[] {
  const withdrawn =
    office && offer.state === 'withdrawn' && changes.every((it) => it.verb === 'declined')
      ? ears
          .of(offer.host)
          .map((ear) =>
            visitDelivery<OfferWithdrawnAbout>(
              ear,
              { kind: 'visits.offer-withdrawn', what: 'office', about: { offer: offer.id } },
              { dueAt: afterQuiet(at) },
            ),
          )
      : []
  const told = changes.flatMap(({ verb, by: doing, after }) =>
    (['host', 'guest'] as const)
      .filter((side) => side !== doing || concernsBoth.has(verb))
      .flatMap((side) =>
        ears
          .of(side === 'host' ? offer.host : after.guest)
          .filter((it) => it.recipient !== by)
          .map((ear) =>
            visitDelivery<ToldAbout>(
              ear,
              {
                kind: 'visits.told',
                what: `${verb} ${after.revision}`,
                about: {
                  visit: after.id,
                  side,
                  verb,
                  by: doing,
                  revision: after.revision,
                  ...(office ? { office } : {}),
                },
              },
              { dueAt: afterQuiet(at) },
            ),
          ),
      ),
  )
  return [...told, ...withdrawn]
}

/**
 * A delivery for one ear. Its key follows from what is said and where, so that the same thing planned again after any crash
 * is the same row, and is found on the platform. Pure.
 * @param what names what is said, besides the kind and the visit
 */
export function visitDelivery<About extends AddressedVisit | OfferWithdrawnAbout>(
  { recipient, to, locale }: Ear,
  { kind, what, about }: { readonly kind: string; readonly what: string; readonly about: About },
  timing: Pick<OutboxItem, 'dueAt' | 'usefulUntil'>,
): OutboxItem {
  const { platform, space, channel } = to
  const text = JSON.stringify([
    kind,
    'visit' in about ? about.visit : about.offer,
    recipient,
    what,
    platform,
    space,
    channel,
  ])
  const key = `vi-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`
  return { key, kind, about, to, locale, ...timing, whenUnprovable: 'repeat' }
}

/** Who hears for one side of a visit. */
export function earsOf(ears: Ears, host: string, { guest }: Visit, side: VisitSide): readonly Ear[] {
  return ears.of(side === 'host' ? host : guest)
}
