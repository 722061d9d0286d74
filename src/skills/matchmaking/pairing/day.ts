/** A zone, or whoever comes to an exchange day. */
export interface Participant {
  readonly id: string
  /** Rounds, numbered from 1, in which it is there; all where left out. */
  readonly rounds?: readonly number[]
}

/** Two participants' ids, in any order. */
export type Pair = readonly [one: string, other: string]

/** What an exchange day is planned from. Pure data, so that it can be sent to a worker. */
export interface Day {
  readonly participants: readonly Participant[]
  readonly rounds: number
  readonly tables: number
  /** What a meeting is worth, 0 to 1. Pairs that are not named may meet all the same, and are worth 0. */
  readonly worths: readonly (readonly [one: string, other: string, worth: number])[]
  /** Who asked to meet whom. A veto goes before a wish. */
  readonly wishes?: readonly Pair[]
  readonly vetoes?: readonly Pair[]
  /** Who met already, last year's day included: they do not meet again. */
  readonly met?: readonly Pair[]
}

/** Two at a table, or three once a round where the number is odd. */
export interface Meeting {
  readonly table: number
  readonly members: readonly string[]
  /** Of a trio, of its best two pairs. */
  readonly worth: number
}

export interface Round {
  readonly number: number
  readonly meetings: readonly Meeting[]
  /** There, and without a meeting. */
  readonly resting: readonly string[]
  /** What this round's meetings are worth by what was optimized, and what no other could exceed, given the rounds before. */
  readonly weight: number
  readonly bound: number
}

/** Why somebody has no meeting, or fewer; `relax` in words.ts says what to do. */
export type Lack =
  | { readonly kind: 'alone' }
  | { readonly kind: 'nobody-left'; readonly id: string; readonly vetoed: number; readonly met: number }
  | { readonly kind: 'never-there'; readonly id: string }
  | { readonly kind: 'few-tables'; readonly id: string; readonly needed: number }

export interface DayPlan {
  readonly rounds: readonly Round[]
  readonly lacks: readonly Lack[]
}

/** The key of a pair, whichever comes first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`
}

/** All pairs at a table. */
export function pairsOf({ members }: Pick<Meeting, 'members'>): readonly Pair[] {
  return members.flatMap((one, at) => members.slice(at + 1).map((other) => [one, other] as const))
}
