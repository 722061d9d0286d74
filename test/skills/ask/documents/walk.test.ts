import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSource } from '../../../../src/skills/ask/documents/read-file.ts'
import { walk } from '../../../../src/skills/ask/documents/walk.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'walk-'))
  mkdirSync(join(root, 'b/c/d'), { recursive: true })
  for (const file of ['z.txt', 'a.txt', 'b/c/d/deep.md', 'b/one.md']) writeFileSync(join(root, file), '虚构')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

async function found(...paths: string[]): Promise<string[]> {
  const all: string[] = []
  for await (const one of walk(paths.map((path) => join(root, path)))) {
    const path = one.path.slice(root.length + 1)
    all.push(one.problem === undefined ? path : `${path}: ${one.problem.message}`)
  }
  return all
}

it('gives files at any depth in the order of their names', async () => {
  expect(await found('')).toEqual(['a.txt', 'b/c/d/deep.md', 'b/one.md', 'z.txt'])
})

it('skips hidden files and the lock files of Office, unless they are named', async () => {
  writeFileSync(join(root, '.hidden.txt'), '虚构')
  writeFileSync(join(root, '~$open.docx'), '虚构')
  expect(await found('')).not.toContain('.hidden.txt')
  expect(await found('')).toHaveLength(4)
  expect(await found('.hidden.txt')).toEqual(['.hidden.txt'])
})

it('follows links, and tells a loop instead of walking for ever', async () => {
  symlinkSync(root, join(root, 'b/up'))
  symlinkSync(join(root, 'b/c'), join(root, 'same'))
  symlinkSync('self', join(root, 'self'))
  expect(await found('')).toEqual([
    'a.txt',
    'b/c/d/deep.md',
    'b/one.md',
    'b/up: 文件夹的符号链接绕成了环，已跳过',
    'same/d/deep.md',
    'self: 文件夹的符号链接绕成了环，已跳过',
    'z.txt',
  ])
})

it('tells a path that is not there and a link that leads nowhere, and goes on', async () => {
  symlinkSync(join(root, 'gone'), join(root, 'link'))
  expect(await found('nowhere', '')).toEqual([
    'nowhere: 没有这个文件或文件夹',
    'a.txt',
    'b/c/d/deep.md',
    'b/one.md',
    'link: 符号链接指向的文件不存在',
    'z.txt',
  ])
})

it.runIf(process.getuid?.() !== 0)(
  'tells a folder and a file without read permission (skipped for root, who may read everything)',
  async () => {
    chmodSync(join(root, 'b'), 0o000)
    chmodSync(join(root, 'z.txt'), 0o000)
    expect(await found('')).toEqual(['a.txt', 'b: 没有读取权限', 'z.txt'])
    await expect(readSource(join(root, 'z.txt'))).rejects.toThrow('没有读取权限')
    chmodSync(join(root, 'b'), 0o700)
  },
)

it('reads a file with its name', async () => {
  expect(await readSource(join(root, 'b/one.md'))).toMatchObject({ name: 'one.md' })
  await expect(readSource(join(root, 'nowhere'))).rejects.toThrow('没有这个文件')
})
