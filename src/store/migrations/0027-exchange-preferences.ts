import { type Kysely, type Migration, sql } from 'kysely'

/** Whom a participant of the next exchange day wants to meet, whom not, and when it is not there. */
export const exchangePreferences: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `CREATE TABLE exchange_preferences (
          organization TEXT PRIMARY KEY CHECK (organization <> ''),
          body TEXT NOT NULL CHECK (json_valid(body)),
          since INTEGER NOT NULL,
          who TEXT NOT NULL CHECK (who <> '')
        ) STRICT, WITHOUT ROWID`,
      )
      .execute(db)
  },
}
