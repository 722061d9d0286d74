import type { LocalDate } from '../../../core/clock.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Button } from '../../../core/reply.ts'
import { opening } from '../draw.ts'
import { actions } from '../faces.ts'
import { forms } from '../forms.ts'
import type { ExchangeDay } from './exchange-day.ts'
import { preferenceWords } from './preference-words.ts'

/** Makes the plan follow what is wished now: all of it before the day; on the day somebody has to say from which round. Pure. */
export function adjusting(
  { id, on }: Pick<ExchangeDay, 'id' | 'on'>,
  today: LocalDate,
  locale: Locale,
): Button {
  const label = preferenceWords[locale].board.adjust
  return on > today
    ? { label, action: actions.adjustDay, value: id }
    : opening(label, forms.repairDay.name, id)
}
