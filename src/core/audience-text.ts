import type { Audience } from './duty.ts'
import type { Catalogue, Locale } from './locale.ts'

/** An audience in the words in which it is read. @param nameOf the name of a zone or province by its id. Pure. */
export function audienceText(audience: Audience, locale: Locale, nameOf: (id: string) => string): string {
  const say = words[locale]
  const { of, founded, only, notStatuses = [] } = audience
  const lists = [
    audience.provinces,
    audience.regions,
    audience.types,
    audience.levels,
    audience.cohorts,
    audience.statuses,
  ]
  const parts = [
    ...lists.flatMap((it) => (it === undefined ? [] : [it.join('、')])),
    ...(founded === undefined ? [] : [say.founded(founded.from, founded.until)]),
    ...notStatuses.map((it) => say.without(it)),
    ...(only === undefined ? [] : [only.map(nameOf).join('、')]),
  ]
  // 不含… alone says without whom, and not of whom.
  const whole = of !== 'zones' || parts.length === notStatuses.length
  return [...(whole ? [say[of]] : []), ...parts].join(' ')
}

interface AudienceWords extends Readonly<Record<Audience['of'], string>> {
  founded(from: number | undefined, until: number | undefined): string
  without(status: string): string
}

const words: Catalogue<AudienceWords> = {
  'zh-CN': {
    zones: '全部实验区',
    provinces: '省级部门',
    both: '省级部门和实验区',
    founded: (from, until) => `建区${from ?? ''}-${until ?? ''}`,
    without: (status) => `不含${status}`,
  },
  en: {
    zones: 'all zones',
    provinces: 'provincial departments',
    both: 'provincial departments and zones',
    founded: (from, until) => `founded ${from ?? ''}-${until ?? ''}`,
    without: (status) => `without ${status}`,
  },
}
