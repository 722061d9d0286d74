import { identityOf } from '../../core/identity.ts'
import type { Locale } from '../../core/locale.ts'
import { buttons, privately, reply } from '../../core/reply.ts'
import { actions } from './faces.ts'
import { type Handle, type MemberParts, stampOf } from './parts.ts'
import { words } from './words.ts'

export function makeLanguage({ members, clock }: MemberParts): { readonly language: Handle } {
  return {
    async language(request) {
      const { message, caller, given } = request
      const locale = localeNamed(message.press?.value ?? given.language ?? '')
      if (!locale) {
        const choices = (['zh-CN', 'en'] as const).map((it) => ({
          label: words[it].languageName,
          action: actions.language,
          value: it,
        }))
        return privately(reply(words[caller.locale].language.which, buttons(...choices)))
      }
      await members.speak(identityOf(message), locale, stampOf(request, clock))
      return privately(reply(words[locale].language.done))
    },
  }
}

/** The language that a word names, in either language; undefined where it names none. Pure. */
export function localeNamed(typed: string): Locale | undefined {
  const name = typed.trim().toLowerCase()
  if (/^(zh(-cn)?|中文|简体中文|汉语|chinese)$/.test(name)) return 'zh-CN'
  return /^(en(-us|-gb)?|英文|英语|english)$/.test(name) ? 'en' : undefined
}
