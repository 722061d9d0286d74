/**
 * A queue that starts one job per turn of the event loop, first in, first out.
 *
 * better-sqlite3 is synchronous, so an answer (some twenty queries) never yields to the event loop. A hundred questions
 * at once would block acknowledgements and receipts, which platforms time out on, for seconds. This queue lets them
 * through between two answers; a job that really waits (for a model) does not hold up the others.
 */
export function oneJobPerTick(): <T>(job: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let busy = false

  function next(): void {
    const begin = waiting.shift()
    busy = begin !== undefined
    if (!begin) return
    begin()
    setImmediate(next)
  }

  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        job().then(resolve, reject)
      })
      if (busy) return
      busy = true
      setImmediate(next)
    })
}
