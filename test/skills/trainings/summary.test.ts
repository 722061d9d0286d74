import { describe, expect, test } from 'vitest'
import { provinceChart, svgOf } from '../../../src/skills/trainings/papers/province-chart.ts'
import { type Summary, summaryOf } from '../../../src/skills/trainings/papers/summary.ts'
import { printSummary, summaryMarkdown } from '../../../src/skills/trainings/papers/summary-papers.ts'
import { fontsOf, pagesOf, poppler } from '../../support/office-tools.ts'
import { entry, morning, training } from './invented.ts'

const came = { attendedAt: morning }

function summary(): Summary {
  return summaryOf({
    training: training(),
    entries: [
      entry('甲', { province: '天津', organization: 'zone-a', ...came }),
      entry('乙', { province: '天津', organization: 'zone-a', ...came }),
      entry('丙', { province: '新疆', organization: 'zone-b', ...came }),
      entry('丁', { province: '河北', organization: 'zone-c' }),
      entry('戊', { province: '河北', organization: 'zone-c', state: 'waiting' }),
    ],
    announced: 160,
    rankOf: (it) => (it === 'zone-b' ? 'provincial' : 'national'),
    feedback: [
      { question: '总体满意度', mark: 5 },
      { question: '总体满意度', mark: 4 },
      { question: '总体满意度', mark: 4 },
    ],
  })
}

describe('the summary of a training', () => {
  test('counts people, provinces and zones, each zone once', () => {
    expect(summary().figures).toEqual({
      announced: 160,
      registered: 5,
      seated: 4,
      came: 3,
      provinces: 2,
      national: 1,
      provincial: 1,
    })
    expect(summary().feedback).toEqual([{ question: '总体满意度', average: 4.3, answers: 3 }])
  })

  test('as Markdown says what nobody counted, and takes no name for markup', () => {
    const { figures, ...rest } = summary()
    const { announced: _, ...counted } = figures
    const titled = { ...rest, figures: counted, training: training({ title: '低碳 | [城镇](x)' }) }
    const text = summaryMarkdown(titled, 'zh-CN', 'chart.svg')
    expect(text).toContain('| 未统计 | 5 | 4 | 3 |')
    expect(text).toContain('# 低碳 \\| \\[城镇\\](x) 总结')
    expect(text).toContain('![各省录取与到场人数](chart.svg)')
    expect(text).toContain('总体满意度：平均 4.3 分（3 人作答）')
  })

  const page = `is one page with its figures and provinces${poppler ? '' : ' (skipped: apt-get install poppler-utils)'}`
  test.skipIf(!poppler)(page, async () => {
    const { bytes } = await printSummary(summary(), { at: morning }, 'zh-CN')
    const pages = pagesOf(bytes)
    expect(pages).toHaveLength(1)
    for (const it of ['160', '通知人数', '天津', '新疆', '河北', '4.3', '到场'])
      expect(pages[0]).toContain(it)
    expect(fontsOf(bytes).every((it) => it.embedded)).toBe(true)
  })
})

describe('the chart', () => {
  test('has bars in proportion to their numbers', () => {
    const { bars, labels, baseline } = provinceChart(
      [
        { province: '天津', registered: 4, seated: 4, waiting: 0, came: 2 },
        { province: '', registered: 1, seated: 1, waiting: 0, came: 0 },
      ],
      'zh-CN',
    )
    const heights = bars.filter((it) => Math.abs(it.y + it.height - baseline) < 0.01).map((it) => it.height)
    expect(heights[1]).toBeCloseTo((heights[0] ?? 0) / 2)
    expect(heights[3]).toBe(0)
    expect(labels.map((it) => it.text)).toEqual(expect.arrayContaining(['天津', '其他']))
  })

  test('of all 31 provinces keeps their names apart', () => {
    const counts = Array.from({ length: 31 }, () => ({
      province: '黑龙江',
      registered: 1,
      seated: 1,
      waiting: 0,
      came: 1,
    }))
    const names = provinceChart(counts, 'zh-CN').labels.filter((it) => it.text === '黑龙江')
    const slot = (names[1]?.x ?? 0) - (names[0]?.x ?? 0)
    expect(names.every((it) => 3 * it.size <= slot)).toBe(true)
  })

  test('is an SVG whose words cannot break out', () => {
    const svg = svgOf(
      provinceChart([{ province: '<script>&', registered: 0, seated: 0, waiting: 0, came: 0 }], 'en'),
    )
    expect(svg).toContain('&lt;script&gt;&amp;')
    expect(svg).not.toContain('NaN')
  })
})
