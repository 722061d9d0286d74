import type { Locale } from '../../../core/locale.ts'
import type { Told } from '../../../core/request.ts'
import type { Training } from '../../../core/training.ts'
import type { Refusal } from '../seats/events.ts'
import { minuteOf } from '../telling/draw.ts'
import { words } from '../words.ts'

/** Why nothing came of what somebody asked, and what to do instead. Pure. */
export function refusalTold(
  refusal: Refusal,
  { title }: Training,
  colleague: string | undefined,
  locale: Locale,
): Told {
  const say = words[locale].problems
  switch (refusal.why) {
    case 'cancelled':
    case 'held':
    case 'begun':
    case 'withdrawn':
    case 'unknown':
    case 'full':
      return say[refusal.why](title)
    case 'too-early':
      return say.tooEarly(title, minuteOf(refusal.from))
    case 'closed':
      return say.closed(title, minuteOf(refusal.until))
    case 'by-province':
      return say.byProvince(title)
    case 'no-offer':
      return say.noOffer(title)
    case 'other-organization':
      return say.otherOrganization
    case 'has-seat':
      return say.hasSeat(colleague ?? '')
    case 'changed-meanwhile':
    case 'too-few-seats':
      return say.changedMeanwhile
  }
}
