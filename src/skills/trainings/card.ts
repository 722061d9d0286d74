import type { Instant } from '../../core/clock.ts'
import type { Locale } from '../../core/locale.ts'
import {
  type Block,
  type Button,
  bold,
  buttons,
  type Field,
  fields,
  heading,
  list,
  note,
  paragraph,
  quote,
  type Reply,
  type Text,
  table,
} from '../../core/reply.ts'
import type { Hall, Registration, Session, Training } from '../../core/training.ts'
import { actions } from './faces.ts'
import { lineOf, placeInLine } from './seats/line.ts'
import { holdsSeat, isSetAside } from './seats/room.ts'
import { beginningOf } from './seats/times.ts'
import { moment } from './telling/draw.ts'
import { words } from './words.ts'

type Row = readonly [Field['label'], string | Text]

/** The card of a training as a channel shows it to everybody: what, when, where, how many, and what can be done. Pure. */
export function cardOf(hall: Hall, now: Instant, locale: Locale): Reply {
  const { training } = hall
  const open = isOpen(training, now)
  return {
    blocks: [
      heading(titleOf(training, locale)),
      fields(factsOf(hall, now, locale)),
      ...(training.about === undefined ? [] : [paragraph(training.about)]),
      buttons(
        ...(open ? [askButton(training, locale)] : []),
        ...(open ? [buttonOf('decline', training, locale)] : []),
        buttonOf('calendar', training, locale),
        buttonOf('details', training, locale),
      ),
    ],
  }
}

/** The same for one person: where they stand, and what they can do from there. Pure. */
export function ownCard(
  hall: Hall,
  own: Registration | undefined,
  now: Instant,
  locale: Locale,
): readonly Block[] {
  const { training } = hall
  return [
    paragraph(bold(titleOf(training, locale))),
    fields([...factsOf(hall, now, locale), ...standingOf(hall, own, locale)]),
    ...rowOf(ownButtons(training, own, now, locale)),
  ]
}

/** Everything about it: programme, what is asked, what is left for the reader's province, where it is told of. Pure. */
export function detailsOf(
  hall: Hall,
  reader: { readonly own?: Registration; readonly province?: string },
  now: Instant,
  locale: Locale,
): Reply {
  const { training } = hall
  const { card, labels } = words[locale]
  return {
    blocks: [
      heading(titleOf(training, locale)),
      fields([
        [labels.kind, words[locale].kinds[training.kind]],
        ...factsOf(hall, now, locale),
        ...quotaOf(hall, reader.province, now, locale),
        ...standingOf(hall, reader.own, locale),
      ]),
      ...(training.about === undefined ? [] : [paragraph(training.about)]),
      ...programmeOf(training, locale),
      ...(training.questions.length === 0
        ? []
        : [paragraph(bold(card.questions)), list(training.questions.map((it) => it.label))]),
      ...sourceOf(training),
      ...rowOf(ownButtons(training, reader.own, now, locale).filter((it) => it.action !== actions.details)),
    ],
  }
}

/** What one person can do about it now. Pure. */
export function ownButtons(
  training: Training,
  own: Registration | undefined,
  now: Instant,
  locale: Locale,
): readonly Button[] {
  const say = words[locale].buttons
  const changeable = training.state === 'published' && now < beginningOf(training)
  const button = (verb: Verb, label?: string) => buttonOf(verb, training, locale, label)
  const { id, questions } = training
  const change =
    questions.length === 0
      ? []
      : [{ label: say.change, action: actions.answers, value: id, opens: actions.answers }]
  const more = [button('calendar'), button('details')]
  if (!changeable) return more
  switch (own?.state) {
    case 'seated':
    case 'waiting':
      return [button('decline'), button('swap'), ...change, ...more]
    case 'offered':
      return [{ ...button('accept'), style: 'primary' }, button('decline', say.giveUp), ...more]
    case 'withdrawn':
      return more
    case 'lapsed':
      return [{ ...askButton(training, locale), label: say.askAgain }, ...more]
    case 'declined':
      return isOpen(training, now) ? [{ ...askButton(training, locale), label: say.askAgain }, ...more] : more
    case undefined:
      return isOpen(training, now) ? [askButton(training, locale), button('decline'), ...more] : more
  }
}

/** 报名: at once or, where something is asked, by a form. Pure. */
export function askButton(training: Training, locale: Locale): Button {
  const label = words[locale].buttons.ask
  const { id, questions } = training
  if (questions.length === 0) return { label, action: actions.ask, value: id, style: 'primary' }
  return { label, action: actions.answers, value: id, opens: actions.answers, style: 'primary' }
}

/** Whether anybody may register now. Pure. */
export function isOpen(training: Training, now: Instant): boolean {
  const { from, until } = training.registration
  return (
    training.state === 'published' &&
    training.nomination === 'open' &&
    (from === undefined || now >= from) &&
    now < until &&
    now < beginningOf(training)
  )
}

