import { hostname } from 'node:os'
import { type Clock, systemClock } from '../core/clock.ts'
import { Problem } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Holding, Lease } from '../store/lease.ts'

/** A lease not renewed for this long has expired, milliseconds. */
const LIFE = 30_000
const RENEW_EVERY = 10_000

export interface InstanceLock {
  /** Rejects with a Problem when another instance takes over; otherwise never settles. */
  readonly lost: Promise<never>
  release(): Promise<void>
}

export interface InstanceLockParts {
  readonly lease: Lease
  readonly boot: string
  readonly log: Log
  /** Real time even in a rehearsal: leases are about processes, not about the rehearsed day. */
  readonly clock?: Clock
}

/**
 * Makes this process the only instance that sends from this store; two would send everything twice.
 * The lease of an instance that crashed on this machine is taken over at once, on another machine after 30 seconds.
 * @throws Problem where another instance is running
 */
export async function acquireInstanceLock({
  lease,
  boot,
  log,
  clock = systemClock(),
}: InstanceLockParts): Promise<InstanceLock> {
  const host = hostname()
  const now = clock.now()
  const gone = (other: Holding) => other.host === host && !isRunning(other)
  const other = await lease.take({ boot, host, pid: process.pid }, now, now - LIFE, gone)
  if (other) {
    throw new Problem(
      `另一个联盟助手正在用这个数据库对话（主机 ${other.host}，进程 ${other.pid}），这一个没有启动。`,
      '请先停止那一个；若它已经不在，半分钟后再启动即可。演练或试用请用 --db 指定另一个数据库。',
    )
  }
  let lose: (problem: Problem) => void = () => {}
  const lost = new Promise<never>((_, reject) => {
    lose = reject
  })
  // Keeps a rejection that nobody awaits from being reported as unhandled.
  lost.catch(() => {})
  const timer = setInterval(() => {
    lease.renew(boot, clock.now()).then(
      (ours) => {
        if (ours) return
        clearInterval(timer)
        log.error({ boot }, 'another instance of the bot has taken over; this one stops')
        lose(
          new Problem(
            '另一个联盟助手接管了这个数据库，这一个已停止。',
            '请检查是否启动了两个；本机若曾休眠或停顿，重新启动即可。',
          ),
        )
      },
      (thrown: unknown) => log.warn({ err: thrown }, 'the lease could not be renewed; trying again'),
    )
  }, RENEW_EVERY)
  timer.unref()
  return {
    lost,
    release: async () => {
      clearInterval(timer)
      await lease.release(boot)
    },
  }
}

/** Whether the process that took the lease still runs on this machine. */
function isRunning({ pid, takenAt }: Holding): boolean {
  // In a container every run may have the same process id: ours is then the holder only if it took the lease.
  if (pid === process.pid) return takenAt >= performance.timeOrigin
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}
