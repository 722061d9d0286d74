import { dayAt } from '../../../core/local-date.ts'
import { heading, privately, type Reply, reply } from '../../../core/reply.ts'
import { drawProfile, ownButtons } from '../draw.ts'
import { type MatchParts, ownOf, problem, type Request } from '../parts.ts'
import { words } from '../words.ts'
import { mayRead } from './visible.ts'

export type WholeParts = Pick<MatchParts, 'profiles' | 'organizations' | 'clock' | 'alliance'>

/**
 * A profile in full: what its owner wrote, or what the document says, with its source.
 * @throws Problem where there is none, or it is not for the caller: the same words, so that nobody learns which
 */
export async function wholeProfile({ caller }: Request, id: string, parts: WholeParts): Promise<Reply> {
  const own = ownOf(caller)
  const say = words[caller.locale]
  const it = await parts.profiles.find(id)
  const owner = it && (await parts.organizations.find(it.owner))
  if (!it || !mayRead(caller, it, owner, dayAt(parts.clock.now()))) throw problem(say.problems.noProfile)
  return privately(
    reply(
      heading(`${say.kinds[it.kind]}：${owner?.name ?? it.owner}`),
      ...drawProfile(it, parts.alliance().taxonomy, caller.locale),
      ...(it.owner === own.id && it.state !== 'archived' ? [ownButtons(it, caller.locale)] : []),
    ),
  )
}
