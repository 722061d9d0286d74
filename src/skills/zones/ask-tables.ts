import { asks, type Teller, valuesOf } from './facts.ts'
import { isZoneList, withoutUnit } from './lexicon.ts'
import { phrases } from './phrases.ts'
import { asksCaption, asksUnit, captioned, lacking, nthOf, positionOf, unitOf } from './table-cells.ts'
import { apart, byHeading, echoes, headingOf, largest } from './table-headings.ts'
import { columnIndex, distinct, rowsWith } from './table-query.ts'
import { asksOfTable, calledOf, columnsOf, conditionsOf, nameOf, tableOf, targetOf } from './table-subject.ts'
import { counterOf, labelOf, shown, statedIn, told } from './table-told.ts'

/** Questions about any table: the n-th row, the rows under a heading, those that hold a word, how many, which column. */
export const askTables: Teller = (question, world) => {
  const table = tableOf(question, world)
  if (!table || isZoneList(table) || !asksOfTable(question)) return undefined
  const conditions = conditionsOf(question, world, table)
  if (!conditions) return lacking(question, table)
  const rows = conditions.reduce((left, it) => rowsWith(table, left, it), table.rows)
  const columns = columnsOf(question, world, table)
  if (asks(question, 'most', 'least')) return largest(question, table, columns, conditions)
  if (asksCaption(question, table, columns, conditions)) return captioned(question, table)
  const heading = headingOf(question, table, rows, columns)
  if (heading) return heading
  const unit = conditions.length > 0 && asksUnit(question) ? unitOf(question, table, rows) : undefined
  if (unit) return unit
  const target = targetOf(columns, table, conditions, asks(question, 'member'))
  const filter = phrases.filter(
    labelOf(table),
    conditions.map((it) => withoutUnit(it)),
  )
  const nth = [...valuesOf(question, 'nth'), ...valuesOf(question, 'line')][0]
  if (nth !== undefined) return nthOf(question, table, rows, target, nth, filter, conditions)
  if (asks(question, 'index')) return positionOf(question, table, rows, filter)
  const values = distinct(rows, columnIndex(table, target))
  if (conditions.length === 0 && asks(question, 'member') && !asks(question, 'count', 'list'))
    return undefined
  const counting = asks(question, 'count', 'items')
  if (counting && columns.length === 2 && conditions.length === 0 && apart(question)) {
    return byHeading(question, table, columns)
  }
  if (counting && columns.length > 1 && conditions.length === 0) {
    const sizes = columns.map((it) => [it, distinct(rows, columnIndex(table, it)).length] as const)
    const called = sizes.map(([name, size]) => [nameOf(question, world, table, name), size] as const)
    return told(question, table, phrases.columnCounts(called, filter), [], filter, statedIn(world, called))
  }
  const member = asks(question, 'member') && !counting
  if (!member && echoes(question, values, conditions)) return undefined
  const text =
    values.length === 0
      ? phrases.hasNoRows(filter)
      : member
        ? phrases.hasRows(values, filter)
        : phrases.rows(shown(question, values), values.length, filter, counting, counterOf(question, table))
  const stated =
    counting && conditions.length === 0 ? statedIn(world, [[calledOf(question, table), values.length]]) : []
  return told(question, table, text, values, filter, stated)
}
