/** A deadline for an asynchronous operation. */
export interface TimeLimit {
  /** Aborted with a `TimeoutError` when time is up, or with the given signal's reason. */
  readonly signal: AbortSignal
  /** Clears the timer. Always call it when the operation is done. */
  end(): void
}

/**
 * Limits how long something may take. Not `AbortSignal.any` with `AbortSignal.timeout`: on Node 20 that timeout may be
 * garbage-collected before it fires (nodejs/node#57736).
 * @param given an outer signal that may abort earlier
 */
export function limitTime(milliseconds: number, given?: AbortSignal): TimeLimit {
  const controller = new AbortController()
  const follow = () => controller.abort(given?.reason)
  // Unlike AbortSignal.timeout, a timer keeps a strong reference to the controller; unref, so it keeps no process alive.
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

/** Runs work with a signal that aborts when the time is up. */
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
