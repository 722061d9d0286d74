import type { LocalDate } from '../../../core/clock.ts'
import type { Catalogue } from '../../../core/locale.ts'
import type { Told } from '../../../core/request.ts'
import type { VisitKind, VisitSide, VisitState } from '../../../core/visit.ts'
import type { DaysFault } from './read-days.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** What people read about visits when they ask; what is said unasked stands in telling/. */
export interface VisitWords {
  readonly summary: string
  readonly examples: readonly string[]
  readonly kinds: Readonly<Record<VisitKind, string>>
  /** How far a visit is, as its reader stands to it. */
  readonly states: Readonly<Record<VisitSide, Readonly<Record<VisitState, string>>>>
  /** Agreed, and its days are over. */
  readonly untold: string
  readonly offerStates: Readonly<Record<'over' | 'withdrawn', string>>
  days(from: LocalDate, to: LocalDate): string
  list(parts: readonly string[]): string
  people(count: number): string
  readonly labels: Readonly<
    Record<
      'topic' | 'place' | 'dates' | 'capacity' | 'wanted' | 'days' | 'people' | 'note' | 'state' | 'reason',
      string
    >
  >
  readonly buttons: Readonly<
    Record<
      | 'ask'
      | 'offer'
      | 'withdraw'
      | 'otherDays'
      | 'decline'
      | 'agree'
      | 'askOtherDays'
      | 'stepBack'
      | 'callOff'
      | 'report'
      | 'calendar'
      | 'open'
      | 'ours'
      | 'agreed'
      | 'figures'
      | 'join',
      string
    >
  > & { answer(days: string): string }
  readonly shown: {
    offer(host: string, kind: string, topic: string): string
    capacity(people: number): string
    visit(kind: string, host: string, guest: string): string
    mark(mark: number): string
    report(side: VisitSide, people: number, mark: number): string
    opens(count: number): string
    readonly none: string
    more(left: number): string
    readonly moreHeader: readonly string[]
    ours(count: number): string
    readonly noneOfOurs: string
    /** What the office sees: of all zones, agreed and not yet reported. */
    agreed(count: number): string
    readonly noneAgreed: string
    ourOffers(count: number): string
    readonly oursHeader: readonly string[]
  }
  readonly commandLine: {
    readonly offers: readonly string[]
    visits(count: number): string
    readonly header: readonly string[]
  }
  /** What else there is on the same days. */
  readonly clash: {
    readonly title: string
    visit(days: string, kind: string, other: string, side: VisitSide): string
    training(days: string, title: string): string
    readonly more: string
  }
  readonly did: {
    offered(kind: string, topic: string): string
    readonly offeredMore: string
    asked(host: string): string
    readonly askedMore: string
    answered(guest: string, days: string): string
    readonly answeredMore: string
    agreed(other: string, days: string): string
    readonly agreedMore: string
    declined(guest: string): string
    steppedBack(host: string): string
    calledOff(other: string): string
    both(host: string, guest: string): string
    withdrawn(told: number): string
    stays(agreed: number): string
    reported(other: string): string
    calendar(other: string): string
    noOffer(name: string): string
    readonly offerHow: string
    readonly already: string
  }
  readonly figures: {
    title(year: number): string
    readonly labels: Readonly<
      Record<
        | 'offers'
        | 'asked'
        | 'held'
        | 'people'
        | 'zones'
        | 'acrossProvinces'
        | 'calledOff'
        | 'untold'
        | 'mark',
        string
      >
    >
    offers(count: number, zones: number): string
    zones(hosts: number, guests: number): string
    readonly header: readonly string[]
    readonly none: string
  }
  readonly problems: {
    readonly guest: Told
    readonly gone: Told
    readonly notYours: Told
    readonly ownOffer: Told
    readonly offerWithdrawn: Told
    readonly past: Told
    readonly reasonMissing: Told
    movedOn(state: string): Told
    full(left: number): Told
    tooEarly(from: LocalDate): Told
    badDays(line: string, fault: DaysFault): Told
    tooManyPeriods(most: number): Told
    readonly noDays: Told
    badPeople(typed: string, most: number): Told
    readonly badMark: Told
    tooLong(label: string, most: number): Told
    missing(label: string): Told
    noZone(typed: string): Told
    severalZones(typed: string, names: readonly string[]): Told
    badYear(typed: string): Told
  }
}

export const visitWords: Catalogue<VisitWords> = { 'zh-CN': zh, en }
