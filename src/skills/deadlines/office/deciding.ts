import { localDateOf } from '../../../core/clock.ts'
import { unfinished } from '../../../core/duty.ts'
import { localTime } from '../../../core/local-time.ts'
import { heading, privately, reply, table } from '../../../core/reply.ts'
import type { ObligationChange } from '../../../store/obligations.ts'
import { stateOf } from '../draw-entry.ts'
import { type DeadlineParts, type Handle, problem, type Request, stampOf } from '../parts.ts'
import { stateWords } from '../state-words.ts'
import { aboveOf, type ChangeAbout, deliveriesFor, reachedOf } from '../telling/tell.ts'
import { type DeadlineWords, words } from '../words.ts'
import { change, type Found, obligationMeant, reasonIn, untilIn } from './changing.ts'

/** What provinces and the office decide of what a zone owes: confirm, send back, receive, extend, waive, put off. */
export function makeDeciding(parts: DeadlineParts) {
  return {
    confirm: (request) =>
      decide(request, 'obligation.confirm', { verb: 'confirm' }, (say, it, told) =>
        say.confirmed(it.owner.name, it.title, told),
      ),

    receive: (request) =>
      decide(request, 'obligation.decide', { verb: 'receive' }, (say, it) =>
        say.received(it.owner.name, it.title),
      ),

    'send-back': (request) =>
      decide(
        request,
        'obligation.confirm',
        { verb: 'send-back', reason: reasonIn(request) },
        (say, it, told) => say.sentBack(it.owner.name, it.title, told),
      ),

    waive: (request) =>
      decide(request, 'obligation.decide', { verb: 'waive', reason: reasonIn(request) }, (say, it, told) =>
        say.waived(it.owner.name, it.title, told),
      ),

    suspend: (request) =>
      decide(request, 'obligation.decide', { verb: 'suspend', reason: reasonIn(request) }, (say, it, told) =>
        say.suspended(it.owner.name, it.title, told),
      ),

    restore: (request) =>
      decide(request, 'obligation.decide', { verb: 'restore' }, (say, it, told) =>
        say.restored(it.owner.name, it.title, told),
      ),

    async extend(request) {
      const found = await obligationMeant(parts, request, 'obligation.decide')
      const until = untilIn(request, found.obligation, localDateOf(parts.clock.now()))
      const wanted = { verb: 'extend', until, reason: reasonIn(request) } as const
      return finish(request, found, wanted, (say, it, told) =>
        say.extended(it.owner.name, it.title, until, told),
      )
    },

    async refuse(request) {
      const found = await obligationMeant(parts, request, 'obligation.decide')
      const { obligation, owner, all, title } = found
      const say = words[request.caller.locale]
      const now = { state: obligation.state, due: obligation.due }
      const stamp = stampOf(request, parts.clock)
      const reason = reasonIn(request)
      if (!unfinished.has(obligation.state))
        throw problem(
          say.problems.finished(title, stateOf(obligation, localDateOf(stamp.at), request.caller.locale)),
        )
      const above = aboveOf(owner, all)
      const hearing = [owner, ...(above?.kind === 'province' ? [above] : [])]
      const ears = await parts.ears()
      const kept = await parts.obligations.say(obligation.id, { verb: 'refuse', reason }, stamp, () =>
        deliveriesFor<ChangeAbout>(
          hearing,
          {
            kind: 'deadlines.change',
            what: `${obligation.id} refuse ${stamp.at}`,
            at: stamp.at,
            about: {
              obligation: obligation.id,
              verb: 'refuse',
              before: now,
              after: now,
              reason,
              by: request.caller.organization?.id ?? 'office',
            },
          },
          ears,
        ),
      )
      if (!kept?.said) return reply(say.did.refusedAlready(title))
      return reply(
        say.did.refused(owner.name, title, say.told(reachedOf(hearing, ears).map((it) => it.name))),
      )
    },

    async history(request) {
      const { obligation, owner, title } = await obligationMeant(parts, request, 'obligation.read')
      const { locale } = request.caller
      const say = words[locale].history
      const events = await parts.obligations.history(obligation.id)
      const names = new Map(
        (await parts.audit.list({ organizations: [owner.id], action: 'obligation.', most: 200 })).flatMap(
          (it) => (it.name === undefined ? [] : [[it.who, it.name] as const]),
        ),
      )
      const rows = events.map(({ stamp, verb, after, reason, askedUntil }) => [
        localTime(stamp.at),
        names.get(stamp.who) ?? say.operator,
        [[say.verbs[verb] ?? verb, askedUntil].join(' ').trim(), reason]
          .filter((it) => it !== undefined)
          .join('：'),
        `${after.due} ${stateWords[locale][after.state]}`,
      ])
      return privately(reply(heading(`${say.title} · ${owner.name} · ${title}`), table(say.header, rows)))
    },
  } satisfies Readonly<Record<string, Handle>>

  async function decide(
    request: Request,
    action: 'obligation.confirm' | 'obligation.decide',
    wanted: ObligationChange,
    sentence: Sentence,
  ) {
    return finish(request, await obligationMeant(parts, request, action), wanted, sentence)
  }

  async function finish(request: Request, found: Found, wanted: ObligationChange, sentence: Sentence) {
    const say = words[request.caller.locale]
    const done = await change(parts, request, found, wanted)
    return reply(done.changed ? sentence(say.did, found, say.told(done.told)) : done.sentence)
  }
}

type Sentence = (say: DeadlineWords['did'], found: Found, told: string) => string
