import type { Locale } from '../../../core/locale.ts'
import { paperWords } from './paper-words.ts'
import type { ProvinceCount } from './summary.ts'

export interface ChartBar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: string
}

export interface ChartLabel {
  readonly text: string
  /** Middle of the text, and its baseline. */
  readonly x: number
  readonly y: number
  readonly size: number
}

/** A drawing without a medium: SVG for the annual report, vectors in a PDF. Any unit, from the upper left. */
export interface Chart {
  readonly width: number
  readonly height: number
  readonly bars: readonly ChartBar[]
  readonly labels: readonly ChartLabel[]
  /** From left to right, under the bars. */
  readonly baseline: number
}

/** Told apart in print without colours, too. */
const colors = { seated: '#9dc3e6', came: '#1f4e79' }

/** Seated and came side by side, a pair of bars a province. Pure. */
export function provinceChart(counts: readonly ProvinceCount[], locale: Locale): Chart {
  const say = paperWords[locale]
  const [width, height, baseline, ceiling] = [640, 260, 220, 62]
  const highest = Math.max(1, ...counts.flatMap((it) => [it.seated, it.came]))
  const slot = (width - 20) / Math.max(1, counts.length)
  const bar = Math.min(28, slot * 0.38)
  const bars: ChartBar[] = []
  const labels: ChartLabel[] = [{ text: say.summary.chart, x: width / 2, y: 18, size: 14 }]
  for (const [at, { province, seated, came }] of counts.entries()) {
    const middle = 10 + slot * (at + 0.5)
    const pairs = [
      { value: seated, x: middle - bar, color: colors.seated },
      { value: came, x: middle, color: colors.came },
    ]
    for (const { value, x, color } of pairs) {
      const tall = ((baseline - ceiling) * value) / highest
      bars.push({ x, y: baseline - tall, width: bar, height: tall, color })
      labels.push({ text: String(value), x: x + bar / 2, y: baseline - tall - 4, size: 10 })
    }
    const name = province === '' ? say.roster.others : province
    // Slots of many provinces are narrow: the names get smaller instead of overlapping.
    labels.push({
      text: name,
      x: middle,
      y: baseline + 16,
      size: Math.min(11, (slot - 2) / [...name].length),
    })
  }
  const keys = [
    { text: say.summary.chartKeys.seated, color: colors.seated, x: width - 150 },
    { text: say.summary.chartKeys.came, color: colors.came, x: width - 70 },
  ]
  for (const { text, color, x } of keys) {
    bars.push({ x, y: 26, width: 10, height: 10, color })
    labels.push({ text, x: x + 32, y: 35, size: 10 })
  }
  return { width, height, bars, labels, baseline }
}

/** The chart as a picture that scales, for a web page or a word processor. Pure. */
export function svgOf({ width, height, bars, labels, baseline }: Chart): string {
  const number = (value: number) => String(Math.round(value * 10) / 10)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'Noto Serif SC', 'Noto Serif CJK SC', SimSun, serif" text-anchor="middle">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    ...bars.map(
      (it) =>
        `<rect x="${number(it.x)}" y="${number(it.y)}" width="${number(it.width)}" height="${number(it.height)}" fill="${it.color}"/>`,
    ),
    `<line x1="10" y1="${baseline}" x2="${width - 10}" y2="${baseline}" stroke="#333333"/>`,
    ...labels.map(
      (it) =>
        `<text x="${number(it.x)}" y="${number(it.y)}" font-size="${number(it.size)}">${escaped(it.text)}</text>`,
    ),
    '</svg>',
    '',
  ].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
