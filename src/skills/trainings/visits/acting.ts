import { dayAt } from '../../../core/local-date.ts'
import {
  type Block,
  buttons,
  heading,
  note,
  paragraph,
  privately,
  type Reply,
  withFiles,
} from '../../../core/reply.ts'
import { type Handle, problem, type Request, stampOf } from '../../../core/request.ts'
import type { Days, Visit, VisitKind, VisitOffer, VisitSide } from '../../../core/visit.ts'
import { visitFile } from './calendar.ts'
import { clashesTold, daysTold, offerCard, ownButtons, type Reading } from './draw.ts'
import { forms } from './faces.ts'
import {
  type Acting,
  actingFor,
  clashesFor,
  daysOf,
  hostingMeant,
  namesOf,
  type OwnVisit,
  type VisitParts,
  visitMeant,
} from './parts.ts'
import { daysGiven, mostPeople, peopleGiven, textGiven, textIfGiven } from './reading.ts'
import { refusalTold } from './refusals.ts'
import { tellVisits } from './telling/tell.ts'
import { happen, type VisitEvent, type VisitOutcome } from './visit.ts'
import { visitWords } from './words.ts'

const fieldOf = {
  topic: forms.offer.fields[1],
  place: forms.offer.fields[4],
  reason: forms.end.fields[0],
  outcome: forms.report.fields[2],
  note: { name: 'note', label: '谁去、想看什么 Who comes, and what for', kind: 'paragraph' },
} as const

/** What the two sides of a visit do: offer, ask, answer, agree, end, and tell what came of it. */
export function makeActing(parts: VisitParts) {
  const { clock, visits } = parts
  const todayOf = () => dayAt(clock.now())

  return {
    async offer(request) {
      const { caller, given, message } = request
      const { organization } = actingFor(caller)
      const { locale } = caller
      const reading = await readingOf(request)
      if (!message.form) return opening(request, 'offer')
      const dates = daysGiven(given, ['dates'], todayOf(), locale)
      const topic = textGiven(given, fieldOf.topic, locale)
      const place = textIfGiven(given, fieldOf.place, locale)
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
      const text = textIfGiven(given, fieldOf.note, locale)
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

    async end(request) {
      const meant = await visitMeant(parts, request)
      const { locale } = request.caller
      const { side, visit } = meant
      const reason = textIfGiven(request.given, fieldOf.reason, locale)
      const needsReason = side === 'host' || visit.state === 'agreed'
      // A button of before it was agreed, or a platform that could not open the form.
      if (reason === undefined && needsReason && !request.message.form) return opening(request, 'end')
      const ended = await actOn(request, meant, {
        kind: 'end',
        visit: visit.id,
        ...(reason === undefined ? {} : { reason }),
      })
      const { nameOf } = await readingOf(request)
      const say = visitWords[locale].did
      const other = nameOf(otherOf(meant))
      const { state } = ended.visit
      return privately({
        blocks: [
          paragraph(
            state === 'declined'
              ? say.declined(other)
              : state === 'withdrawn'
                ? say.steppedBack(other)
                : say.calledOff(other),
          ),
        ],
      })
    },

    async report(request) {
      const meant = await visitMeant(parts, request)
      const { given, message, caller } = request
      const { locale } = caller
      if (!message.form) return opening(request, 'report')
      const mark = Number(given.mark)
      if (!(Number.isInteger(mark) && mark >= 1 && mark <= 5))
        throw problem(visitWords[locale].problems.badMark)
      const report = {
        mark,
        people: peopleGiven(given, mostPeople, locale),
        outcome: textGiven(given, fieldOf.outcome, locale),
      }
      await actOn(request, meant, { kind: 'report', visit: meant.visit.id, report })
      const { nameOf } = await readingOf(request)
      return privately({ blocks: [paragraph(visitWords[locale].did.reported(nameOf(otherOf(meant))))] })
    },

    async withdraw(request) {
      const { caller, given, message } = request
      const acting = actingFor(caller)
      const { offer } = await hostingMeant(parts, request)
      const { locale } = caller
      if (!message.form) return opening(request, 'withdraw')
      const reason = textGiven(given, fieldOf.reason, locale)
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

  /** Does one thing to one visit. @throws Problem where it is refused */
  async function actOn(request: Request, meant: OwnVisit & Acting, event: Unsigned) {
    const outcome = await act(request, meant, meant.hosting.offer.id, event, meant.side)
    const visit = outcome.visits.find((it) => it.id === meant.visit.id) ?? meant.visit
    return { hosting: outcome, visit, same: outcome.changes.length === 0 }
  }

  /** Keeps what comes of it together with the word of it to whom it concerns. @throws Problem where it is refused */
  async function act(
    request: Request,
    { member, organization }: Acting,
    offer: string,
    event: Unsigned,
    side: VisitSide,
  ): Promise<VisitOutcome> {
    const { locale } = request.caller
    const stamp = stampOf(request, clock)
    const ears = await parts.ears()
    const outcome = await visits.act(
      offer,
      (it) => happen(it, { ...event, by: organization.id }, { at: stamp.at, today: dayAt(stamp.at) }),
      stamp,
      (moved) => tellVisits(moved, ears, { by: member.id, at: stamp.at }),
    )
    if (!outcome) throw problem(visitWords[locale].problems.gone)
    if (outcome.refused) throw problem(refusalTold(outcome.refused, side, locale))
    return outcome
  }

  async function clashes(
    organization: string,
    all: readonly Days[],
    reading: Reading,
    but?: Visit,
  ): Promise<readonly Block[]> {
    const found = await Promise.all(all.map((it) => clashesFor(parts, organization, it, but?.id)))
    return clashesTold(
      [...new Map(found.flat().map((it) => [JSON.stringify(it), it])).values()],
      organization,
      reading,
    )
  }

  async function readingOf({ caller }: Pick<Request, 'caller'>): Promise<Reading> {
    return { nameOf: await namesOf(parts), locale: caller.locale, today: todayOf() }
  }
}

/** What is done, before it is known by whom. */
type Unsigned = VisitEvent extends infer E ? (E extends VisitEvent ? Omit<E, 'by'> : never) : never

/** The form, behind a button: a press came without it. */
function opening(
  { caller, value }: Request,
  form: 'offer' | 'otherDays' | 'end' | 'report' | 'withdraw',
): Reply {
  const { name, title } = forms[form]
  const say = visitWords[caller.locale].buttons
  const label = form === 'end' ? title : say[form]
  const visit = value.split('/')[0] ?? ''
  return privately({
    blocks: [paragraph(title), buttons({ label, action: name, value: visit, opens: name, style: 'primary' })],
  })
}

function otherOf({ hosting, visit, side }: OwnVisit): string {
  return side === 'host' ? visit.guest : hosting.offer.host
}

function buttonsOf(own: OwnVisit, reading: Reading): readonly Block[] {
  const its = ownButtons(own, reading)
  return its.length > 0 ? [buttons(...its)] : []
}
