import { type Caller, type Member, type Organization, roleIn } from '../../../core/caller.ts'
import { dayAt } from '../../../core/local-date.ts'
import { type Action, ensureMay, may } from '../../../core/may.ts'
import { problem, type Request } from '../../../core/request.ts'
import type { Training } from '../../../core/training.ts'
import type { Days, Hosting, Visit, VisitSide } from '../../../core/visit.ts'
import type { Visits } from '../../../store/visits.ts'
import type { TrainingParts } from '../parts.ts'
import { type Clash, clashesOf } from './clashes.ts'
import { sideOf } from './visit.ts'
import { visitWords } from './words.ts'

/** What this skill is handed. */
export type VisitParts = Pick<
  TrainingParts,
  'organizations' | 'trainings' | 'registrations' | 'clock' | 'ears' | 'newId'
> & { readonly visits: Visits }

/** Who acts for which zone. */
export interface Acting {
  readonly member: Member
  readonly organization: Organization
  /** The office, which may end what zones arranged: it does so in the place of the host. */
  readonly office?: true
}

/** A visit with the offer under which it was asked for, seen from one of its two sides. */
export interface OwnVisit {
  readonly hosting: Hosting
  readonly visit: Visit
  readonly side: VisitSide
}

/** @throws Problem where visits are not theirs to arrange */
export function actingFor(caller: Caller, action: Action = 'visit.arrange'): Acting {
  const { member, organization } = caller
  if (caller.role === 'guest') throw problem(visitWords[caller.locale].problems.guest)
  ensureMay(caller, action, member ? { member: member.id } : {})
  if (!member || !organization) throw problem(visitWords[caller.locale].problems.guest)
  // Who may do it without being on either side.
  return { member, organization, ...(may(caller, action) ? { office: true as const } : {}) }
}

/** @throws Problem where they may not see visits at all */
export function ensureReader(caller: Caller): void {
  if (caller.role === 'guest') throw problem(visitWords[caller.locale].problems.guest)
  ensureMay(caller, 'visit.read')
}

/** The offer that a button carries. @throws Problem where there is none */
export async function hostingMeant(
  { visits }: Pick<VisitParts, 'visits'>,
  { value, caller }: Pick<Request, 'value' | 'caller'>,
): Promise<Hosting> {
  const hosting = await visits.find(value)
  if (!hosting) throw problem(visitWords[caller.locale].problems.gone)
  return hosting
}

/** The visit that a button carries, see {@link buttonValue}. @throws Problem where there is none, or it is not theirs */
export async function visitMeant(
  { visits }: Pick<VisitParts, 'visits'>,
  { value, caller }: Pick<Request, 'value' | 'caller'>,
  action: Action = 'visit.arrange',
): Promise<OwnVisit & Acting> {
  const say = visitWords[caller.locale].problems
  const acting = actingFor(caller, action)
  const id = value.split('/')[0] ?? ''
  const hosting = await visits.findByVisit(id)
  const visit = hosting?.visits.find((it) => it.id === id)
  if (!hosting || !visit) throw problem(say.gone)
  const side = acting.office ? 'host' : sideOf(hosting, visit, acting.organization.id)
  if (!side) throw problem(say.notYours)
  return { hosting, visit, side, ...acting }
}

/** What a button carries that says yes to certain days of a visit: at most 60 signs. Pure. */
export function buttonValue({ id }: Pick<Visit, 'id'>, days?: Days): string {
  return days ? `${id}/${days.from}/${days.to}` : id
}

const aDay = /^\d{4}-\d{2}-\d{2}$/u

/** The days that such a value names; undefined where it names none. Pure. */
export function daysOf(value: string): Days | undefined {
  const [, from = '', to = ''] = value.split('/')
  return aDay.test(from) && aDay.test(to) && from <= to ? { from, to } : undefined
}

/** The names of all organizations as they are shown: a zone without its province. */
export async function namesOf({
  organizations,
}: {
  readonly organizations: Pick<VisitParts['organizations'], 'all'>
}): Promise<(id: string) => string> {
  const all = new Map((await organizations.all()).map((it) => [it.id, shownName(it)]))
  return (id) => all.get(id) ?? id
}

export function shownName({ name, kind }: Pick<Organization, 'name' | 'kind'>): string {
  return roleIn[kind] === 'staff' ? name.replace(/^.*?(?:省|自治区)/u, '') : name
}

/** What else a zone has on those days. */
export async function clashesFor(
  {
    visits,
    trainings,
    registrations,
    clock,
  }: Pick<VisitParts, 'visits' | 'trainings' | 'registrations' | 'clock'>,
  organization: string,
  days: Days,
  but?: string,
): Promise<readonly Clash[]> {
  const seated = await registrations.list({ states: ['seated'] })
  const own = new Set(seated.filter((it) => it.organization === organization).map((it) => it.training))
  const coming: readonly Training[] =
    own.size === 0 ? [] : await trainings.list({ states: ['published'], endsFrom: dayAt(clock.now()) })
  return clashesOf(
    organization,
    days,
    await visits.list({ of: organization }),
    coming.filter((it) => own.has(it.id)),
    but,
  )
}
