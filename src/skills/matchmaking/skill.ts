import type { Message } from '../../core/message.ts'
import { organizationsSuggested } from '../../core/organization-names.ts'
import { readRequest } from '../../core/request.ts'
import { isMine, type Skill } from '../../core/skill.ts'
import { makeExchange } from './exchange/face.ts'
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
  const handles: Readonly<Record<string, Handle>> = {
    ...listing.handles,
    ...makeSuggesting(matching),
    ...makeExchange(matching),
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
    match: (message) => (isMine(skill, message) ? 1 : wishIn(message) ? 0.7 : 0),
    async handle(message, caller) {
      const spoken = wishIn(message)
      const { verb, given, value } = read(message)
      const request = { message, caller, given, value }
      if (spoken) {
        // Whoever is no member has no need to publish, but may well have a question.
        return caller.organization
          ? listing.spoken(request, spoken)
          : parts.askPolicy(message.text, message, caller)
      }
      const handle = Object.hasOwn(handles, verb) ? handles[verb] : undefined
      return handle?.(request)
    },
  }
  return skill
}

function wishIn({ text, command, form, press }: Message) {
  return command || form || press ? undefined : spokenWish(text)
}

function read(message: Message) {
  const { verb = '', given, value } = readRequest(message)
  return { verb: message.command ? viewOf(verb, given.view) : verb, given, value }
}

/** `/alliance match` shows one of several things; the other commands are named as what they do. */
function viewOf(command: string, view: string | undefined): string {
  return command === 'match' ? (views.find((it): it is View => it === view) ?? 'partners') : command
}
