import { expect, it } from 'vitest'
import { Problem } from '../../../../src/core/errors.ts'
import { factsIn, readManifest } from '../../../../src/skills/ask/documents/manifest.ts'
import { bytesOf } from './policies.ts'

function problemOf(manifest: unknown): string {
  try {
    readManifest(Buffer.from(typeof manifest === 'string' ? manifest : JSON.stringify(manifest)))
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Problem)
    return (thrown as Problem).message
  }
  throw new Error('the manifest was taken')
}

it('reads the manifest of a new installation', () => {
  const manifest = readManifest(bytesOf('manifest.json'))
  expect(manifest.size).toBe(5)
  const draft = manifest.get('12th-five-year-zone-outline-draft.txt')
  expect(draft).toMatchObject({ status: '征求意见稿', date: '2012-04' })
  expect(draft && factsIn(draft)).not.toHaveProperty('file')
})

it('names everything that is wrong at once, each with its place', () => {
  const told = problemOf([
    { file: '甲.txt', titel: '虚构', status: '现行' },
    { file: '乙.txt', title: '虚构', status: '有效', date: '2014年', effectiveFrom: '2014-13-01' },
    7,
  ])
  expect(told).toContain('第 1 项（甲.txt）：不认识的键 “titel”')
  expect(told).toContain('第 1 项（甲.txt）：“title”')
  expect(told).toContain('第 2 项（乙.txt）：“status”')
  expect(told).toContain('“date” 应为 YYYY、YYYY-MM 或 YYYY-MM-DD')
  expect(told).toContain('“effectiveFrom” 应为日期 YYYY-MM-DD')
  expect(told).toContain('第 3 项：')
})

it('refuses what is no list, no JSON, or names a file twice', () => {
  expect(problemOf({})).toContain('整个文件')
  expect(problemOf('[{]')).toContain('不是合法的 JSON')
  const one = { file: '甲.txt', title: '虚构', status: '现行' }
  expect(problemOf([one, one])).toContain('文件 甲.txt 列了两次')
})
