import { localDateOf } from '../../core/clock.ts'
import { unfinished } from '../../core/duty.ts'
import { identityOf } from '../../core/identity.ts'
import { addDays, instantAt } from '../../core/local-date.ts'
import { buttons, type Reply, reply } from '../../core/reply.ts'
import { readerOf } from './answers.ts'
import { stateOf } from './draw-entry.ts'
import { actions } from './faces.ts'
import { handleOf } from './handle-of.ts'
import { change, type Found, obligationMeant, reasonIn, untilIn } from './office/changing.ts'
import { type DeadlineParts, type Handle, problem, type Request, stampOf } from './parts.ts'
import { remindOwner } from './telling/remind-owner.ts'
import { aboveOf, type ChangeAbout, deliveriesFor, reachedOf } from './telling/tell.ts'
import { words } from './words.ts'

/** When a reminder that somebody moved comes: in the morning, like the usual ones. */
const morning = '09:00'

/** What a zone says of what it owes: filed, being prepared, later, more time. */
export function makeFiling(parts: DeadlineParts) {
  const { clock } = parts

  return {
    async file(request) {
      const found = await obligationMeant(parts, request, 'obligation.file')
      const say = words[request.caller.locale]
      const done = await change(parts, request, found, { verb: 'file' })
      if (!done.changed) return reply(done.sentence)
      const undo = { label: say.buttons.undo, action: actions.reopen, value: handleOf(found.obligation.id) }
      return reply(say.did.filed(found.title, say.told(done.told)), buttons(undo))
    },

    async prepare(request) {
      const found = await obligationMeant(parts, request, 'obligation.file')
      const done = await change(parts, request, found, { verb: 'prepare' })
      return reply(done.changed ? words[request.caller.locale].did.prepared(found.title) : done.sentence)
    },

    async reopen(request) {
      const found = await obligationMeant(parts, request, 'obligation.file')
      const done = await change(parts, request, found, { verb: 'reopen' })
      return reply(done.changed ? words[request.caller.locale].did.reopened(found.title) : done.sentence)
    },

    async snooze(request) {
      return snooze(request, await obligationMeant(parts, request, 'obligation.read'))
    },

    async request(request) {
      const found = await obligationMeant(parts, request, 'obligation.file')
      const { locale } = request.caller
      const say = words[locale]
      const { obligation, owner, all, title } = found
      const stamp = stampOf(request, clock)
      const today = localDateOf(stamp.at)
      if (readerOf(request.caller, owner) === 'office') throw problem(say.problems.officeExtends)
      if (!unfinished.has(obligation.state))
        throw problem(say.problems.finished(title, stateOf(obligation, today, locale)))
      const until = untilIn(request, obligation, today)
      const reason = reasonIn(request)
      const now = { state: obligation.state, due: obligation.due }
      const by = request.caller.organization?.id ?? owner.id
      // The province gives its view, the office decides: both hear it; so does the zone where its province asks for it.
      const concerned = new Set([owner, aboveOf(owner, all), ...all.filter((it) => it.kind === 'office')])
      const hearing = [...concerned].filter((it) => it !== undefined).filter((it) => it.id !== by)
      const ears = await parts.ears()
      const kept = await parts.obligations.say(obligation.id, { verb: 'request', until, reason }, stamp, () =>
        deliveriesFor<ChangeAbout>(
          hearing,
          {
            kind: 'deadlines.change',
            what: `${obligation.id} request ${until} ${stamp.at}`,
            at: stamp.at,
            about: { obligation: obligation.id, verb: 'request', before: now, after: now, reason, until, by },
          },
          ears,
        ),
      )
      if (!kept?.said) return reply(say.did.requestedAlready(title, until))
      const told = reachedOf(hearing, ears).map((it) => it.name)
      return reply(say.did.requested(title, until, say.told(told)))
    },

    async ask({ message, caller, ...rest }) {
      const { title } = await obligationMeant(parts, { message, caller, ...rest }, 'obligation.read')
      return parts.askPolicy(words[caller.locale].question(title), message, caller)
    },
  } satisfies Readonly<Record<string, Handle>>

  /** Moves one reminder of one member; the rule, and what others hear, stay. */
  async function snooze(request: Request, { obligation, owner, title }: Found): Promise<Reply> {
    const { caller, given, message } = request
    const say = words[caller.locale]
    const { at } = stampOf(request, clock)
    const today = localDateOf(at)
    const days = Number(given.days ?? '1')
    if (!caller.member || ![1, 3, 7].includes(days)) throw problem(say.problems.noPlace)
    if (!unfinished.has(obligation.state))
      throw problem(say.problems.finished(title, stateOf(obligation, today, caller.locale)))
    const on = addDays(today, days)
    if (on > obligation.due && today <= obligation.due)
      throw problem(say.problems.tooLate(on, obligation.due))
    const step = `snooze-${on}`
    const ear = {
      recipient: caller.member.id,
      organization: caller.organization?.id ?? owner.id,
      to: parts.directly(identityOf(message)),
      locale: caller.locale,
    }
    const what = `${obligation.id} ${obligation.due} ${step}`
    const { notices, delivery } = remindOwner(ear, [obligation], {
      what,
      step,
      dueAt: instantAt(on, morning),
    })
    const added = await parts.notices.plan(notices, [delivery], at)
    return reply(added > 0 ? say.did.snoozed(title, on) : say.did.snoozedAlready(title, on))
  }
}
