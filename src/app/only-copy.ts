import { hostname } from 'node:os'
import { type Clock, systemClock } from '../core/clock.ts'
import { Problem } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Holding, Lease } from '../store/lease.ts'

/** A lease that was not renewed for so long, in milliseconds, belongs to nobody. */
const LIFE = 30_000
const RENEW_EVERY = 10_000

export interface OnlyCopy {
  /** Rejects with a Problem where another copy has taken over meanwhile; else never settles. */
  readonly lost: Promise<never>
  giveBack(): Promise<void>
}

export interface CopyParts {
  readonly lease: Lease
  readonly boot: string
  readonly log: Log
  /** Real time even in a rehearsal: how long a copy has been silent is no matter of what it rehearses. */
  readonly clock?: Clock
}

/**
 * Makes this process the only copy of the bot that talks from this store: two of them would say things twice.
 * A copy that crashed on this machine is replaced at once, one on another machine after half a minute.
 * @throws Problem where another copy is talking
 */
export async function becomeOnlyCopy({
  lease,
  boot,
  log,
  clock = systemClock(),
}: CopyParts): Promise<OnlyCopy> {
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
  // Whoever waits hears of it; where nobody does, it is no unhandled rejection.
  lost.catch(() => {})
  const timer = setInterval(() => {
    lease.renew(boot, clock.now()).then(
      (ours) => {
        if (ours) return
        clearInterval(timer)
        log.error({ boot }, 'another copy of the bot has taken over; this one stops')
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
    giveBack: async () => {
      clearInterval(timer)
      await lease.giveBack(boot)
    },
  }
}

/** Whether a process of this machine is still the one that took the lease: its number may be somebody else's by now. */
function isRunning({ pid, takenAt }: Holding): boolean {
  // In a container every run has the same number as the one before it.
  if (pid === process.pid) return takenAt >= performance.timeOrigin
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}
