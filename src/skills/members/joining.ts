import { roleIn } from '../../core/caller.ts'
import { identityOf } from '../../core/identity.ts'
import { type Action, ensureMay, words as mayWords, type Reach, rights } from '../../core/may.ts'
import {
  type Block,
  bold,
  buttons,
  fields,
  heading,
  list,
  note,
  paragraph,
  privately,
  reply,
} from '../../core/reply.ts'
import { hashOf, looksLikeCode, newCode, newId } from './code.ts'
import { actions, forms } from './faces.ts'
import { type Handle, type MemberParts, problem, stampOf } from './parts.ts'
import { words } from './words.ts'

/** How long a link code works, ms: long enough to change to another window. */
export const linkCodeLife = 15 * 60_000

export function makeJoining({ members, invitations, clock }: MemberParts): {
  readonly [verb in 'join' | 'whoami' | 'link' | 'leave' | 'moved']: Handle
} {
  return {
    async join(request) {
      const { message, caller, given } = request
      const say = words[caller.locale]
      const code = given.code ?? ''
      if (!looksLikeCode(code)) {
        if (code !== '') throw problem(say.problems.badCode())
        if (caller.organization)
          return privately(reply(say.join.already(caller.organization.name), say.join.more))
        return privately(reply(say.problems.noCode().join(''), joinButton(say.join.button)))
      }
      const redeemed = await invitations.redeem(
        {
          codeHash: hashOf(code),
          identity: identityOf(message),
          as: { id: newId('M'), name: message.author.name },
        },
        stampOf(request, clock),
      )
      switch (redeemed.kind) {
        case 'refused':
          throw problem(say.problems.badCode())
        case 'locked':
          throw problem(say.problems.locked(Math.ceil((redeemed.until - clock.now()) / 60_000)))
        case 'elsewhere':
          throw problem(say.problems.elsewhere(redeemed.organization.name))
        case 'already':
          return privately(reply(say.join.already(redeemed.organization.name)))
        default: {
          const { name, kind } = redeemed.organization
          const role = mayWords[caller.locale].roles[roleIn[kind]]
          const done = redeemed.kind === 'joined' ? say.join.joined(name, role) : say.join.linked(name)
          // Said aloud, the code is known to everybody there; a command or a form is not seen by others.
          const aloud = message.addressed !== 'direct' && !message.command && !message.form
          return privately(reply(done, say.join.next[roleIn[kind]], ...(aloud ? [note(say.join.seen)] : [])))
        }
      }
    },

    /** Whoever hears is no longer the right one: how somebody else takes over, and how to get away. */
    async moved({ caller }) {
      const say = words[caller.locale]
      const { member, organization } = caller
      if (!member || !organization) return privately(reply(say.who.guest, joinButton(say.join.button)))
      const others = (await members.list([organization.id])).filter((it) => it.id !== member.id)
      return privately(
        reply(
          say.moved.now(organization.name),
          list([say.moved.successor, say.moved.wrong]),
          note(others.length > 0 ? say.moved.others(others.map((it) => it.name)) : say.moved.alone),
          buttons({ label: say.leave.button, action: actions.leave, value: member.id, style: 'danger' }),
        ),
      )
    },

    async whoami({ caller }) {
      const say = words[caller.locale]
      const told = mayWords[caller.locale]
      const guest: Block[] =
        caller.role === 'guest' ? [paragraph(say.who.guest), joinButton(say.join.button)] : []
      const facts = [
        [say.who.name, caller.member?.name],
        [say.who.organization, caller.organization?.name],
        [say.who.role, told.roles[caller.role]],
        [say.who.language, say.languageName],
      ] as const
      const can = (Object.keys(rights) as Action[]).flatMap((action) => {
        const reach: Reach = rights[action][caller.role]
        if (reach === 'no') return []
        return [`${rights[action].what[caller.locale]}（${told.reach[reach]}）`]
      })
      return privately(
        reply(
          heading(say.who.title),
          fields(facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]))),
          ...guest,
          paragraph(bold(say.who.may)),
          list(can),
        ),
      )
    },

    async link(request) {
      const { caller } = request
      const say = words[caller.locale]
      ensureMay(caller, 'member.link', ownMembership(caller.member?.id))
      if (!caller.member) throw problem(say.problems.operator())
      const code = newCode()
      const stamp = stampOf(request, clock)
      await invitations.create(
        {
          id: newId('L'),
          codeHash: hashOf(code),
          to: { member: caller.member.id },
          uses: 1,
          expiresAt: stamp.at + linkCodeLife,
        },
        stamp,
      )
      return privately(
        reply(say.link.code, paragraph([{ kind: 'code', text: code }]), say.link.how, note(say.link.care)),
      )
    },

    async leave(request) {
      const { message, caller } = request
      const say = words[caller.locale]
      ensureMay(caller, 'member.leave', ownMembership(caller.member?.id))
      const { member, organization } = caller
      if (!member || !organization) throw problem(say.problems.operator())
      if (!message.press) {
        const button = {
          label: say.leave.button,
          action: actions.leave,
          value: member.id,
          style: 'danger',
        } as const
        return privately(reply(say.leave.sure(organization.name), buttons(button)))
      }
      // An old button, pressed after leaving and joining again, or by somebody else, ends nothing.
      if (message.press.value !== member.id) throw problem(say.problems.pressedLate())
      await members.leave(member.id, 'member.leave', stampOf(request, clock))
      return { ...privately(reply(say.leave.done(organization.name))), replaces: true }
    },
  }
}

const ownMembership = (member: string | undefined) => (member === undefined ? {} : { member })

function joinButton(label: string): Block {
  return buttons({ label, action: 'members.join', value: '', opens: forms.join.name, style: 'primary' })
}
