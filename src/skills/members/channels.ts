import type { Organization } from '../../core/caller.ts'
import type { Locale } from '../../core/locale.ts'
import { ensureMay } from '../../core/may.ts'
import { buttons, note, privately, reply } from '../../core/reply.ts'
import type { Answers, Binding, Purpose } from '../../store/bindings.ts'
import { forms } from './faces.ts'
import { type Handle, type MemberParts, organizationTyped, problem, type Request, stampOf } from './parts.ts'
import { words } from './words.ts'

export function makeChannels({ organizations, bindings, clock }: MemberParts): {
  readonly [verb in 'bind' | 'unbind']: Handle
} {
  return {
    async bind(request) {
      const { message, caller } = request
      const say = words[caller.locale]
      if (message.addressed === 'direct') throw problem(say.problems.notInPrivate())
      if (caller.role === 'guest') throw problem(say.problems.guestBinds())
      const { platform, space, channel } = message.from
      const before = await bindings.find({ platform, space, channel })
      const asked = readBinding(request.given)
      if (asked.organization === undefined && !asked.purpose && !asked.answers) {
        const button = { label: say.bind.button, action: 'members.bind', value: '', opens: forms.bind.name }
        const now = before
          ? say.bind.now(targetOf(before, caller.locale), say.answers[before.answers])
          : say.bind.free
        return privately(reply(now, buttons(button)))
      }
      const organization = await organizationFor(request, asked)
      ensureMay(caller, 'channel.bind', organization ? { organization } : {})
      if (before) ensureMay(caller, 'channel.bind', subjectOf(before))
      const binding: Binding = {
        channel: { platform, space, channel },
        answers: asked.answers ?? before?.answers ?? 'mention',
        ...(organization ? { organization } : {}),
        ...(asked.purpose ? { purpose: asked.purpose } : {}),
      }
      await bindings.bind(binding, stampOf(request, clock))
      const done = say.bind.done(targetOf(binding, caller.locale), say.answers[binding.answers])
      // Not private: everybody in the channel shall know what it is for and when the bot speaks.
      return before ? reply(done, note(say.bind.instead(targetOf(before, caller.locale)))) : reply(done)
    },

    async unbind(request) {
      const { message, caller } = request
      const say = words[caller.locale]
      const { platform, space, channel } = message.from
      const before = await bindings.find({ platform, space, channel })
      if (!before) throw problem(say.problems.notBound())
      ensureMay(caller, 'channel.bind', subjectOf(before))
      await bindings.unbind({ platform, space, channel }, stampOf(request, clock))
      return reply(say.bind.undone)
    },
  }

  /**
   * The organization named; else, where only the way of answering is asked for, the one bound already; else one's own.
   * Of the office, a purpose alone is the whole alliance's.
   */
  async function organizationFor(
    { caller, message }: Request,
    asked: Asked,
  ): Promise<Organization | undefined> {
    if (asked.organization !== undefined)
      return organizationTyped(await organizations.all(), asked.organization, caller.locale)
    const bound = asked.purpose ? undefined : await bindings.find(message.from)
    if (bound?.organization) return bound.organization
    return asked.purpose && caller.role === 'office' ? undefined : caller.organization
  }
}

export interface Asked {
  readonly organization?: string
  readonly purpose?: Purpose
  readonly answers?: Answers
}

const purposeWords: Readonly<Record<string, Purpose>> = {
  questions: 'questions',
  提问: 'questions',
  问答: 'questions',
  notices: 'notices',
  通知: 'notices',
  trainings: 'trainings',
  培训: 'trainings',
  alliance: 'alliance',
  联盟: 'alliance',
}

const answerWords: Readonly<Record<string, Answers>> = {
  mention: 'mention',
  提及: 'mention',
  every: 'every',
  每问必答: 'every',
  全部问题: 'every',
}

/** What a person wants bound: a purpose or a way of answering is understood wherever it stands. Pure. */
export function readBinding(given: Readonly<Record<string, string>>): Asked {
  const typed = ['organization', 'purpose', 'answers'].flatMap((name) => (given[name] ?? '').split(/\s+/))
  const purpose = typed.map((it) => purposeWords[it.toLowerCase()]).find((it) => it !== undefined)
  const answers = typed.map((it) => answerWords[it.toLowerCase()]).find((it) => it !== undefined)
  const rest = typed
    .filter((it) => it !== '' && !purposeWords[it.toLowerCase()] && !answerWords[it.toLowerCase()])
    .join(' ')
  return {
    ...(rest === '' ? {} : { organization: rest }),
    ...(purpose ? { purpose } : {}),
    ...(answers ? { answers } : {}),
  }
}

function subjectOf({ organization }: Binding): { organization?: Organization } {
  return organization ? { organization } : {}
}

function targetOf({ organization, purpose }: Binding, locale: Locale): string {
  return [organization?.name, purpose && words[locale].purposes[purpose]]
    .filter((it) => it !== undefined)
    .join(' · ')
}
