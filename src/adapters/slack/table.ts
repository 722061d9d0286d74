import type { types } from '@slack/bolt'
import type { Block } from '../../core/reply.ts'
import { limits } from './limits.ts'
import { textElements, visible } from './rich-text.ts'
import { lineUnits, type Surface, textUnits, type Unit, unit } from './unit.ts'

type Table = Extract<Block, { kind: 'table' }>

/**
 * A table as Slack tables, the header on top of each where one cannot hold all rows; where Slack has no tables (App
 * Home) or none so wide, its rows as lines. Pure.
 */
export function tableUnits(table: Table, surface: Surface): readonly Unit[] {
  const caption =
    table.caption === undefined || table.caption === ''
      ? []
      : textUnits(textElements(table.caption, { bold: true }), table.caption)
  const all = [table.header, ...table.rows]
  const columns = Math.max(0, ...all.map((row) => row.length))
  // A table may fill half of a message, so that it finds room beside its answer.
  const room = limits.messageWeight / 2
  const header = weightOf(table.header)
  const drawable =
    surface === 'message' &&
    columns > 0 &&
    columns <= limits.tableColumns &&
    table.rows.every((row) => weightOf(row) + header <= room)
  if (!drawable) return [...caption, ...lineTable(all)]
  return [...caption, ...chunks(table, room - header).map((rows) => drawTable(table.header, rows, columns))]
}

function lineTable(rows: readonly (readonly string[])[]): readonly Unit[] {
  const lines = rows.filter((row) => row.length > 0).map((row) => row.join(' | '))
  return lines.length === 0 ? [] : lineUnits(lines.join('\n'))
}

function drawTable(header: readonly string[], rows: readonly (readonly string[])[], columns: number): Unit {
  const shown = [...(header.length === 0 ? [] : [header]), ...rows]
  const block: types.TableBlock = {
    type: 'table',
    rows: shown.map((row) => Array.from({ length: columns }, (_, at) => cell(row[at] ?? ''))),
    column_settings: Array.from({ length: columns }, () => ({ is_wrapped: true })),
  }
  const text = shown.map((row) => row.join(' | ')).join('\n')
  return unit(
    block,
    text,
    shown.reduce((sum, row) => sum + weightOf(row), 0),
  )
}

function chunks(table: Table, room: number): readonly (readonly (readonly string[])[])[] {
  const perTable = limits.tableRows - (table.header.length === 0 ? 0 : 1)
  const all: (readonly string[])[][] = [[]]
  let left = room
  for (const row of table.rows) {
    const weight = weightOf(row)
    const last = all.at(-1)
    if (last && last.length < perTable && (weight <= left || last.length === 0)) last.push(row)
    else {
      all.push([row])
      left = room
    }
    left -= weight
  }
  return all.filter((rows) => rows.length > 0 || table.header.length > 0)
}

/** Slack refuses a cell without a character. */
const cell = (text: string): types.RawTextElement => {
  const shown = visible(text)
  return { type: 'raw_text', text: shown.trim() === '' ? '\u00a0' : shown }
}

const weightOf = (row: readonly string[]): number => row.reduce((sum, it) => sum + it.length + 5, 0)
