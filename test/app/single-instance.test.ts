import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { acquireInstanceLock } from '../../src/app/single-instance.ts'
import { silentLog } from '../../src/core/log.ts'
import { openStore } from '../../src/store/index.ts'
import { alliance } from '../support/command-line.ts'
import { temporaryStore } from '../support/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const clock = { at: 1_800_000_000_000, now: () => clock.at }

async function house() {
  const { lease } = await temporaryStore()
  const start = (boot: string) => acquireInstanceLock({ lease, boot, log: silentLog, clock })
  return { lease, start }
}

test('a second copy says which one talks, and does not start', async () => {
  const { start } = await house()
  const first = await start('b1')
  await expect(start('b2')).rejects.toMatchObject({ name: 'Problem', message: /进程 \d+/ })
  await first.release()
  await (await start('b2')).release()
})

test('a copy that crashed on this machine is replaced at once', async () => {
  const { lease, start } = await house()
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  const crashed = { boot: 'b1', host: hostname(), pid: child.pid ?? 0 }
  await lease.take(crashed, clock.at, 0, () => false)
  await (await start('b2')).release()
})

test('a copy on another machine is replaced when it has been silent for half a minute', async () => {
  const { lease, start } = await house()
  await lease.take({ boot: 'b1', host: 'elsewhere', pid: 1 }, clock.at, 0, () => false)
  await expect(start('b2')).rejects.toThrow('elsewhere')
  clock.at += 30_000
  await (await start('b2')).release()
})

test('a copy that another one has replaced hears of it and stops', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { lease, start } = await house()
  const first = await start('b1')
  await lease.take({ boot: 'b2', host: 'elsewhere', pid: 1 }, clock.at, clock.at, () => false)
  vi.advanceTimersByTime(10_000)
  await expect(first.lost).rejects.toThrow('接管')
})

test('at the command line, what would say things unasked is refused beside it; what only answers is not', async () => {
  const cwd = temporaryFolder()
  const env = { ALLIANCE_DATA: join(cwd, 'nothing') }
  const { lease, close } = await openStore(join(cwd, 'alliance.db'))
  const first = await acquireInstanceLock({ lease, boot: 'b1', log: silentLog })
  expect(await alliance(['start', '--speed', '60'], { cwd, env, input: '你好\n' })).toMatchObject({
    code: 1,
    err: expect.stringContaining('另一个联盟助手正在用这个数据库对话'),
  })
  expect(await alliance(['start'], { cwd, env, input: '你好\n' })).toMatchObject({ code: 0 })
  await first.release()
  await close()
  expect(await alliance(['start', '--speed', '60'], { cwd, env, input: '你好\n' })).toMatchObject({ code: 0 })
})
