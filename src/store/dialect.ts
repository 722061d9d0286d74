import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import { messageOf } from '../core/errors.ts'

/** Another process writes for so long at most; and until a transaction that must wait for it asks again. */
const BUSY_MS = 5_000
const PAUSE_MS = 5

/** The SQLite file below everything. The only place that knows the driver's pragmas. */
export function openSqlite(file: string): Database.Database {
  const sqlite = new Database(file)
  // WAL: readers never wait for the writer. NORMAL loses at most the last commits at a power cut, never integrity.
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  sqlite.pragma('foreign_keys = ON')
  // Reading postings through the map takes a third off a search over 60,000 passages; 256 MB hold that whole store.
  sqlite.pragma('mmap_size = 268435456')
  sqlite.pragma(`busy_timeout = ${BUSY_MS}`)
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

/** Kysely's dialect, made right about what SQLite does when a disk is full, the power goes, or another process writes. */
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

class RollingBackDriver extends SqliteDriver {
  /**
   * Every transaction of this store writes. One that began by reading would be refused its first write, at once, where a
   * command beside the running bot has written meanwhile; this one waits for its turn, and the chat goes on meanwhile.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const run = (text: string) => connection.executeQuery(CompiledQuery.raw(text))
    await run('pragma busy_timeout = 0')
    try {
      for (let tried = 1; ; tried++) {
        try {
          await run('begin immediate')
          return
        } catch (thrown) {
          if (!isBusy(thrown) || tried >= BUSY_MS / PAUSE_MS) throw thrown
        }
        await setTimeout(PAUSE_MS)
      }
    } finally {
      await run(`pragma busy_timeout = ${BUSY_MS}`)
    }
  }

  /** A full disk makes SQLite roll back by itself; a second rollback would fail and hide why the first was needed. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection)
    } catch (thrown) {
      if (!/no transaction is active/.test(messageOf(thrown))) throw thrown
    }
  }
}

/** Another process is writing. */
export function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_BUSY')
}
