import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadWorkdays } from '../../../src/skills/deadlines/rules/load-workdays.ts'
import { makeWorkdays, unpublishedIn } from '../../../src/skills/deadlines/rules/workdays.ts'
import { deadlinePeople } from '../../support/deadlines.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const shipped = join(import.meta.dirname, '../../../data/workdays.csv')

function written(...lines: readonly string[]): string {
  const file = join(temporaryFolder(), 'workdays.csv')
  writeFileSync(file, ['# 说明', 'date,day,source', ...lines].join('\n'))
  return file
}

test('the table that is shipped lays nothing down, and a house without one does well', () => {
  expect(loadWorkdays(shipped).size).toBe(0)
  expect(loadWorkdays(join(temporaryFolder(), 'workdays.csv')).size).toBe(0)
})

test('a day that is laid down moves a notice', () => {
  const laidDown = loadWorkdays(written('2027-10-01,off,国办发明电', '2027-10-09,workday,国办发明电'))
  const workdays = makeWorkdays(laidDown)
  expect(workdays.onOrBefore('2027-10-01')).toBe('2027-09-30')
  expect(workdays.isWorkday('2027-10-09')).toBe(true)
})

test('every bad line is named, and none is taken', () => {
  const file = written('2027-02-30,off,a', '2027-10-01,holiday,a', '2027-10-02,off', '2027-10-02,off,a')
  expect(() => loadWorkdays(file)).toThrow(
    /第 3 行：“2027-02-30”.*\n第 4 行：“holiday”.*\n第 5 行：没有写依据\n第 6 行：2027-10-02 重复/,
  )
  const other = join(temporaryFolder(), 'workdays.csv')
  writeFileSync(other, '日期,上班\n2027-10-01,否\n')
  expect(() => loadWorkdays(other)).toThrow('表头不对')
})

test('a year in sight without an arrangement is told on the board of the office, and only there', async () => {
  expect(unpublishedIn('2026-11-24', makeWorkdays())).toEqual([2027])
  expect(unpublishedIn('2026-09-01', makeWorkdays())).toEqual([])
  const { member, clock } = await deadlinePeople()
  const office = await member('boss', '办公室')
  const province = await member('js', '江苏')
  clock.at = Date.UTC(2026, 10, 24, 1)
  expect((await office.calls('deadlines')).text).toContain('2027 年的放假安排还没有公布')
  expect((await province.calls('deadlines')).text).not.toContain('放假安排')
})
