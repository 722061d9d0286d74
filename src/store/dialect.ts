import Database from 'better-sqlite3'
import {
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import { messageOf } from '../core/errors.ts'

/** The SQLite file below everything. The only place that knows the driver's pragmas. */
export function openSqlite(file: string): Database.Database {
  const sqlite = new Database(file)
  // WAL: readers never wait for the writer. NORMAL loses at most the last commits at a power cut, never integrity.
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  sqlite.pragma('foreign_keys = ON')
  // Reading postings through the map takes a third off a search over 60,000 passages; 256 MB hold that whole store.
  sqlite.pragma('mmap_size = 268435456')
  sqlite.pragma('busy_timeout = 5000')
  return sqlite
}

export function dialectOf(sqlite: Database.Database): SqliteDialect {
  return new OurDialect({ database: rememberingStatements(sqlite) })
}

/** Statements that are kept ready; a question needs some twenty, whose texts repeat. */
const REMEMBERED = 500

/** The same database for Kysely, which has SQLite read every statement anew: here each text is read once. */
function rememberingStatements(sqlite: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>()
  return {
    prepare(text) {
      const known = statements.get(text)
      // One that is being read row by row cannot be run a second time.
      if (known && !known.busy) return known
      const statement = sqlite.prepare(text)
      if (statements.size >= REMEMBERED) {
        const [oldest] = statements.keys()
        if (oldest !== undefined) statements.delete(oldest)
      }
      statements.set(text, statement)
      return statement
    },
    close: () => void sqlite.close(),
  }
}

/** Kysely's dialect, made right about two things that SQLite does when a disk is full or the power goes. */
class OurDialect extends SqliteDialect {
  readonly #database: SqliteDatabase

  constructor({ database }: { readonly database: SqliteDatabase }) {
    super({ database })
    this.#database = database
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }

  override createDriver(): SqliteDriver {
    return new RollingBackDriver({ database: this.#database })
  }
}

/** SQLite rolls a change of tables back like anything else; where Kysely believed otherwise, half a step would stay. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** A full disk makes SQLite roll back by itself; a second rollback would fail and hide why the first was needed. */
class RollingBackDriver extends SqliteDriver {
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection)
    } catch (thrown) {
      if (!/no transaction is active/.test(messageOf(thrown))) throw thrown
    }
  }
}
