import type { Block } from '../../core/reply.ts'
import { clean, plainTokens, type Token, tokensOf, unmentioned } from './markdown.ts'

type Table = Extract<Block, { kind: 'table' }>

/** Widest table that a telephone shows without breaking its lines, in half-width columns. */
const widest = 44
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u

/**
 * Discord has no tables: a narrow one is aligned in a block of code, a wide one becomes a list whose rows name every
 * column. Pure.
 */
export function tableTokens(table: Table): readonly Token[] {
  const caption = table.caption === undefined ? [] : tokensOf([{ kind: 'bold', text: `${table.caption}\n` }])
  const rows = [table.header, ...table.rows].map((row) =>
    row.map((cell) => clean(cell).replaceAll('\n', ' ')),
  )
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at] ?? ''))),
  )
  const width = widths.reduce((sum, it) => sum + it + 2, 0)
  const code = width <= widest && !rows.some((row) => row.some((cell) => cell.includes('`')))
  return [...caption, ...(code ? aligned(rows, widths) : listed(table))]
}

function aligned(rows: readonly (readonly string[])[], widths: readonly number[]): readonly Token[] {
  const lines = rows.map((row) => {
    const line = widths
      .map((width, at) => (row[at] ?? '') + ' '.repeat(width - widthOf(row[at] ?? '')))
      .join('  ')
    return unmentioned(line.trimEnd())
  })
  // A fence a group of lines: a message may end between two groups, never within one.
  const groups: string[][] = [[]]
  for (const line of lines) {
    if ((groups.at(-1)?.length ?? 0) === 8) groups.push([])
    groups.at(-1)?.push(line)
  }
  return groups.map((group) => ({ text: `\`\`\`\n${group.join('\n')}\n\`\`\`\n`, stop: true }))
}

function listed({ header, rows }: Table): readonly Token[] {
  const head = tokensOf([{ kind: 'bold', text: header.join(' | ') }])
  const lines = rows.map((row) => {
    const cells = row.map((cell, at) => (at === 0 || !header[at] ? cell : `${header[at]}：${cell}`))
    return plainTokens(`${cells.join('；')}\n`).map((it, at) =>
      at === 0 ? { ...it, text: `- ${it.text}` } : it,
    )
  })
  return [...head, { text: '\n', stop: true }, ...lines.flat()]
}

function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += wide.test(sign) ? 2 : 1
  return width
}
