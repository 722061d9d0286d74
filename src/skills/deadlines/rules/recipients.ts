import { createHash } from 'node:crypto'
import type { DeliveryKey } from '../../../core/adapter.ts'
import type { Organization } from '../../../core/caller.ts'
import type { Instant } from '../../../core/clock.ts'
import type { Ear, Ears } from '../../../core/ears.ts'
import type { Identity } from '../../../core/identity.ts'
import type { Address } from '../../../core/message.ts'
import { reminderTime } from '../../../core/quiet-hours.ts'
import type { BoundChannel, Contact } from '../../../store/directory.ts'
import type { Notice } from '../../../store/notices.ts'
import type { OutboxItem } from '../../../store/outbox.ts'
import type { DueStep } from './due-steps.ts'

export interface Listeners {
  readonly organizations: readonly Organization[]
  readonly contacts: readonly Contact[]
  readonly channels: readonly BoundChannel[]
  /** Where a platform's adapter reaches a person alone. */
  readonly directly: (account: Identity) => Address
}

/** Joins members and channels to their organizations. One member hears in one place. Pure. */
export function earsOf({ organizations, contacts, channels, directly }: Listeners): Ears {
  const own = new Map<string, Ear[]>()
  const add = (ear: Ear) => {
    const known = own.get(ear.organization)
    if (known) known.push(ear)
    else own.set(ear.organization, [ear])
  }
  for (const { member, organization, locale, account } of contacts)
    if (account) add({ recipient: member, organization, to: directly(account), locale: locale ?? 'zh-CN' })
  for (const { organization, channel } of channels)
    add({ recipient: organization, organization, to: channel, locale: 'zh-CN' })

  const office = organizations.find((it) => it.kind === 'office')?.id
  const provinces = new Map(
    organizations.flatMap(({ kind, province, id }) =>
      kind === 'province' && province ? [[province, id]] : [],
    ),
  )
  const provinceOf = new Map(
    organizations.flatMap(({ kind, province, id }) => {
      const above = kind === 'zone' && province ? provinces.get(province) : undefined
      return above === undefined ? [] : [[id, above]]
    }),
  )
  const of = (id: string | undefined): readonly Ear[] => (id === undefined ? [] : (own.get(id) ?? []))
  return {
    of,
    office: () => of(office),
    province: (id) => of(provinceOf.get(id)),
    above: (id) => of(provinceOf.get(id) ?? office),
  }
}

/** In what capacity somebody hears of an obligation. `pass-on`: in place of an organization that nobody can tell (请代为转达). */
export type Capacity = 'owner' | 'pass-on' | 'copy'

/** What a delivery of kind `deadlines.reminder` is about; its words are made from this at the claim. */
export interface ReminderAbout {
  /** The organization for which its reader hears it. */
  readonly organization: string
  readonly recipient: string
  readonly items: readonly ReminderItem[]
}

export interface ReminderItem {
  readonly obligation: string
  /** For that date; where it has changed since, the step is no longer true. */
  readonly due: string
  readonly step: string
  readonly as: Capacity
  readonly late: boolean
}

export interface Plan {
  readonly notices: readonly Notice[]
  readonly deliveries: readonly OutboxItem[]
  /** Steps that nobody at all could be told; they stay unplanned and are tried again. */
  readonly unheard: readonly DueStep[]
}

/** Who hears of a step: the owner or, where nobody there can be told, whoever is above it; and those who are copied. Pure. */
export function hearersOf(
  { obligation, step }: Pick<DueStep, 'obligation' | 'step'>,
  ears: Ears,
): ReadonlyMap<Ear, Capacity> {
  const { organization } = obligation
  const hearers = new Map<Ear, Capacity>()
  const tell = (told: readonly Ear[], as: Capacity) => {
    for (const ear of told) if (!hearers.has(ear)) hearers.set(ear, as)
    return told.length > 0
  }
  // Somebody must hear it: the zone, else its province, else the office.
  const heard = tell(ears.of(organization), 'owner') || tell(ears.above(organization), 'pass-on')
  if (!heard) tell(ears.office(), 'pass-on')
  if (step.copiesProvince) tell(ears.province(organization), 'copy')
  if (step.copiesOffice) tell(ears.office(), 'copy')
  return hearers
}

