import {
  type Introduction,
  type OutcomeKind,
  openIntroduction,
  outcomeKinds,
  whysNothing,
} from '../../../core/introduction.ts'
import { dayAt } from '../../../core/local-date.ts'
import { ensureMay } from '../../../core/may.ts'
import { type Button, buttons, heading, privately, type Reply, reply, table } from '../../../core/reply.ts'
import { opening, pairIn } from '../draw.ts'
import { actions } from '../faces.ts'
import { forms } from '../forms.ts'
import { mayRead } from '../listing/visible.ts'
import {
  type Handle,
  type MatchParts,
  memberOf,
  ownOf,
  problem,
  type Request,
  shortId,
  stampOf,
} from '../parts.ts'
import { deliveriesFor, earsOfSide, tellMove, type WordsAbout } from '../telling/tell.ts'
import { words } from '../words.ts'
import { otherOf, type Step, step } from './introduction.ts'

/** Wanting to meet, saying yes or no, saying what came of it. */
export function makeIntroducing(parts: MatchParts): Readonly<Record<string, Handle>> {
  return {
    meet,
    agree: (request) =>
      move(
        request,
        ({ member, own }) => ({ verb: 'agree', by: own, member }),
        (say) => say.agreed,
      ),
    decline: (request) =>
      move(
        request,
        ({ own }) => ({
          verb: 'decline',
          by: own,
          ...(request.given.reason === undefined ? {} : { reason: request.given.reason }),
        }),
        (say) => say.declined,
      ),
    withdraw: (request) =>
      move(
        request,
        ({ own }) => ({ verb: 'withdraw', by: own }),
        (say) => say.withdrawn,
      ),
    met: (request) =>
      move(
        request,
        ({ own }) => ({ verb: 'met', by: own }),
        (say) => say.met,
        opening(words[request.caller.locale].buttons.conclude, forms.conclude.name, request.value),
      ),
    'not-yet': async ({ caller }) => {
      ownOf(caller)
      return privately({ ...reply(words[caller.locale].introduction.notYet), replaces: true })
    },
    conclude,
    block: async (request) => {
      const it = await theirs(request)
      const organization = ownOf(request.caller)
      const blocked = otherOf(it, organization.id)
      await parts.matchLists.block({ organization: organization.id, blocked }, parts.clock.now())
      // What is open between them ends; where nothing is, the block alone is enough.
      await act(request, it, { verb: 'block', by: organization.id })
      return privately({ ...reply(words[request.caller.locale].introduction.blocked), replaces: true })
    },
    'pass-on': passOn,
    introductions,
  }

  async function meet(request: Request): Promise<Reply> {
    const { caller, value } = request
    const { member, organization } = memberOf(caller)
    ensureMay(caller, 'introduction.answer', { organization })
    const say = words[caller.locale]
    const [need, offer] = pairIn(value)
    const both = await Promise.all([parts.profiles.find(need), parts.profiles.find(offer)])
    const own = both.find((it) => it?.owner === organization.id)
    const other = both.find((it) => it && it.owner !== organization.id)
    const owner = other && (await parts.organizations.find(other.owner))
    if (!own || !other || !owner || !mayRead(caller, other, owner, dayAt(parts.clock.now())))
      throw problem(say.problems.noProfile)
    const id = shortId(parts)
    const asked = { verb: 'ask', id, need, offer, by: organization.id, to: owner.id, member } as const
    const taken = await act(request, { from: organization.id, to: owner.id }, asked)
    if ('refused' in taken) return privately(reply(say.introduction.refused(taken.refused)))
    if (taken.verb === 'agree') return privately(reply(say.introduction.agreed))
    return privately(
      reply(
        say.introduction.asked(owner.name),
        buttons({ label: say.buttons.withdraw, action: actions.withdraw, value: taken.after.id }),
      ),
    )
  }

  async function move(
    request: Request,
    stepOf: (who: { readonly member: string; readonly own: string }) => Step,
    told: (say: (typeof words)['zh-CN']['introduction']) => string,
    ...more: readonly Button[]
  ): Promise<Reply> {
    const { caller } = request
    const { member, organization } = memberOf(caller)
    ensureMay(caller, 'introduction.answer', { organization })
    const it = await theirs(request)
    const taken = await act(request, it, stepOf({ member, own: organization.id }))
    const say = words[caller.locale].introduction
    if ('refused' in taken) return privately(reply(say.refused(taken.refused)))
    return privately({
      ...reply(told(say), ...(more.length === 0 ? [] : [buttons(...more)])),
      replaces: true,
    })
  }

  async function conclude(request: Request): Promise<Reply> {
    const { caller, given } = request
    const say = words[caller.locale]
    const kind = outcomeKinds.find((it): it is OutcomeKind => it === given.kind) ?? 'nothing'
    const chosen = whysNothing.find((it) => it === given.why)
    const why = kind === 'nothing' ? (chosen ?? (given.note === undefined ? undefined : 'other')) : undefined
    // The rest is in the note, and only there.
    if (kind === 'nothing' && (why === undefined || (why === 'other' && given.note === undefined)))
      throw problem(say.problems.whyNothing)
    const outcome = {
      kind,
      ...(why === undefined ? {} : { why }),
      ...(given.note === undefined ? {} : { note: given.note }),
    }
    return move(
      request,
      ({ own }) => ({ verb: 'conclude', by: own, outcome }),
      (told) => told.concluded(say.outcomes[kind]),
    )
  }

  async function passOn(request: Request): Promise<Reply> {
    const { caller, given, message } = request
    const organization = ownOf(caller)
    const it = await theirs(request)
    const say = words[caller.locale]
    if (it.state !== 'talking') return privately(reply(say.introduction.refused('over')))
    const other = otherOf(it, organization.id)
    const items = deliveriesFor<WordsAbout>(earsOfSide(await parts.ears(), it, other), {
      kind: 'matchmaking.words',
      what: `${it.id} ${message.id}`,
      about: { introduction: it.id, by: organization.id, words: given.words ?? '' },
      at: parts.clock.now(),
      whenUnprovable: 'repeat',
    })
    await parts.outbox.add(items, parts.clock.now())
    return privately(reply(say.introduction.passedOn))
  }

  async function introductions({ caller }: Request): Promise<Reply> {
    const organization = ownOf(caller)
    const say = words[caller.locale]
    const open = await parts.introductions.list({
      organization: organization.id,
      states: [...openIntroduction],
    })
    if (open.length === 0) return privately(reply(say.introduction.none))
    const names = new Map(
      await Promise.all(
        open.map(async (it) => {
          const other = otherOf(it, organization.id)
          return [other, (await parts.organizations.find(other))?.name ?? ''] as const
        }),
      ),
    )
    const nameOf = (it: Introduction) => names.get(otherOf(it, organization.id)) ?? ''
    const labelled = (label: string, it: Introduction) => `${label}：${nameOf(it)}`
    const rows = await Promise.all(
      open.map(async (it) => [
        nameOf(it),
        (await parts.profiles.find(it.need))?.title ?? '',
        say.states[it.state],
        dayAt(it.since),
      ]),
    )
    const asked = open.filter((it) => it.state === 'asked' && it.to === organization.id)
    const talking = open.filter((it) => it.state === 'talking')
    const answers = [
      ...asked.flatMap((it) => [
        {
          label: labelled(say.buttons.agree, it),
          action: actions.agree,
          value: it.id,
          style: 'primary' as const,
        },
        opening(labelled(say.buttons.decline, it), forms.decline.name, it.id),
      ]),
      ...talking.map((it) => opening(labelled(say.buttons.conclude, it), forms.conclude.name, it.id)),
    ]
    return privately(
      reply(
        heading(say.introduction.title(open.length)),
        table(say.introduction.header, rows),
        ...(answers.length === 0 ? [] : [buttons(...answers.slice(0, 5))]),
      ),
    )
  }

  /** The introduction of a button. @throws Problem where there is none, or it is between others: the same words */
  async function theirs({ caller, value }: Request): Promise<Introduction> {
    const organization = ownOf(caller)
    const it = await parts.introductions.find(value)
    if (!it || ![it.from, it.to].includes(organization.id))
      throw problem(words[caller.locale].problems.noIntroduction)
    return it
  }

  async function act(request: Request, { from, to }: Pick<Introduction, 'from' | 'to'>, taken: Step) {
    const ears = await parts.ears()
    const at = parts.clock.now()
    const by = 'by' in taken ? { by: taken.by } : {}
    return parts.introductions.act(
      [from, to],
      (between) => step(between, taken, at),
      stampOf(request, parts.clock),
      (moved) => tellMove(moved, ears, { ...by, at, locale: request.caller.locale }),
    )
  }
}
