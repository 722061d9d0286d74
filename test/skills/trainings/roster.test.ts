import excel from 'exceljs'
import { describe, expect, test } from 'vitest'
import { rosterWorkbook } from '../../../src/skills/trainings/papers/roster.ts'
import type { RosterEntry } from '../../../src/skills/trainings/papers/roster-entry.ts'
import { libreOffice, sheetAsText } from '../../support/office-tools.ts'
import { entry, morning, training } from './invented.ts'

async function reopened(entries: readonly RosterEntry[], title?: string) {
  const workbook = new excel.Workbook()
  const bytes = await rosterWorkbook(training(title === undefined ? {} : { title }), entries, 'zh-CN')
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const [people, provinces] = workbook.worksheets
  if (!people || !provinces) throw new Error('two sheets expected')
  return { people, provinces }
}

const valuesOf = (sheet: excel.Worksheet, row: number) => (sheet.getRow(row).values as unknown[]).slice(1)

describe('the roster', () => {
  test('has a row a person with state, place in line, the office’s times and answers', async () => {
    const { people } = await reopened([
      entry('𠮷田清', { province: '天津', answers: { diet: '清真' }, attendedAt: morning }),
      entry('候补者', { state: 'waiting', place: 2 }),
    ])
    expect(valuesOf(people, 1)).toEqual([
      '序号',
      '姓名',
      '单位',
      '省份',
      '状态',
      '候补位次',
      '报名时间',
      '到场时间',
      '饮食',
    ])
    expect(valuesOf(people, 2)).toEqual([
      1,
      '𠮷田清',
      '江苏省无锡市宜兴市',
      '天津',
      '已录取',
      undefined,
      new Date('2014-09-15T08:30:00Z'),
      new Date('2014-10-15T08:30:00Z'),
      '清真',
    ])
    expect(valuesOf(people, 3).slice(4, 6)).toEqual(['候补', 2])
  })

  test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx', ' =1+1', '＝1+1'])(
    'makes a formula of no words: %j',
    async (words) => {
      const { people } = await reopened([entry(words, { organization: words, answers: { diet: words } })])
      for (const cell of ['B2', 'C2', 'I2']) {
        expect(people.getCell(cell).type).toBe(excel.ValueType.String)
        expect(String(people.getCell(cell).value).startsWith("'")).toBe(true)
      }
    },
  )

  test('keeps its header in sight and on each printed page, with the training above', async () => {
    const { people } = await reopened([entry('王垚')], '气候 & 低碳')
    expect(people.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(people.autoFilter).toBe('A1:I1')
    expect(people.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
    expect(people.headerFooter.oddHeader).toBe('&C气候 && 低碳')
  })

  test('counts each province against its quota, those who sent nobody and those of none included', async () => {
    const { provinces } = await reopened([
      entry('甲', { province: '天津', attendedAt: morning }),
      entry('乙', { province: '天津', state: 'waiting' }),
      entry('丙', { province: '天津', state: 'declined' }),
      entry('丁'),
    ])
    expect([1, 2, 3, 4, 5].map((row) => valuesOf(provinces, row))).toEqual([
      ['省份', '名额', '报名', '录取', '候补', '到场'],
      ['天津', 3, 2, 1, 1, 1],
      ['新疆', 2, 0, 0, 0, 0],
      ['其他', undefined, 1, 1, 0, 0],
      ['合计', 5, 3, 2, 1, 1],
    ])
  })

  const opens = `opens in LibreOffice${libreOffice ? '' : ' (skipped: apt-get install libreoffice-calc)'}`
  test.skipIf(!libreOffice)(opens, async () => {
    const people = [entry('𠮷田清'), entry('阿卜杜热依木·买买提'), entry('李㛃'), entry('=1+1')]
    const text = sheetAsText(await rosterWorkbook(training(), people, 'zh-CN'))
    for (const it of ['𠮷田清', '阿卜杜热依木·买买提', '李㛃', "'=1+1", '2014-09-15 08:30'])
      expect(text).toContain(it)
  })
})
