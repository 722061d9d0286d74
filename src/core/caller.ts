import type { Locale } from './locale.ts'

/** A person's role in the alliance. `guest`: not a member. */
export type Role = 'guest' | 'staff' | 'province' | 'expert' | 'office'

export type OrganizationKind = 'office' | 'province' | 'zone' | 'expert'

export interface Organization {
  readonly id: string
  readonly kind: OrganizationKind
  readonly name: string
  /** The province (short name, e.g. 江苏) of a province or a zone. */
  readonly province?: string
  /** The zone register's id of a zone. */
  readonly zone?: string
}

/** The role of an organization's members. It follows from the kind, so the two cannot contradict each other. */
export const roleIn: Readonly<Record<OrganizationKind, Role>> = {
  office: 'office',
  province: 'province',
  zone: 'staff',
  expert: 'expert',
}

export interface Member {
  readonly id: string
  readonly name: string
}

/** Who is asking, resolved once by the router and handed to the skill. */
export interface Caller {
  readonly role: Role
  readonly locale: Locale
  readonly member?: Member
  readonly organization?: Organization
}

export const guest = (locale: Locale = 'zh-CN'): Caller => ({ role: 'guest', locale })
