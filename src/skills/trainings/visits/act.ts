import { dayAt } from '../../../core/local-date.ts'
import { type Block, buttons, paragraph, privately, type Reply } from '../../../core/reply.ts'
import { problem, type Request, stampOf } from '../../../core/request.ts'
import type { Days, Visit, VisitSide } from '../../../core/visit.ts'
import { clashesTold, ownButtons, type Reading } from './draw.ts'
import { forms } from './faces.ts'
import { type Acting, clashesFor, namesOf, type OwnVisit, type VisitParts } from './parts.ts'
import { refusalTold } from './refusals.ts'
import { tellVisits } from './telling/tell.ts'
import { happen, type VisitEvent, type VisitOutcome } from './visit.ts'
import { visitWords } from './words.ts'

/** What everything that is done to offers and visits has in common. */
export function makeAct(parts: VisitParts) {
  const { clock, visits } = parts

  return { act, actOn, clashes, readingOf }

  /** Does one thing to one visit. @throws Problem where it is refused */
  async function actOn(request: Request, meant: OwnVisit & Acting, event: Unsigned) {
    const outcome = await act(request, meant, meant.hosting.offer.id, event, meant.side)
    const visit = outcome.visits.find((it) => it.id === meant.visit.id) ?? meant.visit
    return { hosting: outcome, visit, same: outcome.changes.length === 0 }
  }

  /** Keeps what comes of it together with the word of it to whom it concerns. @throws Problem where it is refused */
  async function act(
    request: Request,
    { member, organization, office }: Acting,
    offer: string,
    event: Unsigned,
    side: VisitSide,
  ): Promise<VisitOutcome> {
    const { locale } = request.caller
    const stamp = stampOf(request, clock)
    const ears = await parts.ears()
    const outcome = await visits.act(
      offer,
      (it) => {
        const by = office ? it.offer.host : organization.id
        return happen(it, { ...event, by }, { at: stamp.at, today: dayAt(stamp.at) })
      },
      stamp,
      (moved) => tellVisits(moved, ears, { by: member.id, at: stamp.at, office }),
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
    return { nameOf: await namesOf(parts), locale: caller.locale, today: dayAt(clock.now()) }
  }
}

/** What is done, before it is known by whom. */
type Unsigned = VisitEvent extends infer E ? (E extends VisitEvent ? Omit<E, 'by'> : never) : never

/** The form, behind a button: a press came without it. */
export function opening(
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

export function otherOf({ hosting, visit, side }: OwnVisit): string {
  return side === 'host' ? visit.guest : hosting.offer.host
}

export function buttonsOf(own: OwnVisit, reading: Reading): readonly Block[] {
  const its = ownButtons(own, reading)
  return its.length > 0 ? [buttons(...its)] : []
}
