import { ensureMay, may } from '../../core/may.ts'
import { buttons, heading, note, paragraph, privately, reply, table } from '../../core/reply.ts'
import type { OpenInvitation } from '../../store/invitations.ts'
import { actions, forms } from './faces.ts'
import { createInvitation, defaultDays, mostDays, mostUses } from './invitation.ts'
import { inReachOf } from './organizations.ts'
import { type Handle, localTime, type MemberParts, organizationTyped, problem, stampOf } from './parts.ts'
import { words } from './words.ts'

/** Buttons that fit under one list on every platform. */
const mostButtons = 5

export function makeInviting({ organizations, invitations, clock }: MemberParts): {
  readonly [verb in 'invite' | 'invitations' | 'revoke']: Handle
} {
  return {
    async invite(request) {
      const { caller, given } = request
      const say = words[caller.locale]
      ensureMay(caller, 'member.invite', own(request))
      if (given.organization === undefined) {
        const button = {
          label: say.invite.button,
          action: 'members.invite',
          value: '',
          opens: forms.invite.name,
        }
        return privately(reply(say.invite.hint, buttons(button)))
      }
      // `/alliance invite 宜兴 5`: words without a name arrive as one text.
      const [, name = given.organization, count] = /^(.*\S)\s+(\d{1,3})$/.exec(given.organization) ?? []
      const organization = organizationTyped(await organizations.all(), name, caller.locale)
      ensureMay(caller, 'member.invite', { organization })
      const number = (typed: string | undefined, otherwise: number, what: string, most: number) => {
        const read = typed === undefined ? otherwise : Number(typed.normalize('NFKC'))
        if (!Number.isInteger(read) || read < 1 || read > most)
          throw problem(say.problems.badNumber(what, most))
        return read
      }
      const uses = number(given.uses ?? count, 1, say.invite.usesName, mostUses)
      const days = number(given.days, defaultDays, say.invite.daysName, mostDays)
      const stamp = stampOf(request, clock)
      const { id, code, expiresAt } = await createInvitation(invitations, { organization, uses, days }, stamp)
      return privately(
        reply(
          say.invite.made(organization.name),
          paragraph([{ kind: 'code', text: code }]),
          say.invite.how,
          say.invite.uses(uses, localTime(expiresAt), id),
          note(say.invite.care),
        ),
      )
    },

    async invitations(request) {
      const { caller } = request
      const say = words[caller.locale].invitations
      ensureMay(caller, 'member.invite', own(request))
      const open = await reachable(request)
      if (open.length === 0) return privately(reply(say.none))
      const rows = open.map((it) => [
        it.id,
        it.organization.name,
        `${it.used}/${it.uses}`,
        localTime(it.expiresAt),
      ])
      const revoking = open
        .slice(0, mostButtons)
        .map(
          ({ id }) =>
            ({ label: say.revoke(id), action: actions.revoke, value: id, style: 'danger' }) as const,
        )
      return privately(reply(heading(say.title), table(say.header, rows), buttons(...revoking)))
    },

    async revoke(request) {
      const { message, caller, given } = request
      const say = words[caller.locale]
      ensureMay(caller, 'member.invite', own(request))
      const id = (message.press?.value ?? given.invitation ?? '').toUpperCase()
      const invitation = await invitations.find(id, clock.now())
      // One that is out of reach is told of like one that does not exist.
      const mine = invitation && may(caller, 'member.invite', { organization: invitation.organization })
      if (!invitation || !mine) throw problem(say.problems.noInvitation(id))
      await invitations.revoke(id, stampOf(request, clock))
      return privately(reply(say.revoked(id, invitation.organization.name)))
    },
  }

  async function reachable({ caller }: Parameters<Handle>[0]): Promise<readonly OpenInvitation[]> {
    if (caller.role === 'office' || !caller.organization) return invitations.open(clock.now())
    const reach = inReachOf(caller.organization, await organizations.all())
    return invitations.open(
      clock.now(),
      reach.map((it) => it.id),
    )
  }
}

const own = ({ caller }: Parameters<Handle>[0]) =>
  caller.organization ? { organization: caller.organization } : {}
