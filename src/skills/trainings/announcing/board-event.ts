import { createHash } from 'node:crypto'
import type { Instant } from '../../../core/clock.ts'
import type { BoardEvent } from '../../../core/event-board.ts'
import type { Locale } from '../../../core/locale.ts'
import type { Hall, Training } from '../../../core/training.ts'
import { cardOf, titleOf } from '../card.ts'
import { beginningOf, endOf } from '../seats/times.ts'
import { minuteOf } from '../telling/draw.ts'
import { words } from '../words.ts'
import { announcementWords } from './announcement-words.ts'

/** Signs that a platform's key has room for, beside our mark. */
const room = 37

/** A training as a platform shows it beside the conversation. Pure. */
export function boardEventOf(hall: Hall, now: Instant, locale: Locale): BoardEvent {
  const { training } = hall
  const { id, place, link, publishedAt } = training
  return {
    key: `tr:${id.length <= room ? id : createHash('sha256').update(id).digest('hex').slice(0, room)}`,
    since: publishedAt ?? now,
    title: titleOf(training, locale),
    starts: beginningOf(training),
    ends: endOf(training),
    where: place ?? link ?? words[locale].kinds[training.kind],
    about: aboutOf(training, locale),
    card: cardOf(hall, now, locale),
  }
}

function aboutOf({ about, hosts, registration }: Training, locale: Locale): string {
  const { labels, list } = words[locale]
  return [
    ...(about === undefined ? [] : [about]),
    ...(hosts.length === 0 ? [] : [`${labels.hosts}：${list(hosts)}`]),
    `${labels.until}：${minuteOf(registration.until)}`,
    announcementWords[locale].how,
  ].join('\n')
}
