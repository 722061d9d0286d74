import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { Problem } from '../../src/core/errors.ts'
import { openStore } from '../../src/store/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a file that is no database is refused by name, and not touched', async () => {
  const file = join(temporaryFolder(), 'letter.txt')
  const text = '这是一封信，不是数据库。'.repeat(200)
  writeFileSync(file, text)
  await expect(openStore(file)).rejects.toThrow(Problem)
  await expect(openStore(file)).rejects.toThrow('letter.txt')
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('a folder instead of a file is refused with the path', async () => {
  const folder = join(temporaryFolder(), 'folder')
  mkdirSync(folder)
  await expect(openStore(folder)).rejects.toThrow(folder)
})

test.skipIf(!existsSync('/proc/self'))(
  'a folder that nobody can make is refused with the path, at once (needs /proc)',
  async () => {
    await expect(openStore('/proc/nobody/alliance.db')).rejects.toThrow(
      '打不开数据库文件 /proc/nobody/alliance.db',
    )
  },
)

test('the folders of a new store are made', async () => {
  const file = join(temporaryFolder(), 'a/b/alliance.db')
  await (await openStore(file)).close()
  expect(existsSync(file)).toBe(true)
})

test('a store of a newer version is refused and not changed', async () => {
  const file = join(temporaryFolder(), 'alliance.db')
  await (await openStore(file)).close()
  const sqlite = new Database(file)
  sqlite.exec("INSERT INTO kysely_migration VALUES ('9999-future', '2030-01-01T00:00:00.000Z')")
  const before = sqlite.prepare('SELECT * FROM sqlite_schema').all()
  sqlite.close()
  await expect(openStore(file)).rejects.toThrow('更新版本')
  const again = new Database(file)
  expect(again.prepare('SELECT * FROM sqlite_schema').all()).toEqual(before)
  again.close()
})

test('opening twice changes nothing', async () => {
  const file = join(temporaryFolder(), 'alliance.db')
  await (await openStore(file)).close()
  const again = await openStore(file)
  expect(await again.documents.list()).toEqual([])
  await again.close()
})

test('the database of another program is refused and not touched', async () => {
  const file = join(temporaryFolder(), 'other.db')
  const sqlite = new Database(file)
  sqlite.exec('CREATE TABLE recipes (id INTEGER PRIMARY KEY, name TEXT)')
  await expect(openStore(file)).rejects.toThrow('另一个程序')
  expect(sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()).toEqual([
    'recipes',
  ])
  sqlite.close()
})

test('an opening that fails halfway leaves nothing half, and the next one succeeds', async () => {
  const file = join(temporaryFolder(), 'alliance.db')
  const sqlite = new Database(file)
  sqlite.pragma('journal_mode = WAL')
  // The last step of the migrations finds its table taken, as after any failure there.
  sqlite.exec(`CREATE TABLE kysely_migration (name VARCHAR(255) NOT NULL PRIMARY KEY, timestamp VARCHAR(255) NOT NULL);
    CREATE TABLE seeds (taken TEXT)`)
  await expect(openStore(file)).rejects.toThrow('seeds')
  const left = sqlite.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'kysely%'",
  )
  expect(left.pluck().all()).toEqual(['seeds'])
  sqlite.exec('DROP TABLE seeds')
  sqlite.close()
  const store = await openStore(file)
  expect(await store.documents.list()).toEqual([])
  await store.close()
})

test('several programs that open a new store at once all get it', async () => {
  const file = join(temporaryFolder(), 'alliance.db')
  const stores = await Promise.all([openStore(file), openStore(file), openStore(file)])
  for (const store of stores) expect(await store.documents.list()).toEqual([])
  await Promise.all(stores.map((it) => it.close()))
})
