import type { Caller } from '../../../core/caller.ts'
import { dateIfReal, dayAt } from '../../../core/local-date.ts'
import { ensureMay } from '../../../core/may.ts'
import { buttons, note, paragraph, privately, type Reply, reply, withFiles } from '../../../core/reply.ts'
import { opening } from '../draw.ts'
import { actions } from '../faces.ts'
import { forms } from '../forms.ts'
import { assign } from '../pairing/assist.ts'
import type { Change } from '../pairing/repair.ts'
import { type Handle, type MatchParts, organizationTyped, ownOf, problem, type Request } from '../parts.ts'
import type { Partners } from '../suggesting/partners.ts'
import { shortNames } from '../suggesting/short-names.ts'
import { words } from '../words.ts'
import { adjusting } from './adjusting.ts'
import { drawAssistance, programmeOf, within } from './assistance.ts'
import { printDay, printTimetable } from './day-papers.ts'
import { drawDay, drawTimetable } from './draw.ts'
import { type ExchangeDay, exchangeDays, planExchange, repairExchange } from './exchange-day.ts'
import { preferenceWords } from './preference-words.ts'
import { changedSince, holdingOn } from './preferences.ts'
import { newsOf, publish } from './publish.ts'
import { countTyped, namesTyped, numberedTyped } from './typed.ts'
import { aheadOf, dayMeant, isSent } from './which-day.ts'
import { exchangeWords } from './words.ts'
import { dayWorkbook } from './workbook.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const pdf = 'application/pdf'
/** Zones that a helper takes where nobody said otherwise. */
const CAPACITY = 2
/** Other days ahead that can be opened from a board. */
const OTHER_DAYS = 3

