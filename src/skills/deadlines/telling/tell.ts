import { createHash } from 'node:crypto'
import type { Organization } from '../../../core/caller.ts'
import type { Instant, LocalDate } from '../../../core/clock.ts'
import type { Duty, Obligation } from '../../../core/duty.ts'
import type { Ear, Ears } from '../../../core/ears.ts'
import { afterQuiet } from '../../../core/quiet-hours.ts'
import type { ObligationChange } from '../../../store/obligations.ts'
import type { OutboxItem } from '../../../store/outbox.ts'

/** What a delivery of kind `deadlines.change` is about: what was, what is, why and by whom. */
export interface ChangeAbout {
  readonly obligation: string
  readonly verb: ObligationChange['verb'] | 'refuse' | 'request'
  readonly before: Pick<Obligation, 'state' | 'due'>
  readonly after: Pick<Obligation, 'state' | 'due'>
  readonly reason?: string
  /** The day that is asked for, where more time is. */
  readonly until?: LocalDate
  /** The organization whose word it was. */
  readonly by: string
  /** For whom its reader hears it. */
  readonly organization: string
  readonly recipient: string
}

/** What a delivery of kind `deadlines.adjusted` is about: dates that rules or register moved without anybody's word. */
export interface AdjustedAbout {
  /** At least one. */
  readonly changes: readonly Adjusted[]
  readonly organization: string
  readonly recipient: string
}

export interface Adjusted {
  readonly obligation: string
  /** By when it was owed; absent where it is new. */
  readonly was?: LocalDate
  /** By when it is owed; absent where it need not be handed in any more. */
  readonly is?: LocalDate
  /** The reader is asked to pass it on: nobody of its owner can be told. */
  readonly passOn: boolean
}

/** What a delivery of kind `deadlines.duty` is about: a rule that was published, changed or called off. */
export interface DutyAbout {
  readonly duty: string
  readonly revision: number
  readonly before?: Pick<Duty, 'title' | 'rule' | 'materials' | 'channel'>
  /** The obligations that its reader follows: whose, and by when. */
  readonly due: readonly {
    readonly organization: string
    readonly was?: LocalDate
    readonly is?: LocalDate
  }[]
  readonly organization: string
  readonly recipient: string
}

export interface Telling<About> {
  readonly kind: string
  /** Names what is said, so that saying it twice changes nothing. */
  readonly what: string
  readonly about: About
  readonly at: Instant
}

type Addressed<About> = Omit<About, 'organization' | 'recipient'>

/** Those of whom somebody can be told. Pure. */
export function reachedOf(organizations: readonly Organization[], ears: Ears): readonly Organization[] {
  return organizations.filter((it) => ears.of(it.id).length > 0)
}

/** One thing for everybody who hears for these organizations. Pure. */
export function deliveriesFor<About extends { organization: string; recipient: string }>(
  organizations: readonly Organization[],
  telling: Telling<Addressed<About>>,
  ears: Ears,
): readonly OutboxItem[] {
  return organizations.flatMap((it) => ears.of(it.id).map((ear) => itemFor(ear, telling)))
}

/** A delivery to one ear. What can wait is not said at night. Pure. */
function itemFor<About>(ear: Ear, { kind, what, about, at }: Telling<About>): OutboxItem {
  const { organization, recipient, to, locale } = ear
  return {
    key: keyOf(kind, what, ear),
    kind,
    about: { ...about, organization, recipient },
    to,
    locale,
    dueAt: afterQuiet(at),
    whenUnprovable: 'repeat',
  }
}

/** Named by what is said and where, so that the same thing said again after a crash is found on the platform. Pure. */
export function keyOf(kind: string, what: string, { recipient, to }: Pick<Ear, 'recipient' | 'to'>): string {
  const text = JSON.stringify([kind, what, recipient, to.platform, to.space, to.channel])
  return `dl-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`
}

/** The provincial department of a zone, the office of everybody else; undefined above the office. Pure. */
export function aboveOf(own: Organization, all: readonly Organization[]): Organization | undefined {
  const office = all.find((it) => it.kind === 'office')
  if (own.kind === 'office') return undefined
  if (own.kind !== 'zone') return office
  return all.find((it) => it.kind === 'province' && it.province === own.province) ?? office
}
