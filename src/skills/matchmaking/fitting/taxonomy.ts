import { Problem } from '../../../core/errors.ts'
import { longestNames } from '../../../core/longest-names.ts'
import { words } from './words.ts'

/** A field of work, or a setting or form, of data/alliance/taxonomy.txt. */
export interface Node {
  readonly id: string
  readonly name: string
  readonly english: string
  readonly synonyms: readonly string[]
  readonly parent?: string
  /** Whether ways of doing it depend on climate and setting. */
  readonly bound: boolean
  /** 0 for the five fields of the work points of 2014 (六.1). */
  readonly depth: number
}

export interface Taxonomy {
  readonly fields: ReadonlyMap<string, Node>
  readonly settings: ReadonlyMap<string, Node>
  readonly forms: ReadonlyMap<string, Node>
  /** The field and what it belongs to, the top one last. */
  lineOf(field: string): readonly string[]
  /** How near two fields are: 1 the same, 0 nothing in common. */
  nearness(one: string, other: string): number
  /** Which fields, settings and forms a text names, by their names and synonyms: each with how often. */
  named(text: string, of: 'fields' | 'settings' | 'forms'): ReadonlyMap<string, number>
  /** Each place of a text that names one, in their order: the longest name there, and whose it is. */
  mentions(text: string, of: 'fields' | 'settings' | 'forms'): readonly Mention[]
  /** The words of a text that name a field, in the order in which they stand there. */
  wordsNaming(field: string, text: string): readonly string[]
}

export type Mention = readonly [id: string, name: string]

/** One belongs to the other, at one or more steps; both belong to the same, by how deep that lies. */
const NEAR = { parent: 0.5, ancestor: 0.2, siblings: [0, 0.1, 0.3] }

/**
 * Reads the file; its own head explains the lines.
 * @throws Problem with the line's number where a line cannot be understood or an id stands twice
 */
export function readTaxonomy(text: string): Taxonomy {
  const sections = sectionsOf(text)
  const nameable = {
    fields: nameFinder(sections.fields),
    settings: nameFinder(sections.settings),
    forms: nameFinder(sections.forms),
  }
  const lines = new Map([...sections.fields.keys()].map((id) => [id, lineFrom(id, sections.fields)] as const))
  const lineOf = (field: string) => lines.get(field) ?? []
  const near = nearnesses(lines)
  return {
    ...sections,
    lineOf,
    nearness: (one, other) => (one === other ? 1 : (near.get(one)?.get(other) ?? 0)),
    named: (said, of) => countsOf(nameable[of](said)),
    mentions: (said, of) => nameable[of](said),
    wordsNaming: (field, said) => nameable.fields(said).flatMap(([id, name]) => (id === field ? [name] : [])),
  }
}

/** All that are above nothing, worked out once: a suggestion asks thousands of times. */
function nearnesses(
  lines: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const nearness = (a: readonly string[], b: readonly string[]) => {
    const steps = Math.max(a.indexOf(b[0] ?? ''), b.indexOf(a[0] ?? ''))
    if (steps > 0) return steps === 1 ? NEAR.parent : NEAR.ancestor
    const shared = a.find((it) => b.includes(it))
    return shared === undefined ? 0 : (NEAR.siblings[(lines.get(shared)?.length ?? 0) - 1] ?? 0)
  }
  const rows = [...lines].map(([one, a]) => {
    const row = [...lines].map(([other, b]) => [other, nearness(a, b)] as const)
    return [one, new Map(row.filter(([, it]) => it > 0))] as const
  })
  return new Map(rows)
}

const headings: Readonly<Record<string, 'settings' | 'forms'>> = { '[场景]': 'settings', '[方式]': 'forms' }

function sectionsOf(text: string) {
  const sections = {
    fields: new Map<string, Node>(),
    settings: new Map<string, Node>(),
    forms: new Map<string, Node>(),
  }
  let into: keyof typeof sections = 'fields'
  const above: string[] = []
  for (const [at, line] of text.split('\n').entries()) {
    const bare = line.replace(/#.*/, '').trimEnd()
    if (bare === '') continue
    const heading = headings[bare.trim()]
    if (heading) {
      into = heading
      continue
    }
    const [id = '', name = '', english = '', synonyms = '', place = ''] = bare
      .split('|')
      .map((it) => it.trim())
    const indent = bare.length - bare.trimStart().length
    const depth = into === 'fields' ? indent / 2 : 0
    if (!/^[a-z][a-z0-9-]*$/.test(id) || name === '' || !Number.isInteger(depth) || depth > above.length) {
      throw new Problem(words.badTaxonomyLine(at + 1, line.trim()), words.badTaxonomyRemedy)
    }
    if (sections[into].has(id)) throw new Problem(words.twiceInTaxonomy(at + 1, id), words.badTaxonomyRemedy)
    above.length = depth
    const parent = into === 'fields' ? above[depth - 1] : undefined
    above.push(id)
    const items = synonyms.split(/[,，、]/).map((it) => it.trim())
    sections[into].set(id, {
      id,
      name,
      english,
      synonyms: items.filter((it) => it !== ''),
      depth,
      bound: place === '因地' || (place !== '通用' && sections.fields.get(parent ?? '')?.bound === true),
      ...(parent === undefined ? {} : { parent }),
    })
  }
  return sections
}

function lineFrom(id: string, fields: ReadonlyMap<string, Node>): readonly string[] {
  const line: string[] = []
  for (let at: string | undefined = id; at !== undefined; at = fields.get(at)?.parent) line.push(at)
  return line
}

type Finder = (text: string) => readonly Mention[]

/** The names that a text says, each with whose it is; of two that have one name, the first. */
function nameFinder(nodes: ReadonlyMap<string, Node>): Finder {
  const owner = new Map<string, string>()
  for (const { id, name, synonyms } of nodes.values()) {
    for (const said of [name, ...synonyms]) if (!owner.has(said)) owner.set(said, id)
  }
  const namesIn = longestNames(owner.keys())
  return (text) => namesIn(text).map((name) => [owner.get(name) ?? '', name])
}

function countsOf(found: ReturnType<Finder>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [id] of found) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
