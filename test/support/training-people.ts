import { makeListening, type Reachable } from '../../src/app/ears.ts'
import { plainText } from '../../src/core/plain-text.ts'
import type { Training } from '../../src/core/training.ts'
import { makeWorkdays } from '../../src/skills/deadlines/plan.ts'
import { makeAnnouncementComposers } from '../../src/skills/trainings/announcing/compose-announcement.ts'
import type { OrganizingParts } from '../../src/skills/trainings/organizing/parts.ts'
import { makeTrainingsSkill } from '../../src/skills/trainings/skill.ts'
import { makeTrainingComposers } from '../../src/skills/trainings/telling/compose.ts'
import type { Said } from './deadlines.ts'
import { operator } from './duties.ts'
import { housePeople, type People } from './people.ts'
import { course } from './trainings.ts'

export interface TrainingPeople extends People {
  readonly parts: OrganizingParts
  /** Everything that waits to be said, oldest first. */
  waiting(): Promise<readonly Said[]>
}

const regions: Readonly<Record<string, string>> = { 江苏: '东部', 江西: '中部' }
/** Platforms as far as telling somebody alone goes. */
const platforms = ['slack', 'discord'].map(
  (platform): Reachable => ({
    platform,
    directly: ({ space, user }) => ({ platform, space, channel: user }),
  }),
)

/** A house in which people talk about trainings: the real skill behind the real router, on a real file. */
export async function trainingPeople(
  trainings: readonly Partial<Training>[] = [{}],
): Promise<TrainingPeople> {
  let made: OrganizingParts | undefined
  const people = await housePeople((store, clock) => {
    made = {
      ...store,
      ...makeListening(store, () => platforms),
      clock,
      workdays: () => workdays,
      regionOf: (province) => regions[province],
      newId: () => 'abcd1234',
      pastTrainings: () => [],
    }
    return [makeTrainingsSkill(made)]
  })
  if (!made) throw new Error('the skill was not made')
  const parts = made
  for (const it of trainings) await people.store.trainings.create({ ...course, ...it }, operator)
  const composers = { ...makeTrainingComposers(parts), ...makeAnnouncementComposers(parts) }
  return {
    ...people,
    parts,
    async waiting() {
      const rows = await people.store.outbox.list({ state: 'waiting' })
      return Promise.all(
        rows.map(async (row) => {
          const composed = await composers[row.kind]?.(row)
          const text = !composed
            ? ''
            : 'cancelled' in composed
              ? `不发：${composed.cancelled}`
              : plainText(composed)
          return { to: row.to.channel, kind: row.kind, text, row }
        }),
      )
    },
  }
}

const workdays = makeWorkdays()
