import type { Hall, Registration } from '../../../core/training.ts'
import { type Book, openBook } from './book.ts'
import type { Answers, Person, Refusal, SeatEvent, Seated, SeatRules } from './events.ts'
import { tooMany } from './room.ts'
import { beginningOf } from './times.ts'

/**
 * Fair seats: one event on a hall. First what time alone has done (holds that ran out, seats that were set aside until
 * registration closed), then the event, then the seats that it freed. The same event again changes nothing. Pure; why it is
 * so stands in docs/decisions/0010-seats.md.
 */
export function seat(hall: Hall, event: SeatEvent, rules: SeatRules): Seated {
  const book = openBook(hall, rules)
  book.lapse()
  book.promote('offer')
  const refused = apply(book, event, rules)
  return { ...book.close(), ...(refused ? { refused } : {}) }
}

type Apply<K extends SeatEvent['kind']> = (
  book: Book,
  event: Extract<SeatEvent, { kind: K }>,
  rules: SeatRules,
) => Refusal | undefined

const verbs: { readonly [K in SeatEvent['kind']]: Apply<K> } = {
  ask(book, { person, answers }, rules) {
    const known = book.find(person.member)
    if (known?.state === 'withdrawn') return { why: 'withdrawn' }
    if (known?.state === 'seated' || known?.state === 'waiting' || known?.state === 'offered') {
      if (!sameAnswers(known.answers, answers)) book.record('answered', { ...known, answers })
      if (known.state === 'offered') book.seat(known.member)
      return undefined
    }
    if (book.training.nomination === 'province' && !known) return { why: 'by-province' }
    // Whoever missed an offer stays in the line for what is left, though nobody new may come.
    const shut = known?.state === 'lapsed' ? undefined : shutTo(book, rules)
    if (shut) return shut
    book.join([newcomer(book, person, answers, rules)])
    return undefined
  },

  nominate(book, { group, priority = 1, people }, rules) {
    const shut = shutTo(book, rules)
    if (shut) return shut
    // Whoever said no, or was taken out, is not seated by somebody else's word.
    const fresh = people.filter(({ member }) => (book.find(member)?.state ?? 'lapsed') === 'lapsed')
    book.join(
      fresh.map(({ answers = {}, ...person }) => ({
        ...newcomer(book, person, answers, rules),
        nomination: { group, priority, order: people.findIndex((it) => it.member === person.member) },
      })),
    )
    return undefined
  },

  accept(book, { member }, rules) {
    const known = book.find(member)
    if (!known) return { why: 'unknown' }
    if (known.state === 'offered') book.seat(member)
    // Too late, but nobody else may want it: they ask again.
    else if (known.state === 'lapsed') book.join([newcomer(book, known, known.answers, rules)])
    else if (known.state !== 'seated') return { why: 'no-offer' }
    return undefined
  },

  decline(book, { person }, rules) {
    const known = book.find(person.member)
    if (known?.state === 'declined' || known?.state === 'withdrawn') return undefined
    const row = known ?? newcomer(book, person, {}, rules)
    book.record('declined', { ...row, state: 'declined' })
    book.promote('offer')
    return undefined
  },

  swap(book, { member, person, answers }, rules) {
    const leaving = book.find(member)
    const coming = book.find(person.member)
    if (!leaving) return { why: 'unknown' }
    if (leaving.organization !== person.organization) return { why: 'other-organization' }
    if (coming?.state === 'withdrawn') return { why: 'withdrawn' }
    if (!isActive(leaving)) return coming && isActive(coming) ? undefined : { why: 'no-offer' }
    if (coming?.state === 'seated' || coming?.state === 'offered') return { why: 'has-seat' }
    // Nobody comes in their own place; whoever presses that twice is not moved twice.
    if (person.member === member) return undefined
    book.record('swapped-out', { ...leaving, state: 'declined' })
    const { askedAt, state, nomination, heldUntil } = leaving
    book.record('swapped-in', {
      ...newcomer(book, person, answers, rules),
      askedAt,
      state,
      ...(nomination ? { nomination } : {}),
      ...(heldUntil === undefined ? {} : { heldUntil }),
    })
    return undefined
  },

  withdraw(book, { member }) {
    const known = book.find(member)
    if (!known) return { why: 'unknown' }
    if (known.state === 'withdrawn') return undefined
    book.record('withdrawn', { ...known, state: 'withdrawn' })
    book.promote('offer')
    return undefined
  },

  seat(book, { member, person }, rules) {
    const known = book.find(member)
    if (!known && !person) return { why: 'unknown' }
    if (!known && person) return book.admit(newcomer(book, person, {}, rules)) ? undefined : { why: 'full' }
    return known?.state === 'seated' || book.seat(member) ? undefined : { why: 'full' }
  },

  release(book) {
    if (book.training.released) return undefined
    book.change({ ...book.training, released: true })
    return undefined
  },

  change(book, { to }, { now }) {
    const was = book.training
    if (to.revision !== was.revision) return { why: 'changed-meanwhile', revision: was.revision }
    const over = tooMany({ training: to, registrations: book.people() }, now)
    const overBefore = tooMany({ training: was, registrations: book.people() }, now)
    // What is too many already, because registration was opened again, does not forbid everything else.
    if (over > overBefore) return { why: 'too-few-seats', over }
    if (!isSame(to, was)) book.change(to)
    return undefined
  },

  settle: () => undefined,
}

function apply<K extends SeatEvent['kind']>(
  book: Book,
  event: Extract<SeatEvent, { kind: K }>,
  rules: SeatRules,
): Refusal | undefined {
  const { state } = book.training
  const isPersons = event.kind !== 'change' && event.kind !== 'settle' && event.kind !== 'release'
  if (isPersons && state !== 'published') return { why: state }
  // The organizer still corrects the roster in the room.
  const isStaffs = isPersons && event.kind !== 'withdraw' && event.kind !== 'seat'
  if (isStaffs && rules.now >= beginningOf(book.training)) return { why: 'begun' }
  const verb: Apply<K> = verbs[event.kind as K]
  return verb(book, event, rules)
}

function shutTo({ training }: Book, { now }: SeatRules): Refusal | undefined {
  const { from, until } = training.registration
  if (from !== undefined && now < from) return { why: 'too-early', from }
  return now >= until ? { why: 'closed', until } : undefined
}

function newcomer(
  { training }: Book,
  { member, name, organization, province }: Person,
  answers: Answers,
  { now }: SeatRules,
): Registration {
  return {
    id: `${training.id}/${member}`,
    training: training.id,
    member,
    name,
    organization,
    ...(province === undefined ? {} : { province }),
    answers,
    askedAt: now,
    state: 'waiting',
    stateSince: now,
  }
}

const isActive = ({ state }: Registration) => state === 'seated' || state === 'waiting' || state === 'offered'

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function sameAnswers(a: Answers, b: Answers): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((it) => a[it] === b[it])
}
