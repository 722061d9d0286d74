import { Problem } from '../../core/errors.ts'
import type { Locale } from '../../core/locale.ts'
import type { ZoneFilter, ZoneRegion, ZoneType } from '../../store/zones.ts'
import { provinceOf } from './provinces.ts'
import { words } from './words.ts'

/** The names under which conditions are typed, in the order in which they are shown. */
export const filterNames = ['province', 'region', 'type', 'cohort', 'status', 'founded'] as const

export const choices: Readonly<Record<'region' | 'type' | 'cohort', readonly string[]>> = {
  region: ['东部', '中部', '西部'],
  type: ['县域型', '城区型', '地级市型', '乡镇型'],
  cohort: ['2014验收', '2014新申报', '撤出', '文中提及'],
}

/**
 * Typed options as a filter; provinces by any name (内蒙, 江苏省), lists also as 验收 or 新申报. Unknown options are left out.
 * @throws Problem where a province, region or type does not exist, or a year is none
 */
export function filterOf(
  typed: Readonly<Record<string, string | number | undefined>>,
  locale: Locale = 'zh-CN',
): ZoneFilter {
  const value = (name: (typeof filterNames)[number]) => typed[name]?.toString().trim() || undefined
  const province = value('province')
  const founded = value('founded')
  const cohort = value('cohort')
  if (province !== undefined && !provinceOf(province)) {
    throw new Problem(words[locale].badProvince(province), words[locale].filterRemedy)
  }
  if (founded !== undefined && !/^\d{4}$/.test(founded)) {
    throw new Problem(words[locale].badYear(founded), words[locale].filterRemedy)
  }
  for (const name of ['region', 'type'] as const) {
    const typedValue = value(name)
    if (typedValue !== undefined && !choices[name].includes(typedValue)) {
      throw new Problem(
        words[locale].badChoice(words[locale].fields[name] ?? name, typedValue),
        words[locale].oneOf(choices[name].join('、')),
      )
    }
  }
  const named = choices.cohort.find((it) => cohort !== undefined && it.endsWith(cohort))
  return {
    ...(province === undefined ? {} : { province: provinceOf(province)?.short ?? province }),
    ...optional('region', value('region') as ZoneRegion | undefined),
    ...optional('type', value('type') as ZoneType | undefined),
    ...optional('cohort', named ?? cohort),
    ...optional('status', value('status')),
    ...(founded === undefined ? {} : { founded: Number(founded) }),
  }
}

/** A filter in words, e.g. 省份=江苏，名单=2014验收. */
export function filterText(filter: ZoneFilter, locale: Locale): string {
  const named = filterNames
    .filter((it) => filter[it] !== undefined)
    .map((it) => `${words[locale].fields[it]}=${filter[it]}`)
  return named.length === 0 ? words[locale].noFilter : named.join(locale === 'en' ? ', ' : '，')
}

function optional<K extends string, V>(key: K, value: V | undefined) {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>
}
