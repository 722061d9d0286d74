import { dayAt } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import { exchangeDays, topicOf } from '../exchange/exchange-day.ts'
import { isSent } from '../exchange/which-day.ts'
import { pairsOf } from '../pairing/day.ts'
import type { MatchParts } from '../parts.ts'
import type { Partners } from '../suggesting/partners.ts'
import { shortNames } from '../suggesting/short-names.ts'
import { drawNetwork } from './network.ts'
import { drawTileMap } from './tile-map.ts'

type PictureParts = Pick<
  MatchParts,
  'introductions' | 'matchLists' | 'organizations' | 'zones' | 'clock' | 'alliance'
> & { readonly locale: Locale }

/** Needs and offers by province and field, as SVG. */
export async function mapPicture({ alliance, locale }: PictureParts, partners: Partners): Promise<string> {
  const { studied } = await partners.pool()
  const parties = new Map(studied.map((it) => [it.profile.owner, it.party]))
  return drawTileMap(
    studied.map((it) => it.profile),
    (owner) => parties.get(owner),
    alliance().taxonomy,
    locale,
  )
}

/** Who met whom about what, by introductions and on exchange days that were sent out and have come, as SVG. */
export async function networkPicture(parts: PictureParts, partners: Partners): Promise<string> {
  const pool = await partners.pool()
  const { taxonomy } = parts.alliance()
  const [organizations, nameOf] = [await parts.organizations.all(), await shortNames(parts)]
  const met = (await parts.introductions.list()).filter(
    (it) => it.metAt !== undefined || (it.outcome !== undefined && it.outcome.kind !== 'nothing'),
  )
  const today = dayAt(parts.clock.now())
  const days = (await exchangeDays(parts.matchLists)).filter((it) => isSent(it) && it.on <= today)
  const fieldOf = (need: string | undefined) => {
    const field = taxonomy.lineOf(pool.of(need ?? '')?.profile.fields[0] ?? '').at(-1)
    return field === undefined ? {} : { field }
  }
  const lines = [
    ...met.map((it) => ({ one: it.from, other: it.to, ...fieldOf(it.need) })),
    ...days.flatMap((day) =>
      day.plan.rounds
        .flatMap((round) => round.meetings.flatMap((it) => pairsOf(it)))
        .map(([one, other]) => ({ one, other, ...fieldOf(topicOf(day, one, other)?.need.id) })),
    ),
  ]
  const there = new Set([
    ...lines.flatMap((it) => [it.one, it.other]),
    ...pool.studied.map((it) => it.profile.owner),
  ])
  return drawNetwork(
    organizations.filter((it) => there.has(it.id)).map((it) => ({ ...it, name: nameOf(it.id) })),
    lines,
    parts.locale,
  )
}
