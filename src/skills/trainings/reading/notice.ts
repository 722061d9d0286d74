import { isLabel } from './sections.ts'

/** A notice as its format's reader prints it: lines of text, and tables. */
export interface Notice {
  readonly lines: readonly string[]
  readonly tables: readonly NoticeTable[]
}

/** Rows of cells; the first is its header, if it has one. Cells of a merged column are empty below the first. */
export interface NoticeTable {
  /** The line above it. */
  readonly caption: string
  readonly rows: readonly (readonly string[])[]
}

/** A row of one cell has no tab: 10月15日（星期三）上午, over the sessions of that day. */
const headsRows = /^[^，。：:]{0,8}(?:\d+[日号]|上午|下午|晚上)[^，。：:]{0,10}$/u

/**
 * The lines and tables of a text in which a table's cells are parted by tabs, as all our readers print it. Rows of a label
 * and a value (`培训名称⇥…`), as a form has them, become labelled lines. Pure.
 */
export function noticeOf(printed: string): Notice {
  const lines: string[] = []
  const tables: { caption: string; rows: string[][] }[] = []
  let within = false
  for (const raw of printed.split('\n')) {
    const cells = raw.split('\t').map(tidy)
    const line = cells.filter((it) => it !== '').join(' ')
    const tabled = cells.length > 1 || (within && headsRows.test(line))
    if (tabled && line !== '') {
      if (within) tables.at(-1)?.rows.push(cells)
      else tables.push({ caption: lines.at(-1) ?? '', rows: [cells] })
      within = true
    } else if (line !== '') {
      lines.push(line.replace(/^#+\s*/, ''))
      within = false
    }
  }
  const forms = tables.filter(isForm)
  const labelled = forms.flatMap((it) => it.rows.map(([label = '', value = '']) => `${label}：${value}`))
  return { lines: [...lines, ...labelled], tables: tables.filter((it) => !isForm(it)) }
}

/** Two columns, of which the first has nothing but labels that a notice has. */
function isForm({ rows }: NoticeTable): boolean {
  return rows.every((cells) => cells.slice(2).every((it) => it === '') && isLabel(cells[0] ?? ''))
}

/** Full-width figures and letters, and spaces that a layout put in, read like plain ones. */
function tidy(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (it) => String.fromCodePoint((it.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\s\u3000]+/gu, ' ')
    .trim()
}
