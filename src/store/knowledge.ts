import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * What answers rest on, as one short text: another one whenever a document, a confirmed question, the zone register or
 * an expert's reply or a passage's vector comes, changes or is taken back, in this process or in another.
 */
export async function stateOfKnowledge(db: Kysely<Tables>): Promise<string> {
  // A reply is only ever added or withdrawn, so two counts tell of each.
  const { rows } = await sql<{ state: string }>`
    SELECT coalesce((SELECT value FROM index_facts WHERE name = 'revision'), 0)
      || '/' || (SELECT value FROM zone_revision)
      || '/' || (SELECT count(*) || '/' || count(withdrawn_at) FROM expert_replies)
      || '/' || coalesce((SELECT value FROM index_facts WHERE name = 'vectors'), 0) AS state`.execute(db)
  return rows[0]?.state ?? ''
}