/** The exchange day, from its plan to the changes on the day itself, and paired assistance: the office's, in the chat. */
export function makeExchange(
  parts: MatchParts & { readonly partners: Partners },
): Readonly<Record<string, Handle>> {
  return {
    timetable,
    'plan-day': plan,
    'publish-day': send,
    'print-day': print,
    'show-day': show,
    'repair-day': repairDay,
    'adjust-day': adjust,
    assistance,
    'assistance-again': assistance,
  }

  /** One's own day; the office sees everybody's, and what can be done about it. */
  async function timetable({ caller }: Request): Promise<Reply> {
    const own = ownOf(caller)
    const say = exchangeWords[caller.locale].face
    const [days, today] = [await exchangeDays(parts.matchLists), dayAt(parts.clock.now())]
    if (own.kind === 'office') {
      const meant = dayMeant(days, today)
      return meant
        ? board(meant, caller)
        : privately(reply(say.noneYet, buttons(opening(say.plan, forms.planDay.name, ''))))
    }
    // What is being planned is nobody's appointment yet: they see what they were told.
    const mine = dayMeant(
      days.filter((it) => it.told?.[own.id]),
      today,
    )
    const told = mine?.told?.[own.id]
    if (!mine || !told) throw problem(words[caller.locale].problems.noTimetable)
    const nameOf = await shortNames(parts)
    const made = { at: parts.clock.now() }
    const { bytes } = await printTimetable(mine, own.id, told.timetable, nameOf, made, caller.locale)
    const drawn = drawTimetable(mine, own.id, nameOf, caller.locale, told.timetable)
    return privately(withFiles(drawn, { name: `${say.file}-${mine.id}.pdf`, type: pdf, bytes }))
  }

  /** The board and everybody's page. A file of its own button: its fonts cost a second that a look at the board should not. */
  async function print({ caller, value }: Request): Promise<Reply> {
    ensureMay(caller, 'exchange.organize')
    const say = exchangeWords[caller.locale].face
    const day = await dayOf(value, caller)
    const made = { at: parts.clock.now() }
    const { bytes, unprintable } = await printDay(day, await shortNames(parts), made, caller.locale)
    const told = reply(
      say.printed(day.day.participants.length),
      ...(unprintable.length === 0 ? [] : [note(say.unprintable(unprintable.map((it) => it.text)))]),
    )
    return privately(withFiles(told, { name: `${say.file}-${day.id}.pdf`, type: pdf, bytes }))
  }

  /** Another day than the one that is next. */
  async function show({ caller, value }: Request): Promise<Reply> {
    ensureMay(caller, 'exchange.organize')
    return board(await dayOf(value, caller), caller)
  }

  async function board(day: ExchangeDay, caller: Caller, ...before: readonly string[]): Promise<Reply> {
    const say = exchangeWords[caller.locale].face
    const nameOf = await shortNames(parts)
    const drawn = drawDay(day, nameOf, caller.locale)
    const bytes = await dayWorkbook(day, nameOf, caller.locale)
    const news = newsOf(day).length
    const state = !day.told ? say.draft : news > 0 ? say.unsent(news) : say.published
    const [days, said, today] = [
      await exchangeDays(parts.matchLists),
      await parts.matchLists.preferences(),
      dayAt(parts.clock.now()),
    ]
    const wishing = changedSince(day, holdingOn(day.on, said, days))
    const wish = preferenceWords[caller.locale]
    const others = aheadOf(days, today)
      .filter((it) => it.id !== day.id)
      .slice(0, OTHER_DAYS)
      .map((it) => ({ label: say.show(it.id, isSent(it)), action: actions.showDay, value: it.id }))
    const told = reply(
      ...before,
      ...drawn.blocks,
      state,
      ...(wishing.length === 0 ? [] : [paragraph(wish.board.changed(wishing.map(nameOf)))]),
      buttons(
        { label: say.publish, action: actions.publishDay, value: day.id, style: 'primary' },
        opening(say.repair, forms.repairDay.name, day.id),
        { label: say.print, action: actions.printDay, value: day.id },
        opening(say.plan, forms.planDay.name, ''),
      ),
      buttons(...(wishing.length === 0 ? [] : [adjusting(day, today, caller.locale)]), {
        label: wish.all.see,
        action: actions.preferences,
        value: '',
      }),
      ...(others.length === 0 ? [] : [buttons(...others)]),
    )
    return privately(withFiles(told, { name: `${say.file}-${day.id}.xlsx`, type: xlsx, bytes }))
  }

  async function plan({ caller, given }: Request): Promise<Reply> {
    ensureMay(caller, 'exchange.organize')
    const { locale } = caller
    const on = dayTyped(given.on ?? '', caller)
    const rounds = countTyped(given.rounds ?? '', locale)
    const absent = await Promise.all(
      numberedTyped(given.absent ?? '', locale).map(async (it) => ({
        id: await idOf(it.name, caller),
        rounds: it.numbers,
      })),
    )
    const only = await Promise.all(namesTyped(given.only ?? '').map((it) => idOf(it, caller)))
    const asked = { id: on, on, rounds, tables: countTyped(given.tables ?? '', locale), absent }
    const participants = only.length === 0 ? {} : { participants: only }
    const asking = { locale, nameOf: await shortNames(parts) }
    return board(await planExchange({ ...asked, ...participants }, parts, asking), caller)
  }

  async function send({ caller, value }: Request): Promise<Reply> {
    ensureMay(caller, 'exchange.organize')
    return privately(reply(...(await tell(await dayOf(value, caller), caller))))
  }

  async function repairDay({ caller, given, value }: Request): Promise<Reply> {
    ensureMay(caller, 'exchange.organize')
    const { locale } = caller
    const day = await dayOf(value, caller)
    const from = countTyped(given.from ?? '', locale)
    const gone = await Promise.all(namesTyped(given.gone ?? '').map((it) => idOf(it, caller)))
    const late = await Promise.all(
      numberedTyped(given.late ?? '', locale).map(
        async (it) => [await idOf(it.name, caller), it.numbers[0] ?? from] as const,
      ),
    )
    return mend(day, { from, gone, late }, caller)
  }

  /** Before the day: from its first round, as everybody wishes now. */
  async function adjust({ caller, value }: Request): Promise<Reply> {
    ensureMay(caller, 'exchange.organize')
    const [day, days] = [await dayOf(value, caller), await exchangeDays(parts.matchLists)]
    const wishing = changedSince(day, holdingOn(day.on, await parts.matchLists.preferences(), days))
    const { nothingChanged, board: say } = preferenceWords[caller.locale]
    if (wishing.length === 0) throw problem(nothingChanged)
    const nameOf = await shortNames(parts)
    return mend(day, { from: 1 }, caller, say.adjusted(wishing.map(nameOf)))
  }

  async function mend(day: ExchangeDay, change: Change, caller: Caller, ...before: readonly string[]) {
    const say = exchangeWords[caller.locale]
    const nameOf = await shortNames(parts)
    const { changed, ...after } = await repairExchange(day, change, parts, { locale: caller.locale, nameOf })
    const said = changed.length === 0 ? say.nobodyChanged : say.face.changed(changed.map(nameOf))
    // Before it is published there is nobody whose day could change.
    if (!day.told) return board(after, caller, ...before, said)
    const told = await tell(after, caller, change.gone ?? [])
    return board(await dayOf(day.id, caller), caller, ...before, said, ...told)
  }

  /** Tells whom it concerns, and says who was told and who has to be told by somebody. */
  async function tell(day: ExchangeDay, caller: Caller, except: readonly string[] = []): Promise<string[]> {
    const say = exchangeWords[caller.locale].face
    const now = parts.clock.now()
    const published = publish(day, await parts.ears(), now, except)
    await parts.matchLists.keepDay(day.id, published.day, now, published.deliveries)
    const nameOf = await shortNames(parts)
    if (published.told.length + published.unheard.length === 0) return [say.toldAlready]
    return [
      ...(published.told.length === 0 ? [] : [say.told(published.told.map(nameOf))]),
      ...(published.unheard.length === 0 ? [] : [say.unheard(published.unheard.map(nameOf))]),
    ]
  }

  async function assistance({ caller, given }: Request): Promise<Reply> {
    const own = ownOf(caller)
    ensureMay(caller, 'assistance.read', { organization: own })
    const { locale } = caller
    const each = given.each === undefined ? CAPACITY : countTyped(given.each, locale)
    const theirs = new Map(
      await Promise.all(
        numberedTyped(given.theirs ?? '', locale).map(
          async (it) => [await idOf(it.name, caller), it.numbers.at(-1) ?? each] as const,
        ),
      ),
    )
    const capacityOf = (id: string) => theirs.get(id) ?? each
    const today = dayAt(parts.clock.now())
    const assigned = assign(programmeOf(await parts.partners.pool(), capacityOf, today))
    const organizations = new Map((await parts.organizations.all()).map((it) => [it.id, it]))
    // The programme is one for the whole alliance; a province sees what touches its own zones.
    const shown =
      own.kind === 'office'
        ? assigned
        : within(assigned, (id) => organizations.get(id)?.province === own.province)
    const say = exchangeWords[locale].assistance
    const drawn = drawAssistance(shown, await shortNames(parts), locale)
    return privately({
      blocks: [
        ...drawn.blocks,
        paragraph(say.capacity(each)),
        buttons(opening(say.again, forms.assistance.name, '')),
      ],
    })
  }

  async function idOf(name: string, { locale }: Caller): Promise<string> {
    return organizationTyped(await parts.organizations.all(), name, locale).id
  }

  async function dayOf(id: string, { locale }: Caller): Promise<ExchangeDay> {
    const day = (await exchangeDays(parts.matchLists)).find((it) => it.id === id)
    if (!day) throw problem(words[locale].problems.noDay)
    return day
  }

  function dayTyped(typed: string, { locale }: Caller): string {
    const [y, m, d] = typed.split('-').map(Number)
    const read = dateIfReal(y ?? 0, m ?? 0, d ?? 0)
    if (read !== typed) throw problem(words[locale].problems.badDay)
    return read
  }
}
