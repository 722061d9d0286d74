import { audienceText } from '../../../core/audience-text.ts'
import type { LocalDate } from '../../../core/clock.ts'
import { dayAt, instantAt } from '../../../core/local-date.ts'
import { type Attachment, note, paragraph, privately, reply, withFiles } from '../../../core/reply.ts'
import type { Handle } from '../../../core/request.ts'
import type { Session } from '../../../core/training.ts'
import { docxType, draftDocx } from '../../../printing/draft-docx.ts'
import { minuteOf } from '../telling/draw.ts'
import type { TrainingDraft } from '../training-draft.ts'
import { noticeDraftWords as say } from './notice-draft-words.ts'
import {
  type OrganizingParts,
  type Outline,
  outlineMeant,
  type Surroundings,
  surroundingsOf,
} from './parts.ts'
import { placeText } from './typed/place.ts'
import { quotasText } from './typed/seats.ts'
import { organizingWords } from './words.ts'

/** The text of a notice, out of what the training was told and nothing else: a draft for its organizer to sign. */
export function makeNoticeDrafting(parts: OrganizingParts) {
  return {
    async notice(request) {
      const outline = await outlineMeant(parts, request)
      const { locale } = request.caller
      const around = await surroundingsOf(parts)
      const lines = draftNotice(outline, around)
      const file: Attachment = {
        name: say.fileName(outline.title),
        type: docxType,
        bytes: await noticePaper(outline, around),
      }
      return privately(
        withFiles(reply(note(organizingWords[locale].did.notice), ...lines.map((it) => paragraph(it))), file),
      )
    },
  } satisfies Readonly<Record<string, Handle>>
}

/**
 * The lines of a notice of a training as such notices are written: what is not there is marked as a gap, nothing is added.
 * It can be read back by the reader of notices. Pure.
 */
export function draftNotice(
  { told, organizer }: Pick<Outline, 'told' | 'organizer'>,
  { nameOf }: Pick<Surroundings, 'nameOf'>,
): readonly string[] {
  const {
    title = say.gap(say.labels.title),
    hosts = [],
    audience,
    capacity,
    quotas = [],
    sessions = [],
  } = told
  const parts: readonly (readonly [label: string, text: string | readonly string[] | undefined])[] = [
    [
      say.labels.days,
      told.starts === undefined ? undefined : daysText(told.starts, told.ends ?? told.starts),
    ],
    [say.labels.place, placeText(told.place, told.link)],
    [say.labels.hosts, hosts.length === 0 ? undefined : hosts.join('、')],
    [say.labels.audience, audience && audienceText(audience, 'zh-CN', nameOf)],
    [
      say.labels.seats,
      capacity === undefined
        ? undefined
        : say.seats(capacity, quotas.length === 0 ? '' : quotasText(quotas, nameOf)),
    ],
    [say.labels.registration, registrationText(told)],
    ...(sessions.length === 0 ? [] : [[say.labels.programme, sessions.map(sessionText)] as const]),
    ...(told.about === undefined ? [] : [[say.labels.about, told.about.split('\n')] as const]),
  ]
  return [
    say.heading(title),
    say.opening(title),
    ...parts.flatMap(([label, text = say.gap(label)], at) =>
      typeof text === 'string' ? [say.item(at, label, text)] : [say.item(at, label, ''), ...text],
    ),
    say.signed(organizer.name),
    say.gap(say.labels.signedOn),
  ]
}

/** The same as a file to go on writing in. @returns the bytes of a DOCX file */
export function noticePaper(
  outline: Pick<Outline, 'told' | 'organizer'>,
  around: Pick<Surroundings, 'nameOf'>,
): Promise<Uint8Array> {
  const [title = '', ...lines] = draftNotice(outline, around)
  const foot = lines.length - 2
  return draftDocx({
    title,
    mark: say.draft,
    shortMark: say.shortMark,
    gap: say.gap(''),
    lines: lines.map((text, at) => ({ as: at < foot ? 'text' : 'signed', text })),
  })
}

function registrationText({ registration, nomination }: TrainingDraft): string | undefined {
  const until = registration?.until
  if (until === undefined) return undefined
  // A day of which no time was told counts to its end.
  const wholeDay = until === instantAt(dayAt(until), '23:59')
  const moment = wholeDay ? dayText(dayAt(until)) : `${dayText(dayAt(until))}${minuteOf(until).slice(-5)}`
  return say.registration(moment, nomination === undefined ? '' : say.nominations[nomination])
}

function sessionText({ day, from, until, topic, lecturer, place }: Session): string {
  return [`${dayText(day)} ${from}-${until}`, topic, lecturer, place && `（${place}）`]
    .filter(Boolean)
    .join('　')
}

function dayText(day: LocalDate): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

const daysText = (from: LocalDate, to: LocalDate) =>
  from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`
