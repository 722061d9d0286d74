import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { backUp, restore } from '../../src/store/backup.ts'
import { openStore } from '../../src/store/index.ts'
import { message } from '../support/messages.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const kept = message('备份前说的', { id: 'kept' })
const later = message('备份后说的', { id: 'later' })

/** A store with one message, and its backup. */
async function backedUp() {
  const folder = temporaryFolder()
  const file = join(folder, 'alliance.db')
  const copy = join(folder, 'backups', 'copy.db')
  const store = await openStore(file)
  await store.inbox.claim(kept)
  // While it is open and its last words are in the write-ahead log only.
  await backUp(file, copy)
  await store.inbox.claim(later)
  await store.close()
  return { folder, file, copy }
}

async function owedIn(file: string): Promise<string[]> {
  const store = await openStore(file)
  const ids = (await store.inbox.owed('console')).map((it) => it.id)
  await store.close()
  return ids
}

test('a backup of a store in use holds all that was said, in one file', async () => {
  const { copy } = await backedUp()
  expect(readdirSync(join(copy, '..'))).toEqual(['copy.db'])
  expect(await owedIn(copy)).toEqual(['kept'])
})

test('restore puts the backup in place and keeps the replaced store', async () => {
  const { file, copy } = await backedUp()
  const aside = await restore(copy, file, '20141231')
  expect(await owedIn(file)).toEqual(['kept'])
  expect(aside).toBe(`${file}.before-restore-20141231`)
  expect(await owedIn(aside ?? '')).toEqual(['kept', 'later'])
})

test('restore works where there is no store yet', async () => {
  const { folder, copy } = await backedUp()
  const fresh = join(folder, 'new', 'alliance.db')
  expect(await restore(copy, fresh, 's')).toBeUndefined()
  expect(await owedIn(fresh)).toEqual(['kept'])
})

describe('restore refuses, and leaves the store as it was,', () => {
  test.each<[string, RegExp, (copy: string) => void]>([
    ['what is not there', /没有找到/, (copy) => void writeFileSync(`${copy}.elsewhere`, '')],
    [
      'a file that is no database',
      /不是完好的备份/,
      (copy) => writeFileSync(copy, 'not a database, '.repeat(100)),
    ],
    [
      'a truncated backup',
      /不是完好的备份/,
      (copy) => writeFileSync(copy, readFileSync(copy).subarray(0, 9000)),
    ],
    ['the database of another program', /别的程序/, (copy) => edit(copy, 'DROP TABLE kysely_migration')],
    [
      'a backup of a newer version',
      /更新版本/,
      (copy) => edit(copy, "INSERT INTO kysely_migration VALUES ('9999-future', '2030-01-01T00:00:00.000Z')"),
    ],
  ])('%s', async (name, expected, spoil) => {
    const { file, copy } = await backedUp()
    spoil(copy)
    const from = name === 'what is not there' ? `${copy}.nowhere` : copy
    await expect(restore(from, file, 's')).rejects.toThrow(expected)
    expect(await owedIn(file)).toEqual(['kept', 'later'])
    expect(readdirSync(join(file, '..')).filter((it) => /part|before/.test(it))).toEqual([])
  })

  test('while a program has the store open', async () => {
    const { file, copy } = await backedUp()
    const open = await openStore(file)
    await open.inbox.owed('console')
    await expect(restore(copy, file, 's')).rejects.toThrow('正被另一个程序使用')
    await open.close()
    expect(await owedIn(file)).toEqual(['kept', 'later'])
  })
})

test('a store that is broken can be replaced', async () => {
  const { file, copy } = await backedUp()
  writeFileSync(file, 'ruined')
  await restore(copy, file, 's')
  expect(await owedIn(file)).toEqual(['kept'])
})

test('a backup that cannot be written says so and leaves nothing half', async () => {
  const { folder, file } = await backedUp()
  const blocked = join(folder, 'blocked')
  mkdirSync(blocked)
  await expect(backUp(file, blocked)).rejects.toThrow('备份没有写成')
  await expect(backUp(join(folder, 'nothing.db'), join(folder, 'x.db'))).rejects.toThrow('没有找到数据库文件')
  expect(existsSync(join(folder, 'x.db'))).toBe(false)
  expect(readdirSync(folder).filter((it) => it.includes('part'))).toEqual([])
})

function edit(file: string, statement: string): void {
  const sqlite = new Database(file)
  sqlite.exec(statement)
  sqlite.close()
}
