import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import { messageOf, Problem } from '../core/errors.ts'
import type { Host } from './host.ts'

/** A line of a JSONL file that was read, or why it could not be. Numbers start at 1; empty lines are passed over. */
export type ReadLine<T> =
  | { readonly number: number; readonly value: T }
  | { readonly number: number; readonly problem: string }

/**
 * Reads a JSONL file line by line, without ever holding more than one; `-` is the standard input.
 * @throws Problem where the file cannot be read
 */
export async function* readLines<T>(
  file: string,
  schema: z.ZodType<T>,
  host: Host,
): AsyncIterable<ReadLine<T>> {
  const input = file === '-' ? host.input : createReadStream(resolve(host.cwd, file))
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  const unreadable = (cause: unknown) =>
    new Problem(`读不了文件 ${file}：${messageOf(cause)}。`, '请检查路径和读取权限。', { cause })
  // Whether readline passes on an error of its input depends on when it comes; without this a missing file could look
  // like an empty one.
  let failure: unknown
  input.once('error', (error: Error) => {
    failure = error
    lines.close()
  })
  let number = 0
  const all = lines[Symbol.asyncIterator]()
  for (;;) {
    const { done, value: line } = await all.next().catch((thrown: unknown) => {
      throw unreadable(thrown)
    })
    if (done) break
    number += 1
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line
    if (text.trim() !== '') yield readLine(text, number, schema)
  }
  if (failure !== undefined) throw unreadable(failure)
}

function readLine<T>(text: string, number: number, schema: z.ZodType<T>): ReadLine<T> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { number, problem: '不是一行完整的 JSON' }
  }
  const read = schema.safeParse(parsed)
  if (read.success) return { number, value: read.data }
  const what = read.error.issues.map((it) => `${it.path.join('.') || '整行'}：${it.message}`)
  return { number, problem: what.join('；') }
}
