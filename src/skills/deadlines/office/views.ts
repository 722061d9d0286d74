import type { Organization } from '../../../core/caller.ts'
import { localDateOf } from '../../../core/clock.ts'
import { addDays } from '../../../core/local-date.ts'
import { ensureMay } from '../../../core/may.ts'
import { privately, type Reply, reply, withFiles } from '../../../core/reply.ts'
import type { NamedOrganization } from '../../../store/organizations.ts'
import { readerOf } from '../answers.ts'
import { drawAsked } from '../asked-list.ts'
import { drawNetwork, drawOpen, drawProvince } from '../board.ts'
import { askedAmong, type Entry, entriesOf, followedBy } from '../entries.ts'
import { withFilingDays, workbookOf } from '../export.ts'
import { type View, views } from '../faces.ts'
import { drawGuest, drawMine } from '../mine.ts'
import { nudge } from '../nudging.ts'
import {
  type DeadlineParts,
  type Handle,
  organizationTyped,
  problem,
  type Request,
  stampOf,
} from '../parts.ts'
import { owedUnder, standingOf } from '../rules/owed-now.ts'
import { unpublishedIn } from '../rules/workdays.ts'
import { words } from '../words.ts'
import { drawProposals, openProposals } from './proposing.ts'
import { drawParked, drawUnreachable, placeOf } from './unreachable.ts'
import { drawConflicts, drawYears } from './years.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Days ahead within which something can be nudged for. */
const nudgedAhead = 100

/** What is owed, seen by whoever asks: a zone its own, a province its zones, the office everything. */
export function makeViews(parts: DeadlineParts) {
  const today = () => localDateOf(parts.clock.now())

  return {
    deadlines: asked,

    async mine(request) {
      return asked({ ...request, given: {} })
    },

    /** A button of a board: a view, and the province that the board was of. */
    async view(request) {
      const [view = '', scope] = request.value.split('/')
      return asked({ ...request, given: { view, ...(scope ? { organization: scope } : {}) } })
    },

    async nudge(request) {
      const { caller, value } = request
      const all = await parts.organizations.all()
      const scope =
        all.find((it) => it.id === value) ?? caller.organization ?? all.find((it) => it.kind === 'office')
      if (!scope) throw problem(words[caller.locale].problems.gone)
      ensureMay(caller, 'obligation.nudge', { organization: scope })
      // What is due next year is nobody's hurry.
      const within = addDays(today(), nudgedAhead)
      const owed = (await entriesOf(followedBy(scope), parts)).filter((it) => it.obligation.due <= within)
      return nudge(parts, owed, caller)
    },

    /** The board as a workbook: of the organization of the button, else the caller's own. */
    async export({ caller, value }) {
      const all = await parts.organizations.all()
      const whose =
        all.find((it) => it.id === value) ?? caller.organization ?? all.find((it) => it.kind === 'office')
      if (!whose) throw problem(words[caller.locale].problems.gone)
      ensureMay(caller, 'obligation.read', { organization: whose })
      const entries = await withFilingDays(await entriesOf(followedBy(whose), parts), parts.obligations)
      const say = words[caller.locale].exported
      const bytes = await workbookOf(entries, today(), caller.locale)
      const file = { name: say.file(whose.name, today()), type: xlsx, bytes }
      return privately(withFiles(reply(say.done(whose.name, entries.length)), file))
    },

    async release(request) {
      const { caller, value } = request
      ensureMay(caller, 'delivery.release')
      const say = words[caller.locale]
      const row = (await parts.outbox.list({ state: 'parked' })).find((it) => it.key === value)
      if (!row || !(await parts.outbox.release(value, stampOf(request, parts.clock))))
        throw problem(say.problems.notParked)
      return reply(say.did.released(placeOf(row)))
    },
  } satisfies Readonly<Record<string, Handle>>

  async function asked(request: Request): Promise<Reply> {
    const { caller, given } = request
    const view = viewNamed(given.view)
    const all = await parts.organizations.all()
    if (given.organization !== undefined)
      return ofOrganization(organizationTyped(all, given.organization, caller.locale), view, request)
    const own =
      caller.organization ?? (caller.role === 'office' ? all.find((it) => it.kind === 'office') : undefined)
    return own ? ofOrganization(own, view, request) : privately(drawGuest(caller.locale))
  }

  async function ofOrganization(
    whose: NamedOrganization | Organization,
    view: View,
    request: Request,
  ): Promise<Reply> {
    const { caller } = request
    const { locale } = caller
    ensureMay(caller, 'obligation.read', { organization: whose })
    if (view === 'years' || view === 'conflicts') return years(view, request)
    if (view === 'parked') {
      ensureMay(caller, 'delivery.release')
      return drawParked(await parts.outbox.list({ state: 'parked' }), locale)
    }
    if (view === 'proposals') {
      ensureMay(caller, 'duty.change')
      return drawProposals(await openProposals(parts.duties), locale)
    }
    const entries = await entriesOf(followedBy(whose), parts)
    const asked = await askedAmong(entries, parts)
    if (view === 'asked') return drawAsked(asked, caller, today())
    if (view === 'unreachable') return drawUnreachable(entries, await parts.ears(), locale)
    if (view === 'open' || view === 'overdue')
      return drawOpen(entries, view, whose.kind === 'office' ? '' : whose.id, today(), locale)
    if (whose.kind === 'office')
      return drawNetwork(
        whose.name,
        entries,
        asked,
        today(),
        locale,
        unpublishedIn(today(), parts.workdays()),
      )
    if (whose.kind === 'province')
      return drawProvince(whose, entries, asked, readerOf(caller, whose), today(), locale)
    return ofZone(whose, entries, request)
  }

  async function ofZone(whose: Organization, entries: readonly Entry[], { caller }: Request): Promise<Reply> {
    const live = await parts.duties.list({ state: 'live' })
    const { unknown } = owedUnder(live, await standingOf(parts))
    return drawMine(
      {
        organization: whose,
        entries: entries.filter((it) => !it.obligation.lapsed),
        unknown: unknown.filter((it) => it.organization === whose.id),
        asked: await parts.obligations.timeAsked(),
        reader: readerOf(caller, whose),
      },
      today(),
      caller.locale,
    )
  }

  async function years(view: 'years' | 'conflicts', { caller }: Request): Promise<Reply> {
    ensureMay(caller, 'year.settle')
    const live = await parts.duties.list({ state: 'live' })
    const standing = await standingOf(parts)
    const names = new Map(standing.organizations.map((it) => [it.id, it.name]))
    const titles = new Map(live.map((it) => [it.id, it.title]))
    const draw = view === 'years' ? drawYears : drawConflicts
    return draw(
      owedUnder(live, standing),
      (id) => names.get(id) ?? id,
      (id) => titles.get(id) ?? id,
      caller.locale,
    )
  }
}

function viewNamed(typed: string | undefined): View {
  return views.find((it) => it === typed) ?? 'board'
}
