import { setTimeout } from 'node:timers/promises'
import { DEFAULT_MIGRATION_TABLE, type Kysely, type Migration, Migrator } from 'kysely'
import { Problem } from '../core/errors.ts'
import { isBusy } from './dialect.ts'
import { migrations } from './migrations/index.ts'
import type { Tables } from './tables.ts'

/** Another process that brings the same store up to date is done well within this: tries, and milliseconds between. */
const patience = { tries: 100, pause: 100 }

/**
 * Brings a store up to this version, all steps in one transaction.
 * @throws Problem where the file belongs to another program or was written by a newer version, or a step fails; the
 * file is then as it was
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  for (let tried = 1; ; tried++) {
    const error = await migrateOnce(db)
    if (!error) return
    if (!isBusy(error) || tried >= patience.tries) throw error
    await setTimeout(patience.pause)
  }
}

async function migrateOnce(db: Kysely<Tables>): Promise<unknown> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (tables.length > 0 && !tables.some((it) => it.name === DEFAULT_MIGRATION_TABLE)) throw foreignStore()
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const known = new Set(Object.keys(migrations))
  const unknown = (await migrator.getMigrations().catch(() => [])).filter((it) => !known.has(it.name))
  if (unknown.length > 0) throw newerStore(unknown.map((it) => it.name).join(', '))
  const { error } = await migrator.migrateToLatest()
  if (error instanceof Error && /corrupted migrations/.test(error.message)) throw newerStore(error.message)
  return error
}

export type Migrations = Readonly<Record<string, Migration>>

function foreignStore(): Problem {
  return new Problem('这个数据库属于另一个程序，没有改动它。', '请用 --db 或 DATABASE_URL 指定另一个文件。')
}

function newerStore(cause: string): Problem {
  return new Problem(
    '这个数据库由更新版本的联盟助手写成，本版本不敢改动它。',
    '请升级程序，或用 --db 指定另一个文件；原文件没有改动。',
    { cause },
  )
}
