import type { Organization } from '../../core/caller.ts'
import type { LocalDate } from '../../core/clock.ts'
import { type Duty, unfinished } from '../../core/duty.ts'
import type { Stamp } from '../../store/audit.ts'
import type { NewObligation } from '../../store/obligations.ts'
import type { DeadlineParts } from './parts.ts'
import { aboveOf, type DutyAbout, tell } from './tell.ts'

/**
 * Tells everybody whom a duty concerns, or concerned, that it was published, changed or called off: the owners and whoever
 * is above them, each of their own. To be called before the obligations are brought in line, while the old ones stand.
 * @param before what it was, where it was live already
 * @returns names of those who can be told
 */
export async function announceDuty(
  parts: DeadlineParts,
  duty: Duty,
  before: Duty | undefined,
  owed: readonly NewObligation[],
  { at }: Stamp,
): Promise<readonly string[]> {
  const all = await parts.organizations.all()
  const stood = (await parts.obligations.list({ duty: duty.id })).filter((it) => unfinished.has(it.state))
  const dates = new Map<string, { was?: LocalDate; is?: LocalDate }>()
  if (before) for (const { organization, due } of stood) dates.set(organization, { was: due })
  for (const { organization, due } of owed) dates.set(organization, { ...dates.get(organization), is: due })
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
  const ears = await parts.ears()
  const told: string[] = []
  for (const { reader, due } of byReader.values()) {
    const telling = {
      kind: 'deadlines.duty',
      what: `${duty.id} ${duty.state} ${at}`,
      at,
      about: {
        duty: duty.id,
        revision: duty.revision,
        due,
        ...(before
          ? {
              before: {
                title: before.title,
                rule: before.rule,
                materials: before.materials,
                ...(before.channel === undefined ? {} : { channel: before.channel }),
              },
            }
          : {}),
      },
    }
    const reached = await tell<DutyAbout>(parts, [reader], telling, ears)
    told.push(...reached.map((it) => it.name))
  }
  return told
}
