import type { Locale } from '../../../core/locale.ts'
import { note, type Reply, withFiles } from '../../../core/reply.ts'
import type { Organizations } from '../../../store/organizations.ts'
import type { MatchParts } from '../parts.ts'
import { shortNames } from '../suggesting/short-names.ts'
import type { TimetableAbout } from '../telling/tell.ts'
import { printTimetable } from './day-papers.ts'
import { drawTimetable } from './draw.ts'
import { exchangeDays } from './exchange-day.ts'
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
