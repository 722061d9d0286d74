import type { Profile } from '../../src/core/profile.ts'

let count = 0

/** A need that everybody may see and of which nothing is known, with what a test says of it; each is another owner's. */
export function profileWith(said: Partial<Profile> & { readonly what: string }): Profile {
  count += 1
  return {
    id: `p${count}`,
    kind: 'need',
    owner: `o${count}`,
    title: said.what.slice(0, 200),
    fields: [],
    settings: [],
    stage: 'pilot',
    forms: [],
    visits: false,
    helps: false,
    visibility: 'alliance',
    state: 'published',
    confirmed: '2015-07-01',
    revision: 1,
    ...said,
  }
}
