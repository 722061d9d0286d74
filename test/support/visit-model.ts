/**
 * What two zones may do about visits, written a second time and as plainly as possible: a table of who may do what when,
 * and for each day a list of who is there. It shares nothing with what it judges but the shape of events.
 */
import type { VisitEvent } from '../../src/skills/trainings/visits/visit.ts'

export interface VisitHappened {
  readonly today: string
  readonly event: VisitEvent
}

interface Row {
  id: string
  guest: string
  people: number
  state: string
  from: string
  to: string
  told: Set<string>
}

const allowed: Readonly<Record<string, readonly string[]>> = {
  'host answer': ['asked', 'answered'],
  'guest agree': ['answered'],
  'host end': ['asked', 'answered', 'agreed'],
  'guest end': ['asked', 'answered', 'agreed'],
  'host report': ['agreed', 'held'],
  'guest report': ['agreed', 'held'],
}

/** Every visit as one line: who, how far, when, and who has told of it. */
export function visitModelOf(
  host: string,
  capacity: number,
  all: readonly VisitHappened[],
): readonly string[] {
  const rows: Row[] = []
  let withdrawn = false

  /** People who are there on that day besides those of one visit. */
  const there = (day: string, besides: Row) =>
    rows
      .filter((it) => it !== besides && ['answered', 'agreed', 'held'].includes(it.state))
      .filter((it) => it.from <= day && day <= it.to)
      .reduce((sum, it) => sum + it.people, 0)

  for (const { today, event } of all) {
    if (event.kind === 'withdraw') {
      if (event.by !== host) continue
      if (!withdrawn)
        for (const it of rows) if (['asked', 'answered'].includes(it.state)) it.state = 'declined'
      withdrawn = true
      continue
    }
    if (event.kind === 'ask') {
      const before = rows.find(
        (it) => it.guest === event.by && ['asked', 'answered', 'agreed'].includes(it.state),
      )
      const late = event.wanted.some((it) => it.from < today)
      if (withdrawn || late || event.by === host || event.people > capacity || before?.state === 'agreed')
        continue
      if (before) Object.assign(before, { state: 'asked', people: event.people, from: '', to: '' })
      else
        rows.push({
          id: event.id,
          guest: event.by,
          people: event.people,
          state: 'asked',
          from: '',
          to: '',
          told: new Set(),
        })
      continue
    }
    const row = rows.find((it) => it.id === event.visit)
    const side = event.by === host ? 'host' : event.by === row?.guest ? 'guest' : 'nobody'
    if (!row || !allowed[`${side} ${event.kind}`]?.includes(row.state)) continue
    if (event.kind === 'answer') {
      const days: string[] = []
      const last = new Date(`${event.days.to}T00:00:00Z`).getTime()
      for (let at = new Date(`${event.days.from}T00:00:00Z`).getTime(); at <= last; at += 86_400_000)
        days.push(new Date(at).toISOString().slice(0, 10))
      if (event.days.from < today || days.some((it) => there(it, row) + row.people > capacity)) continue
      Object.assign(row, { state: 'answered', ...event.days })
    }
    if (event.kind === 'agree') {
      if (event.days.from < today || event.days.from !== row.from || event.days.to !== row.to) continue
      row.state = 'agreed'
    }
    if (event.kind === 'end') {
      const own = side === 'guest' && row.state !== 'agreed'
      if (event.reason === undefined && !own) continue
      row.state = row.state === 'agreed' ? 'called-off' : own ? 'withdrawn' : 'declined'
    }
    if (event.kind === 'report') {
      if (today < row.from) continue
      row.state = 'held'
      row.told.add(side)
    }
  }
  return rows.map((it) =>
    [it.id, it.guest, it.state, it.people, it.from, it.to, [...it.told].sort()].join(' '),
  )
}
