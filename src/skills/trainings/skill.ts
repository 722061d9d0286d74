import { type Handle, readRequest } from '../../core/request.ts'
import { isMine, type Skill } from '../../core/skill.ts'
import { actions, commandsWith, forms } from './faces.ts'
import { trainingLookups } from './lookups.ts'
import { readSignIn } from './organizing/attending.ts'
import { forms as organizersForms, organizingCommands } from './organizing/faces.ts'
import { handsOverNotice, makeHandingOver } from './organizing/handing-over.ts'
import { makeOrganizing, organizingForm } from './organizing/organizing.ts'
import type { OrganizingParts } from './organizing/parts.ts'
import { isNamed } from './parts.ts'
import { makeCertifying } from './registering/certifying.ts'
import { makeFeedback } from './registering/feedback.ts'
import { answersForm, readPart } from './registering/questions.ts'
import { makeRegistering } from './registering/registering.ts'
import { makeSaying } from './registering/saying.ts'
import { makeSwapping } from './registering/swapping.ts'
import { makeShowing } from './showing.ts'
import { readSpoken } from './spoken.ts'
import { words } from './words.ts'

/** Names that a platform shows while somebody types. */
const mostSuggested = 20

/** Trainings and exchanges: what is coming, who comes, and what everybody may do about it. */
export function makeTrainingsSkill(parts: OrganizingParts): Skill {
  const showing = makeShowing(parts)
  const registering = makeRegistering(parts)
  const organizing = makeOrganizing(parts)
  const handles: Readonly<Record<string, Handle>> = {
    ...showing,
    ...registering,
    ...makeSwapping(parts),
    ...makeFeedback(parts),
    ...makeCertifying(parts),
    ...organizing,
  }
  const handedOver = makeHandingOver(parts)
  const saying = makeSaying(parts, { ...showing, ...registering, training: organizing.training })

  const suggest = async (typed: string) =>
    (await parts.trainings.list({ states: ['published', 'held'] }))
      .filter((it) => typed === '' || isNamed(it, typed))
      .slice(0, mostSuggested)
      .map((it) => ({ label: it.title, value: it.id }))

  const skill: Skill = {
    name: 'trainings',
    summary: words['zh-CN'].summary,
    examples: words['zh-CN'].examples,
    commands: [...commandsWith(suggest), ...organizingCommands(suggest)],
    lookups: trainingLookups(parts),
    forms: [...Object.values(forms), ...Object.values(organizersForms)],
    async formFor(name, value) {
      if (name !== actions.answers) return organizingForm(parts, name, value)
      const { id, part } = readPart(value)
      const training = await parts.trainings.find(id)
      return training && answersForm(training, part)
    },
    match: (message) => {
      if (isMine(skill, message)) return 1
      if (message.command || message.press || message.form) return 0
      const ours = handsOverNotice(message) || readSpoken(message.text) || readSignIn(message.text)
      return ours ? 0.9 : 0
    },
    async handle(message, caller) {
      const { verb, given, value } = readRequest(message)
      const request = { message, caller, given, value }
      if (verb === undefined) {
        if (handsOverNotice(message)) return handedOver(request)
        const code = readSignIn(message.text)
        if (code !== undefined) return organizing['sign-in']({ ...request, given: { code } })
        const spoken = readSpoken(message.text)
        return spoken && saying(spoken, request)
      }
      const handle = Object.hasOwn(handles, verb) ? handles[verb] : undefined
      return handle?.(request)
    },
  }
  return skill
}
