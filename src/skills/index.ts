import type { Skill } from '../core/skill.ts'
import { type AskParts, makeAsk } from './ask/skill.ts'
import { type CalendarParts, makeCalendar } from './deadlines/calendar-face.ts'
import { makeHelp } from './help/skill.ts'
import type { MemberParts } from './members/parts.ts'
import { makeMembers } from './members/skill.ts'
import { type ZonesSkillParts, zonesSkill } from './zones/skill.ts'

export type SkillParts = AskParts & CalendarParts & MemberParts & ZonesSkillParts

/** The skills of the house. Their order is precedence: on a tie the first one takes a message. */
export function makeSkills(parts: SkillParts): readonly Skill[] {
  const skills: Skill[] = [
    makeAsk(parts),
    zonesSkill(parts),
    makeCalendar(parts),
    makeMembers(parts),
    makeHelp(() => skills),
  ]
  return skills
}
