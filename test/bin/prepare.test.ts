import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = dirname(dirname(import.meta.dirname))

describe('preparing a checkout', () => {
  test('builds when a source changed and only then, speaks on stderr only, and keeps the last good build', async () => {
    const clone = smallClone()
    const first = await prepare(clone)
    expect(first).toMatchObject({ code: 0, stdout: '' })
    expect(first.stderr).toContain('正在构建')
    expect(readFileSync(join(clone, 'dist', 'main.js'), 'utf8')).toContain('first')
    // A stack leads to the source.
    const map = JSON.parse(readFileSync(join(clone, 'dist', 'main.js.map'), 'utf8'))
    expect(map.sources).toEqual(['../src/main.ts'])

    expect(await prepare(clone)).toEqual({ code: 0, stdout: '', stderr: '' })

    rmSync(join(clone, 'src', 'old.ts'))
    writeFileSync(join(clone, 'src', 'main.ts'), "export const word: string = 'second'\n")
    expect((await prepare(clone)).stderr).toContain('正在构建')
    expect(readFileSync(join(clone, 'dist', 'main.js'), 'utf8')).toContain('second')
    // What was removed from the sources is gone from the build.
    expect(existsSync(join(clone, 'dist', 'old.js'))).toBe(false)

    writeFileSync(join(clone, 'src', 'main.ts'), 'export const = broken(\n')
    const broken = await prepare(clone)
    expect(broken.code).toBe(1)
    expect(broken.stderr).toContain('构建失败')
    // The build that worked is still there.
    expect(readFileSync(join(clone, 'dist', 'main.js'), 'utf8')).toContain('second')
  })

  test('an old Node is told what to do, in two languages', async () => {
    const pretend = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.0'})"
    const old = await prepare(smallClone(), ['--import', pretend])
    expect(old.code).toBe(1)
    expect(old.stderr).toContain('需要 Node.js 20.12')
    expect(old.stderr).toContain('https://nodejs.org')
  })
})

/** A checkout with one source file and the packages of this one. */
function smallClone(): string {
  const clone = temporaryFolder()
  for (const file of ['bin', 'package.json', 'package-lock.json', 'rolldown.config.mjs']) {
    cpSync(join(root, file), join(clone, file), { recursive: true })
  }
  const worker = join(clone, 'src/skills/matchmaking/pairing')
  mkdirSync(worker, { recursive: true })
  writeFileSync(join(worker, 'pair-worker.ts'), 'export {}\n')
  writeFileSync(join(clone, 'src', 'main.ts'), "export const word: string = 'first'\n")
  writeFileSync(join(clone, 'src', 'old.ts'), 'export const old = 1\n')
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'dir')
  return clone
}

function prepare(clone: string, flags: readonly string[] = []) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [...flags, join(clone, 'bin', 'prepare.mjs')], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}
