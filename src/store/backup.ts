import { randomUUID } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { messageOf, Problem } from '../core/errors.ts'
import { ensureFolder } from './ensure-folder.ts'
import { migrations } from './migrations/index.ts'

/**
 * Copies a store while it is in use (SQLite's online backup). The copy appears under its name only when it is whole.
 * @throws Problem where the copy cannot be written; an earlier file of that name is then untouched
 */
export async function backUp(store: string, to: string): Promise<void> {
  const part = `${to}.${randomUUID().slice(0, 8)}.part`
  try {
    if (!existsSync(store))
      throw new Problem(`没有找到数据库文件 ${store}。`, '请先运行一次 alliance start，或用 --db 指定文件。')
    ensureFolder(dirname(to))
    const sqlite = new Database(store, { readonly: true, fileMustExist: true })
    try {
      await sqlite.backup(part)
    } finally {
      sqlite.close()
    }
    leaveWal(part)
    renameSync(part, to)
  } catch (thrown) {
    for (const file of withSides(part)) rmSync(file, { force: true })
    if (thrown instanceof Problem) throw thrown
    throw new Problem(
      `备份没有写成：${messageOf(thrown)}。`,
      '请检查目标目录的权限和剩余空间；原数据库没有改动。',
      {
        cause: thrown,
      },
    )
  }
}

/**
 * Puts a backup in the place of the store, after checking that it is whole, ours, and not of a newer version.
 * No program may have the store open meanwhile.
 * @returns where the replaced file was put aside, if there was one
 * @throws Problem where the backup is not fit; the store is then untouched
 */
export async function restore(from: string, store: string, stamp: string): Promise<string | undefined> {
  verify(from)
  assertUnused(store)
  const part = `${store}.${randomUUID().slice(0, 8)}.part`
  await backUp(from, part)
  verify(part)
  const aside = existsSync(store) ? `${store}.before-restore-${stamp}` : undefined
  if (aside !== undefined) {
    // -wal and -shm belong to the old file: left behind, SQLite would replay them into the new one.
    const [file = store, ...sides] = withSides(store)
    renameSync(file, aside)
    for (const side of sides) rmSync(side, { force: true })
  }
  renameSync(part, store)
  return aside
}

/** @throws Problem where the file is not a whole store of this program in a version that this one can read */
function verify(file: string): void {
  if (!existsSync(file)) throw new Problem(`没有找到备份文件 ${file}。`, '请检查路径。')
  let steps: string[]
  try {
    const sqlite = new Database(file, { readonly: true, fileMustExist: true })
    try {
      const check = sqlite.pragma('integrity_check', { simple: true })
      if (check !== 'ok') throw new Error(String(check))
      steps = sqlite.prepare<[], string>('SELECT name FROM kysely_migration').pluck().all()
    } finally {
      sqlite.close()
    }
  } catch (thrown) {
    const what = /no such table/.test(messageOf(thrown))
      ? `${file} 是别的程序的数据库，不是联盟助手的备份。`
      : `${file} 不是完好的备份：${messageOf(thrown)}。`
    throw new Problem(what, '现有数据库没有改动；请换一个备份文件。', { cause: thrown })
  }
  const unknown = steps.filter((it) => !Object.hasOwn(migrations, it))
  if (unknown.length > 0) {
    throw new Problem(
      `${file} 由更新版本的联盟助手写成（${unknown.join('、')}）。`,
      '请先升级程序再恢复；现有数据库没有改动。',
    )
  }
}

/** @throws Problem where a program has the store open: it would go on writing into the file that was put aside */
function assertUnused(store: string): void {
  if (!existsSync(store)) return
  let sqlite: Database.Database
  try {
    sqlite = new Database(store, { timeout: 0 })
  } catch {
    return // Not a database: then nothing of ours has it open, and replacing it is what was asked for.
  }
  try {
    // In WAL mode the exclusive lock is refused as long as any other connection exists.
    sqlite.pragma('locking_mode = EXCLUSIVE')
    sqlite.exec('BEGIN EXCLUSIVE; COMMIT')
  } catch (thrown) {
    if (!/locked|busy/i.test(messageOf(thrown))) return
    throw new Problem('数据库正被另一个程序使用，现在不能恢复。', '请先停止联盟助手再恢复。', {
      cause: thrown,
    })
  } finally {
    sqlite.close()
  }
}

/** A copy in one file: write-ahead logging is switched on again when the store is opened. */
function leaveWal(file: string): void {
  const sqlite = new Database(file)
  try {
    sqlite.pragma('journal_mode = DELETE')
  } finally {
    sqlite.close()
  }
}

const withSides = (file: string): string[] => [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]
