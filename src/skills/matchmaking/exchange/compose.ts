import type { Locale } from '../../../core/locale.ts'
import { note, type Reply } from '../../../core/reply.ts'
import type { Organizations } from '../../../store/organizations.ts'
import type { MatchParts } from '../parts.ts'
import { shortNames } from '../suggesting/short-names.ts'
import type { TimetableAbout } from '../telling/tell.ts'
import { drawTimetable } from './draw.ts'
import { exchangeDays } from './exchange-day.ts'
import { exchangeWords } from './words.ts'

/**
 * A participant's timetable as it stands when it goes out; undefined where a newer one is on its way, or the day was planned
 * anew.
 */
export async function composeTimetable(
  { day: id, organization, telling }: TimetableAbout,
  parts: Pick<MatchParts, 'matchLists' | 'zones'> & { readonly organizations: Organizations },
  locale: Locale,
): Promise<Reply | undefined> {
  const day = (await exchangeDays(parts.matchLists)).find((it) => it.id === id)
  if (day?.told?.[organization]?.telling !== telling) return undefined
  const drawn = drawTimetable(day, organization, await shortNames(parts), locale)
  const say = exchangeWords[locale].face
  return { blocks: [...drawn.blocks, note(telling === 1 ? say.howToRead : say.instead)] }
}
