import type { LocalDate } from '../../core/clock.ts'
import { dayAt } from '../../core/local-date.ts'
import type { Locale } from '../../core/locale.ts'
import { divider, heading, note, paragraph, type Reply, reply } from '../../core/reply.ts'
import { pngOf } from '../../printing/png.ts'
import { drawReasons } from './draw.ts'
import { mapPicture, networkPicture } from './drawing/pictures.ts'
import { drawAssistance, programmeOf } from './exchange/assistance.ts'
import { printDay } from './exchange/day-papers.ts'
import { drawDay } from './exchange/draw.ts'
import {
  type ExchangeDay,
  type ExchangeParts,
  exchangeDays,
  planExchange,
  repairExchange,
} from './exchange/exchange-day.ts'
import { aheadOf, isSent } from './exchange/which-day.ts'
import { exchangeWords } from './exchange/words.ts'
import { dayWorkbook } from './exchange/workbook.ts'
import { reasonsFor } from './fitting/reasons.ts'
import type { ScoredTerm } from './fitting/score.ts'
import { scoreWords } from './fitting/score-words.ts'
import { readProfileRows } from './listing/import-profiles.ts'
import { importWords } from './listing/import-words.ts'
import { type Assigned, assign } from './pairing/assist.ts'
import type { Pair } from './pairing/day.ts'
import { type Measures, measuresOf } from './pairing/measures.ts'
import { organizationTyped, problem } from './parts.ts'
import { makePartners, type PartnerParts } from './suggesting/partners.ts'
import { shortNames } from './suggesting/short-names.ts'
import { words } from './words.ts'

/** A partner as plain data. */
export interface PartnerRow {
  readonly need: string
  readonly offer: string
  readonly seeker: string
  readonly giver: string
  readonly score: number
  /** Every term of the score that something is known of. */
  readonly terms: readonly ScoredTerm[]
  readonly reasons: readonly string[]
}

export interface DayTold {
  readonly planned: ExchangeDay
  readonly measures: Measures
  readonly reply: Reply
  /** Both boards as a workbook. */
  readonly workbook: () => Promise<Uint8Array>
  /** The board and everybody's page, as a PDF. */
  readonly papers: () => Promise<Uint8Array>
}

/** What whoever runs the bot does about matches, without a chat; it is the office. */
export interface MatchCommands {
  /** @param whose name of an organization; everybody where left out. @throws Problem where there is none */
  match(whose?: string): Promise<{ readonly rows: readonly PartnerRow[]; readonly reply: Reply }>
  /** All or none. @throws Problem that names every bad row */
  importProfiles(
    grid: readonly (readonly string[])[],
    dryRun: boolean,
  ): Promise<{ readonly count: number; readonly told: string }>
  /** Who met whom about what, or needs and offers by province: an SVG document, or the bytes of a PNG. */
  picture(of: 'network' | 'map', as?: 'svg' | 'png'): Promise<string | Uint8Array>
  /** Who helps whom in a programme of paired assistance. @param capacity zones that one helper can take */
  assist(capacity: number): Promise<{ readonly assigned: Assigned; readonly reply: Reply }>
  planDay(asked: {
    readonly id?: string
    /** Its day; today where left out. */
    readonly on?: LocalDate
    readonly rounds: number
    readonly tables: number
    readonly only?: readonly string[]
    /** Rounds in which somebody is known not to be there. */
    readonly away?: readonly { readonly name: string; readonly rounds: readonly number[] }[]
    /** Names of two who must not, or should, meet on this day. */
    readonly apart?: readonly (readonly [string, string])[]
    readonly together?: readonly (readonly [string, string])[]
  }): Promise<DayTold>
  /** @param late name and first round of each who comes later. @throws Problem where no day was planned */
  repairDay(change: {
    readonly from: number
    readonly gone: readonly string[]
    readonly late: readonly (readonly [name: string, from: number])[]
    /** The day's date; the next that was sent where left out, or planned. */
    readonly on?: LocalDate
  }): Promise<DayTold>
}

export interface CommandParts extends PartnerParts {
  readonly planDay: ExchangeParts['planDay']
  readonly locale: Locale
}

/** Partners a profile at the command line. */
const MOST = 5

