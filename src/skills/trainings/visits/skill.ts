import { type Handle, readRequest } from '../../../core/request.ts'
import { isMine, type Skill } from '../../../core/skill.ts'
import { makeArranging } from './arranging.ts'
import { makeEnding } from './ending.ts'
import { actions, askForm, commands, forms } from './faces.ts'
import { makeOffering } from './offering.ts'
import type { VisitParts } from './parts.ts'
import { makeSaying } from './saying.ts'
import { makeShowing } from './showing.ts'
import { readSpokenVisit } from './spoken.ts'
import { visitWords } from './words.ts'

/** Visits between zones (互访、跟岗): one offers, another asks, both agree on the days, and tell what came of it. */
export function makeVisitsSkill(parts: VisitParts): Skill {
  const showing = makeShowing(parts)
  const handles: Readonly<Record<string, Handle>> = {
    ...showing,
    ...makeOffering(parts),
    ...makeArranging(parts),
    ...makeEnding(parts),
  }
  const saying = makeSaying(parts, showing)

  const skill: Skill = {
    name: 'visits',
    summary: visitWords['zh-CN'].summary,
    examples: visitWords['zh-CN'].examples,
    commands,
    forms: Object.values(forms),
    async formFor(name, value) {
      if (name !== actions.ask) return undefined
      const hosting = await parts.visits.find(value)
      return hosting && askForm(hosting.offer, parts.clock.now())
    },
    match: (message) => {
      if (isMine(skill, message)) return 1
      if (message.command || message.press || message.form) return 0
      // Surer than trainings, whose 交流 and 报名 a sentence about a visit may hold, too.
      return readSpokenVisit(message.text) ? 0.92 : 0
    },
    async handle(message, caller) {
      const { verb, given, value } = readRequest(message)
      const request = { message, caller, given, value }
      if (verb === undefined) {
        const spoken = readSpokenVisit(message.text)
        return spoken && saying(spoken, request)
      }
      const handle = Object.hasOwn(handles, verb) ? handles[verb] : undefined
      return handle?.(request)
    },
  }
  return skill
}
