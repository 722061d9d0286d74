import type Database from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { cachedPerTick } from './cached-per-tick.ts'
import type { Tables } from './tables.ts'

/** Grows with every change of what search answers from: what was remembered of an earlier one is void. */
export interface Revision {
  now(): Promise<number>
  /** The same of documents alone: a confirmed question leaves what was remembered of texts as it is. */
  ofTexts(): Promise<number>
  /** Called inside the transaction that makes the change. */
  raise(by: 'texts' | 'questions'): void
}

export function makeRevision(db: Kysely<Tables>, sqlite: Database.Database): Revision {
  const known = cachedPerTick(async () => {
    const { rows } = await sql<{ name: string; value: string }>`
      SELECT name, value FROM index_facts WHERE name IN ('revision', 'texts')`.execute(db)
    const facts = new Map(rows.map((it) => [it.name, Number(it.value)]))
    return { all: facts.get('revision') ?? 0, texts: facts.get('texts') ?? 0 }
  })
  return {
    now: async () => (await known.read()).all,
    ofTexts: async () => (await known.read()).texts,
    raise(by) {
      const raise = sqlite.prepare(
        `INSERT INTO index_facts VALUES (?, '1')
         ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`,
      )
      for (const name of by === 'texts' ? ['revision', 'texts'] : ['revision']) raise.run(name)
      known.forget()
    },
  }
}
