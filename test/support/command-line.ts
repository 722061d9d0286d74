import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { makeApp } from '../../src/app.ts'
import { runCommandLine } from '../../src/cli/program.ts'
import type { Locale } from '../../src/core/locale.ts'
import { madeOnce } from './made-once.ts'

export interface Ran {
  readonly code: number
  /** What was printed as data. */
  readonly out: string
  /** What was printed for the person at the terminal. */
  readonly err: string
}

export interface Setting {
  /** The folder in which the command is called; the store lies in it. */
  readonly cwd: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  readonly locale?: Locale
  /** The folder of the program: the repository where left out. */
  readonly root?: string
}

const repository = join(import.meta.dirname, '..', '..')

/** Runs one command line in this process, with streams of its own and the real house behind it. */
export async function alliance(argv: readonly string[], setting: Setting): Promise<Ran> {
  const { cwd, input = '', env = {}, locale = 'zh-CN', root = repository } = setting
  const output = collector()
  const errors = collector()
  const app = makeApp({
    env: { DATABASE_URL: `sqlite:${join(cwd, 'alliance.db')}`, ...env },
    root,
    cwd,
    writeLog: (line) => errors.stream.write(line),
  })
  const code = await runCommandLine(argv, {
    input: Readable.from([input]),
    output: output.stream,
    errors: errors.stream,
    cwd,
    locale,
    app,
    onStop: () => {},
  })
  return { code, out: output.text(), err: errors.text() }
}

/** Puts there the store of a bot that was started once: it holds what a new installation starts with. */
export async function installIn(cwd: string): Promise<void> {
  const store = await madeOnce('installation.db', async (path) => {
    const { code, err } = await alliance(['start', '--db', path], { cwd: dirname(path) })
    if (code !== 0) throw new Error(err)
  })
  copyFileSync(store, join(cwd, 'alliance.db'))
}

/** The lines of JSON that a command printed. */
export function linesOf<T>(out: string): T[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}

function collector() {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') }
}
