import type { LocalDate } from '../../core/clock.ts'
import type { IntroductionState, OutcomeKind, WhyNothing } from '../../core/introduction.ts'
import type { Catalogue } from '../../core/locale.ts'
import type { ProfileKind, Stage, Visibility } from '../../core/profile.ts'
import type { Told } from '../../core/request.ts'
import type { Refusal } from './introducing/introduction.ts'
import type { Fault } from './listing/faults.ts'
import type { Unread } from './listing/typed.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** What this skill says in a conversation; what it says unasked stands in telling/notice-words.ts. */
export interface MatchWords {
  readonly summary: string
  readonly examples: readonly string[]
  readonly kinds: Readonly<Record<ProfileKind, string>>
  readonly stages: Readonly<Record<Stage, string>>
  readonly visibilities: Readonly<Record<Visibility, string>>
  readonly states: Readonly<Record<IntroductionState, string>>
  readonly outcomes: Readonly<Record<OutcomeKind, string>>
  readonly whys: Readonly<Record<WhyNothing, string>>
  list(parts: readonly string[]): string
  readonly labels: Readonly<
    Record<
      | 'what'
      | 'field'
      | 'setting'
      | 'stage'
      | 'gives'
      | 'asks'
      | 'open'
      | 'shown'
      | 'until'
      | 'source'
      | 'about'
      | 'state'
      | 'other',
      string
    >
  >
  /** In place of a last day, of what a document tells. */
  unconfirmed(year: number): string
  readonly visits: string
  readonly helps: string
  readonly buttons: Readonly<
    Record<
      | 'writeSaid'
      | 'writeNeed'
      | 'writeOffer'
      | 'writeProject'
      | 'writeResult'
      | 'writeExpert'
      | 'publish'
      | 'tidy'
      | 'edit'
      | 'more'
      | 'drop'
      | 'paper'
      | 'renew'
      | 'solved'
      | 'partners'
      | 'meet'
      | 'unfit'
      | 'later'
      | 'whole'
      | 'agree'
      | 'decline'
      | 'block'
      | 'withdraw'
      | 'met'
      | 'notYet'
      | 'conclude'
      | 'passOn'
      | 'digestOn'
      | 'digestOff'
      | 'quiet'
      | 'blockList',
      string
    >
  >
  readonly draft: {
    begun(kind: string, about: string): string
    title(kind: string, owner: string): string
    readonly confirm: string
    readonly paper: string
    fileName(title: string): string
    readonly published: (kind: string) => string
    readonly archived: string
    readonly renewed: (until: LocalDate) => string
    fault(it: Fault): string
  }
  readonly lists: {
    title(kind: string, count: number): string
    none(kind: string): string
    mine(kind: string): string
    readonly header: readonly string[]
    more(left: number): string
    readonly drafts: string
  }
  readonly partners: {
    title(own: string): string
    none(own: string): string
    readonly nothingOfOurs: string
    readonly choose: string
    more(left: number): string
    readonly against: string
    cameOf(times: number): string
    again(day: LocalDate, why: string): string
    dismissed(until: LocalDate | undefined): string
  }
  readonly introduction: {
    asked(name: string): string
    readonly agreed: string
    readonly declined: string
    readonly withdrawn: string
    readonly blocked: string
    readonly met: string
    readonly notYet: string
    concluded(outcome: string): string
    readonly passedOn: string
    refused(why: Refusal): string
    title(count: number): string
    readonly none: string
    readonly header: readonly string[]
  }
  readonly settings: {
    readonly title: string
    readonly on: string
    readonly off: string
    quiet(until: LocalDate): string
    blocked(names: readonly string[]): string
    readonly nobodyBlocked: string
    blockedNow(name: string): string
    unblocked(name: string): string
  }
  readonly figures: {
    title(year: number): string
    readonly header: readonly string[]
    readonly rows: Readonly<Record<'published' | 'asked' | 'agreed' | 'met' | OutcomeKind, string>>
    readonly why: string
    because(why: string, count: number, notes: readonly string[]): string
  }
  readonly problems: {
    readonly guest: Told
    /** The office at the terminal, where nobody is a person. */
    readonly noPerson: Told
    readonly noProfile: Told
    readonly notPublished: Told
    readonly noIntroduction: Told
    readonly whyNothing: Told
    readonly badDay: Told
    readonly noDay: Told
    readonly noTimetable: Told
    unread(all: readonly Unread[]): Told
    faults(all: readonly string[]): Told
  }
}

export const words: Catalogue<MatchWords> = { 'zh-CN': zh, en }
