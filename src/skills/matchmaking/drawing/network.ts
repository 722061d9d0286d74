import type { Locale } from '../../../core/locale.ts'
import { colourOf, element, faint, fieldColours, ink, legend, picture, textAt, widthOf } from './svg.ts'
import { drawingWords } from './words.ts'

export interface NetworkNode {
  readonly id: string
  readonly name: string
  readonly province?: string
}

/** A meeting that took place. Several of the same two are drawn as one thicker line for each field. */
export interface NetworkMeeting {
  readonly one: string
  readonly other: string
  /** The top field of what they talked about, e.g. `ecology`. */
  readonly field?: string
}

const SIZE = 13
const HEAD = 96
const FOOT = 64

/**
 * Who met whom, about what: everybody on a circle, neighbours of a province side by side, names outwards so that they
 * never overlap, however many there are. @returns an SVG document
 */
export function drawNetwork(
  nodes: readonly NetworkNode[],
  meetings: readonly NetworkMeeting[],
  locale: Locale = 'zh-CN',
): string {
  const words = drawingWords[locale]
  const shown = [...nodes].sort(
    (a, b) =>
      (a.province ?? '~').localeCompare(b.province ?? '~', 'zh-CN') || a.name.localeCompare(b.name, 'zh-CN'),
  )
  // The circle grows with the number of names: each needs the height of a line.
  const radius = Math.max(170, (shown.length * (SIZE + 5)) / (2 * Math.PI))
  const margin = Math.max(60, ...shown.map((it) => widthOf(it.name, SIZE))) + 34
  const width = Math.max(640, 2 * (radius + margin))
  const height = 2 * (radius + margin) + HEAD + FOOT
  const [cx, cy] = [width / 2, HEAD + radius + margin]
  const angles = new Map(shown.map((it, at) => [it.id, (2 * Math.PI * at) / shown.length - Math.PI / 2]))
  const counts = new Map<string, number>()
  for (const { one, other } of meetings) {
    for (const it of [one, other]) counts.set(it, (counts.get(it) ?? 0) + 1)
  }
  const lines = bundled(meetings).map(({ one, other, field, count, shift }) => {
    const [from, to] = [angles.get(one), angles.get(other)]
    if (from === undefined || to === undefined) return ''
    return curve(cx, cy, radius - 10, from + shift, to + shift, {
      stroke: colourOf(field),
      'stroke-width': 1.2 + Math.min(5, count - 1) * 1.1,
      'stroke-opacity': 0.72,
    })
  })
  const dots = shown.map((it) => node(it, angles.get(it.id) ?? 0, counts.get(it.id) ?? 0, cx, cy, radius))
  const colours = Object.entries(fieldColours).map(([id, colour]) => ({
    name: words.fields[id] ?? id,
    colour,
  }))
  return picture(
    width,
    height,
    words.networkTitle,
    textAt(36, 46, words.networkTitle, { 'font-size': 24, 'font-weight': 700, fill: ink }),
    textAt(36, 72, meetings.length === 0 ? words.empty : words.network(meetings.length, shown.length), {
      'font-size': 14,
      fill: faint,
    }),
    element('g', { fill: 'none', 'stroke-linecap': 'round' }, ...lines, ''),
    ...dots,
    legend(36, height - 28, colours),
  )
}

interface Bundle extends NetworkMeeting {
  readonly count: number
  /** Radians by which it is moved aside, so that two lines between the same two are both seen. */
  readonly shift: number
}

function bundled(meetings: readonly NetworkMeeting[]): readonly Bundle[] {
  const bundles = new Map<string, NetworkMeeting & { count: number }>()
  const lines = new Map<string, string[]>()
  for (const it of meetings) {
    const pair = [it.one, it.other].sort().join('\n')
    const key = `${pair}\n${it.field ?? ''}`
    const bundle = bundles.get(key)
    if (bundle) bundle.count += 1
    else {
      bundles.set(key, { ...it, count: 1 })
      lines.set(pair, [...(lines.get(pair) ?? []), key])
    }
  }
  return [...bundles].map(([key, it]) => {
    const its = lines.get([it.one, it.other].sort().join('\n')) ?? []
    return { ...it, shift: (its.indexOf(key) - (its.length - 1) / 2) * 0.02 }
  })
}

/** From rim to rim, bent towards the middle. */
function curve(
  cx: number,
  cy: number,
  radius: number,
  from: number,
  to: number,
  style: Record<string, string | number>,
): string {
  const point = (angle: number, r: number) => [cx + r * Math.cos(angle), cy + r * Math.sin(angle)] as const
  const apart = Math.abs(Math.atan2(Math.sin(to - from), Math.cos(to - from))) / Math.PI
  // Neighbours are joined by a flat arc near the rim, opposites by a line through the middle.
  const pull = radius * 0.86 * (1 - apart) ** 1.3
  const [[x1, y1], [x2, y2]] = [point(from, radius), point(to, radius)]
  const [[ax, ay], [bx, by]] = [point(from, pull), point(to, pull)]
  const path = [`M ${fixed(x1)} ${fixed(y1)}`, `C ${[ax, ay, bx, by, x2, y2].map(fixed).join(' ')}`]
  return element('path', { d: path.join(' '), ...style })
}

function node(
  { name, province }: NetworkNode,
  angle: number,
  count: number,
  cx: number,
  cy: number,
  radius: number,
): string {
  const left = Math.cos(angle) < -1e-9
  const degrees = (angle * 180) / Math.PI + (left ? 180 : 0)
  const [x, y] = [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]
  const [tx, ty] = [cx + (radius + 14) * Math.cos(angle), cy + (radius + 14) * Math.sin(angle)]
  return (
    element('circle', {
      cx: x,
      cy: y,
      r: 3.5 + Math.min(6, Math.sqrt(count) * 1.6),
      fill: count > 0 ? ink : '#c9cdd1',
    }) +
    element(
      'g',
      { transform: `translate(${fixed(tx)} ${fixed(ty)}) rotate(${fixed(degrees)})` },
      textAt(0, SIZE * 0.36, name, {
        'font-size': SIZE,
        'text-anchor': left ? 'end' : 'start',
        fill: count > 0 ? ink : faint,
        ...(province === undefined ? {} : { 'data-province': province }),
      }),
    )
  )
}

function fixed(value: number): string {
  return value.toFixed(1)
}
