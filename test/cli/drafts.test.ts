import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { alliance, installIn } from '../support/command-line.ts'
import { printedOf } from '../support/printed.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a draft is written where the command says, as a Word file that says it is one', async () => {
  const cwd = temporaryFolder()
  await installIn(cwd)
  const report = (...given: readonly string[]) => alliance(['zones', 'report', ...given], { cwd })
  const { code, err } = await report('如皋市', '--year', '2014', '--out', 'drafts/如皋.docx')
  expect([code, err]).toEqual([0, expect.stringContaining('drafts/如皋.docx')])
  const bytes = readFileSync(join(cwd, 'drafts/如皋.docx'))
  const printed = await printedOf({ name: '如皋.docx', type: '', bytes })
  expect(printed).toContain('2014年度工作总结报告提纲')
  expect(printed).toContain('【草稿】')

  expect((await report('如皋市', '--out', '如皋.pdf')).err).toContain('不是 .docx 文件名')
  expect((await report('没有的区', '--out', '没有.docx')).err).toContain('没有叫「没有的区」的实验区')
  expect((await report('如皋市', '--year', '去年', '--out', '去年.docx')).err).toContain('不是年份')

  const { code: refused } = await alliance(['trainings', 'notice', 't-none', '--out', 'x.docx'], { cwd })
  expect(refused).not.toBe(0)
  expect(existsSync(join(cwd, 'x.docx'))).toBe(false)
})
