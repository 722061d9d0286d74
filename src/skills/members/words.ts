import type { Role } from '../../core/caller.ts'
import type { Catalogue } from '../../core/locale.ts'
import type { Told } from '../../core/request.ts'
import type { Answers, Purpose } from '../../store/bindings.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export interface MemberWords {
  readonly summary: string
  readonly examples: readonly string[]
  readonly languageName: string
  /** Sentences of two parts: what happened, and what to do next. */
  readonly problems: {
    noCode(): Told
    badCode(): Told
    locked(minutes: number): Told
    elsewhere(organization: string): Told
    operator(): Told
    pressedLate(): Told
    badNumber(what: string, most: number): Told
    noInvitation(id: string): Told
    noMember(id: string): Told
    notInPrivate(): Told
    notBound(): Told
    guestBinds(): Told
  }
  readonly join: {
    joined(organization: string, role: string): string
    linked(organization: string): string
    already(organization: string): string
    seen: string
    /** To a member who says that they want to join. */
    more: string
    /** What to try first, by what the member is. */
    next: Readonly<Record<Role, string>>
    button: string
  }
  readonly moved: {
    now(organization: string): string
    readonly successor: string
    readonly wrong: string
    others(names: readonly string[]): string
    readonly alone: string
  }
  readonly who: {
    title: string
    name: string
    organization: string
    role: string
    language: string
    may: string
    guest: string
  }
  readonly link: { code: string; how: string; care: string }
  readonly leave: { sure(organization: string): string; button: string; done(organization: string): string }
  readonly language: { which: string; done: string }
  readonly invite: {
    hint: string
    button: string
    made(organization: string): string
    how: string
    uses(uses: number, until: string, id: string): string
    care: string
    usesName: string
    daysName: string
  }
  readonly invitations: { title: string; none: string; header: readonly string[]; revoke(id: string): string }
  readonly revoked: (id: string, organization: string) => string
  readonly members: {
    title(count: number): string
    none: string
    header: readonly string[]
    more(left: number): string
  }
  readonly remove: {
    sure(name: string, organization: string): string
    button: string
    done(name: string): string
  }
  readonly bind: {
    now(to: string, answers: string): string
    free: string
    button: string
    done(to: string, answers: string): string
    instead(to: string): string
    undone: string
  }
  readonly audit: {
    title: string
    none: string
    header: readonly string[]
    operator: string
    register: string
  }
  readonly purposes: Readonly<Record<Purpose, string>>
  readonly answers: Readonly<Record<Answers, string>>
}

export const words: Catalogue<MemberWords> = { 'zh-CN': zh, en }