/** How many hold a seat, and how many wait. Pure. */
export function countOf({ registrations }: Hall): { readonly seated: number; readonly waiting: number } {
  return { seated: registrations.filter(holdsSeat).length, waiting: lineOf(registrations).length }
}

/** 已录取, 候补第 3 位, … Pure. */
export function stateOf(hall: Hall, own: Registration, locale: Locale): string {
  const { seatStates, card } = words[locale]
  const place = placeInLine(hall.registrations, own.member)
  return place === undefined ? seatStates[own.state] : card.waitingPlace(place)
}

/** The title, with what forbids to count on it. Pure. */
export function titleOf({ title, state }: Training, locale: Locale): string {
  return state === 'published' ? title : `【${words[locale].trainingStates[state]}】${title}`
}

/** Days, and the time at which it begins where the programme tells. Pure. */
export function whenOf({ starts, ends, sessions }: Training, locale: Locale): string {
  const days = words[locale].days(starts, ends)
  const [first] = sessions
    .filter((it) => it.day === starts)
    .map((it) => it.from)
    .sort()
  return first === undefined ? days : `${days}　${first}`
}

function factsOf(hall: Hall, now: Instant, locale: Locale): readonly Row[] {
  const { training } = hall
  const { labels, card } = words[locale]
  const { seated, waiting } = countOf(hall)
  const { place, link, hosts, capacity, registration, cancelledFor } = training
  const rows: readonly (readonly [string, string | Text | undefined])[] = [
    [labels.reason, cancelledFor],
    [labels.when, whenOf(training, locale)],
    [labels.place, place],
    [labels.link, link === undefined ? undefined : [{ kind: 'link', text: link, url: link }]],
    [labels.hosts, hosts.length === 0 ? undefined : words[locale].list(hosts)],
    [labels.seats, training.state === 'published' ? card.count(seated, capacity, waiting) : undefined],
    [labels.until, registrationOf(training, now, locale)],
    [
      labels.from,
      registration.from !== undefined && now < registration.from ? moment(registration.from) : undefined,
    ],
  ]
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]))
}

function registrationOf(training: Training, now: Instant, locale: Locale): string | Text | undefined {
  const { card } = words[locale]
  if (training.state !== 'published') return undefined
  if (now >= beginningOf(training)) return card.begun
  if (training.nomination === 'province') return card.byProvince
  return now < training.registration.until ? moment(training.registration.until) : card.closed
}

function standingOf(hall: Hall, own: Registration | undefined, locale: Locale): readonly Row[] {
  if (!own) return []
  const { labels } = words[locale]
  const asked = hall.training.questions
  const answers = asked
    .filter((it) => own.answers[it.name] !== undefined)
    .map((it) => `${it.label}：${own.answers[it.name]}`)
  return [
    [labels.own, stateOf(hall, own, locale)],
    ...(own.heldUntil === undefined ? [] : [[labels.heldUntil, moment(own.heldUntil)] as const]),
    ...(answers.length === 0 ? [] : [[labels.answers, answers.join('；')] as const]),
  ]
}

/** What is set aside for one province, as long as it is. */
function quotaOf(
  { training, registrations }: Hall,
  province: string | undefined,
  now: Instant,
  locale: Locale,
): readonly Row[] {
  const quota = training.quotas.find((it) => it.of === 'province' && it.who === province)
  if (!quota || !isSetAside(training, now)) return []
  const taken = registrations.filter((it) => holdsSeat(it) && it.province === province).length
  const { labels, card } = words[locale]
  return [[labels.quota, card.quota(quota.who, Math.max(0, quota.seats - taken), quota.seats)]]
}

function programmeOf({ sessions, kind, state }: Training, locale: Locale): readonly Block[] {
  const { card } = words[locale]
  if (sessions.length === 0) return state === 'published' ? [note(card.programmeUnknown)] : []
  const placed = sessions.some((it) => it.place !== undefined)
  const cells = ({ day, from, until, topic, lecturer = '', place = '' }: Session) => [
    day,
    `${from}–${until}`,
    topic,
    lecturer,
    ...(placed ? [place] : []),
  ]
  return [
    table(card.programmeHeader.slice(0, placed ? 5 : 4), sessions.map(cells), card.programme),
    ...(kind === 'overseas' ? [note(card.localTimes)] : []),
  ]
}

function sourceOf({ source }: Training): readonly Block[] {
  if (!source) return []
  const { quote: said, title, path } = source
  return [quote(said, path === undefined ? title : `${title} > ${path}`)]
}

type Verb = 'decline' | 'swap' | 'calendar' | 'details' | 'accept'

function buttonOf(verb: Verb, { id }: Training, locale: Locale, label = words[locale].buttons[verb]): Button {
  return { label, action: actions[verb], value: id }
}

const rowOf = (all: readonly Button[]): readonly Block[] => (all.length === 0 ? [] : [buttons(...all)])
