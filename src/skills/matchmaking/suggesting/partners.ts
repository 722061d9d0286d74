import type { Organization } from '../../../core/caller.ts'
import { openIntroduction } from '../../../core/introduction.ts'
import { dayAt } from '../../../core/local-date.ts'
import type { Party, Profile } from '../../../core/profile.ts'
import type { Zone } from '../../../store/zones.ts'
import { type Aside, makePool, type Pool } from '../fitting/pool.ts'
import { sharedFieldOf } from '../fitting/shared-field.ts'
import { holds, type Suggestion, suggest } from '../fitting/suggest.ts'
import type { AllianceData, MatchParts } from '../parts.ts'
import { type KeptMeanings, keepMeanings } from './keep-meanings.ts'
import { failedForNow, type Past, pastOf } from './past.ts'

/** What the store knows of two owners. `busy`: something between them is under way. */
export interface Between extends Aside {
  readonly blocked: boolean
  readonly busy: boolean
}

/** Finds partners among what is published. */
export interface Partners {
  /**
   * The best partners of a published profile, as its owner may see them: nothing blocked, put aside or hidden, and nobody of
   * whom one could not say what both are about.
   * @param least the score below which nothing is given, where it is more than what is worth reading
   */
  forProfile(id: string, most: number, least?: number): Promise<readonly Suggestion[]>
  /** What a need and an offer have to do with each other; undefined where one of them is published no more. */
  between(need: string, offer: string): Promise<Suggestion | undefined>
  pool(): Promise<Pool>
  /** What earlier introductions teach. */
  past(): Promise<Past>
  /** What the store knows of two owners, for those who plan for many at once. */
  aside(): Promise<(owner: string, other: string) => Between>
}

export type PartnerParts = Pick<
  MatchParts,
  | 'profiles'
  | 'profileVectors'
  | 'introductions'
  | 'matchLists'
  | 'organizations'
  | 'zones'
  | 'clock'
  | 'alliance'
>

/** A pair that talked within a year is no news to itself. */
const SAME_YEAR = 365 * 86_400_000
/** Below this, whoever reads it shakes their head. */
const LEAST_SHOWN = 0.2
/** Of so many the best that have something in common are taken. */
const WEIGHED = 40
/** With so many introductions under way an organization has its hands full. */
const FULL = 5

export function makePartners(parts: PartnerParts): Partners {
  let kept: { edition: number; readonly zones: unknown; readonly pool: Pool } | undefined
  let meaning: KeptMeanings | undefined

  /** Kept in memory: what changed since is taken over, and only a pool that is worn is made anew. */
  async function pool(): Promise<Pool> {
    const [edition, { zones }] = await Promise.all([parts.profiles.edition(), parts.zones.snapshot()])
    meaning ??= keepMeanings(parts)
    if (kept?.edition === edition && kept.zones === zones) {
      await meaning.refresh([])
      return kept.pool
    }
    const [organizations, changed] = await Promise.all([
      parts.organizations.all(),
      parts.profiles.changedSince(kept?.edition ?? edition),
    ])
    await meaning.refresh(changed)
    const partyOf = partiesOf(organizations, zones, parts.alliance())
    if (kept?.zones === zones) {
      for (const it of changed) kept.pool.renew(it, partyOf(it.owner))
      kept.edition = edition
      if (!kept.pool.worn) return kept.pool
    }
    const published = await parts.profiles.list({ states: ['published'] })
    kept = { edition, zones, pool: makePool(published, partyOf, parts.alliance(), meaning.meanings) }
    return kept.pool
  }

  const haveInCommon = (it: Suggestion) =>
    sharedFieldOf(it.need, it.offer, parts.alliance().taxonomy) !== undefined

  /** Of one organization and the others, or of all. */
  async function aside(organization?: string): Promise<(owner: string, other: string) => Between> {
    const [all, loads, blocks] = await Promise.all([
      parts.introductions.list(organization === undefined ? {} : { organization }),
      parts.introductions.loads(),
      parts.matchLists.blocks(organization),
    ])
    const since = parts.clock.now() - SAME_YEAR
    const met = new Set<string>()
    const busy = new Set<string>()
    for (const it of all) {
      if (openIntroduction.has(it.state)) busy.add(pairOf(it.from, it.to))
      else if (it.state === 'concluded' && it.since >= since && !failedForNow(it))
        met.add(pairOf(it.from, it.to))
    }
    const blocked = new Set(blocks.map((it) => pairOf(it.organization, it.blocked)))
    return (owner, other) => {
      const pair = pairOf(owner, other)
      return {
        blocked: blocked.has(pair),
        busy: busy.has(pair),
        met: met.has(pair),
        load: Math.min(1, (loads.get(other) ?? 0) / FULL),
      }
    }
  }

  const past = async () => pastOf(await parts.introductions.list({ states: ['concluded'] }))

  return {
    pool,
    aside: () => aside(),
    past,
    async forProfile(id, most, least = LEAST_SHOWN) {
      const studied = await pool()
      const owner = studied.of(id)?.profile.owner
      if (owner === undefined) return []
      const [known, put, earlier] = await Promise.all([
        aside(owner),
        parts.matchLists.dismissals(owner),
        past(),
      ])
      const between = (one: string, other: string) => {
        const { busy, ...it } = known(one, other)
        return { ...it, blocked: it.blocked || busy }
      }
      const today = dayAt(parts.clock.now())
      const dismissed = new Set(
        put
          .filter((it) => it.until === undefined || it.until >= today)
          .map((it) => `${it.need}\n${it.offer}`),
      )
      const found: Suggestion[] = []
      for (const it of suggest(studied, id, { today, between, past: earlier, most: WEIGHED })) {
        if (found.length === most || it.fit.score < least) break
        const aside = dismissed.has(`${it.need.profile.id}\n${it.offer.profile.id}`)
        if (!aside && haveInCommon(it)) found.push(withPast(it, earlier))
      }
      return found
    },
    async between(need, offer) {
      const [studied, today] = [await pool(), dayAt(parts.clock.now())]
      const [asked, given] = [studied.of(need), studied.of(offer)]
      if (!asked || !given || ![asked, given].every((it) => holds(it.profile, today))) return undefined
      return withPast({ need: asked, offer: given, fit: studied.fit(asked, given, today) }, await past())
    },
  }
}

function withPast(it: Suggestion, past: Past): Suggestion {
  const again = past.again(it.need.profile.id, it.offer.profile.id)
  const cameOf = past.cameOf(it.offer.profile.id)
  return { ...it, ...(again ? { again } : {}), ...(cameOf > 0 ? { cameOf } : {}) }
}

/** What is known of the circumstances of each owner. */
function partiesOf(
  organizations: readonly Organization[],
  zones: readonly Zone[],
  { climateOf }: AllianceData,
): (owner: Profile['owner']) => Party | undefined {
  const byId = new Map(zones.map((it) => [it.id, it]))
  const parties = new Map(
    organizations.map((it): [string, Party] => {
      const zone = byId.get(it.zone ?? '')
      const climate = it.province === undefined ? undefined : climateOf(it.province)
      return [
        it.id,
        {
          id: it.id,
          name: zone?.short ?? it.name,
          ...(it.province === undefined ? {} : { province: it.province }),
          ...(zone ? { region: zone.region } : {}),
          ...(zone?.type ? { type: zone.type } : {}),
          ...(climate === undefined ? {} : { climate }),
        },
      ]
    }),
  )
  return (owner) => parties.get(owner)
}

function pairOf(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`
}
