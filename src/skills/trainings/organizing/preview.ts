import type { Subject } from '../../../core/audience.ts'
import type { Ears } from '../../../core/ears.ts'
import type { Locale } from '../../../core/locale.ts'
import { type Block, bold, list, note, paragraph, table } from '../../../core/reply.ts'
import type { Training } from '../../../core/training.ts'
import { hearersOf } from '../announcing/announce.ts'
import { invitedTo } from '../invited.ts'
import { overlap } from './outline.ts'
import { organizingWords } from './words.ts'

/** Names that a sentence holds before it says how many more there are. */
const mostNames = 20

/** Whom a training would reach if it were published now, and what it would meet. */
export interface Reach {
  /** By province, in the order of the register; those without one last. */
  readonly provinces: readonly {
    readonly province: string
    readonly organizations: number
    readonly people: number
  }[]
  /** Organizations that it is for and of which nobody hears. */
  readonly unreachable: readonly string[]
  /** Other trainings on the same days, with how many organizations both are for. */
  readonly clashes: readonly { readonly title: string; readonly days: string; readonly both: number }[]
}

/** Pure. @param others trainings that are published */
export function reachOf(
  training: Training,
  others: readonly Training[],
  subjects: readonly Subject[],
  ears: Ears,
): Reach {
  const invited = invitedTo(training, subjects)
  const hearers = hearersOf(training, subjects, ears)
  const provinces = new Map<string, { organizations: number; people: number }>()
  for (const it of invited) {
    const province = provinceOf(it)
    const known = provinces.get(province) ?? { organizations: 0, people: 0 }
    provinces.set(province, {
      organizations: known.organizations + 1,
      people: known.people + hearers.filter((ear) => ear.organization === it.organization).length,
    })
  }
  const ids = new Set(invited.map((it) => it.organization))
  const clashes = others.flatMap((other) => {
    if (other.id === training.id || other.state !== 'published' || !overlap(training, other)) return []
    const both = invitedTo(other, subjects).filter((it) => ids.has(it.organization)).length
    const { title, starts, ends } = other
    return both === 0 ? [] : [{ title, days: starts === ends ? starts : `${starts} 至 ${ends}`, both }]
  })
  return {
    provinces: [...provinces].map(([province, counts]) => ({ province, ...counts })),
    unreachable: invited.filter((it) => ears.of(it.organization).length === 0).map((it) => it.organization),
    clashes,
  }
}

/** Pure. @param nameOf of an organization */
export function drawReach(
  { provinces, unreachable, clashes }: Reach,
  nameOf: (organization: string) => string,
  locale: Locale,
): readonly Block[] {
  const say = organizingWords[locale].preview
  const sum = (of: 'organizations' | 'people') => provinces.reduce((total, it) => total + it[of], 0)
  const names = unreachable.slice(0, mostNames).map(nameOf)
  return [
    paragraph(bold(say.title)),
    paragraph(say.reaches(sum('organizations'), sum('people'))),
    table(
      say.header,
      provinces.map((it) => [it.province, String(it.organizations), String(it.people)]),
    ),
    ...(unreachable.length === 0
      ? []
      : [note(say.unreachable(unreachable.length, names, unreachable.length - names.length))]),
    ...(clashes.length === 0
      ? []
      : [paragraph(bold(say.clashes)), list(clashes.map((it) => say.clash(it.title, it.days, it.both)))]),
  ]
}

const provinceOf = (it: Subject): string => (it.of === 'zones' ? it.zone.province : it.province)
