import type { Audience, DateRule, Ladder } from '../../../core/duty.ts'
import type { Locale } from '../../../core/locale.ts'
import { milestoneWords, officeWords } from './office-words.ts'

/** A rule as {@link readRule} reads it in Chinese. Pure. */
export function ruleText(rule: DateRule, locale: Locale): string {
  const say = officeWords[locale].rule
  switch (rule.kind) {
    case 'once':
      return rule.date
    case 'yearly':
      return say.yearly(rule.day, rule.from, rule.until)
    case 'after':
      return say.after(milestoneWords[locale][rule.milestone], rule.years, rule.day ?? say.unset)
    case 'campaign':
      return rule.batches.map(({ name, date }) => `${name} ${date}`).join(say.between)
    case 'event':
      return say.event(rule.event, rule.on, rule.days)
    case 'unset':
      return say.unset
  }
}

/** An audience in the words in which it is read. @param nameOf the name of a zone or province by its id. Pure. */
export function audienceText(audience: Audience, locale: Locale, nameOf: (id: string) => string): string {
  const say = officeWords[locale].audience
  const { of, founded, only, notStatuses = [] } = audience
  const lists = [
    audience.provinces,
    audience.regions,
    audience.types,
    audience.levels,
    audience.cohorts,
    audience.statuses,
  ]
  const parts = [
    ...lists.flatMap((it) => (it === undefined ? [] : [it.join('、')])),
    ...(founded === undefined ? [] : [say.founded(founded.from, founded.until)]),
    ...notStatuses.map((it) => say.without(it)),
    ...(only === undefined ? [] : [only.map(nameOf).join('、')]),
  ]
  return parts.length === 0 ? say[of] : [...(of === 'provinces' ? [say.provinces] : []), ...parts].join(' ')
}

/** When people are reminded, in a sentence. Pure. */
export function ladderText(
  { before, after, at, copyProvinceFrom, copyOfficeFrom }: Ladder,
  locale: Locale,
): string {
  return officeWords[locale].ladder(before.join('、'), after.join('、'), at, copyProvinceFrom, copyOfficeFrom)
}
