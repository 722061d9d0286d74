import type { Instant } from '../../../core/clock.ts'
import { dayAt } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import { type Block, type Button, type Field, fields, list, type Text } from '../../../core/reply.ts'
import type { Training, TrainingMaterial } from '../../../core/training.ts'
import { actions } from '../faces.ts'
import { beginningOf } from '../seats/times.ts'
import { noticeWords } from './notice-words.ts'

/** An instant as the office's wall shows it: `2014-07-07 09:00`. Pure. */
export function minuteOf(at: Instant): string {
  const minutes = Math.floor((at + 8 * 3_600_000) / 60_000) % (24 * 60)
  const clock = [Math.floor(minutes / 60), minutes % 60].map((it) => String(it).padStart(2, '0')).join(':')
  return `${dayAt(at)} ${clock}`
}

/** An instant that each reader sees in their own time zone, where the platform can do that. */
export function moment(at: Instant): Text {
  return [{ kind: 'time', at, text: minuteOf(at) }]
}

/** When and where. */
export function facts(
  training: Training,
  locale: Locale,
): readonly (readonly [Field['label'], string | Text])[] {
  const { labels, days } = noticeWords[locale]
  const { starts, ends, place, link } = training
  return [
    [labels.when, days(starts, ends)],
    [labels.begins, moment(beginningOf(training))],
    ...(place === undefined ? [] : [[labels.place, place] as const]),
    ...(link === undefined
      ? []
      : [[labels.link, [{ kind: 'link', text: link, url: link }] as Text] as const]),
  ]
}

export function materialsOf(
  all: readonly TrainingMaterial[],
  when: TrainingMaterial['when'],
): readonly Block[] {
  const links = all
    .filter((it) => it.when === when)
    .map(({ title, url }): Text => [{ kind: 'link', text: title, url }])
  return links.length > 0 ? [list(links)] : []
}

export const factsOf = (training: Training, locale: Locale): Block => fields(facts(training, locale))

export function button(
  action: keyof typeof actions,
  label: string,
  training: Training,
  style?: Button['style'],
): Button {
  return {
    label,
    action: actions[action],
    value: training.id,
    ...(action === 'feedback' ? { opens: actions.feedback } : {}),
    ...(style ? { style } : {}),
  }
}
