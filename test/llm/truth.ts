import { sentencesOf } from '../../src/skills/ask/answer/sentences.ts'
import type { Store } from '../../src/store/index.ts'
import { allPassages, groundOf, trueSentences } from './corpus.ts'
import { handMadeLies, liesAbout } from './lies.ts'

export interface Tried {
  readonly kind: string
  readonly text: string
  readonly passed: boolean
  /** Milliseconds that the check took. */
  readonly ms: number
  readonly fault?: string
}

/** What the check lets through of what is true, and of what is not. */
export interface Truth {
  readonly truths: readonly Tried[]
  readonly lies: readonly Tried[]
}

/** Sentences that a colleague would quote: no headings, no rows of tables. Characters. */
const quotable = { least: 12, most: 200 }

export async function measureTruth(store: Pick<Store, 'documents' | 'passages' | 'zones'>): Promise<Truth> {
  const passages = await allPassages(store)
  const ground = await groundOf(store)
  const tried = (kind: string, text: string, passage: (typeof passages)[number]): Tried => {
    const begun = performance.now()
    const { fault } = ground(text, passage)
    const ms = performance.now() - begun
    return { kind, text, ms, passed: fault === undefined, ...(fault === undefined ? {} : { fault }) }
  }
  const verbatim = passages
    .filter((it) => it.kind === 'text')
    .flatMap((passage) =>
      sentencesOf(passage.text, passage.table)
        .filter(({ text }) => text.length >= quotable.least && text.length <= quotable.most)
        .map(({ text }) => tried('word for word', text, passage)),
    )
  const reworded = trueSentences(passages)
  const truths = reworded.map(({ heldOut, text, passage }) => ({
    ...tried(heldOut ? 'reworded, held out' : 'reworded', text, passage),
    passage,
    heldOut,
  }))
  // A lie about a sentence that the check drops anyhow would prove nothing.
  const lies = truths.filter((it) => it.passed).flatMap((it) => liesAbout(it, passages))
  return {
    truths: [...verbatim, ...truths.map(({ passage: _passage, heldOut: _heldOut, ...it }) => it)],
    lies: [...lies, ...handMadeLies(passages)].map(({ kind, text, passage }) => tried(kind, text, passage)),
  }
}
