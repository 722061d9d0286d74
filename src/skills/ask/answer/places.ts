import { makeNameFinder } from '../search/standing-names.ts'

/** A place that a question or a passage can be about: a province, or a zone with the province it lies in. */
export interface Place {
  readonly name: string
  readonly aliases: readonly string[]
  /** Short name of the province; a province's own name for a province. */
  readonly province: string
}

/** The 31 provinces by their short names, with the forms in which people write them. */
export const provinces: readonly Place[] = [
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾',
]
  .flatMap((names) => names.split(' '))
  .map((name) => ({ name, aliases: [name], province: name }))
  .concat([
    { name: '内蒙古', aliases: ['内蒙古', '内蒙'], province: '内蒙古' },
    { name: '广西', aliases: ['广西'], province: '广西' },
    { name: '西藏', aliases: ['西藏'], province: '西藏' },
    { name: '宁夏', aliases: ['宁夏'], province: '宁夏' },
    { name: '新疆', aliases: ['新疆'], province: '新疆' },
  ])

/** The zones of the register as places, called by their short names. */
export function placesOfZones(
  zones: readonly {
    readonly name: string
    readonly short: string
    readonly aliases: readonly string[]
    readonly province: string
  }[],
): Place[] {
  return zones.map(({ name, short, aliases, province }) => ({
    name: short,
    aliases: [...new Set([name, short, ...aliases])],
    province,
  }))
}

/** Every name by which a place is called, longest first. */
export function placeNames(zones: readonly Place[]): string[] {
  const names = [...provinces, ...zones].flatMap((place) => place.aliases)
  return [...new Set(names)].sort((one, other) => other.length - one.length)
}

/** Finds the places that a text names; made once from the gazetteer, longest names first. */
export function makePlaceFinder(zones: readonly Place[]): (text: string) => Place[] {
  const named = [...provinces, ...zones]
    .flatMap((place) => place.aliases.map((alias) => ({ alias, place })))
    .sort((a, b) => b.alias.length - a.alias.length)
    .map((it, order) => ({ ...it, order }))
  const byAlias = new Map<string, (typeof named)[number][]>()
  for (const it of named) byAlias.set(it.alias, [...(byAlias.get(it.alias) ?? []), it])
  const aliasesIn = makeNameFinder(byAlias.keys())
  /** The names that stand anywhere in a text, in the order of the list. */
  const standingIn = (text: string) =>
    [...aliasesIn(text)].flatMap((it) => byAlias.get(it) ?? []).sort((a, b) => a.order - b.order)
  return (text) => {
    const found = new Set<Place>()
    let rest = text
    for (const { alias, place } of standingIn(text)) {
      if (!rest.includes(alias)) continue
      found.add(place)
      // A name inside a longer one (海南 in 海南藏族自治州) is not named by itself.
      rest = rest.replaceAll(alias, '＊')
    }
    return [...found].sort((a, b) => placeAt(text, a) - placeAt(text, b))
  }
}

/** True where the two can be meant together: the same place, or one is the province of the other. */
export function overlaps(a: Place, b: Place): boolean {
  return a.name === b.name || a.name === b.province || b.name === a.province
}

/** Without the provinces of zones that are named, too: 贵州省毕节市 speaks of 毕节 and not of all of 贵州. */
export function specificOf(places: readonly Place[]): Place[] {
  return places.filter(
    (place) =>
      place.name !== place.province ||
      !places.some((other) => other.name !== place.name && other.province === place.name),
  )
}

function placeAt(text: string, place: Place): number {
  return Math.min(...place.aliases.map((alias) => text.indexOf(alias)).filter((at) => at >= 0))
}
