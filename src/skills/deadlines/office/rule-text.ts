import type { DateRule, Ladder } from '../../../core/duty.ts'
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

/** When people are reminded, in a sentence. Pure. */
export function ladderText(
  { before, after, at, copyProvinceFrom, copyOfficeFrom }: Ladder,
  locale: Locale,
): string {
  return officeWords[locale].ladder(before.join('、'), after.join('、'), at, copyProvinceFrom, copyOfficeFrom)
}
