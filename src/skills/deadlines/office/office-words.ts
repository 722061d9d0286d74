import type { LocalDate } from '../../../core/clock.ts'
import type { Duty, Milestone } from '../../../core/duty.ts'
import type { Catalogue } from '../../../core/locale.ts'
import type { Told } from '../../../core/request.ts'
import { officeEn } from './office-words-en.ts'
import { officeZh } from './office-words-zh.ts'

export const milestoneWords: Catalogue<Readonly<Record<Milestone, string>>> = {
  'zh-CN': { founded: '建区', accepted: '通过验收' },
  en: { founded: 'founded', accepted: 'accepted' },
}

/** What the office reads about duties, years, proposals and imports. */
export interface OfficeWords {
  readonly rule: {
    yearly(day: string, from: number, until: number | undefined): string
    after(milestone: string, years: number, day: string): string
    readonly between: string
    event(event: string, on: LocalDate, days: number): string
    readonly unset: string
  }
  ladder(before: string, after: string, at: string, province: number, office: number): string
  readonly states: Readonly<Record<Duty['state'], string>>
  readonly duties: {
    readonly title: string
    readonly header: readonly string[]
    readonly none: string
    readonly create: string
    readonly createHint: string
    readonly show: string
    readonly labels: {
      readonly id: string
      readonly audience: string
      readonly rule: string
      readonly ladder: string
      readonly state: string
    }
    saved(title: string): string
    changed(title: string, told: number): string
    unchanged(title: string): string
    published(title: string, owed: number): string
    publishedAlready(title: string): string
    retired(title: string): string
    retiredAlready(title: string): string
    told(names: readonly string[]): string
  }
  readonly buttons: {
    readonly publish: string
    readonly edit: string
    readonly ladder: string
    readonly retire: string
    readonly adopt: string
    readonly dismiss: string
    readonly propose: string
    readonly settle: string
  }
  readonly preview: {
    readonly title: string
    touches(count: number, names: string, more: number): string
    readonly nobody: string
    readonly nextTitle: string
    next(at: string, step: string, zones: number, copied: string): string
    readonly noNext: string
    unknown(count: number, names: string): string
    conflicts(count: number, names: string): string
    unpublishedYear(year: number): string
    readonly province: string
    readonly office: string
  }
  readonly years: {
    readonly title: string
    /** Which year is missing, and the duties that wait for it. */
    missing(milestone: string, duties: readonly string[]): string
    readonly none: string
    readonly how: string
    readonly conflictTitle: string
    readonly conflictHeader: readonly string[]
    readonly conflictNone: string
    readonly conflictHow: string
    from(source: 'settled' | 'stated' | 'register', due: number): string
    settled(zone: string, what: string, year: number): string
    more(left: number): string
  }
  readonly proposals: {
    readonly title: string
    readonly none: string
    date(date: LocalDate | undefined): string
    readonly who: string
    readonly what: string
    readonly when: string
    /** How many sentences are new in how many documents that were looked at. */
    looked(documents: number, found: number): string
    adopted(title: string): string
    readonly dismissed: string
    readonly decided: string
    more(left: number): string
  }
  readonly import: {
    readonly columns: string
    missing(columns: string): Told
    bad(rows: string): Told
    done(added: number, changed: number, unchanged: number): string
    rehearsed(added: number, changed: number, unchanged: number): string
    row(line: number, what: string): string
    item(n: number, what: string): string
    noJson(file: string, why: string): Told
    noList(file: string): Told
  }
  /** What is wrong with what was typed; parts of a sentence, so that a list of them reads well. */
  readonly bad: {
    readonly noTitle: string
    day(at: string): string
    rule(at: string): string
    audience(words: string): string
    numbers(field: string, at: string): string
    time(at: string): string
    twice(line: number): string
    twiceItem(n: number): string
    quote(title: string, quote: string): string
    state(at: string): string
  }
  readonly problems: {
    noDocument(typed: string): Told
    noDuty(typed: string): Told
    wrong(what: string): Told
    readonly noZone: Told
    badYear(typed: string): Told
  }
}

export const officeWords: Catalogue<OfficeWords> = { 'zh-CN': officeZh, en: officeEn }