/**
 * Turns steps whose time has come into notices, and the notices of one recipient's place at one time into one delivery.
 * Pure. All of it belongs into one transaction: a step that is planned for one recipient counts as planned.
 */
export function planNotices(steps: readonly DueStep[], ears: Ears, now: Instant): Plan {
  const notices: Notice[] = []
  const unheard: DueStep[] = []
  const parcels = new Map<string, Parcel>()
  for (const due of steps) {
    const hearers = hearersOf(due, ears)
    if (hearers.size === 0) unheard.push(due)
    for (const [ear, as] of hearers) {
      const dueAt = reminderTime(now, due.step.at, due.obligation.due)
      const notice = noticeFor(due, ear, dueAt)
      if (due.replacedBy !== undefined) {
        notices.push(notice)
        continue
      }
      const place = `${ear.recipient} ${placeKey(ear.to)} ${dueAt}`
      const parcel = parcels.get(place)
      if (parcel) parcel.content.push({ due, as, notice })
      else parcels.set(place, { ear, dueAt, content: [{ due, as, notice }] })
    }
  }
  const deliveries = [...parcels.values()].map((parcel) => {
    const delivery = deliveryOf(parcel)
    for (const { notice } of parcel.content) notices.push({ ...notice, delivery: delivery.key })
    return delivery
  })
  return { notices, deliveries, unheard }
}

interface Parcel {
  readonly ear: Ear
  readonly dueAt: Instant
  readonly content: { readonly due: DueStep; readonly as: Capacity; readonly notice: Notice }[]
}

function noticeFor({ obligation, duty, step, late, replacedBy }: DueStep, ear: Ear, dueAt: Instant): Notice {
  return {
    obligation: obligation.id,
    duty: duty.id,
    organization: obligation.organization,
    due: obligation.due,
    step: step.name,
    recipient: ear.recipient,
    to: ear.to,
    dueAt: replacedBy === undefined ? dueAt : step.at,
    late,
    ...(replacedBy === undefined ? {} : { replacedBy }),
  }
}

const reminder = 'deadlines.reminder'

function deliveryOf({ ear, dueAt, content }: Parcel): OutboxItem {
  const about: ReminderAbout = {
    organization: ear.organization,
    recipient: ear.recipient,
    items: content.map(({ due, as }) => ({
      obligation: due.obligation.id,
      due: due.obligation.due,
      step: due.step.name,
      as,
      late: due.late,
    })),
  }
  // It is of use until the next step of each says it better; the last step always is.
  const useful = content.map(({ due }) => due.nextAt ?? Number.POSITIVE_INFINITY)
  const usefulUntil = Math.max(...useful)
  return {
    key: reminderKey(about, ear.to),
    kind: reminder,
    about,
    to: ear.to,
    locale: ear.locale,
    dueAt,
    ...(Number.isFinite(usefulUntil) ? { usefulUntil } : {}),
    whenUnprovable: 'repeat',
  }
}

/**
 * Names a delivery by what it says and where, not by when it was planned: planned again after a power cut that lost the
 * last commits, it has the same key and is found on the platform.
 */
function reminderKey({ recipient, items }: ReminderAbout, to: Address): DeliveryKey {
  const said = items.map(({ obligation, due, step }) => `${obligation} ${due} ${step}`).sort()
  const text = JSON.stringify([reminder, recipient, placeKey(to), said])
  return `dl-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`
}

function placeKey({ platform, space, channel, thread }: Address): string {
  return [platform, space, channel, ...(thread === undefined ? [] : [thread])].join('/')
}
