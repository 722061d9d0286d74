import type { Organization } from '../../core/caller.ts'
import type { Duty, DutySource, Obligation } from '../../core/duty.ts'
import { type Introduction, openIntroduction } from '../../core/introduction.ts'
import { dayAt, yearOf } from '../../core/local-date.ts'
import type { Profile } from '../../core/profile.ts'
import type { Training } from '../../core/training.ts'
import type { Visit, VisitOffer } from '../../core/visit.ts'
import type { Duties } from '../../store/duties.ts'
import type { Introductions } from '../../store/introductions.ts'
import type { Obligations } from '../../store/obligations.ts'
import type { Organizations } from '../../store/organizations.ts'
import type { Profiles } from '../../store/profiles.ts'
import type { Registrations } from '../../store/registrations.ts'
import type { Trainings } from '../../store/trainings.ts'
import type { Visits } from '../../store/visits.ts'
import type { Zone, Zones } from '../../store/zones.ts'

export interface YearParts {
  readonly duties: Pick<Duties, 'list'>
  readonly obligations: Pick<Obligations, 'list'>
  readonly organizations: Pick<Organizations, 'all'>
  readonly zones: Pick<Zones, 'snapshot'>
  readonly trainings: Pick<Trainings, 'list'>
  readonly registrations: Pick<Registrations, 'list'>
  readonly visits: Pick<Visits, 'list'>
  readonly introductions: Pick<Introductions, 'list'>
  readonly profiles: Pick<Profiles, 'list'>
}

/** Everything that the house knows of one zone's year. */
export interface ZoneYear {
  readonly year: number
  readonly organization: Organization
  /** Its row of the register, where it has one. */
  readonly zone?: Zone
  /** What fell due in that year, and in the next, soonest first. */
  readonly owed: readonly Owed[]
  readonly owedNext: readonly Owed[]
  /** Trainings that began in it, with how many of the zone's people came. */
  readonly attended: readonly { readonly training: Training; readonly people: number }[]
  /** Visits that took place, with the name of the other zone. */
  readonly visits: readonly {
    readonly offer: VisitOffer
    readonly visit: Visit
    readonly other: string
    readonly hosted: boolean
  }[]
  /** Introductions of which something was said, with the other's name. */
  readonly met: readonly { readonly introduction: Introduction; readonly other: string }[]
  /** Needs and offers that stand published now. */
  readonly published: readonly Profile[]
  /** The words that ask for the annual report, where a duty quotes them. */
  readonly asked?: DutySource
}

export interface Owed {
  readonly duty: Duty
  readonly obligation: Obligation
}

/** Reads a zone's year out of the store. What nobody recorded is not in it. */
export async function yearOfZone(
  organization: Organization,
  year: number,
  parts: YearParts,
): Promise<ZoneYear> {
  const [duties, obligations, organizations, { zones }] = await Promise.all([
    parts.duties.list(),
    parts.obligations.list({ organizations: [organization.id] }),
    parts.organizations.all(),
    parts.zones.snapshot(),
  ])
  const [hostings, introductions, published] = await Promise.all([
    parts.visits.list({ of: organization.id }),
    parts.introductions.list({ organization: organization.id }),
    parts.profiles.list({ owner: organization.id, states: ['published'] }),
  ])
  const nameOf = (id: string) => organizations.find((it) => it.id === id)?.name ?? id
  const owedIn = (wanted: number) =>
    obligations
      .flatMap((obligation) => {
        const duty = duties.find((it) => it.id === obligation.duty && it.state !== 'draft')
        return duty && !obligation.lapsed && yearOf(obligation.due) === wanted ? [{ duty, obligation }] : []
      })
      .sort((one, other) => (one.obligation.due < other.obligation.due ? -1 : 1))
  const zone = zones.find((it) => it.id === organization.zone)
  const asked = duties.find((it) => it.kind === 'annual-report' && it.source !== undefined)?.source
  return {
    year,
    organization,
    ...(zone ? { zone } : {}),
    owed: owedIn(year),
    owedNext: owedIn(year + 1),
    attended: await attendedBy(organization, year, parts),
    visits: hostings.flatMap(({ offer, visits }) =>
      visits
        .filter((it) => it.state === 'held' && yearOf(it.days?.from ?? dayAt(it.stateSince)) === year)
        .filter((it) => offer.host === organization.id || it.guest === organization.id)
        .map((visit) => {
          const hosted = offer.host === organization.id
          return { offer, visit, hosted, other: nameOf(hosted ? visit.guest : offer.host) }
        }),
    ),
    met: introductions
      .filter((it) => it.metAt !== undefined || it.outcome !== undefined || openIntroduction.has(it.state))
      .filter((it) => it.state !== 'asked' && yearOf(dayAt(it.outcome?.at ?? it.metAt ?? it.since)) === year)
      .map((introduction) => {
        const { from, to } = introduction
        return { introduction, other: nameOf(from === organization.id ? to : from) }
      }),
    published,
    ...(asked ? { asked } : {}),
  }
}

async function attendedBy(
  { id }: Organization,
  year: number,
  { trainings, registrations }: YearParts,
): Promise<ZoneYear['attended']> {
  const of = (await trainings.list({ states: ['published', 'held'] })).filter(
    (it) => yearOf(it.starts) === year,
  )
  const all = await Promise.all(
    of.map(async (training) => {
      const came = await registrations.list({ training: training.id })
      const people = came.filter((it) => it.organization === id && it.attendedAt !== undefined).length
      return { training, people }
    }),
  )
  return all.filter((it) => it.people > 0)
}
