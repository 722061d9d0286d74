import { dayAt } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import { buttons, note, paragraph, type Reply, reply, withFiles } from '../../../core/reply.ts'
import type { Organizations } from '../../../store/organizations.ts'
import { actions } from '../faces.ts'
import type { MatchParts } from '../parts.ts'
import { shortNames } from '../suggesting/short-names.ts'
import type { PreferenceAbout, TimetableAbout } from '../telling/tell.ts'
import { adjusting } from './adjusting.ts'
import { printTimetable } from './day-papers.ts'
import { drawTimetable } from './draw.ts'
import { exchangeDays } from './exchange-day.ts'
import { preferenceWords } from './preference-words.ts'
import { changedSince, holdingOn } from './preferences.ts'
import { exchangeWords } from './words.ts'

/**
 * A participant's timetable as it stands when it goes out, with its page to print; undefined where a newer one is on its way, or the day was planned
 * anew.
 */
export async function composeTimetable(
  { day: id, organization, telling }: TimetableAbout,
  parts: Pick<MatchParts, 'matchLists' | 'zones' | 'clock'> & { readonly organizations: Organizations },
  locale: Locale,
): Promise<Reply | undefined> {
  const day = (await exchangeDays(parts.matchLists)).find((it) => it.id === id)
  if (day?.told?.[organization]?.telling !== telling) return undefined
  const told = day.told[organization]
  const nameOf = await shortNames(parts)
  const drawn = drawTimetable(day, organization, nameOf, locale)
  const say = exchangeWords[locale].face
  const made = { at: parts.clock.now() }
  const { bytes } = await printTimetable(day, organization, told.timetable, nameOf, made, locale)
  return withFiles(
    { blocks: [...drawn.blocks, note(telling === 1 ? say.howToRead : say.instead)] },
    { name: `${say.file}-${day.id}.pdf`, type: 'application/pdf', bytes },
  )
}

/**
 * That somebody wishes something else of a day than what was sent; not what: it may be read in a channel. Undefined where the plan
 * follows already, or the day is over.
 */
export async function composePreference(
  { day: id, of }: PreferenceAbout,
  parts: Pick<MatchParts, 'matchLists' | 'zones' | 'clock'> & { readonly organizations: Organizations },
  locale: Locale,
): Promise<Reply | undefined> {
  const [days, said] = await Promise.all([exchangeDays(parts.matchLists), parts.matchLists.preferences()])
  const day = days.find((it) => it.id === id)
  const today = dayAt(parts.clock.now())
  if (!day || day.on < today || !changedSince(day, holdingOn(day.on, said, days)).includes(of))
    return undefined
  const nameOf = await shortNames(parts)
  const say = preferenceWords[locale]
  return reply(
    paragraph(say.notice(nameOf(of), day.on)),
    note(say.noticeHow),
    buttons(adjusting(day, today, locale), { label: say.all.see, action: actions.preferences, value: '' }),
  )
}
