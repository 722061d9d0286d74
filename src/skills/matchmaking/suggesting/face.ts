import { addDays, dayAt } from '../../../core/local-date.ts'
import { buttons, divider, heading, paragraph, privately, type Reply, reply } from '../../../core/reply.ts'
import { drawSuggestion, opening, pairIn } from '../draw.ts'
import { actions } from '../faces.ts'
import { forms } from '../forms.ts'
import { wholeProfile } from '../listing/whole.ts'
import { type Handle, type MatchParts, ownOf, problem, type Request } from '../parts.ts'
import { words } from '../words.ts'
import type { Partners } from './partners.ts'

/** So many partners a message; who wants more dismisses these. */
const MOST = 5
/** Buttons a row. */
const MOST_CHOICES = 5
/** A button's value that is no profile: where to go on among one's own. */
const pageFrom = (from: number) => `+${from}`
const pageIn = (asked: string) =>
  asked === '' ? 0 : /^\+\d+$/.test(asked) ? Number(asked.slice(1)) : undefined
/** 暂不 puts a suggestion aside for so many days. */
const LATER_DAYS = 30

/** Partners for one's own profiles, with reasons; and putting them aside. */
export function makeSuggesting(
  parts: MatchParts & { readonly partners: Partners },
): Readonly<Record<string, Handle>> {
  return {
    partners: (request) => partners(request, request.given.profile ?? request.value),
    unfit: (request) => dismiss(request),
    later: (request) => dismiss(request, addDays(dayAt(parts.clock.now()), LATER_DAYS)),
  }

  async function partners(request: Request, asked: string): Promise<Reply> {
    const { caller } = request
    const own = ownOf(caller)
    const say = words[caller.locale]
    const mine = await parts.profiles.list({ owner: own.id })
    const from = pageIn(asked)
    if (from !== undefined) {
      const published = mine.filter((it) => it.state === 'published')
      const [only, another] = published
      if (only && !another) return partnersOf(only.id, only.title)
      if (!only)
        return privately(
          reply(
            say.partners.nothingOfOurs,
            buttons(
              opening(say.buttons.writeNeed, forms.write.name, 'need'),
              opening(say.buttons.writeOffer, forms.write.name, 'offer'),
            ),
          ),
        )
      const choices = published
        .slice(from, from + MOST_CHOICES)
        .map((it) => ({ label: it.title.slice(0, 30), action: actions.partners, value: it.id }))
      const left = published.length - from - choices.length
      const more = {
        label: say.partners.more(left),
        action: actions.partners,
        value: pageFrom(from + MOST_CHOICES),
      }
      return privately(reply(say.partners.choose, buttons(...choices), ...(left > 0 ? [buttons(more)] : [])))
    }
    // Of somebody else's one reads what it says.
    const it = mine.find((profile) => profile.id === asked)
    if (!it) return wholeProfile(request, asked, parts)
    if (it.state !== 'published') throw problem(say.problems.notPublished)
    return partnersOf(it.id, it.title)

    async function partnersOf(id: string, title: string): Promise<Reply> {
      const found = await parts.partners.forProfile(id, MOST)
      if (found.length === 0) return privately(reply(say.partners.none(title)))
      const { taxonomy } = parts.alliance()
      const drawn = found.map((it) => drawSuggestion(it, own.id, taxonomy, caller.locale))
      return privately(
        reply(
          heading(say.partners.title(title)),
          ...drawn.flatMap((it, at) => (at === 0 ? it : [divider, ...it])),
        ),
      )
    }
  }

  async function dismiss({ caller, value }: Request, until?: string): Promise<Reply> {
    const organization = ownOf(caller)
    const say = words[caller.locale]
    const [need, offer] = pairIn(value)
    const owners = await Promise.all([need, offer].map(async (id) => (await parts.profiles.find(id))?.owner))
    if (!owners.includes(organization.id)) throw problem(say.problems.noProfile)
    await parts.matchLists.dismiss({
      organization: organization.id,
      need,
      offer,
      ...(until === undefined ? {} : { until }),
    })
    return privately(reply(paragraph(say.partners.dismissed(until))))
  }
}
