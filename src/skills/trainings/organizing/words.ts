import type { Catalogue } from '../../../core/locale.ts'
import type { Training } from '../../../core/training.ts'
import type { FileKind, Step } from './faces.ts'
import type { FaultWords, ProblemWords } from './fault-words.ts'
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
  readonly faults: FaultWords
  readonly read: { kept(file: string): string }
  readonly problems: ProblemWords
}

export const organizingWords: Catalogue<OrganizingWords> = { 'zh-CN': organizingZh, en: organizingEn }
