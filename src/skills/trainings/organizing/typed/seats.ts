import type { Organization } from '../../../../core/caller.ts'
import { parseChineseNumber } from '../../../../core/numerals.ts'
import type { Register } from '../../../../core/read-audience.ts'
import type { Quota } from '../../../../core/training.ts'

/** `60`, `约70人`, `六十人`: a number of people; undefined where it is none. Pure. */
export function readSeats(typed: string): number | undefined {
  const bare = typed
    .normalize('NFKC')
    .trim()
    .replace(/^(?:约|大约|共)/u, '')
    .replace(/(?:人|名|个|左右|seats?|people)$/iu, '')
    .trim()
  if (/^-?\d{1,12}$/.test(bare)) return Number(bare)
  return parseChineseNumber(bare)
}

export interface QuotasTyped {
  readonly quotas: readonly Quota[]
  /** Parts without a number, or whose name is nobody's. */
  readonly unknown: readonly string[]
  /** Names that more than one organization bears. */
  readonly several: readonly string[]
}

/** `江苏 3；浙江 2；宜兴市 1`: for provinces, and for organizations by name. Pure. */
export function readQuotas(typed: string, { organizations }: Pick<Register, 'organizations'>): QuotasTyped {
  const quotas: Quota[] = []
  const unknown: string[] = []
  const several: string[] = []
  for (const part of typed.normalize('NFKC').split(/[;,、\n]+/u)) {
    const text = part.trim()
    if (text === '') continue
    const { name = '', seats = '' } =
      /^(?<name>.*?\S)\s*[::]?\s*(?<seats>-?\d+)\s*(?:人|名|个)?$/u.exec(text)?.groups ?? {}
    const found = name === '' ? [] : named(organizations, name)
    const [one, another] = found
    if (!one) unknown.push(text)
    else if (another) several.push(text)
    else if (one.kind === 'province' && one.province !== undefined)
      quotas.push({ of: 'province', who: one.province, seats: Number(seats) })
    else quotas.push({ of: 'organization', who: one.id, seats: Number(seats) })
  }
  return { quotas, unknown, several }
}

/** Quotas as {@link readQuotas} reads them. @param nameOf of an organization. Pure. */
export function quotasText(quotas: readonly Quota[], nameOf: (organization: string) => string): string {
  return quotas.map(({ of, who, seats }) => `${of === 'province' ? who : nameOf(who)} ${seats}`).join('；')
}

function named(all: Register['organizations'], name: string): readonly Organization[] {
  const exact = all.filter((it) => it.id === name || it.name === name || it.alsoCalled.includes(name))
  const provinces = all.filter((it) => it.kind === 'province' && (it.province === name || exact.includes(it)))
  if (provinces.length > 0) return provinces
  return exact.length > 0 || name.length < 2 ? exact : all.filter((it) => it.name.includes(name))
}
