import { randomUUID } from 'node:crypto'
import type { Clock } from '../core/clock.ts'
import { Problem } from '../core/errors.ts'
import type { Skill } from '../core/skill.ts'
import type { Answerer } from '../skills/ask/answer/answer.ts'
import type { Wording } from '../skills/ask/model/word-answer.ts'
import type { AskParts } from '../skills/ask/skill.ts'
import { ownDeadlines } from '../skills/deadlines/own-deadlines.ts'
import type { DeadlineParts } from '../skills/deadlines/parts.ts'
import { makeSkills } from '../skills/index.ts'
import type { MatchParts } from '../skills/matchmaking/parts.ts'
import type { OrganizingParts } from '../skills/trainings/organizing/parts.ts'
import type { TrainingParts } from '../skills/trainings/parts.ts'
import { provinces } from '../skills/zones/provinces.ts'
import type { Store } from '../store/index.ts'
import type { Answering } from './answering.ts'
import type { Listening } from './ears.ts'
import { planDayAside } from './plan-day.ts'

export interface SkillDependencies {
  readonly clock: Clock
  readonly store: Store
  readonly answering: Pick<Answering, 'learner'>
  readonly answerer: Answerer
  readonly wording?: Wording
  /** The public base URL of calendar feeds, where they are served. */
  readonly calendarUrl?: string
  readonly listening: Listening
  readonly workdays: DeadlineParts['workdays']
  readonly alliance: MatchParts['alliance']
  readonly pastTrainings: TrainingParts['pastTrainings']
  readonly readFile: OrganizingParts['readFile']
  readonly readThread?: AskParts['readThread']
}

/** Creates the skills, each with the dependencies it needs. */
export function skillsOf({
  clock,
  store,
  answering,
  answerer,
  wording,
  calendarUrl,
  listening,
  workdays,
  alliance,
  pastTrainings,
  readFile,
  readThread,
}: SkillDependencies): readonly Skill[] {
  return makeSkills({
    ...deadlineParts({ clock, store, listening, workdays }),
    ...store,
    clock,
    alliance,
    planDay: planDayAside,
    pastTrainings,
    readFile,
    ...(readThread ? { readThread } : {}),
    answerer,
    ...(wording ? { wording } : {}),
    ...(calendarUrl === undefined ? {} : { calendarUrl }),
    ownDeadlines: (caller, citations, alone) => ownDeadlines(caller, citations, alone, { ...store, clock }),
    resolve: async (cites) => {
      const places = await Promise.all(cites.map((it) => answering.learner.placesOf(it)))
      const missing = cites.filter((_, at) => places[at]?.length === 0)
      if (missing.length > 0) {
        throw new Problem(
          `没有找到出处「${missing.join('」「')}」，答复没有保存。`,
          '请写成「文件标题 第N条」，或「文件名 「原文」」。',
        )
      }
      return places.flat().map(({ passageId, quote = '' }) => ({ passageId, quote }))
    },
  })
}

/** The deadlines skill's dependencies, in the chat and on the command line. */
export function deadlineParts({
  clock,
  store,
  listening,
  workdays,
}: Pick<SkillDependencies, 'clock' | 'store' | 'listening' | 'workdays'>): Omit<
  DeadlineParts,
  'askPolicy' | 'askAnybody'
> {
  return {
    ...store,
    ...listening,
    clock,
    newId: randomUUID,
    workdays,
    regionOf: (province) => provinces.find((it) => it.short === province)?.region,
  }
}
