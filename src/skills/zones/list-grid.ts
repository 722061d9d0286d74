import type { Zone } from '../../store/zones.ts'
import {
  asks,
  madeOf,
  type Question,
  type RegisterAnswer,
  type RegisterSource,
  surenessOf,
  valuesOf,
  type World,
} from './facts.ts'
import { captionOf, cohorts, named, zonesOf } from './list-filter.ts'
import { phrases } from './phrases.ts'
import type { RegisterTable } from './register-data.ts'
import { columnIndex } from './table-query.ts'

/** A name of a list with the place where it is printed: line from the top, block of names from the left. */
interface Placed {
  readonly name: string
  readonly line: number
  readonly lane: number
}

/**
 * Questions about a list as it is printed: 「表1第一行三个」, 「表2第2列有谁」, 「东莞在表2第几行」, 「表1第5个」. Names are printed in
 * three blocks side by side, so the n-th of them is told both down the blocks and along the lines.
 */
export function printed(
  question: Question,
  world: World,
  lists: readonly string[],
): RegisterAnswer | undefined {
  const [list] = lists
  if (list === undefined || lists.length > 1) return undefined
  const table = tableOf(world, list)
  if (!table || valuesOf(question, 'year').some((it) => it !== '2014')) return undefined
  if (asks(question, 'why', 'when', 'share', 'compare')) return undefined
  if (
    !madeOf(
      question,
      'list',
      'line',
      'lane',
      'nth',
      'op',
      'subject',
      'year',
      'zone',
      'place',
      'under',
      'parting',
    )
  ) {
    return undefined
  }
  const cells = cellsOf(table)
  const zones = zonesOf(question, world).filter((it) => it.cohort === cohorts[list])
  if (zones.length > 0) {
    return asks(question, 'index') ? positions(question, world, list, zones, cells) : undefined
  }
  const numbers = (slot: 'line' | 'lane') =>
    valuesOf(question, slot).map((it) =>
      it === 'last' ? Math.max(...cells.map((cell) => cell[slot])) : Number(it),
    )
  const lines = numbers('line')
  const lanes = numbers('lane')
  const nth = valuesOf(question, 'nth')[0]
  const within = cells.filter(
    (it) =>
      (lines.length === 0 || lines.includes(it.line)) && (lanes.length === 0 || lanes.includes(it.lane)),
  )
  const where = phrases.printedAt(lines, lanes)
  const label = phrases.listNamed(list)
  if (lines.length + lanes.length === 0) {
    if (nth === undefined || !namesTable(question)) return undefined
    return nthOf(question, world, list, cells, nth === 'last' ? cells.length : Number(nth))
  }
  const chosen =
    nth === undefined ? within : within.slice(...(nth === 'last' ? [-1] : [Number(nth) - 1, Number(nth)]))
  if (chosen.length === 0) return told(question, world, list, phrases.nothingPrinted(where, label), [])
  const names = chosen.map((it) => it.name)
  const exact = nth === undefined ? where : phrases.printedNth(where, nth)
  return told(question, world, list, phrases.printed(exact, names, label), names)
}

/** True where a question speaks of lines, columns or numbers of a list as printed. */
export function asksOfPrint(question: Question): boolean {
  return question.tokens.some((it) => ['line', 'lane', 'nth'].includes(it.slot)) || asks(question, 'index')
}

/** 「验收的第一个」 may mean the first in time; 「表1第一个」 and 「验收名单第一个」 mean the print. */
function namesTable(question: Question): boolean {
  return question.tokens.some((it) => /^附?表/.test(it.text) || /名单/.test(it.text))
}

function positions(
  question: Question,
  world: World,
  list: string,
  zones: readonly Zone[],
  cells: readonly Placed[],
): RegisterAnswer | undefined {
  const places = zones.flatMap((zone) => cells.filter((it) => it.name === zone.name))
  const label = phrases.listNamed(list)
  const text = places.map((it) => phrases.placedAt(it.name, it.line, it.lane, label)).join('；')
  return told(
    question,
    world,
    list,
    text,
    places.map((it) => it.name),
  )
}

function nthOf(
  question: Question,
  world: World,
  list: string,
  cells: readonly Placed[],
  n: number,
): RegisterAnswer {
  const label = phrases.listNamed(list)
  const down = cells[n - 1]
  const along = [...cells].sort((one, other) => one.line - other.line || one.lane - other.lane)[n - 1]
  if (!down || !along) return told(question, world, list, phrases.noNth(n, label, cells.length), [])
  const text =
    down === along
      ? phrases.nth(n, down.name, label, [])
      : phrases.nthBothWays(n, down.name, along.name, label)
  return told(question, world, list, text, [down.name, along.name])
}

function told(
  question: Question,
  world: World,
  list: string,
  text: string,
  names: readonly string[],
): RegisterAnswer {
  const proofs = named(
    world,
    world.zones.filter((it) => names.includes(it.name)),
  )
  const sources: RegisterSource[] = [...captionOf(world, list), ...proofs]
  const filter = phrases.listNamed(list)
  return { text, filter, claims: [{ text, filter }], sources, sureness: surenessOf(question) }
}

function tableOf(world: World, list: string): RegisterTable | undefined {
  const label = captionOf(world, list)[0]?.table
  return world.tables.find((it) => it.label === label && it.label !== '')
}

/** The names in the order of the blocks, each with its line and block as data/register keeps them (行, 栏). */
function cellsOf(table: RegisterTable): Placed[] {
  const [name, line, lane] = [table.main, '行', '栏'].map((it) => columnIndex(table, it))
  return table.rows.map((row) => ({
    name: row[name ?? 0] ?? '',
    line: Number(row[line ?? 0]),
    lane: Number(row[lane ?? 0]),
  }))
}
