import { clean } from './clean.ts'
import type { Hint, Manuscript } from './manuscript.ts'
import { type TableFacts, tableOf } from './tables.ts'

/** Rows of a table that stand in one passage; longer tables are cut, each part with caption and header. */
const rowsTogether = 100

/** Writes the printed text of a format that knows its own structure: one paragraph a line, and what each line is. */
export class ManuscriptWriter {
  private readonly parts: string[] = []
  private readonly hints: Hint[] = []
  private length = 0

  heading(text: string, level: number): void {
    const start = this.line(text)
    if (start !== undefined) this.hints.push({ kind: 'heading', level, start, end: this.length - 2 })
  }

  /** A paragraph; line breaks inside it stay. */
  paragraph(text: string): void {
    this.line(text)
  }

  /** A stretch that is kept in the printed text and belongs to no passage. */
  furniture(text: string): void {
    const start = this.line(text)
    if (start !== undefined) this.hints.push({ kind: 'dropped', start, end: this.length - 2 })
  }

  /**
   * @param printed the cells as printed, '' where a cell continues another
   * @param filled the same with merged cells filled in, where the format tells which are
   */
  table(printed: readonly (readonly string[])[], filled = printed, facts: TableFacts = {}): void {
    const table = tableOf(filled, { ...facts, filled: filled !== printed })
    const depth = filled.length - table.rows.length
    const lines = printed.map((row) =>
      row
        .map((cell) => cell.replace(/\s+/g, ' ').trim())
        .join('\t')
        .trimEnd(),
    )
    for (let from = 0; from < Math.max(1, table.rows.length); from += rowsTogether) {
      const to = Math.min(table.rows.length, from + rowsTogether)
      const text = lines.slice(from === 0 ? 0 : from + depth, to + depth)
      const caption = from === 0 && facts.caption !== undefined ? [facts.caption] : []
      const start = this.line([...caption, ...text].join('\n'))
      if (start === undefined) continue
      const shown = text.map((row) => row.split('\t').map(clean).join('\t').trim())
      this.hints.push({
        kind: 'table',
        start,
        end: this.length - 2,
        table: { ...table, rows: table.rows.slice(from, to) },
        text: [...caption.map(clean), ...shown].join('\n'),
      })
    }
  }

  finish(): Manuscript {
    return { printed: this.parts.join(''), hints: this.hints }
  }

  private line(text: string): number | undefined {
    const lines = text.split('\n').map((line) => line.trimEnd())
    const first = lines.findIndex((line) => line !== '')
    const trimmed = lines.slice(Math.max(0, first)).join('\n').trimEnd()
    if (trimmed.trim() === '') return undefined
    const start = this.length
    this.parts.push(`${trimmed}\n\n`)
    this.length += trimmed.length + 2
    return start
  }
}
