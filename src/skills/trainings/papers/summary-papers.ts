import type { Locale } from '../../../core/locale.ts'
import { mm, type Paper, type PaperOptions, type Printed, printPaper } from '../../../printing/pdf.ts'
import { paperWords } from './paper-words.ts'
import { type Chart, provinceChart } from './province-chart.ts'
import type { Summary, SummaryFigure } from './summary.ts'

interface Told {
  readonly title: string
  readonly facts: readonly string[]
  readonly figures: readonly (readonly [name: string, value: string])[]
  readonly feedback: readonly string[]
  readonly source?: string
}

function toldOf({ training, figures, feedback }: Summary, locale: Locale): Told {
  const words = paperWords[locale]
  const say = words.summary
  const { title, starts, ends, place, hosts, source } = training
  return {
    title: `${title} ${say.title}`,
    facts: [
      `${say.days}：${words.days(starts, ends)}`,
      ...(place === undefined ? [] : [`${say.place}：${place}`]),
      ...(hosts.length === 0 ? [] : [`${say.hosts}：${hosts.join('、')}`]),
    ],
    figures: (Object.keys(say.figures) as SummaryFigure[]).map((it) => [
      say.figures[it],
      figures[it] === undefined ? say.unknown : String(figures[it]),
    ]),
    feedback: feedback.map((it) => say.feedback(it.question, it.average.toFixed(1), it.answers)),
    ...(source === undefined ? {} : { source: say.source(source.quote, source.title) }),
  }
}

/**
 * The summary for the annual report, as Markdown. Pure.
 * @param chart where its picture lies, as the text will find it
 */
export function summaryMarkdown(summary: Summary, locale: Locale, chart?: string): string {
  const { title, facts, figures, feedback, source } = toldOf(summary, locale)
  const say = paperWords[locale].summary
  return [
    `# ${escaped(title)}`,
    '',
    ...facts.map((it) => `- ${escaped(it)}`),
    '',
    `| ${figures.map(([name]) => name).join(' | ')} |`,
    `|${figures.map(() => '---:').join('|')}|`,
    `| ${figures.map(([, value]) => value).join(' | ')} |`,
    ...(chart === undefined ? [] : ['', `![${say.chart}](${chart})`]),
    ...(feedback.length === 0
      ? []
      : ['', `## ${say.feedbackHeading}`, '', ...feedback.map((it) => `- ${escaped(it)}`)]),
    ...(source === undefined ? [] : ['', escaped(source)]),
    '',
  ].join('\n')
}

/** Somebody's words are no markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ')
}

/** The summary as one page, with its chart. */
export async function printSummary(
  summary: Summary,
  { at, fonts = [] }: Pick<PaperOptions, 'at' | 'fonts'>,
  locale: Locale,
): Promise<Printed> {
  const told = toldOf(summary, locale)
  const chart = provinceChart(summary.provinces, locale)
  const heading = paperWords[locale].summary.feedbackHeading
  const texts = [
    told.title,
    ...told.facts,
    ...told.figures.flat(),
    ...told.feedback,
    told.source ?? '',
    heading,
    ...chart.labels.map((it) => it.text),
  ]
  return printPaper(texts, { title: told.title, at, fonts }, (paper) => {
    paper.addPage()
    const left = 22 * mm
    const width = paper.width - 2 * left
    let y = 20 * mm
    const write = (text: string, height: number, size: number, bold = false) => {
      y += paper.write(text, { x: left, y, width, height }, { size, weight: bold ? 'bold' : 'regular' })
    }
    write(told.title, 24 * mm, 18, true)
    y += 4 * mm
    for (const fact of told.facts) write(fact, 16 * mm, 11)
    y += 6 * mm
    y += drawFigures(paper, told.figures, { x: left, y, width }) + 8 * mm
    y += drawChart(paper, chart, { x: left, y, width }) + 6 * mm
    if (told.feedback.length > 0) write(heading, 8 * mm, 13, true)
    const space = Math.max(10 * mm, 250 * mm - y)
    if (told.feedback.length > 0) write(told.feedback.join('\n'), space, 11)
    if (told.source !== undefined) {
      y += 4 * mm
      write(told.source, Math.max(6 * mm, 280 * mm - y), 9)
    }
  })
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

function drawFigures(paper: Paper, figures: Told['figures'], { x, y, width }: Place): number {
  const each = width / figures.length
  for (const [at, [name, value]] of figures.entries()) {
    const box = { x: x + at * each, y, width: each - 4, height: 12 * mm }
    paper.write(value, box, {
      size: 20,
      weight: 'bold',
      align: 'center',
      vertical: 'middle',
      color: '#1f4e79',
    })
    const under = { ...box, y: y + 12 * mm, height: 9 * mm }
    paper.write(name, under, { size: 7.5, align: 'center', color: '#444444' })
  }
  return 21 * mm
}

function drawChart(paper: Paper, chart: Chart, { x, y, width }: Place): number {
  const scale = width / chart.width
  for (const bar of chart.bars)
    paper.pdf
      .rect(x + bar.x * scale, y + bar.y * scale, bar.width * scale, bar.height * scale)
      .fill(bar.color)
  const base = y + chart.baseline * scale
  paper.pdf
    .lineWidth(0.6)
    .strokeColor('#333333')
    .moveTo(x, base)
    .lineTo(x + width, base)
    .stroke()
  for (const label of chart.labels) {
    const size = label.size * scale
    // A box around the middle; text is written a line's ascent below its upper edge.
    const box = {
      x: x + label.x * scale - 100,
      y: y + label.y * scale - size * 1.1,
      width: 200,
      height: size * 1.4,
    }
    paper.write(label.text, box, { size, align: 'center' })
  }
  return chart.height * scale
}
