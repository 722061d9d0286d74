import type { LocalDate } from '../../../core/clock.ts'
import type { Locale } from '../../../core/locale.ts'
import { problem, type Request } from '../../../core/request.ts'
import type { Days } from '../../../core/visit.ts'
import { mostPeriods, readDays } from './read-days.ts'
import { visitWords } from './words.ts'

/** What people fill into the forms of visits, read or refused in words. */

type Given = Request['given']

/** Nobody receives more on one day. */
export const mostPeople = 200
const mostSigns = { line: 100, paragraph: 1000 } as const

/** @returns at least one period @throws Problem */
export function daysGiven(
  given: Given,
  names: readonly string[],
  today: LocalDate,
  locale: Locale,
): readonly [Days, ...Days[]] {
  const say = visitWords[locale].problems
  const all = names.flatMap((name) => {
    const read = readDays(given[name] ?? '', today)
    if ('fault' in read) throw problem(say.badDays(read.line, read.fault))
    return read.days
  })
  const days = all.filter((it, at) => all.findIndex((one) => one.from === it.from && one.to === it.to) === at)
  const [first, ...rest] = days
  if (!first) throw problem(say.noDays)
  if (days.length > mostPeriods) throw problem(say.tooManyPeriods(mostPeriods))
  return [first, ...rest]
}

/** 3, 3人, ３, 三 is not read: a form says what it wants. @throws Problem */
export function peopleGiven(given: Given, most: number, locale: Locale): number {
  const typed = given.people ?? ''
  const read = Number(/^(\d{1,4})\s*[人位个]?$/u.exec(typed.normalize('NFKC').trim())?.[1] ?? Number.NaN)
  if (!(read >= 1 && read <= most)) throw problem(visitWords[locale].problems.badPeople(typed, most))
  return read
}

interface TextField {
  readonly name: string
  readonly label: string
  readonly kind: keyof typeof mostSigns
}

/** @throws Problem where it is missing or too long */
export function textGiven(given: Given, field: TextField, locale: Locale): string {
  const text = textIfGiven(given, field, locale)
  if (text === undefined) throw problem(visitWords[locale].problems.missing(field.label))
  return text
}

/** @throws Problem where it is too long */
export function textIfGiven(
  given: Given,
  { name, label, kind }: TextField,
  locale: Locale,
): string | undefined {
  const text = given[name]
  if (text !== undefined && [...text].length > mostSigns[kind])
    throw problem(visitWords[locale].problems.tooLong(label, mostSigns[kind]))
  return text
}
