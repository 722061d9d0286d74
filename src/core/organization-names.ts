import type { Organization } from './caller.ts'
import type { Catalogue, Locale } from './locale.ts'
import type { Choice } from './reply.ts'
import { problem, type Told } from './request.ts'

/** An organization with the further names that people type. */
export interface NamedOrganization extends Organization {
  readonly alsoCalled: readonly string[]
}

/** As many as any platform shows while somebody types; those beyond are found by typing on. */
const mostSuggested = 20
/** As many as a sentence can name. */
const mostNamed = 8

/**
 * The organizations that a typed name can mean: by id or exact name, else by a part of the name of at least two
 * characters. Pure.
 */
export function organizationsNamed<T extends NamedOrganization>(
  all: readonly T[],
  typed: string,
): readonly T[] {
  const name = typed.trim()
  const exact = all.filter((it) => it.id === name || namesOf(it).includes(name))
  if (exact.length > 0 || name.length < 2) return exact
  return all.filter((it) => isCalled(it, name))
}

/** The organization of this id or whole name, as a file names it. Pure. */
export function organizationCalled<T extends NamedOrganization>(
  all: readonly T[],
  name: string,
): T | undefined {
  return all.find((it) => it.id === name || namesOf(it).includes(name))
}

/** The one organization that a typed name means. @throws Problem where there is none, or more than one */
export function organizationTyped<T extends NamedOrganization>(
  all: readonly T[],
  typed: string,
  locale: Locale,
): T {
  const say = words[locale]
  const named = organizationsNamed(all, typed)
  const [one, another] = named
  if (!one) throw problem(say.none(typed))
  if (another)
    throw problem(
      say.several(
        typed,
        named.slice(0, mostNamed).map((it) => it.name),
      ),
    )
  return one
}

/** What a platform shows while somebody types the name of an organization. Pure. */
export function organizationsSuggested(all: readonly NamedOrganization[], typed: string): readonly Choice[] {
  return all
    .filter((it) => isCalled(it, typed))
    .slice(0, mostSuggested)
    .map((it) => ({ label: it.name, value: it.id }))
}

function namesOf({ name, alsoCalled }: NamedOrganization): readonly string[] {
  return [name, ...alsoCalled]
}

function isCalled(it: NamedOrganization, part: string): boolean {
  return namesOf(it).some((name) => name.includes(part))
}

interface NameWords {
  none(typed: string): Told
  several(typed: string, names: readonly string[]): Told
}

const words: Catalogue<NameWords> = {
  'zh-CN': {
    none: (typed) => [`没有找到单位「${typed}」。`, '请写登记册里的名称，例如「宜兴市」或「江苏」。'],
    several: (typed, names) => [`「${typed}」可能是：${names.join('、')}。`, '请写全名再试一次。'],
  },
  en: {
    none: (typed) => [`There is no organization "${typed}".`, 'Use a name of the register, e.g. 宜兴市.'],
    several: (typed, names) => [`"${typed}" could be: ${names.join(', ')}.`, 'Please write the full name.'],
  },
}
