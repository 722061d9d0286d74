import { expect, test } from 'vitest'
import { printDay, printTimetable } from '../../../src/skills/matchmaking/exchange/day-papers.ts'
import { type ExchangeDay, timetableOf } from '../../../src/skills/matchmaking/exchange/exchange-day.ts'
import { planDay } from '../../../src/skills/matchmaking/pairing/pair.ts'
import { fontsOf, pagesOf, poppler } from '../../support/office-tools.ts'

const onPaper = test.skipIf(!poppler)
const name = (what: string) => (poppler ? what : `${what} (skipped: apt-get install poppler-utils)`)
const bare = (text: string) => text.replace(/\s/g, '')

/** Names with characters that a common font lacks, and a long one. */
const names = ['垚镇', '㛃县', '𠮷林区', '黔南布依族苗族自治州都匀市（虚构的很长的单位名称）', '甲市', '乙市']
const nameOf = (id: string) => names[Number(id)] ?? id
const made = { at: 1_403_500_000_000 }

function planned(count: number, rounds: number, tables: number): ExchangeDay {
  const participants = Array.from({ length: count }, (_, at) => ({ id: String(at) }))
  const day = { participants, rounds, tables, worths: [['0', '1', 0.9]] as const }
  const told = (title: string) => ({ id: title, title })
  const topics = [{ pair: ['0', '1'] as const, need: told('治理矿区土壤'), offer: told('改良剂和能源草') }]
  return { id: '2014-09-10', on: '2014-09-10', day, plan: planDay(day), topics }
}

onPaper(
  name('the board by table and round, then everybody’s own page, each with what to talk about first'),
  async () => {
    const day = planned(6, 2, 3)
    const { bytes, unprintable } = await printDay(day, nameOf, made, 'zh-CN')
    const [board = '', ...pages] = pagesOf(bytes).map(bare)
    expect(unprintable).toEqual([])
    expect(board).toContain('总表')
    for (const it of ['第1轮', '第2轮', '桌号']) expect(board).toContain(it)
    expect(pages).toHaveLength(6)
    for (const [at, page] of pages.entries()) expect(page).toContain(bare(nameOf(String(at))).slice(0, 8))
    expect(pages[0]).toContain('治理矿区土壤←改良剂和能源草')
    expect(fontsOf(bytes).every((it) => it.embedded)).toBe(true)
  },
)

onPaper(
  name('forty tables and eight rounds go over several pages of the board, and no table is lost'),
  async () => {
    const day = planned(80, 8, 40)
    const { bytes } = await printDay(day, (id) => `单位${id}`, made, 'zh-CN')
    const pages = pagesOf(bytes)
    const boards = pages.slice(0, pages.length - 80).map(bare)
    expect(boards.length).toBeGreaterThan(2)
    for (const round of day.plan.rounds)
      for (const { members } of round.meetings)
        expect(boards.some((it) => it.includes(members.map((id) => `单位${id}`).join('×')))).toBe(true)
    expect(boards.at(-1)).toContain(`第${boards.length}页，共${boards.length}页`)
  },
)

onPaper(name('one’s own page is what one was told, not what is being planned'), async () => {
  const day = planned(6, 2, 3)
  const told = timetableOf('0', day).map(({ round }) => ({ round, here: true }))
  const { bytes } = await printTimetable(day, '0', told, nameOf, made, 'zh-CN')
  const pages = pagesOf(bytes).map(bare)
  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('休息')
})
