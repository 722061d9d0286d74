import type { Derived } from '../../../store/derived.ts'
import { ForwardIndex } from './forward.ts'
import { bytesOf, partsOf } from './forward-form.ts'

/** A way of cutting texts into terms. */
export interface Cut {
  /** What the store keeps its results under. */
  readonly name: string
  /** Changes where the same text would be cut differently. */
  readonly edition: string
  /** Pure; repeats count once. */
  readonly termsOf: (text: string) => Iterable<string>
}

/** So many texts take 10 ms to cut: fewer new ones are not worth writing all of them again. */
const WORTH_KEEPING = 200

/**
 * Gives texts cut into terms. Each is cut once, in this process or in an earlier one: what a start took a second for is
 * read back from the store in some 20 ms. What cannot be read back is cut anew.
 * @param derived where results are kept; in this process only where left out
 */
export function keepCut(cut: Cut, derived?: Derived): (texts: readonly string[]) => Promise<ForwardIndex> {
  let loading: Promise<ForwardIndex> | undefined
  let kept = 0

  async function load(most: number): Promise<ForwardIndex> {
    const bytes = await derived?.get(cut.name, cut.edition)
    const parts = bytes && partsOf(bytes)
    // Twice as many as are asked for: the others were taken back long ago, or this is another corpus.
    if (!parts || parts.texts.length > 2 * most + WORTH_KEEPING) return new ForwardIndex(cut.termsOf)
    kept = parts.texts.length
    return new ForwardIndex(cut.termsOf, parts)
  }

  async function keep(forward: ForwardIndex): Promise<void> {
    kept = forward.rows
    // A disk that is full or may not be written costs the next start a second, not this question its answer.
    await derived?.put(cut.name, cut.edition, bytesOf(forward.parts())).catch(() => undefined)
  }

  return async (texts) => {
    loading ??= load(texts.length)
    const forward = await loading
    for (const it of texts) forward.rowOf(it)
    if (forward.rows - kept >= WORTH_KEEPING) await keep(forward)
    return forward
  }
}
