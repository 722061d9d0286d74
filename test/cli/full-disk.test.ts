import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = dirname(dirname(import.meta.dirname))
const policies = join(root, 'data', 'policies')

// A limit on the size of files is the nearest thing to a full disk that needs no rights: each write beyond it fails.
test.skipIf(process.platform === 'win32')(
  'a disk that fills up during ingest loses nothing that was stored, and says so (needs ulimit)',
  async () => {
    const store = join(temporaryFolder(), 'alliance.db')
    const ingest = ['ingest', policies, '--manifest', join(policies, 'manifest.json'), '--db', store]
    await alliance(['--help'])

    const nothing = await alliance(ingest, 40)
    expect(nothing.code).toBe(1)
    expect(nothing.stderr).toContain('磁盘写不下了')
    expect(nothing.stderr).not.toContain('at ')

    const some = await alliance(ingest, 800)
    expect(some.code).toBe(1)
    expect(some.stderr).toContain('磁盘空间不足')
    const stored = (await alliance(['documents', '--json', '--db', store])).stdout.split('\n').length - 1
    expect(stored).toBeLessThan(5)

    // With room again the same command finishes the work: nothing lost, nothing doubled.
    const all = await alliance([...ingest, '--json'])
    expect(JSON.parse(all.stdout)).toMatchObject({ added: 5 - stored, unchanged: stored, failed: [] })
    const files = readdirSync(policies).filter((name) => name.endsWith('.txt'))
    expect((await alliance(['documents', '--json', '--db', store])).stdout.split('\n').length - 1).toBe(
      files.length,
    )
  },
  120_000,
)

/** @param blocks the largest size of a file, in blocks of 1,024 bytes */
function alliance(argv: readonly string[], blocks?: number) {
  const limit = blocks === undefined ? '' : `ulimit -f ${blocks}; `
  const script = `${limit}exec "$0" "$@"`
  const args = ['-c', script, process.execPath, join(root, 'bin', 'alliance.mjs'), ...argv]
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile('bash', args, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}
