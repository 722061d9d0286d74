import { messageOf, Problem } from '../core/errors.ts'

const explanations: readonly (readonly [code: RegExp, what: string, remedy: string])[] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)|^SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE)/,
    '磁盘写不下了，这一步没有完成；此前存入的都完好。',
    '请清理磁盘或放宽配额，然后重新运行同一命令，不会重复存入。',
  ],
  [
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS)/,
    '没有权限读写数据库所在的位置。',
    '请调整文件和文件夹的权限，或用 --db 指定另一个文件。',
  ],
  [/^SQLITE_(BUSY|LOCKED)/, '数据库正被另一个程序占用，这一步没有完成。', '请稍后再试，或停止另一个程序。'],
  [
    /^SQLITE_(CORRUPT|NOTADB|IOERR)/,
    '数据库文件读不出来，可能已经损坏。',
    '请用 alliance doctor 检查，用 alliance restore 恢复最近的备份。',
  ],
]

/** What a failure of the disk or the database means for people; undefined where it is neither. */
export function explainStoreError(thrown: unknown): Problem | undefined {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const found = explanations.find(([pattern]) => pattern.test(code))
  return found && new Problem(found[1], `${found[2]}（${messageOf(thrown)}）`, { cause: thrown })
}
