import type { Locale } from '../../core/locale.ts'
import {
  type Block,
  buttons,
  fields,
  heading,
  note,
  quote,
  type Reply,
  reply,
  table,
} from '../../core/reply.ts'
import type { Zone, ZoneFilter, ZoneRecord } from '../../store/zones.ts'
import { filterNames, filterText } from './filter.ts'
import { words } from './words.ts'

/** Rows that a chat shows at once; the command line shows all. */
const pageSize = 20

/** Zones as a table with the filter that chose them; `page` counts from 0, all rows where it is left out. */
export function listReply(zones: readonly Zone[], filter: ZoneFilter, locale: Locale, page?: number): Reply {
  const say = words[locale]
  const filtered = filterText(filter, locale)
  if (zones.length === 0) return reply(say.nothing(filtered), note(say.incomplete))
  const from = page === undefined ? 0 : page * pageSize
  const shown = page === undefined ? zones : zones.slice(from, from + pageSize)
  const rows = shown.map((it) => [it.short, it.province, it.region, it.cohort ?? '', it.status ?? ''])
  const more: Block[] =
    page !== undefined && from + pageSize < zones.length
      ? [buttons({ label: say.next, action: 'zones.page', value: pageValue(page + 1, filter) })]
      : []
  return reply(
    heading(say.title),
    table(say.columns, rows, say.counted(zones.length, from + 1, from + shown.length, filtered)),
    note(say.incomplete),
    ...more,
  )
}

/** One zone: every cell, also those that no document states, and under them the words that prove them. */
export function zoneReply({ zone, sources }: ZoneRecord, locale: Locale): Reply {
  const say = words[locale]
  const cells: Readonly<Record<string, string | undefined>> = {
    name: zone.name,
    aliases: zone.aliases.join('、') || undefined,
    province: zone.province,
    region: zone.region,
    type: zone.type,
    level: zone.level,
    cohort: zone.cohort,
    theme: zone.theme,
    founded: valuesOf('founded', sources) ?? zone.founded?.toString(),
    status: zone.status,
  }
  const proofs = new Map<string, { words: string; file: string; fields: Set<string> }>()
  for (const it of sources) {
    const key = `${it.file}\n${it.words}`
    const proof = proofs.get(key) ?? { words: it.words, file: it.file, fields: new Set<string>() }
    proof.fields.add(say.fields[it.field] ?? it.field)
    proofs.set(key, proof)
  }
  return reply(
    heading(zone.short),
    fields(Object.entries(cells).map(([field, value]) => [say.fields[field] ?? field, value ?? say.unknown])),
    ...(proofs.size === 0 ? [] : [heading(say.sources)]),
    ...[...proofs.values()].map((it) =>
      quote(it.words, `${[...it.fields].join('、')}，${say.source(it.file)}`),
    ),
  )
}

/** A name that several zones could bear: each as a button. */
export function candidatesReply(name: string, candidates: readonly Zone[], locale: Locale): Reply {
  const shown = candidates.slice(0, 5)
  return reply(
    words[locale].several(name),
    buttons(...shown.map((it) => ({ label: it.short, action: 'zones.show', value: it.id }))),
  )
}

/** A page of a filtered list as a button's value, at most 60 characters; {@link pageOf} reads it. */
function pageValue(page: number, filter: ZoneFilter): string {
  return [page, ...filterNames.map((it) => filter[it] ?? '')].join('|').slice(0, 60)
}

export function pageOf(value: string): { page: number; typed: Record<string, string> } {
  const [page = '0', ...cells] = value.split('|')
  const typed = Object.fromEntries(filterNames.map((name, at) => [name, cells[at] ?? '']))
  return { page: /^\d{1,4}$/.test(page) ? Number(page) : 0, typed }
}

/** Several sources of one cell are contradictions, and all of them are shown. */
function valuesOf(field: string, sources: ZoneRecord['sources']): string | undefined {
  const values = [...new Set(sources.filter((it) => it.field === field).map((it) => it.value))]
  return values.length > 1 ? values.join('；') : undefined
}