export function makeMatchCommands(parts: CommandParts): MatchCommands {
  const { locale } = parts
  const partners = makePartners(parts)
  const exchange = { ...parts, partners }
  const typed = async (all: readonly string[]) => {
    const organizations = await parts.organizations.all()
    return all.map((it) => organizationTyped(organizations, it, locale).id)
  }
  const told = async (planned: ExchangeDay, more: readonly string[] = []): Promise<DayTold> => {
    const nameOf = await shortNames(parts)
    const drawn = drawDay(planned, nameOf, locale)
    return {
      planned,
      measures: measuresOf(planned.plan, planned.day),
      reply: { ...drawn, blocks: [...drawn.blocks, ...more.map((it) => paragraph(it))] },
      workbook: () => dayWorkbook(planned, nameOf, locale),
      papers: async () => (await printDay(planned, nameOf, { at: parts.clock.now() }, locale)).bytes,
    }
  }

  return {
    async match(whose) {
      const [owner] = whose === undefined ? [] : await typed([whose])
      const mine = await parts.profiles.list({
        states: ['published'],
        ...(owner === undefined ? {} : { owner }),
      })
      const { taxonomy } = parts.alliance()
      const say = words[locale].partners
      const rows: PartnerRow[] = []
      const drawn: Reply['blocks'][number][] = []
      for (const it of mine) {
        const found = await partners.forProfile(it.id, MOST)
        // Of everybody's, each pair once: from the side of whoever seeks.
        if (owner === undefined && it.kind !== 'need' && it.kind !== 'project') continue
        if (found.length > 0) drawn.push(...(drawn.length > 0 ? [divider] : []), heading(say.title(it.title)))
        else if (owner !== undefined) drawn.push(paragraph(say.none(it.title)))
        for (const one of found) {
          drawn.push(...drawReasons(one, it.owner, taxonomy, locale), note(scoreWords[locale].told(one.fit)))
          rows.push({
            need: one.need.profile.id,
            offer: one.offer.profile.id,
            seeker: one.need.profile.owner,
            giver: one.offer.profile.owner,
            score: thousandths(one.fit.score),
            terms: one.fit.terms.map((term) => ({
              ...term,
              value: thousandths(term.value),
              weight: thousandths(term.weight),
            })),
            reasons: reasonsFor(one, taxonomy, locale).map((reason) => reason.text),
          })
        }
      }
      return { rows, reply: drawn.length === 0 ? reply(say.nothingOfOurs) : { blocks: drawn } }
    },

    async importProfiles(grid, dryRun) {
      const say = importWords[locale]
      const { profiles, bad } = readProfileRows(grid, {
        taxonomy: parts.alliance().taxonomy,
        organizations: await parts.organizations.all(),
        present: (await parts.profiles.list()).filter((it) => !it.id.startsWith('i-')),
        today: dayAt(parts.clock.now()),
      })
      if (bad.length > 0) throw problem(say.bad(bad))
      if (dryRun) return { count: profiles.length, told: say.checked(profiles.length) }
      const count = await parts.profiles.addAll(profiles, 'import', {
        who: 'operator',
        at: parts.clock.now(),
      })
      return { count, told: say.done(count) }
    },

    async picture(of, as = 'svg') {
      const drawn = await (of === 'map' ? mapPicture(parts, partners) : networkPicture(parts, partners))
      return as === 'png' ? pngOf(drawn) : drawn
    },

    async assist(capacity) {
      const assigned = assign(programmeOf(await partners.pool(), () => capacity, dayAt(parts.clock.now())))
      return { assigned, reply: drawAssistance(assigned, await shortNames(parts), locale) }
    },

    async planDay({ id, on = dayAt(parts.clock.now()), rounds, tables, only, ...wanted }) {
      const { away = [], apart = [], together = [] } = wanted
      const pairs = (all: readonly (readonly [string, string])[]) =>
        Promise.all(all.map(async (it): Promise<Pair> => (await typed(it)) as unknown as Pair))
      const ids = await typed(away.map((it) => it.name))
      const asked = {
        ...(only ? { participants: await typed(only) } : {}),
        absent: ids.map((it, at) => ({ id: it, rounds: away[at]?.rounds ?? [] })),
        apart: await pairs(apart),
        together: await pairs(together),
      }
      const asking = { locale, nameOf: await shortNames(parts) }
      return told(await planExchange({ id: id ?? on, on, rounds, tables, ...asked }, exchange, asking))
    },

    async repairDay({ from, gone, late, on }) {
      const say = exchangeWords[locale]
      const days = aheadOf(await exchangeDays(parts.matchLists), dayAt(parts.clock.now()))
      const those = on === undefined ? days : days.filter((it) => it.on === on)
      const day = those.find(isSent) ?? those[0]
      if (!day) throw problem(on === undefined ? words[locale].problems.noDay : say.noSuchDay(on))
      const lateIds = await typed(late.map(([name]) => name))
      const nameOf = await shortNames(parts)
      const after = await repairExchange(
        day,
        {
          from,
          gone: await typed(gone),
          late: lateIds.map((it, at) => [it, late[at]?.[1] ?? from] as const),
        },
        parts,
        { locale, nameOf },
      )
      const { changed } = after
      return told(after, [changed.length === 0 ? say.nobodyChanged : say.changed(changed.map(nameOf))])
    },
  }
}

const thousandths = (it: number) => Math.round(it * 1000) / 1000
