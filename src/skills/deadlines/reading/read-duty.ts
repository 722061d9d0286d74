import { type Duty, type DutySource, type Ladder, usualLadder } from '../../../core/duty.ts'
import type { Locale } from '../../../core/locale.ts'
import { type Register, readAudience } from '../../../core/read-audience.ts'
import { officeWords } from '../office/office-words.ts'
import { dutyWords } from '../rules/duty-words.ts'
import { type Around, validateDuty } from '../rules/validate-duty.ts'
import { readRule } from './read-rule.ts'

/** A duty as it is typed, in a form or in a row of a sheet; what is absent stays as it was. */
export interface DutyCells {
  readonly title?: string
  readonly kind?: string
  readonly audience?: string
  readonly rule?: string
  readonly before?: string
  readonly after?: string
  readonly at?: string
  readonly province?: string
  readonly office?: string
  readonly materials?: string
  readonly channel?: string
  readonly source?: string
  readonly path?: string
  readonly quote?: string
  readonly state?: string
}

export type DutyRead = { readonly duty: Duty } | { readonly problems: readonly string[] }

export interface Reading {
  readonly register: Register
  /** The year that dates without one are meant in. */
  readonly year: number
  readonly locale: Locale
}

/** A new duty before anything is said of it. */
export const blankDuty = (id: string): Duty => ({
  id,
  title: '',
  kind: 'other',
  audience: { of: 'zones' },
  rule: { kind: 'unset' },
  ladder: usualLadder,
  materials: [],
  state: 'draft',
  revision: 0,
})

/**
 * The duty that the cells make of the one before. Pure; whether the rule can ever fire, and for whom, is checked after it.
 * @returns every problem at once where there is one
 */
export function readDuty(before: Duty, cells: DutyCells, { register, year, locale }: Reading): DutyRead {
  const say = officeWords[locale].bad
  const problems: string[] = []
  const title = cells.title ?? before.title
  if (title === '') problems.push(say.noTitle)

  const read = cells.rule === undefined ? { rule: before.rule } : readRule(cells.rule, year)
  if ('problem' in read)
    problems.push(
      read.problem === 'date' ? dutyWords[locale].date(read.fault, read.at) : say[read.problem](read.at),
    )

  const audience = cells.audience === undefined ? undefined : readAudience(cells.audience, register)
  if (audience && audience.unknown.length > 0) problems.push(say.audience(audience.unknown.join('、')))

  const ladder = readLadder(before.ladder, cells, locale, problems)
  const state = stateTyped(cells.state, before.state)
  if (state === undefined) problems.push(say.state(cells.state ?? ''))
  if (problems.length > 0 || 'problem' in read || state === undefined) return { problems }

  const channel = cells.channel ?? channelIn(cells.materials) ?? before.channel
  const source = sourceOf(cells) ?? before.source
  return {
    duty: {
      id: before.id,
      title,
      kind: cells.kind ?? before.kind,
      audience: audience?.audience ?? before.audience,
      rule: read.rule,
      ladder,
      materials: cells.materials === undefined ? before.materials : materialsIn(cells.materials),
      state,
      revision: before.revision,
      ...(channel === undefined ? {} : { channel }),
      ...(source === undefined ? {} : { source }),
      ...(before.liveSince === undefined ? {} : { liveSince: before.liveSince }),
    },
  }
}

function readLadder(before: Ladder, cells: DutyCells, locale: Locale, problems: string[]): Ladder {
  const say = officeWords[locale]
  const numbers = (typed: string | undefined, otherwise: readonly number[], field: string) => {
    if (typed === undefined) return otherwise
    const parts = typed
      .normalize('NFKC')
      .split(/[\s,、;]+/)
      .filter((it) => it !== '')
    const read = parts.map((it) => Number(it.replace(/^[+T-]+/, '')))
    if (read.every((it) => Number.isInteger(it))) return read
    problems.push(say.bad.numbers(field, typed))
    return otherwise
  }
  const one = (typed: string | undefined, otherwise: number, field: string) =>
    numbers(typed, [otherwise], field)[0] ?? otherwise
  const [, hour = '', minute = ''] =
    /^(\d{1,2}):([0-5]\d)$/.exec(cells.at?.normalize('NFKC') ?? before.at) ?? []
  if (hour === '' || Number(hour) > 23) problems.push(say.bad.time(cells.at ?? before.at))
  const label = say.duties.labels.ladder
  return {
    before: numbers(cells.before, before.before, label),
    after: numbers(cells.after, before.after, label),
    at: `${hour.padStart(2, '0')}:${minute}`,
    copyProvinceFrom: one(cells.province, before.copyProvinceFrom, label),
    copyOfficeFrom: one(cells.office, before.copyOfficeFrom, label),
  }
}

const parts = (typed: string) =>
  typed
    .split(/[;；\n]/)
    .map((it) => it.trim())
    .filter((it) => it !== '')
const isChannel = (it: string) => /^经.{2,}/.test(it)

function materialsIn(typed: string): readonly string[] {
  return parts(typed).filter((it) => !isChannel(it))
}

/** A part of the materials that begins with 经 says through whom. */
function channelIn(typed: string | undefined): string | undefined {
  return parts(typed ?? '').find(isChannel)
}

/** `标题「原文」` in one cell, or the title, path and words in cells of their own. */
function sourceOf({ source, path, quote }: DutyCells): DutySource | undefined {
  const [, title, said] = /^([^「]+)「([\s\S]+)」$/.exec(source ?? '') ?? []
  const named = (title ?? source)?.trim().replace(/^《(.+)》$/, '$1')
  const words = said ?? quote
  if (named === undefined || named === '' || words === undefined || words === '') return undefined
  return { file: named, title: named, quote: words.trim(), ...(path === undefined ? {} : { path }) }
}

function stateTyped(typed: string | undefined, otherwise: Duty['state']): Duty['state'] | undefined {
  if (typed === undefined) return otherwise
  const states: readonly Duty['state'][] = ['draft', 'live', 'retired']
  return states.find(
    (it) => it === typed || Object.values(officeWords).some((say) => say.states[it] === typed),
  )
}

/** Everything that the rules of the house hold against a duty, as sentences: a rule that never fires, nobody who owes it, … Pure. */
export function faultsOf(duty: Duty, around: Around, locale: Locale): readonly string[] {
  // What the store counts is not the office's to write.
  const { revision: _revision, liveSince: _liveSince, ...written } = duty
  return (validateDuty(written, around).faults ?? []).map((it) => dutyWords[locale].fault(it))
}
