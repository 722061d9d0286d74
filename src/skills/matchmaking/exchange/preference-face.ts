import { dayAt } from '../../../core/local-date.ts'
import { ensureMay } from '../../../core/may.ts'
import type { NamedOrganization } from '../../../core/organization-names.ts'
import { buttons, privately, type Reply, reply } from '../../../core/reply.ts'
import type { DayPreference } from '../../../store/match-lists.ts'
import {
  type Handle,
  type MatchParts,
  organizationTyped,
  ownOf,
  problem,
  type Request,
  stampOf,
} from '../parts.ts'
import type { Partners } from '../suggesting/partners.ts'
import { shortNames } from '../suggesting/short-names.ts'
import { deliveriesFor, type PreferenceAbout } from '../telling/tell.ts'
import { checkWanted } from './checks.ts'
import { exchangeDays } from './exchange-day.ts'
import { drawPreference, drawPreferences, insteadButton, type Shown } from './preference-draw.ts'
import { meantIn, preferenceTyped, roundsTold } from './preference-typed.ts'
import { preferenceWords } from './preference-words.ts'
import { changedSince, holdingOn, nextDayOf, nothingWanted, type Wanted, wantedBy } from './preferences.ts'
import { type Clause, inOrder } from './spoken-preference.ts'

export interface Preferring {
  readonly handles: Readonly<Record<string, Handle>>
  /** Wishes that somebody said in plain words. */
  spoken(request: Request, clauses: readonly Clause[]): Promise<Reply>
}

/** What is known when somebody says what they wish. */
interface Around extends Shown {
  readonly organizations: readonly NamedOrganization[]
}

