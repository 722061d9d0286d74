import { audienceText } from '../../../core/audience-text.ts'
import type { Locale } from '../../../core/locale.ts'
import {
  type Block,
  type Button,
  buttons,
  fields,
  heading,
  list,
  note,
  paragraph,
  table,
} from '../../../core/reply.ts'
import type { TrainingDraft } from '../training-draft.ts'
import { trainingFaultWords } from '../training-fault-words.ts'
import type { TrainingChecked } from '../validate-training.ts'
import { words } from '../words.ts'
import { actions, seenValue, steps } from './faces.ts'
import type { Outline, Surroundings } from './parts.ts'
import { daysText, openText } from './typed/days.ts'
import { placeText } from './typed/place.ts'
import { questionsText } from './typed/questions.ts'
import { quotasText } from './typed/seats.ts'
import { organizingWords } from './words.ts'

/** Sessions that a card shows before it says how many more there are. */
const mostSessions = 12

/** A training that is being written: what is there, what is missing or wrong, and the way to each part of it. Pure. */
export function drawOutline(
  outline: Outline,
  checked: TrainingChecked,
  around: Surroundings,
  locale: Locale,
): readonly Block[] {
  const say = organizingWords[locale]
  const { faults = [], notes } = checked
  const told = trainingFaultWords[locale]
  return [
    heading(outline.hall ? outline.title : say.outline.title(outline.told.title ?? say.outline.untitled)),
    fields(cellsOf(outline.told, around, locale)),
    ...programmeOf(outline.told, locale),
    ...(faults.length === 0
      ? [paragraph(outline.hall ? say.outline.live : say.outline.complete)]
      : [paragraph(say.outline.missing), list(faults.map(told.fault))]),
    ...notes.map((it) => note(told.note(it))),
    buttons(...stepButtons(outline, locale)),
    ...(outline.hall
      ? []
      : [
          buttons(
            {
              label: say.buttons.preview,
              action: actions.preview,
              value: seenValue(outline.id, outline.revision),
              ...(faults.length === 0 ? { style: 'primary' } : {}),
            },
            { label: say.buttons.notice, action: actions.notice, value: outline.id },
            { label: say.buttons.drop, action: actions.drop, value: outline.id, style: 'danger' },
          ),
        ]),
  ]
}

/** The way to each part; the forms are filled with what is there. Pure. */
export function stepButtons(
  { id, revision }: Pick<Outline, 'id' | 'revision'>,
  locale: Locale,
): readonly Button[] {
  return steps.map((step) => ({
    label: organizingWords[locale].steps[step],
    action: actions[step],
    value: seenValue(id, revision),
    opens: actions[step],
  }))
}

/** Everything that is there, by its label. Pure. */
export function cellsOf(
  draft: TrainingDraft,
  { nameOf }: Surroundings,
  locale: Locale,
): readonly (readonly [string, string])[] {
  const { labels } = organizingWords[locale]
  const { kinds } = words[locale]
  const { kind, hosts = [], audience, capacity, quotas = [], nomination, questions = [] } = draft
  const cells: readonly (readonly [string, string | undefined])[] = [
    [labels.kind, kind && kinds[kind]],
    [labels.days, daysText(draft.starts, draft.ends)],
    [labels.place, placeText(draft.place, draft.link)],
    [labels.hosts, hosts.length === 0 ? undefined : hosts.join('、')],
    [labels.audience, audience && audienceText(audience, locale, nameOf)],
    [labels.seats, capacity === undefined ? undefined : String(capacity)],
    [labels.quotas, quotas.length === 0 ? undefined : quotasText(quotas, nameOf)],
    [labels.nomination, nomination && labels.nominations[nomination]],
    [labels.open, openText(draft.registration)],
    [labels.questions, questions.length === 0 ? undefined : questionsText(questions).replaceAll('\n', '；')],
    [labels.materials, draft.materials?.map((it) => it.title).join('；') || undefined],
    [labels.about, draft.about],
  ]
  return cells.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]))
}

function programmeOf({ sessions = [] }: TrainingDraft, locale: Locale): readonly Block[] {
  if (sessions.length === 0) return []
  const { card } = words[locale]
  const rows = sessions
    .slice(0, mostSessions)
    .map(({ day, from, until, topic, lecturer = '', place = '' }) => [
      day,
      `${from}–${until}`,
      topic,
      lecturer,
      place,
    ])
  const more = sessions.length - rows.length
  return [
    table(card.programmeHeader, rows, card.programme),
    ...(more > 0 ? [note(organizingWords[locale].outline.moreSessions(more))] : []),
  ]
}
