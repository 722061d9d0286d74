import { type Ear, isHearing } from '../../../core/ears.ts'
import type { Introduction } from '../../../core/introduction.ts'
import { yearOf } from '../../../core/local-date.ts'
import { isUnconfirmed } from '../../../core/profile.ts'
import { buttons, type Composed, divider, heading, note, paragraph } from '../../../core/reply.ts'
import type { OutboxRow } from '../../../store/outbox.ts'
import { drawReasons, drawSuggestion, opening } from '../draw.ts'
import { composePreference, composeTimetable } from '../exchange/compose.ts'
import { preferenceWords } from '../exchange/preference-words.ts'
import { actions } from '../faces.ts'
import { forms } from '../forms.ts'
import { otherOf } from '../introducing/introduction.ts'
import type { MatchParts } from '../parts.ts'
import type { Partners } from '../suggesting/partners.ts'
import { words } from '../words.ts'
import { makeMeetingWords } from './meeting-words.ts'
import { noticeWords } from './notice-words.ts'
import type {
  EndingAbout,
  FitsAbout,
  IntroductionAbout,
  PreferenceAbout,
  RoomAbout,
  TimetableAbout,
  WordsAbout,
} from './tell.ts'

export type ComposeParts = Pick<
  MatchParts,
  | 'profiles'
  | 'introductions'
  | 'matchLists'
  | 'organizations'
  | 'members'
  | 'zones'
  | 'ears'
  | 'clock'
  | 'workdays'
  | 'alliance'
> & { readonly partners: Partners }

