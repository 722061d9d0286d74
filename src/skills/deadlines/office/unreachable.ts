import { unfinished } from '../../../core/duty.ts'
import type { Ears } from '../../../core/ears.ts'
import type { Locale } from '../../../core/locale.ts'
import { type Block, buttons, heading, note, type Reply, reply, table } from '../../../core/reply.ts'
import type { OutboxRow } from '../../../store/outbox.ts'
import type { Entry } from '../entries.ts'
import { mostRows } from '../entries.ts'
import { actions } from '../faces.ts'
import { words } from '../words.ts'

const mostParked = 5

/** Zones that owe something and that nobody can tell, with who is told in their place. Pure. */
export function drawUnreachable(entries: readonly Entry[], ears: Ears, locale: Locale): Reply {
  const say = words[locale].unreachable
  const owed = new Map<string, { name: string; count: number }>()
  for (const { organization, obligation } of entries) {
    if (!unfinished.has(obligation.state) || ears.of(organization.id).length > 0) continue
    const known = owed.get(organization.id)
    owed.set(organization.id, { name: organization.name, count: (known?.count ?? 0) + 1 })
  }
  if (owed.size === 0) return reply(say.none)
  const rows = [...owed].map(([id, { name, count }]) => [
    name,
    String(count),
    ears.province(id).length > 0 ? say.province : say.office,
  ])
  return reply(
    heading(`${say.title}（${rows.length}）`),
    table(say.header, rows.slice(0, mostRows)),
    ...(rows.length > mostRows ? [note(words[locale].board.more(rows.length - mostRows))] : []),
    note(say.how),
  )
}

/** Deliveries that only the office can help, each with a button that sends it again. Pure. */
export function drawParked(rows: readonly OutboxRow[], locale: Locale): Reply {
  const say = words[locale].parked
  if (rows.length === 0) return reply(say.none)
  return reply(
    heading(`${say.title}（${rows.length}）`),
    table(
      say.header,
      rows.slice(0, mostRows).map((it) => [placeOf(it), it.kind, it.why ?? '']),
    ),
    note(say.how),
    ...rows.slice(0, mostParked).map(
      (it): Block =>
        buttons({
          label: `${words[locale].buttons.release} ${placeOf(it)}`,
          action: actions.release,
          value: it.key,
        }),
    ),
  )
}

export function placeOf({ to }: Pick<OutboxRow, 'to'>): string {
  return `${to.platform}/${to.channel}`
}
