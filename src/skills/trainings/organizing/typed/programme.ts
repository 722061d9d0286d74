import type { LocalDate } from '../../../../core/clock.ts'
import { addDays, daysBetween } from '../../../../core/local-date.ts'
import { type DateFault, readDate } from '../../../../core/read-date.ts'
import type { Session } from '../../../../core/training.ts'
import type { TrainingDraft } from '../../training-draft.ts'

/** A line of a programme that means nothing yet, from 1, with why. */
export interface LineFault {
  readonly line: number
  readonly at: string
  readonly fault: DateFault | 'no-day' | 'no-time'
}

const times =
  /^(?<day>.*?)\s*(?<h1>\d{1,2})[:时](?<m1>\d{2})\s*(?:-|~|—+|–|至|到)\s*(?<h2>\d{1,2})[:时](?<m2>\d{2})\s*(?<what>.*)$/u
/** A name as the last word of a line: 李老师, 阿卜杜热依木·买买提. */
const lecturer = /^(?<topic>.*\S)\s+(?<who>[\p{Script=Han}·、]{2,20})$/u

/**
 * A programme as an organizer types it, a session a line: `10月15日 09:00-10:30 碳核算 李老师 @一号厅`. A line without a day is
 * of the day before it; the last word, a name, is the lecturer (or whatever stands after a bar: `Carbon | Prof. Li`). Pure.
 * @param year that days without one are meant in
 * @param first the day of lines before any day was named: that of a training of one day
 */
export function readProgramme(
  typed: string,
  year: number,
  first: LocalDate | undefined,
): { readonly sessions: readonly Session[]; readonly faults: readonly LineFault[] } {
  const sessions: Session[] = []
  const faults: LineFault[] = []
  let day = first
  for (const [at, raw] of typed.normalize('NFKC').split(/\r?\n/).entries()) {
    const text = raw.trim()
    if (text === '') continue
    const found = times.exec(text)?.groups
    const named = found ? found.day?.replace(/[,，、]$/u, '').trim() : text
    if (named) {
      const read = readDate(named, year)
      if ('date' in read) day = read.date
      else if (!found) faults.push({ line: at + 1, at: text, fault: 'no-time' })
      else faults.push({ line: at + 1, at: named, fault: read.fault })
      if (!found || 'fault' in read) continue
    }
    if (!found) continue
    if (day === undefined) {
      faults.push({ line: at + 1, at: text, fault: 'no-day' })
      continue
    }
    const { h1 = '', m1 = '', h2 = '', m2 = '', what = '' } = found
    sessions.push({
      day,
      from: `${h1.padStart(2, '0')}:${m1}`,
      until: `${h2.padStart(2, '0')}:${m2}`,
      ...readWhat(what),
    })
  }
  return { sessions, faults }
}

/** Topic, lecturer and place of what stands after the times. */
function readWhat(what: string): Pick<Session, 'topic' | 'lecturer' | 'place'> {
  const [said = '', place] = what.split('@').map((it) => it.trim())
  const [barred = '', after] = said.split(/[|｜]/u).map((it) => it.trim())
  const split = after === undefined ? lecturer.exec(said)?.groups : { topic: barred, who: after }
  const who = split?.who
  return {
    topic: (who ? split?.topic : said) ?? '',
    ...(who ? { lecturer: who } : {}),
    ...(place ? { place } : {}),
  }
}

/** A programme as {@link readProgramme} reads it. Pure. */
export function programmeText(sessions: readonly Session[]): string {
  return sessions
    .map(({ day, from, until, topic, lecturer: who, place }) =>
      [
        `${day} ${from}-${until} ${topic}`,
        ...(who === undefined ? [] : [`| ${who}`]),
        ...(place === undefined ? [] : [`@${place}`]),
      ].join(' '),
    )
    .join('\n')
}

/** A training that is put off as a whole takes its programme along; undefined where there is nothing to take. */
export function movedWith(
  { starts, ends, sessions = [] }: TrainingDraft,
  to: LocalDate,
  until: LocalDate,
): readonly Session[] | undefined {
  if (starts === undefined || ends === undefined || sessions.length === 0 || starts === to) return undefined
  if (daysBetween(starts, ends) !== daysBetween(to, until)) return undefined
  const by = daysBetween(starts, to)
  return sessions.map((it) => ({ ...it, day: addDays(it.day, by) }))
}

/** By day and time. Pure. */
export const inOrder = (sessions: readonly Session[]): readonly Session[] =>
  [...sessions].sort((a, b) => compare(`${a.day} ${a.from}`, `${b.day} ${b.from}`))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
