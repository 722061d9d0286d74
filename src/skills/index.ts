import { choose } from '../core/router.ts'
import type { Skill } from '../core/skill.ts'
import { type AskParts, makeAsk } from './ask/skill.ts'
import { type CalendarParts, makeCalendar } from './deadlines/calendar/calendar-face.ts'
import type { DeadlineParts } from './deadlines/parts.ts'
import { makeDeadlines } from './deadlines/skill.ts'
import { makeHelp } from './help/skill.ts'
import type { MatchParts } from './matchmaking/parts.ts'
import { makeMatchmaking } from './matchmaking/skill.ts'
import type { MemberParts } from './members/parts.ts'
import { makeMembers } from './members/skill.ts'
import { makeReports, type ReportParts } from './reports/skill.ts'
import type { OrganizingParts } from './trainings/organizing/parts.ts'
import { makeTrainingsSkill } from './trainings/skill.ts'
import type { VisitParts } from './trainings/visits/parts.ts'
import { makeVisitsSkill } from './trainings/visits/skill.ts'
import { type ZonesSkillParts, zonesSkill } from './zones/skill.ts'

export type SkillParts = Omit<AskParts, 'lookups'> &
  CalendarParts &
  MemberParts &
  ZonesSkillParts &
  Omit<DeadlineParts, 'askPolicy' | 'askAnybody'> &
  Omit<MatchParts, 'askPolicy'> &
  OrganizingParts &
  ReportParts &
  VisitParts

/** The skills of the house. Their order is precedence: on a tie the first one takes a message. */
export function makeSkills(parts: SkillParts): readonly Skill[] {
  const lookups = () => skills.flatMap((it) => it.lookups ?? [])
  const ask = makeAsk({ ...parts, lookups })
  const askPolicy: DeadlineParts['askPolicy'] = (
    question,
    { press: _press, form: _form, ...message },
    caller,
  ) => ask.handle({ ...message, text: question }, caller)
  const skills: Skill[] = [
    ask,
    zonesSkill(parts),
    makeMembers(parts),
    makeDeadlines({
      ...parts,
      askPolicy,
      askAnybody: async (message, caller) => choose(skills, message)?.handle(message, caller),
    }),
    makeTrainingsSkill(parts),
    makeVisitsSkill(parts),
    makeMatchmaking({ ...parts, askPolicy }),
    makeReports(parts),
    makeCalendar(parts),
    makeHelp(() => skills),
  ]
  return skills
}
