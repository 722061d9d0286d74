import type { LocalDate } from '../../../core/clock.ts'
import { dateIfReal } from '../../../core/local-date.ts'
import { type NamedOrganization, organizationCalled } from '../../../core/organization-names.ts'
import { type Form, type Profile, type Stage, stages, type Visibility } from '../../../core/profile.ts'
import type { Taxonomy } from '../fitting/taxonomy.ts'

/** What of a form could not be understood: the field's name and what was typed. */
export interface Unread {
  readonly field: 'field' | 'setting' | 'form' | 'visits' | 'helps' | 'shown' | 'until'
  readonly typed: string
}

export interface TypedAround {
  readonly taxonomy: Taxonomy
  readonly organizations: readonly NamedOrganization[]
}

/** The profile as a form's fields change it; a field that was left empty stays as it was. Pure. */
export function readTyped(
  before: Profile,
  given: Readonly<Record<string, string>>,
  { taxonomy, organizations }: TypedAround,
): { readonly profile: Profile; readonly unread: readonly Unread[] } {
  const unread: Unread[] = []
  const nodes = (
    field: 'field' | 'setting' | 'form',
    of: 'fields' | 'settings' | 'forms',
    was: readonly string[],
  ) => {
    const typed = given[field]
    if (typed === undefined) return was
    return partsOf(typed).flatMap((part) => {
      const node = [...taxonomy[of].values()].find((it) => [it.id, it.name, it.english].includes(part))
      const ids = node ? [node.id] : [...taxonomy.named(part, of).keys()].slice(0, 1)
      if (ids.length === 0) unread.push({ field, typed: part })
      return ids
    })
  }
  const willing = (field: 'visits' | 'helps') => {
    const typed = given[field]
    const read = typed === undefined ? before[field] : willingTyped(typed)
    if (read === undefined) unread.push({ field, typed: typed ?? '' })
    return read ?? before[field]
  }
  const until = given.until === undefined ? before.validUntil : dateTyped(given.until)
  if (given.until !== undefined && until === undefined) unread.push({ field: 'until', typed: given.until })
  const shown = given.shown === undefined ? undefined : visibilityTyped(given.shown, organizations)
  if (shown && shown.unknown.length > 0) unread.push({ field: 'shown', typed: shown.unknown.join('、') })
  const { shownTo: _shownTo, ...rest } = before
  return {
    unread,
    profile: {
      ...(shown ? rest : before),
      ...(shown && shown.unknown.length === 0 ? shown.visible : {}),
      title: given.title ?? before.title,
      what: given.what ?? before.what,
      fields: unique(nodes('field', 'fields', before.fields)),
      settings: unique(nodes('setting', 'settings', before.settings)),
      stage: stages.includes(given.stage as Stage) ? (given.stage as Stage) : before.stage,
      forms: unique(nodes('form', 'forms', before.forms)) as readonly Form[],
      visits: willing('visits'),
      helps: willing('helps'),
      ...(given.gives === undefined ? {} : { gives: given.gives }),
      ...(given.asks === undefined ? {} : { asks: given.asks }),
      ...(given.open === undefined ? {} : openness(given.open)),
      ...(until === undefined ? {} : { validUntil: until }),
    },
  }
}

/** Of a cell of a sheet, as people fill in a column that is asked with yes or no. */
function willingTyped(typed: string): boolean | undefined {
  const said = typed.trim().toLowerCase()
  if (/^(是|愿意?|可以?|有|√|✓|yes|y|true|1)$/.test(said)) return true
  return /^(否|不愿意?|不可以?|不|无|没有|×|no|n|false|0)$/.test(said) ? false : undefined
}

function openness(typed: string): Pick<Profile, 'visits' | 'helps'> {
  return { visits: typed.includes('visits'), helps: typed.includes('helps') }
}

function visibilityTyped(typed: string, organizations: readonly NamedOrganization[]) {
  const simple: Readonly<Record<string, Visibility>> = {
    全联盟: 'alliance',
    联盟: 'alliance',
    alliance: 'alliance',
    本省: 'province',
    province: 'province', // biome-ignore format: one line
  }
  const known = simple[typed.trim().toLowerCase()]
  if (known) return { visible: { visibility: known }, unknown: [] }
  const names = partsOf(typed)
  const found = names.map((name) => organizationCalled(organizations, name))
  const shownTo = found.flatMap((it) => (it ? [it.id] : []))
  return {
    visible: { visibility: 'named' as const, shownTo },
    unknown: names.filter((_, at) => found[at] === undefined),
  }
}

function dateTyped(typed: string): LocalDate | undefined {
  const [, y, m, d] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed.normalize('NFKC').trim()) ?? []
  return y === undefined ? undefined : dateIfReal(Number(y), Number(m), Number(d))
}

const partsOf = (typed: string) =>
  typed
    .split(/[、，,；;\s]+/)
    .map((it) => it.trim())
    .filter((it) => it !== '')

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]
