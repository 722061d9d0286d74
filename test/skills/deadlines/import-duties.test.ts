import { expect, test } from 'vitest'
import { makeDeadlineCommands } from '../../../src/skills/deadlines/commands.ts'
import { readGrid } from '../../../src/skills/zones/grid.ts'
import { deadlinePeople } from '../../support/deadlines.ts'

const header = '编号,名称,类型,谁要交,什么时候,材料,状态'

async function house() {
  const { parts, store } = await deadlinePeople([])
  const commands = makeDeadlineCommands({ ...parts, locale: 'zh-CN', readGrid })
  const csv = (...rows: readonly string[]) => ({
    name: 'duties.csv',
    bytes: new TextEncoder().encode([header, ...rows].join('\n')),
  })
  return { commands, store, csv }
}

test('dates in mixed forms are read row by row', async () => {
  const { commands, store, csv } = await house()
  const forms = ['2014/7/1', '2014年7月1日', '41821', '7月1日']
  const rows = forms.map((it, at) => `d-${at},事项${at},survey,全部实验区,${it},监测数据,草稿`)
  const { kept, told } = await commands.importDuties(csv(...rows))
  expect(told).toContain('新增 4 项')
  expect(kept.added).toHaveLength(4)
  for (const { rule } of await store.duties.list()) expect(rule).toEqual({ kind: 'once', date: '2014-07-01' })
  expect((await commands.importDuties(csv(...rows))).told).toContain('未变 4 项')
})

test('one bad row keeps all of them out, and every bad row is named', async () => {
  const { commands, store, csv } = await house()
  const wrong = commands.importDuties(
    csv(
      'good,好的,survey,全部实验区,2014-09-01,,草稿',
      'leap,二月,survey,全部实验区,2014-02-30,,草稿',
      'mars,火星,survey,火星,2014-09-01,,草稿',
      'good,重复,survey,全部实验区,2014-09-01,,草稿',
      'late,过去,survey,全部实验区,2013-09-01,,已发布',
    ),
  )
  await expect(wrong).rejects.toThrow(/第 3 行.*\n第 4 行.*火星.*\n第 5 行.*第 2 行重复.*\n第 6 行.*已经过去/)
  expect(await store.duties.list()).toEqual([])
})

test('a dry run keeps nothing; what goes live is owed at once', async () => {
  const { commands, store, csv } = await house()
  const file = csv('report,年报,annual-report,江苏,每年12月31日,报告,已发布')
  expect((await commands.importDuties(file, { dryRun: true })).told).toContain(
    '试导入（没有保存）：新增 1 项',
  )
  expect(await store.duties.list()).toEqual([])
  await commands.importDuties(file)
  expect((await store.obligations.list({ duty: 'report' })).map((it) => it.organization)).toContain(
    'jiangsu-yixing',
  )
})
