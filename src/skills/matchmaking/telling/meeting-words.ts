import type { Introduction } from '../../../core/introduction.ts'
import { dayAt } from '../../../core/local-date.ts'
import type { Locale } from '../../../core/locale.ts'
import { bold, heading, list, note, paragraph, type Reply } from '../../../core/reply.ts'
import { drawReasons } from '../draw.ts'
import { proposedDays } from '../introducing/due.ts'
import type { ComposeParts } from './compose.ts'
import { noticeWords } from './notice-words.ts'

/** What two who have both agreed are told of each other: who they are, what to talk about first, and when. */
export function makeMeetingWords(parts: ComposeParts) {
  return { room, nameOf, contactOf }

  /** @param whole with the names of both sides, for a room in which both are */
  async function room(it: Introduction, locale: Locale, whole = true): Promise<Reply> {
    const say = noticeWords[locale].room
    const [from, to] = [await nameOf(it.from), await nameOf(it.to)]
    const [need, offer] = [await parts.profiles.find(it.need), await parts.profiles.find(it.offer)]
    const fit = await parts.partners.between(it.need, it.offer)
    const days = proposedDays(dayAt(parts.clock.now()), parts.workdays())
    const sure = days.every((day) => parts.workdays().published(Number(day.slice(0, 4))))
    const contacts = [
      say.contact(await contactOf(it, it.from), from),
      say.contact(await contactOf(it, it.to), to),
      say.broker,
    ]
    return {
      blocks: [
        ...(whole ? [heading(say.title(from, to)), list(contacts)] : []),
        ...(fit ? drawReasons(fit, fit.need.profile.owner, parts.alliance().taxonomy, locale) : []),
        paragraph(bold(say.agendaTitle)),
        list(say.agenda(need?.title ?? '', offer?.title ?? ''), true),
        paragraph(`${say.dates(days)}${sure ? '' : say.unpublished}`),
        note(say.after),
      ],
    }
  }

  async function nameOf(organization: string): Promise<string> {
    return (await parts.organizations.find(organization))?.name ?? organization
  }

  /** The name of whoever said yes for a side; its organization's where they have left. */
  async function contactOf(it: Introduction, side: string): Promise<string> {
    const member = it.consents.find((yes) => yes.organization === side)?.member
    return (member && (await parts.members.find(member))?.name) || nameOf(side)
  }
}
