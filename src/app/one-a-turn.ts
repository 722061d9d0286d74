/**
 * Lets one job begin in each turn of the event loop, in the order in which they came.
 *
 * An answer is some twenty queries to SQLite, which never wait: from its first to its last step it gives nobody else a
 * turn. A hundred questions at once would so hold up for seconds what the platforms wait for, acknowledgements and
 * receipts. Between two jobs those are dealt with; a job that really waits (for a model) holds up none of the others.
 */
export function oneATurn(): <T>(job: () => Promise<T>) => Promise<T> {
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
