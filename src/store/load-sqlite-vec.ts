import { arch, platform } from 'node:process'
import type Database from 'better-sqlite3'
import { messageOf, Problem } from '../core/errors.ts'

/**
 * Gives an open database the functions of sqlite-vec, only where vectors are compared.
 * @throws Problem where there is no build of it for this machine
 */
export async function loadSqliteVec(sqlite: Database.Database): Promise<void> {
  try {
    const { load } = await import('sqlite-vec')
    load(sqlite)
  } catch (thrown) {
    throw new Problem(
      `这台机器（${platform}-${arch}）上不能比对向量：${messageOf(thrown)}`,
      '检索照常按词进行。sqlite-vec 支持 Linux、macOS、Windows 的常见机型；请重新安装依赖，或去掉 OPENAI_EMBEDDING_MODEL。',
      { cause: thrown },
    )
  }
}
