import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import { messageOf, Problem } from '../core/errors.ts'
import type { Context } from './host.ts'

interface WrittenWords {
  notDocx(file: string): readonly [string, string]
  written(file: string): string
  notWritten(file: string, why: string): readonly [string, string]
}

/** @throws Problem where a draft would be given a name under which no word processor opens it */
export function ensureDocx(file: string, say: Pick<WrittenWords, 'notDocx'>): string {
  if (extname(file).toLowerCase() !== '.docx') throw new Problem(...say.notDocx(file))
  return file
}

/** @throws Problem where a file would be given a name that says it is something else. @param endings e.g. `.svg` */
export function ensureEnding(
  file: string,
  endings: readonly string[],
  say: { badEnding(file: string, endings: readonly string[]): readonly [string, string] },
): void {
  if (!endings.includes(extname(file).toLowerCase())) throw new Problem(...say.badEnding(file, endings))
}

/** Writes a file where the command line says, and tells of it. @throws Problem where the disk refuses */
export async function writeTo(
  context: Context,
  file: string,
  content: string | Uint8Array,
  say: Pick<WrittenWords, 'written' | 'notWritten'>,
): Promise<void> {
  const path = write(context, file, content, say)
  if (context.flags.json) await context.out(JSON.stringify({ file: path }))
  else context.tell(say.written(file))
}

/** The same beside data that is printed: what is printed stays the data alone. */
export function writeBeside(
  context: Context,
  file: string,
  content: string | Uint8Array,
  say: Pick<WrittenWords, 'written' | 'notWritten'>,
): void {
  write(context, file, content, say)
  context.tell(say.written(file))
}

function write(
  { host }: Context,
  file: string,
  content: string | Uint8Array,
  say: Pick<WrittenWords, 'notWritten'>,
): string {
  const path = resolve(host.cwd, file)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  } catch (thrown) {
    throw new Problem(...say.notWritten(file, messageOf(thrown)), { cause: thrown })
  }
  return path
}
