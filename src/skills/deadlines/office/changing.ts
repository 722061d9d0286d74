import type { Organization } from '../../../core/caller.ts'
import { type LocalDate, localDateOf } from '../../../core/clock.ts'
import { type Duty, type Obligation, type ObligationState, unfinished } from '../../../core/duty.ts'
import type { Ears } from '../../../core/ears.ts'
import { addDays, yearOf } from '../../../core/local-date.ts'
import { type Action, ensureMay } from '../../../core/may.ts'
import { readDate } from '../../../core/read-date.ts'
import type { ObligationChange } from '../../../store/obligations.ts'
import type { NamedOrganization } from '../../../store/organizations.ts'
import { stateOf, titleOf } from '../draw-entry.ts'
import { byHandle } from '../handle-of.ts'
import { type DeadlineParts, problem, type Request, stampOf } from '../parts.ts'
import { dutyWords } from '../rules/duty-words.ts'
import { aboveOf, type ChangeAbout, deliveriesFor, reachedOf } from '../telling/tell.ts'
import { words } from '../words.ts'

/** An obligation that a button means, with whose it is and who may do what about it. */
export interface Found {
  readonly obligation: Obligation
  readonly duty: Duty
  readonly owner: NamedOrganization
  readonly all: readonly NamedOrganization[]
  readonly title: string
}

/** @throws Problem where it is gone, or the caller may not do that to it */
export async function obligationMeant(
  parts: DeadlineParts,
  request: Request,
  action: Action,
): Promise<Found> {
  const { caller, value } = request
  const all = await parts.organizations.all()
  const obligation =
    (await parts.obligations.find(value)) ??
    // Only an id that is too long for a button is looked for in this way.
    (value.startsWith('#') ? byHandle(await parts.obligations.list(), value) : undefined)
  const owner = all.find((it) => it.id === obligation?.organization)
  const duty = obligation && (await parts.duties.find(obligation.duty))
  if (!obligation || !owner || !duty) throw problem(words[caller.locale].problems.gone)
  ensureMay(caller, action, { organization: owner })
  return { obligation, duty, owner, all, title: titleOf(duty, obligation) }
}

/** From which states a verb leads on. What is not among them is told of, never done. */
export const startsFrom: Readonly<Record<ObligationChange['verb'], readonly ObligationState[]>> = {
  prepare: ['open'],
  file: ['open', 'preparing'],
  reopen: ['preparing', 'filed'],
  confirm: ['filed'],
  receive: ['filed', 'confirmed'],
  'send-back': ['filed', 'confirmed'],
  extend: ['open', 'preparing'],
  waive: ['open', 'preparing', 'filed'],
  suspend: ['open', 'preparing', 'filed'],
  restore: ['waived', 'suspended'],
}

/** Where a verb leads to, for telling that it is there already. */
const leadsTo: Readonly<Partial<Record<ObligationChange['verb'], readonly ObligationState[]>>> = {
  prepare: ['preparing'],
  file: ['filed', 'confirmed', 'received'],
  reopen: ['open'],
  confirm: ['confirmed', 'received'],
  receive: ['received'],
  waive: ['waived'],
  suspend: ['suspended'],
  restore: ['open', 'preparing'],
}

export type Changed =
  | { readonly changed: true; readonly told: readonly string[] }
  /** Nothing was done, because it is done already; a second press of a button ends here. */
  | { readonly changed: false; readonly sentence: string }

/**
 * Changes an obligation once and tells those whom it concerns: upwards what a zone says, downwards what is decided.
 * @throws Problem where its state does not allow it
 */
export async function change(
  parts: DeadlineParts,
  request: Request,
  found: Found,
  wanted: ObligationChange,
): Promise<Changed> {
  const { owner, all, title } = found
  const { locale } = request.caller
  const say = words[locale]
  const stamp = stampOf(request, parts.clock)
  const today = localDateOf(stamp.at)
  const before = found.obligation
  const ears = await parts.ears()
  const concerned = concernedBy(wanted.verb, request, owner, all, ears)
  const result = await parts.obligations.change(before.id, wanted, startsFrom[wanted.verb], stamp, (after) =>
    deliveriesFor<ChangeAbout>(concerned, tellingOf(before, after, wanted, request), ears),
  )
  if (!result) throw problem(say.problems.gone)
  const { obligation, changed } = result
  if (!changed) {
    const state = stateOf(obligation, today, locale)
    const extended = wanted.verb === 'extend' && obligation.due === wanted.until
    if (!extended && !leadsTo[wanted.verb]?.includes(obligation.state))
      throw problem(
        unfinished.has(obligation.state)
          ? say.problems.notReady(title, state)
          : say.problems.finished(title, state),
      )
    return { changed: false, sentence: say.did.already(title, state, localDateOf(obligation.changedAt)) }
  }
  return { changed: true, told: reachedOf(concerned, ears).map((it) => it.name) }
}

function tellingOf(before: Obligation, after: Obligation, wanted: ObligationChange, { caller }: Request) {
  return {
    kind: 'deadlines.change',
    what: `${after.id} ${wanted.verb} ${after.changedAt}`,
    at: after.changedAt,
    about: {
      obligation: after.id,
      verb: wanted.verb,
      before: { state: before.state, due: before.due },
      after: { state: after.state, due: after.due },
      by: caller.organization?.id ?? 'office',
      ...('reason' in wanted ? { reason: wanted.reason } : {}),
    },
  }
}

/**
 * Who hears of a change, without those who made it: the owner, and whoever is above it and can be told; of what was
 * confirmed also the office, which is to receive it. What is being prepared tells nobody.
 */
function concernedBy(
  verb: ObligationChange['verb'],
  { caller }: Request,
  owner: Organization,
  all: readonly Organization[],
  ears: Ears,
): readonly Organization[] {
  if (verb === 'prepare') return []
  const office = all.find((it) => it.kind === 'office')
  const nearest = aboveOf(owner, all)
  const above = nearest && ears.of(nearest.id).length > 0 ? nearest : office
  const by = caller.organization?.id ?? office?.id
  const concerned = new Set([owner, above, verb === 'confirm' ? office : undefined])
  return [...concerned].filter((it): it is Organization => it !== undefined && it.id !== by)
}

/** Characters of a reason: it is posted whole to everybody concerned, and they read it on a phone. */
const longestReason = 300
/** Days by which a date is put off at most: what is later than that is a slip of the keyboard, or put off altogether. */
const farthest = 366

/** @throws Problem where a form has no reason, or one that nobody would read */
export function reasonIn({ given, caller }: Request): string {
  const reason = given.reason ?? ''
  if (reason === '') throw problem(words[caller.locale].problems.noReason)
  if (reason.length > longestReason) throw problem(words[caller.locale].problems.longReason(longestReason))
  return reason
}

/** The day up to which more time is given or asked for. @throws Problem where it is none, past, or no later than now */
export function untilIn({ given, caller }: Request, { due }: Obligation, today: LocalDate): LocalDate {
  const say = words[caller.locale].problems
  const typed = given.until ?? ''
  // A date without a year is meant in the year of the due date.
  const read = readDate(typed, yearOf(due))
  if ('fault' in read) throw problem(say.badDate(dutyWords[caller.locale].date(read.fault, typed)))
  const until = read.date
  if (until < today) throw problem(say.past(until))
  if (until <= due) throw problem(say.notLater(until, due))
  if (until > addDays(due > today ? due : today, farthest)) throw problem(say.tooFar(until))
  return until
}
