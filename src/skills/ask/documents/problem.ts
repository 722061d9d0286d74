import { Problem } from '../../../core/errors.ts'

/** A Problem out of the catalogue's pair of what happened and what to do. */
export function problem([what, remedy]: readonly [what: string, remedy: string], cause?: unknown): Problem {
  return new Problem(what, remedy, cause === undefined ? undefined : { cause })
}
