import type { Draft } from './render.ts'

/** Answers that one person saw and may share; kept in memory, because Slack sends an ephemeral message back without its text. */
export interface Shares {
  /** @returns the value of the button that shares them */
  keep(drafts: readonly Draft[]): string
  take(id: string): readonly Draft[] | undefined
}

/** The action of the button 「分享到频道」; ours, never handed to a skill. */
export const SHARE = 'slack.share'

const REMEMBERED = 1_000

export function makeShares(): Shares {
  const kept = new Map<string, readonly Draft[]>()
  let count = 0
  return {
    keep(drafts) {
      count += 1
      const id = String(count)
      kept.set(id, drafts)
      const oldest = kept.size > REMEMBERED ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      return id
    },
    take: (id) => kept.get(id),
  }
}
