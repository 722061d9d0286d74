import { dayAt } from '../../../core/local-date.ts'
import { buttons, paragraph, privately, reply } from '../../../core/reply.ts'
import { type Handle, problem, type Request } from '../../../core/request.ts'
import type { Outcome } from '../../../core/skill.ts'
import type { NamedOrganization } from '../../../store/organizations.ts'
import { isAhead, offerButton, offerCard } from './draw.ts'
import { actions } from './faces.ts'
import { actingFor, namesOf, shownName, type VisitParts } from './parts.ts'
import type { SpokenVisit } from './spoken.ts'
import { visitWords } from './words.ts'

type Verb = 'open' | 'ours'

/** What is said in plain words: a list, or what a named zone offers with the button that asks for it. */
export function makeSaying(parts: VisitParts, handles: Readonly<Record<Verb, Handle>>) {
  return async ({ verb, named }: SpokenVisit, request: Request): Promise<Outcome> => {
    const { caller } = request
    if (verb === 'offer') {
      actingFor(caller)
      return privately(reply(visitWords[caller.locale].did.offerHow, buttons(offerButton(caller.locale))))
    }
    if (verb === 'ask' && named !== undefined && caller.role !== 'guest') return ofZone(named, request)
    return handles[verb === 'ours' ? 'ours' : 'open'](request)
  }

  async function ofZone(named: string, { caller }: Request): Promise<Outcome> {
    const { locale } = caller
    const { organization } = actingFor(caller)
    const zone = zoneNamed(await parts.organizations.all(), named, locale)
    const today = dayAt(parts.clock.now())
    const offers = (await parts.visits.list({ of: zone.id })).filter(
      ({ offer }) => offer.host === zone.id && isAhead(offer, today),
    )
    const say = visitWords[locale]
    if (offers.length === 0)
      return privately(
        reply(
          paragraph(say.did.noOffer(shownName(zone))),
          buttons({ label: say.buttons.open, action: actions.open, value: '' }),
        ),
      )
    const reading = { nameOf: await namesOf(parts), locale, today }
    const own = zone.id === organization.id
    return privately({ blocks: offers.flatMap((it) => offerCard(it, own, reading)) })
  }
}

/** The one zone that a typed name means: a whole name of it, else a part. @throws Problem */
function zoneNamed(
  all: readonly NamedOrganization[],
  typed: string,
  locale: 'zh-CN' | 'en',
): NamedOrganization {
  const say = visitWords[locale].problems
  const zones = all.filter((it) => it.kind === 'zone')
  const exact = zones.filter((it) => [it.name, ...it.alsoCalled].includes(typed))
  const found = exact.length > 0 ? exact : zones.filter((it) => it.name.includes(typed))
  const [one, another] = found
  if (!one) throw problem(say.noZone(typed))
  if (another) throw problem(say.severalZones(typed, found.slice(0, 5).map(shownName)))
  return one
}