/** Makes the words of everything that is said unasked about matches, by the kind of the delivery, when it goes out. */
export function makeMatchComposers(
  parts: ComposeParts,
): Readonly<Record<string, (row: OutboxRow) => Promise<Composed>>> {
  const { room, nameOf, contactOf } = makeMeetingWords(parts)

  return {
    'matchmaking.ask': async (row) => {
      const about = row.about as IntroductionAbout
      const { locale } = row
      const say = noticeWords[locale]
      const it = await current(about)
      const fit = it && (await parts.partners.between(it.need, it.offer))
      if (!it) return { cancelled: say.cancelled.movedOn }
      if (!fit) return { cancelled: say.cancelled.gone }
      const label = words[locale].buttons
      return (
        (await left(row, about)) ?? {
          blocks: [
            heading(say.asked(await nameOf(it.from))),
            ...(about.nudge ? [note(say.nudged)] : []),
            ...drawReasons(fit, it.to, parts.alliance().taxonomy, locale),
            note(say.askedNote),
            buttons(
              { label: label.agree, action: actions.agree, value: it.id, style: 'primary' },
              opening(label.decline, forms.decline.name, it.id),
              { label: label.block, action: actions.block, value: it.id },
            ),
          ],
        }
      )
    },
    'matchmaking.closed': async (row) => {
      const about = row.about as IntroductionAbout
      const say = noticeWords[row.locale]
      const it = await parts.introductions.find(about.introduction)
      if (!it) return { cancelled: say.cancelled.gone }
      const told = it.state === 'withdrawn' ? say.withdrawn(await nameOf(it.from)) : say.closed
      return (await left(row, about)) ?? { blocks: [paragraph(told)] }
    },
    'matchmaking.room': async ({ about, locale }) => {
      const it = await parts.introductions.find((about as RoomAbout).introduction)
      return it ? room(it, locale) : { cancelled: noticeWords[locale].cancelled.gone }
    },
    'matchmaking.relay': async (row) => {
      const about = row.about as IntroductionAbout
      const { locale } = row
      const say = noticeWords[locale]
      const it = await parts.introductions.find(about.introduction)
      if (!it) return { cancelled: say.cancelled.gone }
      const other = otherOf(it, about.organization)
      const [name, contact] = [await nameOf(other), await contactOf(it, other)]
      const { blocks } = await room(it, locale, false)
      return (
        (await left(row, about)) ?? {
          blocks: [
            heading(say.relay.title(name)),
            paragraph(say.relay.contact(contact, name)),
            ...blocks,
            note(say.relay.how),
            buttons(opening(words[locale].buttons.passOn, forms.passOn.name, it.id)),
          ],
        }
      )
    },
    'matchmaking.words': async (row) => {
      const about = row.about as WordsAbout
      const it = await parts.introductions.find(about.introduction)
      if (!it || it.state === 'blocked') return { cancelled: noticeWords[row.locale].cancelled.movedOn }
      const said = noticeWords[row.locale].said(await contactOf(it, about.by), await nameOf(about.by))
      return (
        (await left(row, about)) ?? {
          blocks: [
            paragraph(said),
            paragraph(about.words),
            buttons(opening(words[row.locale].buttons.passOn, forms.passOn.name, it.id)),
          ],
        }
      )
    },
    'matchmaking.follow': async (row) => {
      const about = row.about as IntroductionAbout
      const { locale } = row
      const say = noticeWords[locale]
      const label = words[locale].buttons
      const it = await current(about)
      if (!it) return { cancelled: say.cancelled.movedOn }
      const met = { label: label.met, action: actions.met, value: it.id, style: 'primary' } as const
      return (
        (await left(row, about)) ?? {
          blocks: [
            heading(say.follow.title(await nameOf(otherOf(it, about.organization)))),
            paragraph(it.metAt === undefined ? say.follow.notYet : say.follow.met),
            buttons(
              ...(it.metAt === undefined ? [met] : []),
              { label: label.notYet, action: actions.notYet, value: it.id },
              opening(label.conclude, forms.conclude.name, it.id),
            ),
          ],
        }
      )
    },
    'matchmaking.fits': async (row) => {
      const about = row.about as FitsAbout
      const { locale } = row
      const say = noticeWords[locale]
      const wish = (await parts.matchLists.wishes()).find((it) => it.organization === about.organization)
      if (wish && !wish.wanted) return { cancelled: say.cancelled.unwanted }
      const all = await Promise.all(about.pairs.map((it) => parts.partners.between(...it)))
      const between = await parts.partners.aside()
      const fits = all
        .filter((it) => it !== undefined)
        .filter(({ need, offer }) => {
          const { blocked, busy } = between(need.profile.owner, offer.profile.owner)
          return !blocked && !busy
        })
      if (fits.length === 0) return { cancelled: say.cancelled.gone }
      const { taxonomy } = parts.alliance()
      const label = words[locale].buttons
      return (
        (await left(row, about)) ?? {
          blocks: [
            heading(say.fits),
            ...fits.flatMap((it) => drawSuggestion(it, about.organization, taxonomy, locale)),
            divider,
            buttons(opening(label.quiet, forms.quiet.name, ''), {
              label: label.digestOff,
              action: actions.digest,
              value: 'off',
            }),
          ],
        }
      )
    },
    'matchmaking.timetable': async (row) => {
      const about = row.about as TimetableAbout
      const drawn = await composeTimetable(about, parts, row.locale)
      if (!drawn) return { cancelled: noticeWords[row.locale].cancelled.newer }
      return (await left(row, about)) ?? drawn
    },
    'matchmaking.preference': async (row) => {
      const about = row.about as PreferenceAbout
      const drawn = await composePreference(about, parts, row.locale)
      if (!drawn) return { cancelled: preferenceWords[row.locale].cancelled }
      return (await left(row, about)) ?? drawn
    },
    'matchmaking.ending': async (row) => {
      const about = row.about as EndingAbout
      const { locale } = row
      const say = noticeWords[locale]
      const it = await parts.profiles.find(about.profile)
      if (!it || it.revision !== about.revision) return { cancelled: say.cancelled.movedOn }
      const label = words[locale].buttons
      const until = it.validUntil ?? ''
      const asked = it.state === 'published'
      return (
        (await left(row, about)) ?? {
          blocks: [
            paragraph(
              !asked
                ? say.ending.archived(it.title, until)
                : isUnconfirmed(it)
                  ? say.ending.told(it.title, yearOf(it.confirmed))
                  : say.ending.ask(it.title, until),
            ),
            buttons(
              { label: label.renew, action: actions.renew, value: it.id, style: 'primary' },
              ...(asked ? [{ label: label.solved, action: actions.archive, value: it.id }] : []),
            ),
          ],
        }
      )
    },
  }

  /** The introduction, as long as it stands where the message says. */
  async function current({ introduction, state }: IntroductionAbout): Promise<Introduction | undefined> {
    const it = await parts.introductions.find(introduction)
    return it?.state === state ? it : undefined
  }

  /** Whoever has left the organization, or a channel that is no longer bound to it, is told nothing of it. */
  async function left({ to, locale }: OutboxRow, about: Pick<Ear, 'organization' | 'recipient'>) {
    const hears = isHearing(await parts.ears(), about, to)
    return hears ? undefined : { cancelled: noticeWords[locale].cancelled.left }
  }
}
