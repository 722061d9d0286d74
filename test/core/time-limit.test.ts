import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { limitTime } from '../../src/core/time-limit.ts'

import { forQuestions } from '../../src/llm/embedder.ts'
import { type Patience, withRetries } from '../../src/llm/retries.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Waits for something while whatever nobody holds is thrown away again and again, as on a busy machine. */
async function whileCollecting<T>(work: Promise<T>): Promise<T> {
  const collecting = setInterval(collectGarbage, 5)
  try {
    return await work
  } finally {
    clearInterval(collecting)
  }
}

/** Never answers; stops when it is told to. */
const hangs = async function* (_: string, signal: AbortSignal): AsyncGenerator<never, never> {
  signal.throwIfAborted()
  await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
  throw new Error('it answered')
}

const asked = (patience: Patience, given = new AbortController().signal) =>
  withRetries(
    hangs,
    async () => {},
    patience,
  )('', given)
    .next()
    .then(
      () => 'answered',
      (thrown: Error) => thrown.name,
    )

test('an endpoint that hangs is left in time, also where garbage is collected meanwhile', async () => {
  const patience = { ...forQuestions, together: 120 }
  const all = Array.from({ length: 20 }, () => asked(patience))
  expect(new Set(await whileCollecting(Promise.all(all)))).toEqual(new Set(['TimeoutError']))
}, 3_000)

test('whoever asked may end it sooner, and is told his own reason', async () => {
  const given = new AbortController()
  const ended = asked({ ...forQuestions, together: 60_000 }, given.signal)
  given.abort(new DOMException('gone', 'AbortError'))
  expect(await whileCollecting(ended)).toBe('AbortError')
  expect(await asked(forQuestions, given.signal)).toBe('AbortError')
}, 3_000)

test('a limit within a limit ends with whichever ends first', async () => {
  const outer = limitTime(60)
  const inner = limitTime(60_000, outer.signal)
  const ended = new Promise((resolve) => inner.signal.addEventListener('abort', resolve))
  await whileCollecting(ended)
  expect(inner.signal.reason).toMatchObject({ name: 'TimeoutError' })
}, 3_000)

test('what was in time is not stopped afterwards', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const [done, late] = [limitTime(20), limitTime(20)]
  done.end()
  vi.advanceTimersByTime(100)
  expect(done.signal.aborted).toBe(false)
  expect(late.signal.aborted).toBe(true)
})
