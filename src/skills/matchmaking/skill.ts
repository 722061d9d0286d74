import type { Message } from '../../core/message.ts'
import { organizationsSuggested } from '../../core/organization-names.ts'
import { readRequest } from '../../core/request.ts'
import { isMine, type Skill } from '../../core/skill.ts'
import { makeExchange } from './exchange/face.ts'
import { makePreferring } from './exchange/preference-face.ts'
import { spokenPreference } from './exchange/spoken-preference.ts'
import { actions, commandsWith, type View, views } from './faces.ts'
import { forms } from './forms.ts'
import { makeIntroducing } from './introducing/face.ts'
import { makeListing } from './listing/face.ts'
import { saidForm } from './listing/said-form.ts'
import { spokenWish } from './listing/spoken.ts'
import { matchLookups } from './lookups.ts'
import type { Handle, MatchParts } from './parts.ts'
import { makeSuggesting } from './suggesting/face.ts'
import { makePartners } from './suggesting/partners.ts'
import { makeSettings } from './suggesting/settings.ts'
import { words } from './words.ts'

/** Matchmaking: a need finds the zone that can help, both are asked, and something comes of it. */
export function makeMatchmaking(parts: MatchParts): Skill {
  const listing = makeListing(parts)
  const matching = { ...parts, partners: makePartners(parts) }
  const preferring = makePreferring(matching)
  const handles: Readonly<Record<string, Handle>> = {
    ...listing.handles,
    ...makeSuggesting(matching),
    ...makeExchange(matching),
    ...preferring.handles,
    ...makeIntroducing(parts),
    ...makeSettings(parts),
  }

  const skill: Skill = {
    name: 'matchmaking',
    summary: words['zh-CN'].summary,
    examples: words['zh-CN'].examples,
    commands: commandsWith(async (typed) => organizationsSuggested(await parts.organizations.all(), typed)),
    forms: Object.values(forms),
    formFor: async (name, value) => (name === actions.writeSaid ? saidForm(value) : undefined),
    lookups: matchLookups(matching),
    match: (message) => {
      if (isMine(skill, message)) return 1
      // Surer than trainings, whose 交流 and 来不了 a sentence about an exchange day may hold, too.
      return preferenceIn(message) ? 0.93 : wishIn(message) ? 0.7 : 0
    },
    async handle(message, caller) {
      const preferred = preferenceIn(message)
      const spoken = wishIn(message)
      const { verb, given, value } = read(message)
      const request = { message, caller, given, value }
      // Whoever is no member has no need to publish and no day to come to, but may well have a question.
      if ((preferred || spoken) && !caller.organization) return parts.askPolicy(message.text, message, caller)
      if (preferred === 'timetable') return handles.timetable?.(request)
      if (preferred) return preferring.spoken(request, preferred.clauses)
      if (spoken) return listing.spoken(request, spoken)
      const handle = Object.hasOwn(handles, verb) ? handles[verb] : undefined
      return handle?.(request)
    },
  }
  return skill
}

function wishIn({ text, command, form, press }: Message) {
  return command || form || press ? undefined : spokenWish(text)
}

function preferenceIn({ text, command, form, press }: Message) {
  return command || form || press ? undefined : spokenPreference(text)
}

function read(message: Message) {
  const { verb = '', given, value } = readRequest(message)
  return { verb: message.command ? viewOf(verb, given.view) : verb, given, value }
}

/** `/alliance match` shows one of several things; the other commands are named as what they do. */
function viewOf(command: string, view: string | undefined): string {
  return command === 'match' ? (views.find((it): it is View => it === view) ?? 'partners') : command
}
