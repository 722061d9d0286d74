import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { discordRealm } from '../../src/store/migrations/0023-discord-realm.ts'

test('accounts that were kept by guild become one a person, and the member’s stays', async () => {
  const sqlite = new Database(':memory:')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  sqlite.exec(`CREATE TABLE identities (platform TEXT, space TEXT, user TEXT, member_id TEXT, locale TEXT,
    linked_at INTEGER, hears INTEGER, PRIMARY KEY (platform, space, user)) STRICT, WITHOUT ROWID`)
  const insert = sqlite.prepare('INSERT INTO identities VALUES (?, ?, ?, ?, NULL, ?, 0)')
  insert.run('discord', '@me', 'wang', null, 9)
  insert.run('discord', 'guild-1', 'wang', 'm1', 1)
  insert.run('discord', 'guild-2', 'li', 'm2', 1)
  insert.run('slack', 'T1', 'wang', 'm1', 1)
  await discordRealm.up(db)
  expect(sqlite.prepare('SELECT platform, space, user, member_id FROM identities').all()).toEqual([
    { platform: 'discord', space: 'discord', user: 'li', member_id: 'm2' },
    { platform: 'discord', space: 'discord', user: 'wang', member_id: 'm1' },
    { platform: 'slack', space: 'T1', user: 'wang', member_id: 'm1' },
  ])
  await db.destroy()
})
