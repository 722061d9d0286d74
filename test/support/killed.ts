import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/**
 * Processes that work on one order after the other, each killed (SIGKILL) at a random moment of its work.
 * @param file of test/support; it says when it is warm, and waits for its order
 */
export async function killOneByOne<Order extends object>(
  file: string,
  orders: readonly Order[],
): Promise<void> {
  // Reading the programs takes longer than the work: all of them warm up beside each other.
  const children = orders.map((order) => ({ order, ...warmChild(file) }))
  for (const { order, child, warm } of children) {
    await warm
    const dead = once(child, 'exit')
    child.send(order)
    await setTimeout(150 + Math.random() * 400)
    child.kill('SIGKILL')
    await dead
  }
}

function warmChild(file: string) {
  const child = fork(join(import.meta.dirname, file), {
    execArgv: ['--import', join(import.meta.dirname, 'run-typescript.mjs')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return { child, warm: once(child, 'message') }
}
