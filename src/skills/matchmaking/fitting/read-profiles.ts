import { parse } from 'csv-parse/sync'
import type { LocalDate } from '../../../core/clock.ts'
import { Problem } from '../../../core/errors.ts'
import {
  type Form,
  forms,
  type Profile,
  type ProfileKind,
  profileKinds,
  type Stage,
  stages,
} from '../../../core/profile.ts'
import type { Taxonomy } from './taxonomy.ts'
import { words } from './words.ts'

/**
 * Reads data/alliance/profiles.csv: what documents tell of zones, each row with the words that tell it. What a row says is
 * its quote and nothing else; fields, setting, stage and forms are a reader's, and the owner may change them.
 * @param confirmed the day of the document; nobody has confirmed the row since
 * @throws Problem that names every bad row at once
 */
export function readProfiles(text: string, taxonomy: Taxonomy, confirmed: LocalDate): readonly Profile[] {
  const rows = parse(text, { columns: true, skip_empty_lines: true }) as Record<string, string>[]
  const wrong: string[] = []
  const profiles = rows.map((row, at): Profile => {
    const of = (name: string) => (row[name] ?? '').trim()
    const list = (name: string) =>
      of(name)
        .split(/\s+/)
        .filter((it) => it !== '')
    const known = (name: string, items: readonly string[], ids: (id: string) => boolean) => {
      for (const it of items) if (!ids(it)) wrong.push(words.badProfileCell(at + 2, name, it))
      return items
    }
    const kind = known('kind', [of('kind')], (it) => (profileKinds as readonly string[]).includes(it))[0]
    const stage = known('stage', [of('stage')], (it) => (stages as readonly string[]).includes(it))[0]
    for (const name of ['id', 'owner', 'title', 'file', 'quote']) {
      if (of(name) === '') wrong.push(words.emptyProfileCell(at + 2, name))
    }
    return {
      id: of('id'),
      kind: kind as ProfileKind,
      owner: of('owner'),
      title: of('title'),
      what: of('quote'),
      fields: known('fields', list('fields'), (it) => taxonomy.fields.has(it)),
      settings: known('settings', list('settings'), (it) => taxonomy.settings.has(it)),
      stage: stage as Stage,
      forms: known('forms', list('forms'), (it) =>
        (forms as readonly string[]).includes(it),
      ) as readonly Form[],
      visits: false,
      helps: false,
      visibility: 'alliance',
      state: 'published',
      confirmed,
      source: { file: of('file'), title: of('file'), path: of('path'), quote: of('quote') },
      revision: 1,
    }
  })
  if (wrong.length > 0) throw new Problem(words.badProfiles(wrong), words.badProfilesRemedy)
  return profiles
}
