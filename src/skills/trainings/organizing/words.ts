import type { Catalogue } from '../../../core/locale.ts'
import type { DateFault } from '../../../core/read-date.ts'
import type { Told } from '../../../core/request.ts'
import type { Training } from '../../../core/training.ts'
import type { FileKind, Step } from './faces.ts'
import type { LineFault } from './typed/programme.ts'
import { organizingEn } from './words-en.ts'
import { organizingZh } from './words-zh.ts'

type Names = readonly string[]

/** What organizers read; the words of cards stand in ../words.ts. */
export interface OrganizingWords {
  readonly steps: Readonly<Record<Step, string>>
  readonly files: Readonly<Record<FileKind, string>>
  readonly labels: {
    readonly title: string
    readonly kind: string
    readonly days: string
    readonly place: string
    readonly hosts: string
    readonly audience: string
    readonly seats: string
    readonly quotas: string
    readonly nomination: string
    readonly nominations: Readonly<Record<Training['nomination'], string>>
    readonly open: string
    readonly questions: string
    readonly materials: string
    readonly about: string
    readonly hold: string
    readonly programme: string
    readonly state: string
    readonly registered: string
    readonly came: string
  }
  readonly list: { title(count: number): string; readonly none: string }
  readonly outline: {
    title(title: string): string
    readonly untitled: string
    readonly start: string
    readonly saved: string
    unread(faults: Names): string
    readonly missing: string
    readonly complete: string
    readonly live: string
    moreSessions(count: number): string
    dropSure(title: string): string
    dropped(title: string): string
    kept(id: string): string
  }
  readonly preview: {
    readonly title: string
    reaches(organizations: number, people: number): string
    readonly header: Names
    unreachable(count: number, names: Names, more: number): string
    readonly clashes: string
    clash(title: string, days: string, both: number): string
  }
  readonly publish: { done(title: string, told: number): string; already(title: string): string }
  readonly board: { readonly published: string; readonly toClose: string }
  readonly change: {
    changed(title: string, told: number): string
    unchanged(title: string): string
    readonly none: string
    sessions(was: number, is: number): string
    cancelSure(title: string, seated: number, waiting: number): string
    cancelled(title: string, told: number): string
    held(title: string, came: number): string
    heldAlready(title: string): string
    released(title: string, promoted: number): string
    releasedAlready(title: string): string
  }
  readonly roster: {
    title(title: string, count: number): string
    readonly header: Names
    readonly none: string
    page(at: number, of: number): string
    moved(name: string, from: string, to: string): string
  }
  readonly code: {
    title(code: string): string
    readonly how: string
    typed(code: string): string
    came(came: number, seated: number): string
    readonly limits: string
    welcome(title: string): string
    again(title: string): string
  }
  readonly did: {
    readonly notice: string
    readonly header: Names
    nominated(title: string): string
    seated(title: string): string
    full(names: Names): string
    withdrawn(title: string, names: Names, promoted: number): string
    came(title: string, marked: number, again: number): string
    file(kind: string, title: string): string
    unprintable(texts: Names): string
    certified(name: string, title: string, at: string): string
  }
  readonly buttons: {
    readonly create: string
    readonly preview: string
    readonly publish: string
    readonly outline: string
    readonly board: string
    readonly drop: string
    readonly dropSure: string
    readonly cancel: string
    readonly cancelSure: string
    readonly close: string
    readonly release: string
    readonly roster: string
    readonly code: string
    readonly newCode: string
    readonly signIn: string
    readonly nominate: string
    readonly seat: string
    readonly withdraw: string
    readonly came: string
    readonly file: string
    readonly notice: string
    readonly basics: string
    readonly people: string
    readonly programme: string
    readonly extras: string
    readonly next: string
    readonly previous: string
  }
  /** What could not be read or is wrong; parts of a sentence, so that a list of them reads well. */
  readonly faults: {
    tooLong(length: number, most: number): string
    day(at: string, fault: DateFault): string
    kind(at: string): string
    audience(words: Names): string
    seats(at: string): string
    quotas(parts: Names): string
    quotasSeveral(parts: Names): string
    session(line: number, at: string, fault: LineFault['fault']): string
    materials(lines: Names): string
    hold(at: string): string
    readonly begun: string
    readonly closed: string
    readonly nobody: string
    beyondProvince(province: string): string
  }
  readonly read: { kept(file: string): string }
  readonly problems: {
    readonly gone: Told
    readonly oneFile: Told
    tooLarge(file: string): Told
    draft(title: string): Told
    noTraining(typed: string): Told
    severalTrainings(typed: string, titles: Names): Told
    readonly noOrganization: Told
    published(title: string): Told
    cancelled(title: string): Told
    over(title: string): Told
    begun(title: string): Told
    notOver(title: string, end: string): Told
    notBegun(title: string, starts: string): Told
    notToday(title: string, starts: string): Told
    wrong(faults: Names): Told
    previewAgain(title: string): Told
    differs(label: string, is: string, typed: string): string
    changedMeanwhile(title: string, differing: Names): Told
    tooFewSeats(over: number, names: Names): Told
    tooEarly(title: string, from: string): Told
    closed(title: string, until: string): Told
    full(name: string, waiting: number): Told
    notRegistered(name: string, title: string): Told
    refused(title: string): Told
    readonly noNames: Told
    names(faults: Names): Told
    several(names: Names): string
    notYours(names: Names): string
    notMembers(names: Names): string
    notOnRoster(names: Names): string
    readonly nobodyToNominate: Told
    notInvited(title: string, names: Names): Told
    readonly noReason: Told
    readonly cancelReason: Told
    seatFirst(names: Names): Told
    readonly badCode: Told
    wrongCode(left: number): Told
    codeLocked(until: string): Told
    noSeat(title: string): Told
    nobodyCame(title: string): Told
    noCertificate(number: string): Told
  }
}

export const organizingWords: Catalogue<OrganizingWords> = { 'zh-CN': organizingZh, en: organizingEn }
