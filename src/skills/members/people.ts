import { roleIn } from '../../core/caller.ts'
import { ensureMay, words as mayWords } from '../../core/may.ts'
import { buttons, heading, note, privately, reply, table } from '../../core/reply.ts'
import { actions } from './faces.ts'
import { inReachOf } from './organizations.ts'
import { type Handle, type MemberParts, organizationTyped, problem, type Request, stampOf } from './parts.ts'
import { words } from './words.ts'

/** Rows of one list that a person still reads. */
const mostRows = 60

export function makePeople({ organizations, members, clock }: MemberParts): {
  readonly [verb in 'members' | 'remove']: Handle
} {
  return {
    async members(request) {
      const { caller } = request
      const say = words[caller.locale].members
      const listed = await members.list(await readable(request))
      if (listed.length === 0) return privately(reply(say.none))
      const roles = mayWords[caller.locale].roles
      const rows = listed
        .slice(0, mostRows)
        .map((it) => [
          it.name,
          it.organization.name,
          roles[roleIn[it.organization.kind]],
          [...new Set(it.platforms)].join('、') || '—',
          it.id,
        ])
      const left = listed.length - rows.length
      return privately(
        reply(
          heading(say.title(listed.length)),
          table(say.header, rows),
          ...(left > 0 ? [note(say.more(left))] : []),
        ),
      )
    },

    async remove(request) {
      const { message, caller, given } = request
      const say = words[caller.locale]
      ensureMay(caller, 'member.remove', caller.organization ? { organization: caller.organization } : {})
      const id = (message.press?.value ?? given.member ?? '').toUpperCase()
      const member = await members.find(id)
      if (!member) throw problem(say.problems.noMember(id))
      ensureMay(caller, 'member.remove', { organization: member.organization })
      if (!message.press) {
        const button = {
          label: say.remove.button,
          action: actions.remove,
          value: id,
          style: 'danger',
        } as const
        return privately(reply(say.remove.sure(member.name, member.organization.name), buttons(button)))
      }
      await members.leave(id, 'member.remove', stampOf(request, clock))
      return { ...privately(reply(say.remove.done(member.name))), replaces: true }
    },
  }

  /** The organizations whose members somebody asked for and may see; undefined = all. */
  async function readable({ caller, given }: Request): Promise<readonly string[] | undefined> {
    if (given.organization !== undefined) {
      const organization = organizationTyped(await organizations.all(), given.organization, caller.locale)
      ensureMay(caller, 'member.read', { organization })
      return [organization.id]
    }
    if (caller.role === 'office') return undefined
    ensureMay(caller, 'member.read', caller.organization ? { organization: caller.organization } : {})
    if (!caller.organization) return []
    return inReachOf(caller.organization, await organizations.all()).map((it) => it.id)
  }
}
