/**
 * What fair seats mean, written a second time and as plainly as possible: chairs with a name on them, everything worked
 * out anew from the whole history. Slow; it shares nothing with what it judges but the shape of events.
 */
import type { Training } from '../../src/core/training.ts'
import type { SeatEvent } from '../../src/skills/trainings/plan.ts'

export interface Happened {
  readonly now: number
  readonly event: SeatEvent
}

interface Row {
  member: string
  organization: string
  province: string
  state: string
  askedAt: number
  priority: number
  group: string
  order: number
  heldUntil: number
}

export interface Limits {
  /** When a hold that is given at that instant ends. */
  readonly holdUntil: (from: number) => number
  readonly begins: number
}

/** @returns `member state heldUntil` each, by member */
export function modelOf(first: Training, history: readonly Happened[], limits: Limits): readonly string[] {
  let training = first
  let rows: Row[] = []
  const row = (member: string) => rows.find((it) => it.member === member)

  for (const { now, event } of history) {
    const closed = now >= training.registration.until
    if (training.state === 'published')
      for (const it of rows) if (it.state === 'offered' && it.heldUntil <= now) it.state = 'lapsed'
    handOut(now, () => 'offered')

    if (event.kind === 'change') {
      const chairs = chairsOf(event.to, now)
      const crowd = rows.filter(sits)
      const stands = crowd.length - matched(crowd, chairs)
      const stood = crowd.length - matched(crowd, chairsOf(training, now))
      if (event.to.revision !== training.revision || stands > stood) continue
      if (JSON.stringify(event.to) === JSON.stringify(training)) continue
      training = { ...event.to, revision: training.revision + 1 }
      handOut(now, () => (closed ? 'offered' : 'seated'))
      continue
    }
    if (event.kind === 'release') {
      if (training.released) continue
      training = { ...training, released: true, revision: training.revision + 1 }
      handOut(now, () => (closed ? 'offered' : 'seated'))
      continue
    }
    if (event.kind === 'settle' || training.state !== 'published') continue
    const byOrganizer = event.kind === 'withdraw' || event.kind === 'seat'
    if (now >= limits.begins && !byOrganizer) continue

    if (event.kind === 'ask') {
      const known = row(event.person.member)
      if (known?.state === 'offered') known.state = 'seated'
      if (known && known.state !== 'declined' && known.state !== 'lapsed') continue
      if (closed && known?.state !== 'lapsed') continue
      if (training.nomination === 'province' && !known) continue
      comes(event.person, { askedAt: now })
      handOut(now, (it) => (it.member === event.person.member ? 'seated' : 'offered'))
    } else if (event.kind === 'nominate') {
      if (closed) continue
      const named = event.people.filter(({ member }) => {
        const known = row(member)
        return !known || known.state === 'lapsed'
      })
      for (const it of named) {
        const { group, priority = 1 } = event
        comes(it, { askedAt: now, group, priority, order: event.people.indexOf(it) })
      }
      handOut(now, (it) => (named.some(({ member }) => member === it.member) ? 'seated' : 'offered'))
    } else if (event.kind === 'accept') {
      const known = row(event.member)
      if (known?.state === 'offered') known.state = 'seated'
      else if (known?.state === 'lapsed') {
        comes(known, { askedAt: now })
        handOut(now, (it) => (it.member === event.member ? 'seated' : 'offered'))
      }
    } else if (event.kind === 'decline') {
      const known = row(event.person.member)
      if (known?.state === 'declined' || known?.state === 'withdrawn') continue
      if (!known) comes(event.person, { askedAt: now })
      const leaving = row(event.person.member)
      if (leaving) leaving.state = 'declined'
      handOut(now, () => 'offered')
    } else if (event.kind === 'withdraw') {
      const known = row(event.member)
      if (known) known.state = 'withdrawn'
      handOut(now, () => 'offered')
    } else if (event.kind === 'seat') {
      const known = row(event.member)
      if (!known) continue
      if (sits(known) || fits(known, now)) known.state = 'seated'
    } else if (event.kind === 'swap') {
      const leaving = row(event.member)
      const coming = row(event.person.member)
      const inPlay = ['seated', 'offered', 'waiting']
      if (!leaving || !inPlay.includes(leaving.state)) continue
      if (leaving.organization !== event.person.organization) continue
      if (coming && ['seated', 'offered', 'withdrawn'].includes(coming.state)) continue
      const place = { ...leaving }
      leaving.state = 'declined'
      comes(event.person, place)
      const now = row(event.person.member)
      if (now) now.state = place.state
    }
  }
  return rows
    .map((it) => `${it.member} ${it.state}${it.state === 'offered' ? ` ${it.heldUntil}` : ''}`)
    .sort()

  function comes(
    { member, organization, province }: { member: string; organization: string; province?: string },
    place: Partial<Row>,
  ): void {
    rows = rows.filter((it) => it.member !== member)
    rows.push({
      askedAt: 0,
      group: '',
      order: 0,
      priority: Number.POSITIVE_INFINITY,
      heldUntil: 0,
      ...place,
      member,
      organization,
      province: province ?? '',
      state: 'waiting',
    })
  }

  /** Again and again the first in line who finds a chair, until nobody does. */
  function handOut(now: number, how: (it: Row) => string): void {
    if (training.state !== 'published' || now >= limits.begins) return
    for (;;) {
      const next = rows
        .filter((it) => it.state === 'waiting')
        .sort(
          (a, b) =>
            (a.priority === b.priority ? 0 : a.priority - b.priority) ||
            a.askedAt - b.askedAt ||
            (a.group < b.group ? -1 : a.group > b.group ? 1 : 0) ||
            a.order - b.order ||
            (a.member < b.member ? -1 : 1),
        )
        .find((it) => fits(it, now))
      if (!next) return
      next.state = how(next)
      next.heldUntil = Math.min(limits.holdUntil(now), limits.begins)
    }
  }

  function fits(it: Row, now: number): boolean {
    const crowd = rows.filter(sits)
    const chairs = chairsOf(training, now)
    return matched([...crowd, it], chairs) > matched(crowd, chairs)
  }
}

const sits = (it: Row) => it.state === 'seated' || it.state === 'offered'

/** A chair has a name on it, or is for everybody. */
type Chair = string | undefined

function chairsOf({ capacity, quotas, released, registration }: Training, now: number): readonly Chair[] {
  const named =
    released || now >= registration.until
      ? []
      : quotas.flatMap(({ who, seats }) => Array.from({ length: seats }, () => who))
  return [...named, ...Array.from({ length: Math.max(0, capacity - named.length) }, () => undefined)]
}

/** How many of these people can sit, each on a chair that is theirs to take: the largest matching. */
function matched(people: readonly Row[], chairs: readonly Chair[]): number {
  const sitter = new Map<number, Row>()
  const finds = (it: Row, tried: Set<number>): boolean =>
    chairs.some((chair, at) => {
      const may = chair === undefined || chair === it.organization || chair === it.province
      if (!may || tried.has(at)) return false
      tried.add(at)
      const other = sitter.get(at)
      if (other && !finds(other, tried)) return false
      sitter.set(at, it)
      return true
    })
  return people.filter((it) => finds(it, new Set())).length
}
