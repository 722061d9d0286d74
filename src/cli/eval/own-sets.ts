import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalDate } from '../../core/clock.ts'
import type { Measures, Table } from './measures.ts'

/** The sets of questions that come with the program's source; none in an installed package. */
export function ownSets(root: string): readonly string[] {
  const folder = join(root, 'test', 'eval')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name))
}

/** Where the measured quality is written down. */
export const qualityFile = join('docs', 'quality.md')

/**
 * Writes what was measured with a language model between its marks in {@link qualityFile}.
 * @returns whether the file and the marks are there
 */
export function writeQuality(root: string, table: Table, by: { model: string; on: LocalDate }): boolean {
  const path = join(root, qualityFile)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (!marked.test(text)) return false
  writeFileSync(
    path,
    text.replace(marked, (_, begin: string, end: string) => `${begin}${asMarkdown(table, by)}\n${end}`),
  )
  return true
}

const marked = /(<!-- language-model:begin -->\n)[\s\S]*?(<!-- language-model:end -->)/u

/** In English, as the file is. Pure. */
function asMarkdown({ kinds, all }: Table, { model, on }: { model: string; on: LocalDate }): string {
  return [
    `Measured on ${on} with the model \`${model}\`.`,
    '',
    '| kind | questions | evidence in first | in first five | right | refused | refused by mistake | median length |',
    '|---|---|---|---|---|---|---|---|',
    ...Object.entries(kinds).map(([kind, it]) => row(kind, it)),
    row('**all**', all),
  ].join('\n')
}

function row(name: string, it: Measures): string {
  const cells = [
    name,
    it.questions,
    ...[it.evidence1, it.evidence5, it.right, it.refused, it.falseRefusals].map(percent),
  ]
  return `| ${[...cells, it.length ?? '-'].join(' | ')} |`
}

const percent = (share: number | undefined) => (share === undefined ? '-' : `${(share * 100).toFixed(1)}%`)
