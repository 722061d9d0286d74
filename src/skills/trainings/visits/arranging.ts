import { dayAt } from '../../../core/local-date.ts'
import { heading, note, paragraph, privately, type Reply, withFiles } from '../../../core/reply.ts'
import { type Handle, problem, type Request } from '../../../core/request.ts'
import type { Days } from '../../../core/visit.ts'
import { buttonsOf, makeAct, opening } from './act.ts'
import { visitFile } from './calendar.ts'
import { daysTold, offerCard } from './draw.ts'
import { noteField } from './faces.ts'
import { actingFor, daysOf, hostingMeant, type VisitParts, visitMeant } from './parts.ts'
import { daysGiven, mostPeople, peopleGiven, textIfGiven } from './reading.ts'
import { refusalTold } from './refusals.ts'
import { visitWords } from './words.ts'

/** How two zones come to an agreement: the guest asks, the host answers with days, the guest confirms them. */
export function makeArranging(parts: VisitParts) {
  const { act, actOn, clashes, readingOf } = makeAct(parts)
  const todayOf = () => dayAt(parts.clock.now())

  return {
    async ask(request) {
      const { caller, given, message } = request
      const acting = actingFor(caller)
      const { locale } = caller
      const { offer } = await hostingMeant(parts, request)
      const reading = await readingOf(request)
      if (!message.form) {
        const own = offer.host === acting.organization.id
        return privately({ blocks: offerCard({ offer }, own, reading) })
      }
      const wanted = daysGiven(given, ['dates', 'others'], todayOf(), locale)
      const people = peopleGiven(given, mostPeople, locale)
      const text = textIfGiven(given, noteField, locale)
      const its = { wanted, people, ...(text === undefined ? {} : { note: text }) }
      const outcome = await act(
        request,
        acting,
        offer.id,
        { kind: 'ask', id: parts.newId(), ...its },
        'guest',
      )
      const visit = outcome.changes[0]?.after
      const say = visitWords[locale].did
      return privately({
        blocks: [
          heading(say.asked(reading.nameOf(offer.host))),
          paragraph(say.askedMore),
          ...(await clashes(acting.organization.id, wanted, reading, visit)),
          ...(visit ? buttonsOf({ hosting: outcome, visit, side: 'guest' }, reading) : []),
        ],
      })
    },

    answer: (request) => answer(request, daysOf(request.value)),

    async 'other-days'(request) {
      if (!request.message.form) return opening(request, 'otherDays')
      const [days] = daysGiven(request.given, ['dates'], todayOf(), request.caller.locale)
      return answer(request, days)
    },

    async agree(request) {
      const meant = await visitMeant(parts, request)
      const { locale } = request.caller
      const days = daysOf(request.value) ?? meant.visit.days
      if (!days) throw problem(refusalTold({ why: 'moved-on', state: meant.visit.state }, meant.side, locale))
      const { hosting, visit, same } = await actOn(request, meant, {
        kind: 'agree',
        visit: meant.visit.id,
        days,
      })
      const reading = await readingOf(request)
      const say = visitWords[locale].did
      const other = reading.nameOf(hosting.offer.host)
      return withFiles(
        privately({
          blocks: [
            heading(say.agreed(other, daysTold(days, locale))),
            ...(same ? [note(say.already)] : []),
            paragraph(say.agreedMore),
            ...(await clashes(meant.organization.id, [days], reading, visit)),
            ...buttonsOf({ hosting, visit, side: meant.side }, reading),
          ],
        }),
        visitFile(hosting.offer, visit, reading.nameOf, locale),
      )
    },
  } satisfies Readonly<Record<string, Handle>>

  async function answer(request: Request, days: Days | undefined): Promise<Reply> {
    const meant = await visitMeant(parts, request)
    const { locale } = request.caller
    if (!days) return opening(request, 'otherDays')
    const event = { kind: 'answer', visit: meant.visit.id, days } as const
    const { hosting, visit, same } = await actOn(request, meant, event)
    const reading = await readingOf(request)
    const say = visitWords[locale].did
    return privately({
      blocks: [
        heading(say.answered(reading.nameOf(visit.guest), daysTold(days, locale))),
        paragraph(same ? say.already : say.answeredMore),
        ...(await clashes(meant.organization.id, [days], reading, visit)),
        ...buttonsOf({ hosting, visit, side: meant.side }, reading),
      ],
    })
  }
}
