import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { childProgram } from './child-program.ts'

/** What each process has to have done before it is killed, so that a busy machine kills it at work as well. */
const leastPresses = 25

/**
 * Processes that work on one order after the other, each killed (SIGKILL) at a random moment of its work.
 * @param file of test/support; it says when it is warm, waits for its order, and says each thing that it has done
 */
export async function killOneByOne<Order extends object>(
  file: string,
  orders: readonly Order[],
): Promise<void> {
  // Reading the programs takes longer than the work: all of them warm up beside each other.
  const program = await childProgram(`test/support/${file}`)
  const children = orders.map((order) => ({ order, ...warmChild(program) }))
  for (const { order, child, warm } of children) {
    await warm
    const dead = once(child, 'exit')
    const atWork = manyMessages(child, leastPresses)
    child.send(order)
    await atWork
    await setTimeout(Math.random() * 300)
    child.kill('SIGKILL')
    await dead
  }
}

function warmChild(program: string) {
  const child = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return { child, warm: once(child, 'message') }
}

function manyMessages(child: ChildProcess, many: number): Promise<void> {
  return new Promise((done, fail) => {
    let heard = 0
    child.on('message', () => {
      heard += 1
      if (heard === many) done()
    })
    child.once('exit', () => fail(new Error('it ended by itself')))
  })
}
