/** Something that may take so long and no longer. */
export interface TimeLimit {
  /** Aborted with a `TimeoutError` when the time is over, or with the reason of whoever ended it sooner. */
  readonly signal: AbortSignal
  /** It is done: the limit ends nothing any more. Call it in any case, or the limit stays until its time. */
  end(): void
}

/**
 * Limits how long something may take. `AbortSignal.any` with an `AbortSignal.timeout` inside would not do: on Node 20 the
 * timeout is garbage-collected before its time where nothing else holds it, and never ends anything (nodejs/node 57736).
 * @param milliseconds from now
 * @param given ends it sooner
 */
export function limitTime(milliseconds: number, given?: AbortSignal): TimeLimit {
  const controller = new AbortController()
  const follow = () => controller.abort(given?.reason)
  // A timer holds what it is to end. It keeps no process alive.
  const timer = setTimeout(
    () => controller.abort(new DOMException(`not done within ${milliseconds} ms`, 'TimeoutError')),
    milliseconds,
  ).unref()
  if (given?.aborted) follow()
  else given?.addEventListener('abort', follow, { once: true })
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer)
      given?.removeEventListener('abort', follow)
    },
  }
}

/** Work that is told when its time is over, and a limit that ends with the work. */
export async function withinTime<T>(
  milliseconds: number,
  given: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = limitTime(milliseconds, given)
  try {
    return await work(limit.signal)
  } finally {
    limit.end()
  }
}
