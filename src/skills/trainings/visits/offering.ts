import { dayAt } from '../../../core/local-date.ts'
import { heading, note, paragraph, privately } from '../../../core/reply.ts'
import { type Handle, stampOf } from '../../../core/request.ts'
import type { VisitKind, VisitOffer } from '../../../core/visit.ts'
import { makeAct, opening } from './act.ts'
import { offerCard } from './draw.ts'
import { forms } from './faces.ts'
import { actingFor, hostingMeant, type VisitParts } from './parts.ts'
import { daysGiven, mostPeople, peopleGiven, textGiven, textIfGiven } from './reading.ts'
import { visitWords } from './words.ts'

const [, topicField, , , placeField] = forms.offer.fields
const [reasonField] = forms.withdraw.fields

/** What a host does about an offer: makes it, and takes it back. */
export function makeOffering(parts: VisitParts) {
  const { clock, visits } = parts
  const { act, clashes, readingOf } = makeAct(parts)

  return {
    async offer(request) {
      const { caller, given, message } = request
      const { organization } = actingFor(caller)
      const { locale } = caller
      const reading = await readingOf(request)
      if (!message.form) return opening(request, 'offer')
      const dates = daysGiven(given, ['dates'], dayAt(clock.now()), locale)
      const topic = textGiven(given, topicField, locale)
      const place = textIfGiven(given, placeField, locale)
      const offer: VisitOffer = {
        id: parts.newId(),
        host: organization.id,
        kind: given.kind === ('shadowing' satisfies VisitKind) ? 'shadowing' : 'visit',
        topic,
        ...(place === undefined ? {} : { place }),
        dates,
        capacity: peopleGiven(given, mostPeople, locale),
        state: 'open',
        offeredAt: clock.now(),
      }
      await visits.offer(offer, stampOf(request, clock))
      const say = visitWords[locale]
      return privately({
        blocks: [
          heading(say.did.offered(say.kinds[offer.kind], topic)),
          paragraph(say.did.offeredMore),
          ...offerCard({ offer }, true, reading).slice(1),
          ...(await clashes(organization.id, dates, reading)),
        ],
      })
    },

    async withdraw(request) {
      const { caller, given, message } = request
      const acting = actingFor(caller, 'visit.end')
      const { offer } = await hostingMeant(parts, request)
      const { locale } = caller
      if (!message.form) return opening(request, 'withdraw')
      const reason = textGiven(given, reasonField, locale)
      const outcome = await act(request, acting, offer.id, { kind: 'withdraw', reason }, 'host')
      const agreed = outcome.visits.filter((it) => it.state === 'agreed').length
      const say = visitWords[locale].did
      return privately({
        blocks: [
          paragraph(say.withdrawn(outcome.changes.length)),
          ...(agreed > 0 ? [note(say.stays(agreed))] : []),
        ],
      })
    },
  } satisfies Readonly<Record<string, Handle>>
}
