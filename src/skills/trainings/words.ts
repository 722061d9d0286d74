import type { LocalDate } from '../../core/clock.ts'
import type { Catalogue } from '../../core/locale.ts'
import type { Told } from '../../core/request.ts'
import type { SeatState, TrainingKind, TrainingState } from '../../core/training.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** What people read who are invited to trainings; words for organizers stand in organizing/, what is said unasked in telling/. */
export interface TrainingWords {
  readonly summary: string
  readonly examples: readonly string[]
  readonly kinds: Readonly<Record<TrainingKind, string>>
  /** Of a training that cannot be registered for, above its card. */
  readonly trainingStates: Readonly<Record<Exclude<TrainingState, 'published'>, string>>
  readonly seatStates: Readonly<Record<SeatState, string>>
  list(parts: readonly string[]): string
  days(starts: LocalDate, ends: LocalDate): string
  readonly labels: {
    readonly kind: string
    readonly when: string
    readonly place: string
    readonly link: string
    readonly hosts: string
    readonly seats: string
    readonly until: string
    readonly from: string
    readonly quota: string
    readonly own: string
    readonly heldUntil: string
    readonly answers: string
    readonly title: string
    readonly materials: string
    readonly reason: string
  }
  readonly card: {
    /** 已录取 12/60，候补 3 */
    count(seated: number, capacity: number, waiting: number): string
    readonly closed: string
    readonly begun: string
    readonly byProvince: string
    readonly programme: string
    readonly programmeHeader: readonly string[]
    readonly programmeUnknown: string
    readonly questions: string
    readonly localTimes: string
    /** Of one province: what is set aside and how much of it is left. */
    quota(who: string, left: number, seats: number): string
    waitingPlace(place: number): string
  }
  readonly buttons: {
    readonly ask: string
    readonly askAgain: string
    readonly accept: string
    readonly decline: string
    readonly giveUp: string
    readonly sure: string
    readonly keep: string
    readonly swap: string
    readonly calendar: string
    readonly details: string
    readonly coming: string
    readonly mine: string
    readonly past: string
    readonly certificate: string
    readonly change: string
    readonly feedback: string
    answers(left: number): string
    readonly join: string
  }
  readonly form: {
    title(training: string): string
    readonly submit: string
    /** A form shows five questions; the others come afterwards. */
    part(title: string, part: number, parts: number): string
  }
  readonly did: {
    seated(title: string): string
    readonly seatedMore: string
    waiting(title: string, place: number): string
    readonly waitingMore: string
    answered(title: string): string
    alreadySeated(title: string): string
    alreadyWaiting(title: string, place: number): string
    declined(title: string): string
    gaveUp(title: string): string
    alreadyDeclined(title: string): string
    lapsed(title: string): string
    unanswered(left: number): string
    sure(title: string): string
    readonly sureMore: string
    sureWaiting(title: string, place: number): string
    kept(title: string): string
    swapped(title: string, colleague: string): string
    swapWhom(title: string): string
    readonly nobodyToSwap: string
    calendar(title: string): string
    calendarCancelled(title: string): string
    which(what: string): string
    noActive: string
    nothingOpen: string
    signInHow: string
    feedback(title: string): string
    certificate(title: string): string
    certificateNumber(number: string): string
  }
  readonly coming: {
    title(count: number): string
    readonly none: string
    more(left: number): string
    /** Visits that other zones offer. */
    visits(offers: number): string
    readonly openVisits: string
    readonly guest: string
  }
  readonly mine: {
    title(count: number): string
    readonly none: string
    readonly header: readonly string[]
  }
  readonly past: {
    readonly title: string
    readonly none: string
    readonly came: string
    readonly missed: string
    /** What the documents tell of. */
    readonly records: string
    readonly recordsHeader: readonly string[]
    people(count: number, andSome: boolean): string
  }
  /** What feedback asks for as marks. */
  readonly feedback: { readonly overall: string; readonly content: string; readonly organization: string }
  /** At the command line. */
  readonly commandLine: {
    readonly header: readonly string[]
    readonly published: string
    readonly none: string
  }
  readonly problems: {
    readonly gone: Told
    readonly guest: Told
    notInvited(title: string): Told
    noTraining(typed: string): Told
    severalTrainings(typed: string, titles: readonly string[]): Told
    cancelled(title: string): Told
    held(title: string): Told
    begun(title: string): Told
    tooEarly(title: string, from: string): Told
    closed(title: string, until: string): Told
    byProvince(title: string): Told
    withdrawn(title: string): Told
    unknown(title: string): Told
    noOffer(title: string): Told
    full(title: string): Told
    readonly otherOrganization: Told
    hasSeat(name: string): Told
    readonly changedMeanwhile: Told
    badAnswers(faults: readonly string[]): Told
    readonly noColleague: Told
    readonly notAttended: Told
    notOver(title: string): Told
    readonly notSeated: Told
  }
  readonly faults: {
    missing(label: string): string
    tooLong(label: string, most: number): string
    notAmong(label: string, choices: readonly string[]): string
  }
}

export const words: Catalogue<TrainingWords> = { 'zh-CN': zh, en }
