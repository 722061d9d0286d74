import { audienceText } from '../../../core/audience-text.ts'
import type { Duty } from '../../../core/duty.ts'
import { dayAt, yearOf } from '../../../core/local-date.ts'
import { ensureMay, may } from '../../../core/may.ts'
import {
  type Block,
  buttons,
  fields,
  heading,
  note,
  privately,
  type Reply,
  reply,
  table,
} from '../../../core/reply.ts'
import { opening, quoteOf } from '../draw-entry.ts'
import { actions, forms } from '../faces.ts'
import { byHandle, handleOf } from '../handle-of.ts'
import { type DeadlineParts, type Handle, problem, type Request, stampOf } from '../parts.ts'
import { quoted } from '../reading/quoting.ts'
import { blankDuty, type DutyCells, faultsOf, readDuty } from '../reading/read-duty.ts'
import { owedUnder, standingOf } from '../rules/owed-now.ts'
import { keepAndAnnounce } from '../telling/announcing.ts'
import { words } from '../words.ts'
import { officeWords } from './office-words.ts'
import { drawPreview, previewOf } from './preview.ts'
import { ladderText, ruleText } from './rule-text.ts'

/** Signs of the id of a duty that was made by a form. */
const idSigns = 8

/** Duties: everybody may read the rules that bind; the office makes, changes, publishes and retires them. */
export function makeDutiesFace(parts: DeadlineParts) {
  const { duties, clock } = parts

  return {
    async duties(request) {
      const { caller, given } = request
      const say = officeWords[caller.locale].duties
      const typed = given.duty
      const all = (await duties.list()).filter((it) => isShown(it, request))
      if (typed === '新建' || typed === 'new') {
        ensureMay(caller, 'duty.change')
        return privately(reply(say.createHint, buttons(createButton(request))))
      }
      if (typed !== undefined) return show(dutyNamed(all, typed, request), request)
      const nameOf = await names()
      const rows = all.map((it) => [
        it.id,
        it.title,
        audienceText(it.audience, caller.locale, nameOf),
        ruleText(it.rule, caller.locale),
        officeWords[caller.locale].states[it.state],
      ])
      const create = may(caller, 'duty.change') ? [buttons(createButton(request))] : []
      if (rows.length === 0) return reply(say.none, ...create)
      return reply(heading(say.title), table(say.header, rows), note(say.show), ...create)
    },

    async duty(request) {
      return show(await dutyMeant(request), request)
    },

    async create(request) {
      ensureMay(request.caller, 'duty.change')
      const id = `d${parts
        .newId()
        .replace(/[^a-z0-9]/g, '')
        .slice(0, idSigns)}`
      return save(blankDuty(id), request)
    },

    async edit(request) {
      ensureMay(request.caller, 'duty.change')
      return save(await dutyMeant(request), request)
    },

    async ladder(request) {
      ensureMay(request.caller, 'duty.change')
      return save(await dutyMeant(request), request)
    },

    async publish(request) {
      const { caller } = request
      ensureMay(caller, 'duty.change')
      const say = officeWords[caller.locale].duties
      const duty = await dutyMeant(request)
      if (duty.state === 'live') return reply(say.publishedAlready(duty.title))
      const stamp = stampOf(request, clock)
      const live: Duty = { ...duty, state: 'live', liveSince: duty.liveSince ?? stamp.at }
      const standing = await standingOf(parts)
      const faults = faultsOf(live, { subjects: standing.subjects, now: stamp.at }, caller.locale)
      if (faults.length > 0) throw problem(officeWords[caller.locale].problems.wrong(faults.join('；')))
      const { owed, told } = await keepAndAnnounce(parts, [live], standing, stamp)
      return reply(
        say.published(live.title, new Set(owed.map((it) => it.organization)).size),
        ...sentence(told, request),
      )
    },

    async retire(request) {
      const { caller } = request
      ensureMay(caller, 'duty.change')
      const say = officeWords[caller.locale].duties
      const duty = await dutyMeant(request)
      if (duty.state === 'retired') return reply(say.retiredAlready(duty.title))
      const stamp = stampOf(request, clock)
      const retired: Duty = { ...duty, state: 'retired' }
      const { told } = await keepAndAnnounce(parts, [retired], await standingOf(parts), stamp)
      return reply(say.retired(duty.title), ...sentence(told, request))
    },
  } satisfies Readonly<Record<string, Handle>>

  async function save(before: Duty, request: Request): Promise<Reply> {
    const { caller, given } = request
    const { locale } = caller
    const say = officeWords[locale]
    const stamp = stampOf(request, clock)
    const standing = await standingOf(parts)
    const register = { organizations: standing.organizations, zones: (await parts.zones.snapshot()).zones }
    const read = readDuty(before, given as DutyCells, { register, year: yearOf(dayAt(stamp.at)), locale })
    if ('problems' in read) throw problem(say.problems.wrong(read.problems.join('；')))
    const checked = await quoted(read.duty, before, parts.documents, locale)
    if ('refused' in checked) throw problem(say.problems.wrong(checked.refused))
    const { duty } = checked
    const faults = faultsOf(duty, { subjects: standing.subjects, now: stamp.at }, locale)
    if (faults.length > 0) throw problem(say.problems.wrong(faults.join('；')))
    const kept = await keepAndAnnounce(parts, [duty], standing, stamp)
    if (kept.unchanged.length > 0) return reply(say.duties.unchanged(duty.title))
    if (duty.state !== 'live') return reply(say.duties.saved(duty.title), ...(await drawDuty(duty, request)))
    return reply(say.duties.changed(duty.title, kept.told.length), ...(await drawDuty(duty, request)))
  }

  async function show(duty: Duty, request: Request): Promise<Reply> {
    return reply(...(await drawDuty(duty, request)))
  }

  /** A duty with all that it says; to the office also whom it touches and what comes next. */
  async function drawDuty(duty: Duty, { caller }: Request): Promise<readonly Block[]> {
    const { locale } = caller
    const { labels } = officeWords[locale].duties
    const common = words[locale].labels
    const nameOf = await names()
    const office = may(caller, 'duty.change')
    const standing = office ? await standingOf(parts) : undefined
    const workdays = parts.workdays()
    return [
      heading(duty.title),
      fields([
        [labels.id, duty.id],
        [labels.state, officeWords[locale].states[duty.state]],
        [labels.audience, audienceText(duty.audience, locale, nameOf)],
        [labels.rule, ruleText(duty.rule, locale)],
        ...(duty.materials.length > 0
          ? [[common.materials, words[locale].list(duty.materials)] as const]
          : []),
        ...(duty.channel === undefined ? [] : [[common.channel, duty.channel] as const]),
        [labels.ladder, ladderText(duty.ladder, locale)],
      ]),
      ...(duty.source ? [quoteOf(duty.source)] : []),
      ...(standing && duty.state !== 'retired'
        ? drawPreview(
            previewOf(duty, owedUnder([duty], standing), clock.now(), workdays),
            nameOf,
            workdays,
            locale,
          )
        : []),
      ...(office ? [officeButtons(duty, locale)] : []),
    ]
  }

  async function names(): Promise<(id: string) => string> {
    const all = new Map((await parts.organizations.all()).map((it) => [it.id, it.name]))
    return (id) => all.get(id) ?? id
  }

  async function dutyMeant(request: Request): Promise<Duty> {
    const all = (await duties.list()).filter((it) => isShown(it, request))
    return (
      byHandle(all, request.value) ?? dutyNamed(all, request.value || (request.given.duty ?? ''), request)
    )
  }
}

