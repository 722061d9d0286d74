import { type Kysely, type Migration, sql } from 'kysely'

/**
 * For whom a question was asked and on what it followed, so that the queue can be shown to those whom it concerns and
 * be understood; who wrote an expert's reply, so that they can take it back; the words that a reply names as its source.
 */
export const questionContext: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE asked ADD COLUMN organization TEXT`.execute(db)
    await sql`ALTER TABLE asked ADD COLUMN context TEXT NOT NULL DEFAULT ''`.execute(db)
    await sql`ALTER TABLE expert_replies ADD COLUMN member TEXT`.execute(db)
    await sql`
      UPDATE expert_replies SET passages =
        (SELECT json_group_array(json_object('passageId', value, 'quote', '')) FROM json_each(passages))`.execute(
      db,
    )
    await sql`CREATE INDEX expert_replies_asked ON expert_replies (asked_id) WHERE withdrawn_at IS NULL`.execute(
      db,
    )
  },
}
