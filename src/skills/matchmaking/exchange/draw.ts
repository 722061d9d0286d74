import type { Locale } from '../../../core/locale.ts'
import { heading, note, paragraph, type Reply, reply, table } from '../../../core/reply.ts'
import { measuresOf } from '../pairing/measures.ts'
import { pairingWords } from '../pairing/words.ts'
import { type ExchangeDay, type Turn, timetableOf, topicOf } from './exchange-day.ts'
import { exchangeWords } from './words.ts'

type NameOf = (organization: string) => string

/** Everybody's day in one table, how good the plan is, and what is missing with what to relax. Pure. */
export function drawDay(it: ExchangeDay, nameOf: NameOf, locale: Locale): Reply {
  const say = exchangeWords[locale]
  const { participants, rounds, tables } = it.day
  return reply(
    heading(say.title(it.id, participants.length, rounds, tables)),
    table(personalHeader(it, locale), personalRows(it, nameOf, locale)),
    note(say.measures(measuresOf(it.plan, it.day))),
    ...it.plan.lacks.map((lack) => paragraph(pairingWords[locale].lack(lack, nameOf))),
  )
}

/** One participant's day. Pure. @param turns as it stands now where left out */
export function drawTimetable(
  it: ExchangeDay,
  id: string,
  nameOf: NameOf,
  locale: Locale,
  turns: readonly Turn[] = timetableOf(id, it),
): Reply {
  const say = exchangeWords[locale]
  return reply(
    heading(say.mine(nameOf(id), it.id)),
    table(
      [say.roundHead, say.who, say.topic],
      turns.map((turn) => [
        say.round(turn.round),
        cellOf(turn, nameOf, locale),
        topicsTold(it, id, turn, locale),
      ]),
    ),
  )
}

/** What somebody would talk about at that table; nothing where they sit at none. */
export function topicsTold(it: ExchangeDay, id: string, turn: Turn, locale: Locale): string {
  return turn.table === undefined
    ? ''
    : turn.others.map((other) => topicTold(it, id, other, locale)).join('；')
}

function topicTold(it: ExchangeDay, one: string, other: string, locale: Locale): string {
  const topic = topicOf(it, one, other)
  const say = exchangeWords[locale]
  return topic ? say.about(topic.need.title, topic.offer.title) : say.acquaintance
}

/** By table: its number, and who sits at it in each round. Tables at which nobody sits are left out. Pure. */
export function boardRows({ day, plan }: ExchangeDay, nameOf: NameOf): readonly (readonly string[])[] {
  const numbers = Array.from({ length: day.tables }, (_, at) => at + 1)
  const sitting = (number: number) =>
    plan.rounds.map(({ meetings }) => meetings.find((it) => it.table === number)?.members ?? [])
  return numbers
    .map((number) => [number, sitting(number)] as const)
    .filter(([, rounds]) => rounds.some((it) => it.length > 0))
    .map(([number, rounds]) => [String(number), ...rounds.map((it) => it.map(nameOf).join(' × '))])
}

export function personalHeader({ plan }: ExchangeDay, locale: Locale): readonly string[] {
  const say = exchangeWords[locale]
  return [say.who, ...plan.rounds.map((round) => say.round(round.number))]
}

export function personalRows(
  it: ExchangeDay,
  nameOf: NameOf,
  locale: Locale,
): readonly (readonly string[])[] {
  return it.day.participants.map(({ id }) => [
    nameOf(id),
    ...timetableOf(id, it).map((entry) => cellOf(entry, nameOf, locale)),
  ])
}

export function cellOf(turn: Turn, nameOf: NameOf, locale: Locale): string {
  const say = exchangeWords[locale]
  if (turn.table !== undefined) return say.at(turn.table, turn.others.map(nameOf).join('、'))
  return turn.here ? say.rest : say.away
}