/** Drafts are the office's; others see what binds and what did. */
function isShown({ state }: Duty, { caller }: Request): boolean {
  return state !== 'draft' || may(caller, 'duty.change')
}

/** @throws Problem where no duty, or more than one, has that id, title or part of it */
function dutyNamed(all: readonly Duty[], typed: string, { caller }: Request): Duty {
  const exact = all.filter((it) => it.id === typed || it.title === typed)
  const found =
    exact.length > 0 ? exact : typed.length < 2 ? [] : all.filter((it) => it.title.includes(typed))
  const [one, another] = found
  if (!one || another) throw problem(officeWords[caller.locale].problems.noDuty(typed))
  return one
}

function officeButtons(duty: Duty, locale: 'zh-CN' | 'en'): Block {
  const say = officeWords[locale].buttons
  const value = handleOf(duty.id)
  return buttons(
    ...(duty.state === 'live'
      ? []
      : [{ label: say.publish, action: actions.publish, value, style: 'primary' } as const]),
    opening(say.edit, forms.edit.name, value),
    opening(say.ladder, forms.ladder.name, value),
    ...(duty.state === 'live'
      ? [{ label: say.retire, action: actions.retire, value, style: 'danger' } as const]
      : []),
  )
}

function createButton({ caller }: Request) {
  return opening(officeWords[caller.locale].duties.create, forms.create.name, '')
}

function sentence(told: readonly string[], { caller }: Request): readonly Block[] {
  return told.length === 0 ? [] : [note(officeWords[caller.locale].duties.told(told))]
}
