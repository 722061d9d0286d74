import type { Locale } from '../../../core/locale.ts'
import { giving, type Party, type Profile, seeking } from '../../../core/profile.ts'
import type { Taxonomy } from '../fitting/taxonomy.ts'
import { type Attributes, element, faint, fieldColours, ink, legend, picture, textAt } from './svg.ts'
import { drawingWords } from './words.ts'

/** Where each province roughly lies, as column and row of a grid. A diagram: it draws no border. */
const tiles: readonly (readonly [province: string, column: number, row: number])[] = [
  ['黑龙江', 8, 0],
  ['内蒙古', 5, 1],
  ['辽宁', 7, 1],
  ['吉林', 8, 1],
  ['新疆', 0, 2],
  ['青海', 1, 2],
  ['甘肃', 2, 2],
  ['宁夏', 3, 2],
  ['山西', 4, 2],
  ['河北', 5, 2],
  ['北京', 6, 2],
  ['天津', 7, 2],
  ['西藏', 1, 3],
  ['四川', 2, 3],
  ['陕西', 3, 3],
  ['河南', 4, 3],
  ['山东', 5, 3],
  ['江苏', 6, 3],
  ['云南', 2, 4],
  ['重庆', 3, 4],
  ['湖北', 4, 4],
  ['安徽', 5, 4],
  ['浙江', 6, 4],
  ['上海', 7, 4],
  ['贵州', 3, 5],
  ['湖南', 4, 5],
  ['江西', 5, 5],
  ['福建', 6, 5],
  ['广西', 3, 6],
  ['广东', 4, 6],
  ['台湾', 7, 6],
  ['海南', 3, 7],
  ['澳门', 4, 7],
  ['香港', 5, 7],
]

const [TILE, GAP, LEFT, HEAD, BAR] = [104, 8, 36, 100, 22]
const fieldIds = Object.keys(fieldColours)

/** How many of each top field, offers and needs apart. */
interface Counts {
  readonly offers: Map<string, number>
  readonly needs: Map<string, number>
}

/**
 * Needs and offers by province and field, as a grid of tiles. A profile counts once, by its first field; those whose
 * owner has no province (the office) are not shown. @returns an SVG document
 */
export function drawTileMap(
  profiles: readonly Profile[],
  partyOf: (owner: string) => Party | undefined,
  taxonomy: Taxonomy,
  locale: Locale = 'zh-CN',
): string {
  const words = drawingWords[locale]
  const counts = countsOf(profiles, partyOf, taxonomy)
  const all = [...counts.values()]
  const most = Math.max(1, ...all.flatMap((it) => [...it.offers.values(), ...it.needs.values()]))
  const total = (of: keyof Counts) =>
    all.reduce((sum, it) => sum + [...it[of].values()].reduce((total, count) => total + count, 0), 0)
  const width = 2 * LEFT + 9 * (TILE + GAP) - GAP
  const height = HEAD + 8 * (TILE + GAP) + 56
  const colours = fieldIds.map((id) => ({ name: words.fields[id] ?? id, colour: fieldColours[id] ?? faint }))
  return picture(
    width,
    height,
    words.mapTitle,
    textAt(LEFT, 46, words.mapTitle, { 'font-size': 24, 'font-weight': 700, fill: ink }),
    textAt(LEFT, 72, words.map(total('offers'), total('needs')), { 'font-size': 14, fill: faint }),
    ...tiles.map(([province, column, row]) =>
      tile(province, LEFT + column * (TILE + GAP), HEAD + row * (TILE + GAP), counts.get(province), most),
    ),
    legend(LEFT, height - 30, colours),
    textAt(width - LEFT, height - 30, words.bars, { 'font-size': 13, fill: faint, 'text-anchor': 'end' }),
  )
}

function tile(province: string, x: number, y: number, counts: Counts | undefined, most: number): string {
  const frame = { x, y, width: TILE, height: TILE, rx: 8 }
  if (!counts) {
    return (
      element('rect', { ...frame, fill: '#f1f0ec' }) +
      textAt(x + 12, y + 24, province, { 'font-size': 15, fill: '#a5a9ad' })
    )
  }
  const middle = y + 40 + BAR
  const bars = fieldIds.map((field, at) => {
    const left = x + 12 + at * 17
    const colour = fieldColours[field] ?? faint
    const [up, down] = [counts.offers.get(field) ?? 0, counts.needs.get(field) ?? 0]
    const [tall, deep] = [(BAR * up) / most, (BAR * down) / most]
    const number = (count: number, at: number) =>
      textAt(left + 6, at, String(count), { 'font-size': 10, 'text-anchor': 'middle', fill: colour })
    const hollow = { fill: '#ffffff', stroke: colour, 'stroke-width': 1.5 }
    return [
      up > 0 ? bar(left, middle - tall, 12, tall, { fill: colour }) + number(up, middle - tall - 4) : '',
      down > 0
        ? bar(left + 0.75, middle + 2.75, 10.5, Math.max(2, deep - 1.5), hollow) +
          number(down, middle + deep + 13)
        : '',
    ].join('')
  })
  return (
    element('rect', { ...frame, fill: '#ffffff', stroke: '#dddad2' }) +
    textAt(x + 12, y + 24, province, { 'font-size': 15, 'font-weight': 600, fill: ink }) +
    element('line', { x1: x + 10, x2: x + TILE - 10, y1: middle + 1, y2: middle + 1, stroke: '#c9c5ba' }) +
    bars.join('')
  )
}

function bar(x: number, y: number, width: number, height: number, style: Attributes): string {
  return element('rect', { x, y, width, height, rx: 2, ...style })
}

function countsOf(
  profiles: readonly Profile[],
  partyOf: (owner: string) => Party | undefined,
  taxonomy: Taxonomy,
): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const { owner, kind, fields } of profiles) {
    const province = partyOf(owner)?.province
    const field = taxonomy.lineOf(fields[0] ?? '').at(-1)
    if (province === undefined || field === undefined) continue
    const its = counts.get(province) ?? { offers: new Map(), needs: new Map() }
    const add = (to: Map<string, number>) => to.set(field, (to.get(field) ?? 0) + 1)
    if (giving.has(kind)) add(its.offers)
    if (seeking.has(kind)) add(its.needs)
    counts.set(province, its)
  }
  return counts
}
