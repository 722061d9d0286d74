import type { LocalDate } from './clock.ts'
import type { DutySource } from './duty.ts'

/**
 * What the alliance joins: somebody's need and somebody's offer. The three shared libraries of the outline (002 §二(三)1) are
 * kinds of profile like the others: a project 项目库 looks for partners and gives its results, a result 技术成果库 and an
 * expert 专家库 are given.
 */
export type ProfileKind = 'need' | 'offer' | 'project' | 'result' | 'expert'

export const profileKinds: readonly ProfileKind[] = ['need', 'offer', 'project', 'result', 'expert']

/** Kinds that look for something. A project stands on both sides. */
export const seeking: ReadonlySet<ProfileKind> = new Set(['need', 'project'])

/** Kinds that give something. */
export const giving: ReadonlySet<ProfileKind> = new Set(['offer', 'result', 'expert', 'project'])

/** How far a thing has come: `idea` 设想, `pilot` 试点, `proven` 成熟应用. Of a need, the least that would help. */
export type Stage = 'idea' | 'pilot' | 'proven'

export const stages: readonly Stage[] = ['idea', 'pilot', 'proven']

/** In which form help is asked for or given: technique 技术, equipment 装备, practice 做法, training 培训, funds 资金. */
export type Form = 'technique' | 'equipment' | 'practice' | 'training' | 'funds'

export const forms: readonly Form[] = ['technique', 'equipment', 'practice', 'training', 'funds']

/** Who may see it: everybody in the alliance, the owner's province, or the organizations that it names. */
export type Visibility = 'alliance' | 'province' | 'named'

/** `draft`: its owner alone sees it; `published`; `archived`: no longer valid, or taken back. */
export type ProfileState = 'draft' | 'published' | 'archived'

/** One need, offer, project, result or expert of one organization. */
export interface Profile {
  readonly id: string
  readonly kind: ProfileKind
  /** The organization's id. */
  readonly owner: string
  /** In one line. */
  readonly title: string
  /** What is looked for or given, in the owner's words. */
  readonly what: string
  /** Ids of nodes of data/alliance/taxonomy.txt, the most fitting first; it may be empty. */
  readonly fields: readonly string[]
  /** Where it is needed or was used: ids of the settings in the same file, e.g. `mining`. */
  readonly settings: readonly string[]
  readonly stage: Stage
  /** In which forms; empty where nothing is said. */
  readonly forms: readonly Form[]
  /** What the owner gives, or asks, in return. */
  readonly gives?: string
  readonly asks?: string
  /** Receives visitors 愿接待考察. */
  readonly visits: boolean
  /** Would help a zone that lags behind 愿对口支援; of a need: looks for such help. */
  readonly helps: boolean
  readonly visibility: Visibility
  /** Organization ids, where the visibility is `named`. */
  readonly shownTo?: readonly string[]
  readonly state: ProfileState
  /** The day on which its owner last said that it holds. */
  readonly confirmed: LocalDate
  /** Its last day; afterwards it is asked about, then archived. */
  readonly validUntil?: LocalDate
  /** Where it is told of, verbatim, for those that were read out of a document. */
  readonly source?: DutySource
  /** Counts its changes. */
  readonly revision: number
}

/** An organization as a partner: what is known of its circumstances. Absent means unknown, and counts neither way. */
export interface Party {
  readonly id: string
  readonly name: string
  /** Short name, e.g. 江西. */
  readonly province?: string
  /** 东部、中部、西部. */
  readonly region?: string
  /** 县域型、城区型、地级市型、乡镇型. */
  readonly type?: string
  /** A name of data/alliance/climates.txt, e.g. 亚热带湿润. */
  readonly climate?: string
  /** Where it stands among the zones in the innovation capability survey: 0 the last, 1 the first. */
  readonly capability?: number
}

/** Read out of a document, and nobody has said since that it holds: its year is shown, and time alone does not end it. Pure. */
export function isUnconfirmed({ source, revision }: Pick<Profile, 'source' | 'revision'>): boolean {
  return source !== undefined && revision === 1
}