/** Whom a participant wants to meet on the next exchange day, whom not, and when it is away: its own members' to say, and the office's. */
export function makePreferring(parts: MatchParts & { readonly partners: Partners }): Preferring {
  return {
    handles: {
      preferences: async ({ caller }) => {
        const own = ownOf(caller)
        return own.kind === 'office' ? all(caller) : drawPreference(await around(own.id, caller), caller)
      },
      prefer: async (request) => typed(request, ownOf(request.caller).id),
      'prefer-for': async (request) => {
        const { caller, given } = request
        const organizations = await parts.organizations.all()
        const whose = request.value || organizationTyped(organizations, given.whose ?? '', caller.locale).id
        return typed(request, whose)
      },
      'prefer-nothing': async (request) => {
        const it = await around(request.value, request.caller)
        return keep(request, it, nothingWanted, preferenceWords[request.caller.locale].cleared)
      },
      'prefer-instead': instead,
    },
    spoken,
  }

  /** @throws Problem for whoever may not speak for that organization */
  async function around(id: string, caller: Request['caller']): Promise<Around> {
    const [organizations, days, said, nameOf] = await Promise.all([
      parts.organizations.all(),
      exchangeDays(parts.matchLists),
      parts.matchLists.preferences(),
      shortNames(parts),
    ])
    const subject = organizations.find((it) => it.id === id)
    const say = preferenceWords[caller.locale]
    if (!subject || subject.kind === 'office') throw problem(say.whose)
    ensureMay(caller, 'exchange.prefer', { organization: subject })
    const today = dayAt(parts.clock.now())
    const before = wantedBy(id, holdingOn(today, said, days))
    return { subject, before, next: nextDayOf(id, days, today), nameOf, organizations }
  }

  async function typed(request: Request, id: string): Promise<Reply> {
    const { caller, given } = request
    const it = await around(id, caller)
    return keep(request, it, preferenceTyped(it.before, given, it.organizations, caller.locale))
  }

  async function spoken(request: Request, clauses: readonly Clause[]): Promise<Reply> {
    const { caller } = request
    const own = ownOf(caller)
    const { locale } = caller
    const say = preferenceWords[locale]
    const organizations = await parts.organizations.all()
    const meant = clauses.map((clause) => meantIn(clause, organizations, own))
    // Of several clauses the first one says who wishes: 交流日贵溪想见宜兴，第2轮不在.
    const subject = meant.find((it) => it.subject && it.subject.kind !== 'office')?.subject
    if (!subject) throw problem(say.whose)
    const it = await around(subject.id, caller)
    let wanted = it.before
    const notes: string[] = []
    for (const [at, clause] of clauses.entries()) {
      const { objects = [], unknown = [] } = meant[at] ?? {}
      const named = objects.filter((one) => one.id !== subject.id)
      const { kind } = clause
      if (kind === 'away' || kind === 'here') {
        wanted = { ...wanted, away: awayAfter(wanted.away, clause, it.next?.day.rounds, locale) }
        continue
      }
      if (unknown[0] !== undefined) throw problem(say.unread(unknown[0]))
      if (named.length === 0) throw problem(say.unread(clause.said))
      for (const { id } of named) {
        const torn = kind === 'meet' ? wanted.avoid : kind === 'avoid' ? wanted.meet : []
        if (torn.includes(id)) {
          const alone = clauses.length === 1 && named.length === 1
          const told = (kind === 'meet' ? say.alreadyAvoided : say.alreadyWanted)(it.nameOf(id))
          if (!alone) throw problem(told)
          return privately(
            reply(told.join(''), buttons(insteadButton(kind === 'meet', subject.id, id, locale))),
          )
        }
        // 不想见了 ends a wish where there is one; where there is none it is a veto.
        const ends = kind === 'unmeet' && wanted.meet.includes(id)
        if (ends) notes.push(say.onlyNoWish(it.nameOf(id)))
        if (kind === 'unmeet' && !ends && !/不(?:想|要)/.test(clause.said)) continue
        wanted = ends
          ? { ...wanted, meet: without(wanted.meet, id) }
          : kind === 'unavoid'
            ? { ...wanted, avoid: without(wanted.avoid, id) }
            : kind === 'meet'
              ? { ...wanted, meet: including(wanted.meet, id) }
              : { ...wanted, avoid: including(wanted.avoid, id) }
      }
    }
    return keep(request, it, wanted, undefined, notes)
  }

  /** Of two that cannot be, the one that was pressed. */
  async function instead(request: Request): Promise<Reply> {
    const [id = '', kind = '', other = ''] = request.value.split('/')
    const it = await around(id, request.caller)
    const { meet, avoid, away } = it.before
    const wanted =
      kind === 'meet'
        ? { meet: including(meet, other), avoid: without(avoid, other), away }
        : { meet: without(meet, other), avoid: including(avoid, other), away }
    return keep(request, it, wanted)
  }

  /** @throws Problem that says what to relax */
  async function keep(
    request: Request,
    it: Around,
    wanted: Wanted,
    told?: string,
    notes: readonly string[] = [],
  ): Promise<Reply> {
    const { caller } = request
    const { subject, before, next } = it
    const say = preferenceWords[caller.locale]
    if (JSON.stringify(before) === JSON.stringify(wanted))
      return drawPreference(it, caller, say.same, ...notes)
    const blocks = await parts.matchLists.blocks(subject.id)
    const others = next
      ? next.day.participants.map((one) => one.id)
      : (await parts.partners.pool()).studied.map((one) => one.profile.owner)
    checkWanted(
      wanted,
      {
        subject,
        others,
        blocked: blocks.filter((one) => one.organization === subject.id).map((one) => one.blocked),
        offices: it.organizations.filter((one) => one.kind === 'office').map((one) => one.id),
        ...(next ? { rounds: next.day.rounds } : {}),
      },
      { locale: caller.locale, nameOf: it.nameOf },
    )
    const stamp = stampOf(request, parts.clock)
    const preference: DayPreference = { organization: subject.id, since: stamp.at, ...wanted }
    const waits = next !== undefined && changedSince(next, [preference]).includes(subject.id)
    const byOffice = ownOf(caller).kind === 'office'
    const deliveries =
      waits && !byOffice
        ? deliveriesFor<PreferenceAbout>((await parts.ears()).office(), {
            kind: 'matchmaking.preference',
            what: `${next.id} ${subject.id} ${stamp.at}`,
            about: { day: next.id, of: subject.id },
            at: stamp.at,
            whenUnprovable: 'repeat',
          })
        : []
    await parts.matchLists.prefer(preference, stamp.who, deliveries)
    return drawPreference(
      { ...it, before: wanted },
      caller,
      told ?? say.kept,
      ...notes,
      ...(next && wanted.meet.length > next.day.rounds
        ? [say.more(wanted.meet.length, next.day.rounds)]
        : []),
      ...(waits ? [byOffice ? say.sentByOffice : say.sent(next.on)] : []),
    )
  }

  /** The office's: what everybody wishes, and where two wishes cannot both be. */
  async function all({ locale }: Request['caller']): Promise<Reply> {
    const [days, said, nameOf] = await Promise.all([
      exchangeDays(parts.matchLists),
      parts.matchLists.preferences(),
      shortNames(parts),
    ])
    const holding = holdingOn(dayAt(parts.clock.now()), said, days).filter(
      ({ meet, avoid, away }) => meet.length + avoid.length + away.length > 0,
    )
    return drawPreferences(holding, nameOf, locale)
  }
}

/** When somebody is away after saying that they are, or are there after all. @param rounds of the day, where that is known */
function awayAfter(
  before: Wanted['away'],
  { kind, rounds }: Clause,
  many: number | undefined,
  locale: Request['caller']['locale'],
): Wanted['away'] {
  const told = roundsTold(rounds ?? { kind: 'all' }, many, locale)
  if (kind === 'here')
    return told === 'all' || before === 'all' ? [] : before.filter((it) => !told.includes(it))
  if (told === 'all' || before === 'all') return told
  return inOrder([...before, ...told])
}

const without = (ids: readonly string[], id: string) => ids.filter((it) => it !== id)
const including = (ids: readonly string[], id: string) => (ids.includes(id) ? ids : [...ids, id])
