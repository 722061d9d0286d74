import type { LocalDate } from '../../../core/clock.ts'
import { addMonths } from '../../../core/local-date.ts'
import type { Form, Profile, ProfileKind } from '../../../core/profile.ts'
import type { Taxonomy } from '../fitting/taxonomy.ts'

/** What holds for a year is asked about, then archived. */
const VALID_MONTHS = 12
/** More fields than that say nothing. */
const MOST_FIELDS = 3

export interface DraftOf {
  readonly id: string
  readonly kind: ProfileKind
  readonly owner: string
  readonly title: string
  readonly what: string
  readonly today: LocalDate
}

/** A profile that its owner has yet to confirm; field, setting and forms are read out of the words. Pure. */
export function draftOf({ today, ...said }: DraftOf, taxonomy: Taxonomy): Profile {
  return withRead(
    {
      ...said,
      fields: [],
      settings: [],
      stage: said.kind === 'need' ? 'pilot' : 'proven',
      forms: [],
      visits: false,
      helps: false,
      visibility: 'alliance',
      state: 'draft',
      confirmed: today,
      validUntil: addMonths(today, VALID_MONTHS),
      revision: 0,
    },
    taxonomy,
  )
}

/** The same with what its words name, where its owner has ticked nothing. Pure. */
export function withRead(profile: Profile, taxonomy: Taxonomy): Profile {
  const text = `${profile.title}\n${profile.what}`
  const named = (of: 'fields' | 'settings' | 'forms') =>
    [...taxonomy.named(text, of)].sort((a, b) => b[1] - a[1]).map(([id]) => id)
  return {
    ...profile,
    fields:
      profile.fields.length > 0 ? profile.fields : deepest(named('fields'), taxonomy).slice(0, MOST_FIELDS),
    settings: profile.settings.length > 0 ? profile.settings : named('settings'),
    forms: profile.forms.length > 0 ? profile.forms : (named('forms') as Form[]),
  }
}

/** Without those that another of them belongs to: whoever says heavy metals need not say ecology as well. */
function deepest(fields: readonly string[], { lineOf }: Taxonomy): readonly string[] {
  return fields.filter((it) => !fields.some((other) => other !== it && lineOf(other).includes(it)))
}

/** Renewed from that day on for another year. Pure. */
export function renewed(profile: Profile, today: LocalDate): Profile {
  return { ...profile, state: 'published', confirmed: today, validUntil: addMonths(today, VALID_MONTHS) }
}
