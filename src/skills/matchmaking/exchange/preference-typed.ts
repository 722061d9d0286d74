import type { Organization } from '../../../core/caller.ts'
import type { Locale } from '../../../core/locale.ts'
import { longestNames } from '../../../core/longest-names.ts'
import type { NamedOrganization } from '../../../core/organization-names.ts'
import { organizationTyped, problem } from '../parts.ts'
import { preferenceWords } from './preference-words.ts'
import { MOST_ROUNDS, type Wanted } from './preferences.ts'
import { type Clause, inOrder, numbersIn, type SpokenRounds } from './spoken-preference.ts'
import { namesTyped } from './typed.ts'

const nobody = /^(?:无|没有|都没有|都行|都可以|都在|none|nobody|no)[。.]?$/i
const wholeDay = /^(?:全部|全天|整天|都不在|都不来|不来|不参加|来不了|all)[。.]?$/i

/**
 * What was there, as a form changes it: a field that was left empty stays, 无 empties it.
 * @throws Problem that names what cannot be read
 */
export function preferenceTyped(
  before: Wanted,
  given: Readonly<Record<string, string>>,
  organizations: readonly NamedOrganization[],
  locale: Locale,
): Wanted {
  const ids = (of: 'meet' | 'avoid') => {
    const typed = given[of]
    if (typed === undefined) return before[of]
    if (nobody.test(typed.trim())) return []
    return [...new Set(namesTyped(typed).map((it) => organizationTyped(organizations, it, locale).id))]
  }
  const rounds = () => {
    const typed = given.away?.normalize('NFKC').trim()
    if (typed === undefined) return before.away
    if (nobody.test(typed)) return []
    if (wholeDay.test(typed)) return 'all'
    const bare = typed.replace(/不在|来不了|[。.]$/g, '')
    const numbers = numbersIn(bare)
    const understood = /^[\d一二两三四五六七八九十第轮、,和与及至到–—~\-\s]+$/.test(bare)
    if (!understood || numbers.length === 0 || numbers.some((it) => it < 1 || it > MOST_ROUNDS))
      throw problem(preferenceWords[locale].unreadRounds(typed))
    return inOrder(numbers)
  }
  return { meet: ids('meet'), avoid: ids('avoid'), away: rounds() }
}

/** Rounds by number. @param rounds how many there are, where that is known. @throws Problem where it cannot be told without */
export function roundsTold(
  spoken: SpokenRounds,
  rounds: number | undefined,
  locale: Locale,
): readonly number[] | 'all' {
  const last = rounds ?? MOST_ROUNDS
  const range = (from: number) => Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at)
  switch (spoken.kind) {
    case 'all':
      return 'all'
    case 'these':
      return spoken.numbers
    case 'from':
      return range(spoken.first)
    case 'last':
      if (rounds === undefined) throw problem(preferenceWords[locale].lastOfHowMany)
      return range(Math.max(1, rounds - spoken.count + 1))
  }
}

/** Who wishes, and whom they mean. */
export interface Meant {
  readonly subject: NamedOrganization | undefined
  readonly objects: readonly NamedOrganization[]
  /** What stands where a name should, and is none. */
  readonly unknown: readonly string[]
}

/** What is left of a clause beside names and turns of phrase means somebody who is not known. */
const phrases =
  /交流日|我们?|俺们?|咱们?|本[市县区镇]|这边|这里|下[一]?次|这次|本次|能不能|可不可以|能否|可否|优先|特别|千万|麻烦|一下|避免|避开|回避|错开|请勿|不用|不必|不要|不想|不愿意?|不希望|不打算|取消|去掉|撤[回销掉]|可以|希望|最好|安排|见面|碰面|碰头|会面|聊[一]?聊|谈[一]?谈|见[一]?见|认识|对接|交流|同桌|坐?[一]?桌|一块儿?|一起|在[一]?起|再|别|不|想|要|请|把|让|给|帮|排|见|坐|聊|谈|和|跟|与|同|到|在|上|能|吗|了|的|也|还|都|很|们|个|家|单位|同志|实验区|会会/g

/** Pure. @param own the speaker's organization */
export function meantIn(
  clause: Clause,
  organizations: readonly NamedOrganization[],
  own: Organization,
): Meant {
  const byName = new Map(
    organizations.flatMap((it) => [it.name, ...it.alsoCalled].map((name) => [name, it] as const)),
  )
  const names = longestNames([...byName.keys()].filter((it) => it.length >= 2))
  const found: { readonly it: NamedOrganization; readonly at: number }[] = []
  let left = ''
  let from = 0
  for (const name of names(clause.said)) {
    const at = clause.said.indexOf(name, from)
    const it = byName.get(name)
    if (it) found.push({ it, at })
    left += `${clause.said.slice(from, at)}、`
    from = at + name.length
  }
  left += clause.said.slice(from)
  const unknown = left
    .replace(phrases, '、')
    .split(/[、,\s和跟与]+/)
    .filter((it) => /\p{Script=Han}{2,}/u.test(it))
  const self = organizations.find((it) => it.id === own.id)
  const before = found.find(({ at }) => at < clause.at)?.it
  const subject = clause.own
    ? self
    : (before ??
      found.find(({ it }) => it.id === own.id)?.it ??
      (own.kind === 'office' ? found[0]?.it : self))
  const objects = [...new Set(found.map(({ it }) => it))].filter((it) => it.id !== subject?.id)
  return { subject, objects, unknown }
}
