import { dayAt } from '../../../core/local-date.ts'
import { type Profile, type ProfileKind, profileKinds } from '../../../core/profile.ts'
import { buttons, heading, note, privately, type Reply, reply, table } from '../../../core/reply.ts'
import { opening, rowOf } from '../draw.ts'
import { forms } from '../forms.ts'
import { type Handle, type MatchParts, organizationTyped, ownOf, type Request } from '../parts.ts'
import { words } from '../words.ts'
import { mayRead } from './visible.ts'

/** A list that fits into one message. */
const MOST_ROWS = 15

/** What the caller may see of needs, offers and the three libraries, their own first. */
export function makeLists(parts: MatchParts): Readonly<Record<'needs' | 'offers' | 'libraries', Handle>> {
  return {
    needs: (request) => shown(request, ['need']),
    offers: (request) => shown(request, ['offer']),
    libraries: (request) => {
      const kind = profileKinds.find((it) => it === request.given.kind)
      return shown(request, kind ? [kind] : ['project', 'result', 'expert'])
    },
  }

  async function shown({ caller, given }: Request, kinds: readonly ProfileKind[]): Promise<Reply> {
    const say = words[caller.locale]
    const own = ownOf(caller)
    const [organizations, all] = [await parts.organizations.all(), await parts.profiles.list({ kinds })]
    const byId = new Map(organizations.map((it) => [it.id, it]))
    const whose =
      given.organization === undefined
        ? undefined
        : organizationTyped(organizations, given.organization, caller.locale)
    const today = dayAt(parts.clock.now())
    const seen = all
      .filter((it) => mayRead(caller, it, byId.get(it.owner), today) && it.state !== 'archived')
      .filter((it) => whose === undefined || it.owner === whose.id)
      .filter((it) => given.about === undefined || isAbout(it, given.about))
      .toSorted((a, b) => Number(b.owner === own.id) - Number(a.owner === own.id))
    const kind = kinds.map((it) => say.kinds[it]).join('、')
    const rows = seen.slice(0, MOST_ROWS).map((it) => {
      const name = byId.get(it.owner)?.name ?? it.owner
      return rowOf(it, it.state === 'draft' ? `${name}（${say.lists.drafts}）` : name, caller.locale)
    })
    const write = {
      need: say.buttons.writeNeed,
      offer: say.buttons.writeOffer,
      project: say.buttons.writeProject,
      result: say.buttons.writeResult,
      expert: say.buttons.writeExpert,
    }
    return privately(
      reply(
        heading(seen.length === 0 ? say.lists.none(kind) : say.lists.title(kind, seen.length)),
        ...(rows.length === 0 ? [] : [table(say.lists.header, rows)]),
        ...(seen.length > MOST_ROWS ? [note(say.lists.more(seen.length - MOST_ROWS))] : []),
        buttons(...kinds.map((it) => opening(write[it], forms.write.name, it))),
      ),
    )
  }

  function isAbout({ title, what, fields }: Profile, about: string): boolean {
    const { taxonomy } = parts.alliance()
    const wanted = [...taxonomy.named(about, 'fields').keys()]
    const inField = fields.some((it) => wanted.some((field) => taxonomy.lineOf(it).includes(field)))
    return inField || `${title}\n${what}`.includes(about)
  }
}
