import { createHash } from 'node:crypto'

/** Longest text that a button carries on every platform. */
const room = 60

/** An id as a button carries it: itself, or a digest of it where it is too long for the narrowest platform. Pure. */
export function handleOf(id: string): string {
  return id.length <= room ? id : `#${createHash('sha256').update(id).digest('hex').slice(0, 32)}`
}

/** The one that a button means. Pure. */
export function byHandle<T extends { readonly id: string }>(
  all: readonly T[],
  handle: string,
): T | undefined {
  return all.find((it) => it.id === handle) ?? all.find((it) => handleOf(it.id) === handle)
}
