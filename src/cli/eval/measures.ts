import type { Verdict } from './judge.ts'

/** The measures of one kind of question, or of all. Shares are 0..1; undefined where nothing was there to measure. */
export interface Measures {
  readonly questions: number
  readonly evidence1?: number
  readonly evidence5?: number
  /** Of the answerable questions. */
  readonly right?: number
  /** Of the unanswerable questions. */
  readonly refused?: number
  /** Answerable questions that were refused. */
  readonly falseRefusals?: number
  /** Median characters of the text of answers. */
  readonly length?: number
  readonly p50: number
  readonly p95: number
}

export interface Table {
  readonly kinds: Readonly<Record<string, Measures>>
  readonly all: Measures
}

/** The table of measures by kind, in the order in which the kinds first appear. Pure. */
export function tableOf(verdicts: readonly Verdict[]): Table {
  const kinds = [...new Set(verdicts.map((it) => it.kind))]
  return {
    kinds: Object.fromEntries(
      kinds.map((kind) => [kind, measuresOf(verdicts.filter((it) => it.kind === kind))]),
    ),
    all: measuresOf(verdicts),
  }
}

function measuresOf(verdicts: readonly Verdict[]): Measures {
  const answerable = verdicts.filter((it) => !it.unanswerable)
  const lengths = verdicts.filter((it) => !it.refused).map((it) => it.length)
  const times = verdicts.map((it) => it.ms)
  const entries: readonly (readonly [keyof Measures, number | undefined])[] = [
    ['evidence1', share(answerable.flatMap((it) => it.first ?? []))],
    ['evidence5', share(answerable.flatMap((it) => it.five ?? []))],
    ['right', share(answerable.map((it) => it.right))],
    ['refused', share(verdicts.filter((it) => it.unanswerable).map((it) => it.refused))],
    ['falseRefusals', share(answerable.map((it) => it.refused))],
    ['length', lengths.length === 0 ? undefined : quantile(lengths, 0.5)],
  ]
  const measured = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  return { questions: verdicts.length, ...measured, p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

function share(all: readonly boolean[]): number | undefined {
  return all.length === 0 ? undefined : all.filter((it) => it).length / all.length
}

/** The smallest value that at least this part of all values does not exceed; 0 of nothing. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
}
