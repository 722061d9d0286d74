import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type EvalLine, evalLine } from '../src/cli/eval/line.ts'
import { linesOf } from './ours.ts'

/** The questions of test/eval that may be read; those held out are not among them. */
export function developing(): EvalLine[] {
  const folder = join('test', 'eval')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => linesOf(join(folder, name)))
    .map((line) => evalLine.parse(line))
    .filter((line) => !line.held_out)
}
