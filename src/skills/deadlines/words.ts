import type { LocalDate } from '../../core/clock.ts'
import type { Catalogue } from '../../core/locale.ts'
import type { Told } from '../../core/request.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** What zone staff, provinces and the office read about obligations; words of duties stand in office-words.ts. */
export interface DeadlineWords {
  readonly summary: string
  readonly examples: readonly string[]
  /** Days until a due date: negative where it has passed. */
  left(days: number): string
  /** `2014-06-30（还有 7 天）` */
  due(due: LocalDate, left: string): string
  readonly overdue: string
  readonly lapsed: string
  readonly labels: {
    readonly due: string
    readonly state: string
    readonly materials: string
    readonly channel: string
    readonly originally: string
    readonly reason: string
  }
  list(parts: readonly string[]): string
  readonly mine: {
    title(name: string, open: number): string
    none(name: string): string
    nothingYet(name: string): string
    readonly done: string
    answered(title: string, due: LocalDate, state: string): string
    readonly header: readonly string[]
    more(left: number): string
    yearUnknown(what: string): string
    readonly guest: string
    readonly join: string
  }
  readonly buttons: {
    readonly mine: string
    readonly file: string
    readonly prepare: string
    readonly reopen: string
    readonly undo: string
    readonly snooze: string
    readonly request: string
    readonly ask: string
    readonly confirm: string
    readonly sendBack: string
    readonly receive: string
    readonly extend: string
    readonly refuse: string
    readonly waive: string
    readonly suspend: string
    readonly history: string
    readonly release: string
    nudge(count: number): string
    readonly nudgeOne: string
    readonly fileFor: string
    readonly requestFor: string
    readonly grant: string
    readonly restore: string
  }
  readonly exported: {
    readonly button: string
    file(name: string, on: LocalDate): string
    done(name: string, rows: number): string
  }
  /** More time that was asked for and not answered. */
  readonly asked: {
    pending(until: LocalDate, reason: string): string
    waiting(all: readonly (readonly [name: string, until: LocalDate])[]): string
    title(count: number): string
    line(due: string, until: LocalDate, reason: string, on: LocalDate): string
    readonly none: string
    button(count: number): string
  }
  question(title: string): string
  readonly did: {
    filed(title: string, told: string): string
    prepared(title: string): string
    reopened(title: string): string
    snoozed(title: string, on: LocalDate): string
    snoozedAlready(title: string, on: LocalDate): string
    requested(title: string, until: LocalDate, told: string): string
    requestedAlready(title: string, until: LocalDate): string
    confirmed(name: string, title: string, told: string): string
    received(name: string, title: string): string
    sentBack(name: string, title: string, told: string): string
    extended(name: string, title: string, until: LocalDate, told: string): string
    refused(name: string, title: string, told: string): string
    refusedAlready(title: string): string
    restored(name: string, title: string, told: string): string
    waived(name: string, title: string, told: string): string
    suspended(name: string, title: string, told: string): string
    released(place: string): string
    /** Nothing changed, because it stands there already. */
    already(title: string, state: string, since: LocalDate): string
  }
  /** Who was told, as part of a sentence; empty list: nobody can be. */
  told(names: readonly string[]): string
  readonly board: {
    title(name: string): string
    counts(parts: readonly (readonly [label: string, count: number])[]): string
    readonly header: readonly string[]
    readonly provinceHeader: readonly string[]
    readonly none: string
    readonly total: string
    more(left: number): string
    readonly toConfirm: string
    readonly department: string
    readonly filedBy: string
    readonly overdueTitle: string
    readonly overdueNone: string
    readonly openTitle: string
    readonly openNone: string
    readonly views: {
      readonly open: string
      readonly overdue: string
      readonly years: string
      readonly conflicts: string
      readonly unreachable: string
      readonly parked: string
      readonly proposals: string
      readonly duties: string
    }
  }
  readonly nudge: {
    reached(names: readonly string[]): string
    again(names: readonly string[]): string
    unreachable(names: readonly string[]): string
    readonly nobody: string
  }
  readonly unreachable: {
    readonly title: string
    readonly header: readonly string[]
    readonly none: string
    readonly how: string
    readonly province: string
    readonly office: string
  }
  readonly parked: {
    readonly title: string
    readonly header: readonly string[]
    readonly none: string
    readonly how: string
  }
  readonly history: {
    readonly title: string
    readonly header: readonly string[]
    readonly verbs: Readonly<Record<string, string>>
    readonly operator: string
  }
  readonly problems: {
    readonly gone: Told
    notReady(title: string, state: string): Told
    finished(title: string, state: string): Told
    badDate(why: string): Told
    notLater(until: LocalDate, due: LocalDate): Told
    past(until: LocalDate): Told
    tooLate(on: LocalDate, due: LocalDate): Told
    readonly noReason: Told
    longReason(most: number): Told
    tooFar(until: LocalDate): Told
    readonly officeExtends: Told
    readonly noPlace: Told
    readonly notParked: Told
  }
}

export const words: Catalogue<DeadlineWords> = { 'zh-CN': zh, en }
