import { outcomeKinds } from '../../../core/introduction.ts'
import { dayAt, yearOf } from '../../../core/local-date.ts'
import { ensureMay } from '../../../core/may.ts'
import {
  buttons,
  heading,
  list,
  paragraph,
  privately,
  type Reply,
  reply,
  table,
} from '../../../core/reply.ts'
import { opening } from '../draw.ts'
import { actions } from '../faces.ts'
import { forms } from '../forms.ts'
import { step } from '../introducing/introduction.ts'
import {
  type Handle,
  type MatchParts,
  organizationTyped,
  ownOf,
  problem,
  type Request,
  stampOf,
} from '../parts.ts'
import { tellMove } from '../telling/tell.ts'
import { words } from '../words.ts'
import { figuresOf } from './figures.ts'

/** What an organization wants to hear of, with whom it wants no dealings; and, for the office, what came of it all. */
export function makeSettings(parts: MatchParts): Readonly<Record<string, Handle>> {
  return {
    settings: shown,
    digest: async (request) => {
      const organization = ownOf(request.caller)
      await parts.matchLists.wish({ organization: organization.id, wanted: request.value !== 'off' })
      return shown(request)
    },
    quiet: async (request) => {
      const organization = ownOf(request.caller)
      const until = request.given.until ?? ''
      if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || until <= dayAt(parts.clock.now()))
        throw problem(words[request.caller.locale].problems.badDay)
      await parts.matchLists.wish({ organization: organization.id, wanted: true, quietUntil: until })
      return shown(request)
    },
    'block-list': blockList,
    figures,
  }

  async function shown({ caller }: Request): Promise<Reply> {
    const organization = ownOf(caller)
    const say = words[caller.locale]
    const wish = (await parts.matchLists.wishes()).find((it) => it.organization === organization.id)
    const blocks = (await parts.matchLists.blocks(organization.id)).filter(
      (it) => it.organization === organization.id,
    )
    const names = await Promise.all(
      blocks.map(async (it) => (await parts.organizations.find(it.blocked))?.name ?? it.blocked),
    )
    const wanted = wish?.wanted ?? true
    const today = dayAt(parts.clock.now())
    const quiet = wish?.quietUntil !== undefined && wish.quietUntil >= today ? wish.quietUntil : undefined
    return privately(
      reply(
        heading(say.settings.title),
        wanted ? say.settings.on : say.settings.off,
        ...(wanted && quiet !== undefined ? [say.settings.quiet(quiet)] : []),
        names.length === 0 ? say.settings.nobodyBlocked : say.settings.blocked(names),
        buttons(
          wanted
            ? { label: say.buttons.digestOff, action: actions.digest, value: 'off' }
            : { label: say.buttons.digestOn, action: actions.digest, value: 'on' },
          ...(wanted ? [opening(say.buttons.quiet, forms.quiet.name, '')] : []),
          opening(say.buttons.blockList, forms.blockList.name, ''),
        ),
      ),
    )
  }

  async function blockList(request: Request): Promise<Reply> {
    const { caller, given } = request
    const own = ownOf(caller)
    ensureMay(caller, 'introduction.answer', { organization: own })
    const say = words[caller.locale]
    const others = (await parts.organizations.all()).filter((it) => it.id !== own.id)
    const other = organizationTyped(others, given.organization ?? '', caller.locale)
    const block = { organization: own.id, blocked: other.id }
    if (await parts.matchLists.unblock(block)) return privately(reply(say.settings.unblocked(other.name)))
    const at = parts.clock.now()
    await parts.matchLists.block(block, at)
    const ears = await parts.ears()
    await parts.introductions.act(
      [own.id, other.id],
      (between) => step(between, { verb: 'block', by: own.id }, at),
      stampOf(request, parts.clock),
      (moved) => tellMove(moved, ears, { by: own.id, at, locale: caller.locale }),
    )
    return privately(reply(say.settings.blockedNow(other.name)))
  }

  async function figures({ caller }: Request): Promise<Reply> {
    ensureMay(caller, 'match.figures')
    const say = words[caller.locale].figures
    const year = yearOf(dayAt(parts.clock.now()))
    const [introductions, profiles] = [
      await parts.introductions.list(),
      await parts.profiles.list({ states: ['published'] }),
    ]
    const { counts, whyNothing } = figuresOf(introductions, profiles, year)
    const order = ['published', 'asked', 'agreed', 'met', ...outcomeKinds] as const
    return reply(
      heading(say.title(year)),
      table(
        say.header,
        order.map((it) => [say.rows[it], String(counts[it])]),
      ),
      ...(whyNothing.length === 0
        ? []
        : [
            paragraph(say.why),
            list(
              whyNothing.map(({ why, count, notes }) =>
                say.because(words[caller.locale].whys[why], count, notes),
              ),
            ),
          ]),
    )
  }
}
