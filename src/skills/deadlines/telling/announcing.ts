import type { Organization } from '../../../core/caller.ts'
import type { LocalDate } from '../../../core/clock.ts'
import { type Duty, type Obligation, unfinished } from '../../../core/duty.ts'
import type { Ears } from '../../../core/ears.ts'
import type { Stamp } from '../../../store/audit.ts'
import type { Following, Kept } from '../../../store/duties.ts'
import type { NewObligation } from '../../../store/obligations.ts'
import type { DeadlineParts } from '../parts.ts'
import { owedUnder, type Standing } from '../rules/owed-now.ts'
import { aboveOf, type DutyAbout, deliveriesFor, reachedOf } from './tell.ts'

/** How things stand before duties are changed. */
interface Before {
  readonly duties: ReadonlyMap<string, Duty>
  readonly obligations: readonly Obligation[]
  readonly organizations: readonly Organization[]
  readonly ears: Ears
}

/**
 * Keeps duties together with what is owed under them, and with the word of it to everybody whom they concern or
 * concerned: all of it stands, or none.
 * @returns what was kept, and the names of those who can be told
 */
export async function keepAndAnnounce(
  parts: DeadlineParts,
  duties: readonly Duty[],
  standing: Standing,
  stamp: Stamp,
): Promise<Kept & { readonly owed: readonly NewObligation[]; readonly told: readonly string[] }> {
  const [known, obligations, ears] = await Promise.all([
    parts.duties.list(),
    parts.obligations.list({ states: [...unfinished] }),
    parts.ears(),
  ])
  const before: Before = {
    duties: new Map(known.map((it) => [it.id, it])),
    obligations,
    organizations: standing.organizations,
    ears,
  }
  let owed: readonly NewObligation[] = []
  let told: readonly string[] = []
  const kept = await parts.duties.keep(duties, stamp, (changed): Following => {
    const live = changed.filter((it) => it.state === 'live')
    owed = owedUnder(live, standing).owed
    const announced = changed.map((it) => announce(it, owed, before, stamp))
    told = [...new Set(announced.flatMap((it) => it.told))]
    return { owed, deliveries: announced.flatMap((it) => it.deliveries) }
  })
  return { ...kept, owed, told }
}

/**
 * The word that a duty was published, changed or called off, for its owners and for whoever is above them, each of their
 * own. Nobody hears of a draft. Pure.
 */
function announce(duty: Duty, allOwed: readonly NewObligation[], before: Before, { at }: Stamp) {
  const known = before.duties.get(duty.id)
  const was = known?.state === 'live' ? known : undefined
  if (duty.state !== 'live' && !was) return { deliveries: [], told: [] }
  const { organizations: all, ears } = before
  const dates = new Map<string, { was?: LocalDate; is?: LocalDate }>()
  if (was)
    for (const { duty: id, organization, due } of before.obligations)
      if (id === duty.id) dates.set(organization, { was: due })
  for (const { duty: id, organization, due } of allOwed)
    if (id === duty.id) dates.set(organization, { ...dates.get(organization), is: due })
  const byReader = new Map<string, { reader: Organization; due: DutyAbout['due'][number][] }>()
  for (const owner of all) {
    const its = dates.get(owner.id)
    if (!its) continue
    for (const reader of [owner, aboveOf(owner, all)]) {
      // What the office itself has done, it need not be told.
      if (!reader || reader.kind === 'office') continue
      const known = byReader.get(reader.id) ?? { reader, due: [] }
      known.due.push({ organization: owner.id, ...its })
      byReader.set(reader.id, known)
    }
  }
  const deliveries = [...byReader.values()].flatMap(({ reader, due }) =>
    deliveriesFor<DutyAbout>(
      [reader],
      {
        kind: 'deadlines.duty',
        what: `${duty.id} ${duty.state} ${was ? 'changed' : 'new'} ${at}`,
        at,
        about: {
          duty: duty.id,
          revision: duty.revision,
          due,
          ...(was
            ? {
                before: {
                  title: was.title,
                  rule: was.rule,
                  materials: was.materials,
                  ...(was.channel === undefined ? {} : { channel: was.channel }),
                },
              }
            : {}),
        },
      },
      ears,
    ),
  )
  const readers = [...byReader.values()].map((it) => it.reader)
  return { deliveries, told: reachedOf(readers, ears).map((it) => it.name) }
}
