import type { OrganizationKind } from '../../../core/caller.ts'
import { type Instant, localDateOf } from '../../../core/clock.ts'
import type { Duty } from '../../../core/duty.ts'
import { type Ear, isHearing } from '../../../core/ears.ts'
import { type Composed, heading } from '../../../core/reply.ts'
import type { OutboxRow } from '../../../store/outbox.ts'
import { drawNetwork, drawProvince } from '../board.ts'
import { askedAmong, type Entry, entriesOf, followedBy } from '../entries.ts'
import type { DeadlineParts } from '../parts.ts'
import type { ReminderAbout } from '../rules/recipients.ts'
import { type StepsOf, stepsUnder } from '../rules/steps.ts'
import { unpublishedIn } from '../rules/workdays.ts'
import { composeAdjusted } from './compose-adjusted.ts'
import { composeChange, composeDuty } from './compose-change.ts'
import { composeReminder } from './compose-reminder.ts'
import type { DigestAbout } from './digest.ts'
import { noticeWords } from './notice-words.ts'
import type { AdjustedAbout, ChangeAbout, DutyAbout } from './tell.ts'

/** How things stand at the moment in which the words are made. */
export interface Standing {
  readonly now: Instant
  readonly stepsOf: StepsOf
  entry(obligation: string): Entry | undefined
  dutyOf(id: string): Duty | undefined
  nameOf(organization: string): string
  kindOf(organization: string): OrganizationKind | undefined
}

type ComposeParts = Pick<
  DeadlineParts,
  'duties' | 'obligations' | 'organizations' | 'ears' | 'clock' | 'workdays'
>

/** Makes the words of everything that is said unasked about deadlines, by the kind of the delivery, when it goes out. */
export function makeDeadlineComposers(
  parts: ComposeParts,
): Readonly<Record<string, (row: OutboxRow) => Promise<Composed>>> {
  return {
    'deadlines.reminder': async (row) => {
      const about = row.about as ReminderAbout
      const gone = await left(row, about)
      return (
        gone ?? composeReminder(about, await standing(about.items.map((it) => it.obligation)), row.locale)
      )
    },
    'deadlines.change': async (row) => {
      const about = row.about as ChangeAbout
      return (await left(row, about)) ?? composeChange(about, await standing([about.obligation]), row.locale)
    },
    'deadlines.adjusted': async (row) => {
      const about = row.about as AdjustedAbout
      const gone = await left(row, about)
      const changed = about.changes.map((it) => it.obligation)
      return gone ?? composeAdjusted(about, await standing(changed), row.locale)
    },
    'deadlines.duty': async (row) => {
      const about = row.about as DutyAbout
      return (await left(row, about)) ?? composeDuty(about, await standing([]), row.locale)
    },
    'deadlines.digest': async (row) => {
      const about = row.about as DigestAbout
      return (await left(row, about)) ?? digest(about, row)
    },
  }

  /** Whoever has left the organization, or a channel that is no longer bound to it, is told nothing of it. */
  async function left(
    { to, locale }: OutboxRow,
    about: Pick<Ear, 'organization' | 'recipient'>,
  ): Promise<Composed | undefined> {
    const hears = isHearing(await parts.ears(), about, to)
    return hears ? undefined : { cancelled: noticeWords[locale].cancelled.left }
  }

  async function digest({ organization, monday }: DigestAbout, { locale }: OutboxRow): Promise<Composed> {
    const own = await parts.organizations.find(organization)
    const entries = own ? await entriesOf(followedBy(own), parts) : []
    const today = localDateOf(parts.clock.now())
    const asked = await askedAmong(entries, parts)
    const board =
      own?.kind === 'office'
        ? drawNetwork(own.name, entries, asked, today, locale, unpublishedIn(today, parts.workdays()))
        : drawProvince(
            own ?? { id: organization, name: organization },
            entries,
            asked,
            'owner',
            today,
            locale,
          )
    const [, ...rest] = board.blocks
    // A board of nothing is no news.
    if (!own || rest.length < 2) return { cancelled: noticeWords[locale].cancelled.nothing }
    return { blocks: [heading(noticeWords[locale].digest(own.name, monday)), ...rest] }
  }

  async function standing(obligations: readonly string[]): Promise<Standing> {
    const [organizations, duties, found] = await Promise.all([
      parts.organizations.all(),
      parts.duties.list(),
      Promise.all(obligations.map((it) => parts.obligations.find(it))),
    ])
    const owners = new Map(organizations.map((it) => [it.id, it]))
    const rules = new Map(duties.map((it) => [it.id, it]))
    const entries = new Map<string, Entry>()
    for (const obligation of found) {
      const duty = obligation && rules.get(obligation.duty)
      const organization = obligation && owners.get(obligation.organization)
      if (duty && organization) entries.set(obligation.id, { obligation, duty, organization })
    }
    return {
      now: parts.clock.now(),
      stepsOf: stepsUnder(parts.workdays()),
      entry: (id) => entries.get(id),
      dutyOf: (id) => rules.get(id),
      nameOf: (id) => owners.get(id)?.name ?? id,
      kindOf: (id) => owners.get(id)?.kind,
    }
  }
}
