import type { InferResult, Kysely } from 'kysely'
import type { Organization } from '../core/caller.ts'
import type { Instant } from '../core/clock.ts'
import type { Address } from '../core/message.ts'
import { recordChange, type Stamp } from './audit.ts'
import { organizationOf } from './organizations.ts'
import type { Tables } from './tables.ts'

interface BindingTable {
  platform: string
  space: string
  channel: string
  organization_id: string | null
  purpose: Purpose | null
  answers: Answers
  bound_at: Instant
}

export interface BindingTables {
  bindings: BindingTable
}

/** What a channel is for, where it is for one thing only. */
export type Purpose = 'questions' | 'notices' | 'trainings' | 'alliance'

/** Which messages of a channel are answered: where the bot is mentioned, or every question. */
export type Answers = 'mention' | 'every'

export type Channel = Pick<Address, 'platform' | 'space' | 'channel'>

/** What a channel is bound to: an organization, a purpose, or one purpose of one organization. */
export interface Binding {
  readonly channel: Channel
  readonly organization?: Organization
  readonly purpose?: Purpose
  readonly answers: Answers
}

export interface Bindings {
  find(channel: Channel): Promise<Binding | undefined>
  /** Channels for this purpose, of an organization or of all; and those of organizations that are for everything. */
  serving(purpose: Purpose): Promise<readonly Binding[]>
  /** Binds a channel, in place of what it was bound to. @returns what that was */
  bind(binding: Binding, stamp: Stamp): Promise<Binding | undefined>
  /** @returns what the channel was bound to; undefined where it was not bound */
  unbind(channel: Channel, stamp: Stamp): Promise<Binding | undefined>
}

export function makeBindings(db: Kysely<Tables>): Bindings {
  return {
    find: (channel) => bindingOf(db, channel),

    async serving(purpose) {
      const rows = await rowsOf(db)
        .where((it) =>
          it.or([
            it('bindings.purpose', '=', purpose),
            it.and([it('bindings.purpose', 'is', null), it('bindings.organization_id', 'is not', null)]),
          ]),
        )
        .orderBy('bindings.platform')
        .orderBy('bindings.space')
        .orderBy('bindings.channel')
        .execute()
      return rows.map(readBinding)
    },

    async bind(binding, stamp) {
      return db.transaction().execute(async (tx) => {
        const before = await bindingOf(tx, binding.channel)
        const { platform, space, channel } = binding.channel
        const bound = {
          organization_id: binding.organization?.id ?? null,
          purpose: binding.purpose ?? null,
          answers: binding.answers,
          bound_at: stamp.at,
        }
        await tx
          .insertInto('bindings')
          .values({ platform, space, channel, ...bound })
          .onConflict((it) => it.columns(['platform', 'space', 'channel']).doUpdateSet(bound))
          .execute()
        await recordChange(
          tx,
          {
            action: 'channel.bind',
            ...subjectOf(binding),
            after: plainOf(binding),
            ...(before ? { before: plainOf(before) } : {}),
          },
          stamp,
        )
        return before
      })
    },

    async unbind(channel, stamp) {
      return db.transaction().execute(async (tx) => {
        const before = await bindingOf(tx, channel)
        if (!before) return undefined
        await tx
          .deleteFrom('bindings')
          .where('platform', '=', channel.platform)
          .where('space', '=', channel.space)
          .where('channel', '=', channel.channel)
          .execute()
        await recordChange(
          tx,
          { action: 'channel.unbind', ...subjectOf(before), before: plainOf(before) },
          stamp,
        )
        return before
      })
    },
  }
}

async function bindingOf(db: Kysely<Tables>, channel: Channel): Promise<Binding | undefined> {
  const row = await rowsOf(db)
    .where('bindings.platform', '=', channel.platform)
    .where('bindings.space', '=', channel.space)
    .where('bindings.channel', '=', channel.channel)
    .executeTakeFirst()
  return row && readBinding(row)
}

function rowsOf(db: Kysely<Tables>) {
  return db
    .selectFrom('bindings')
    .leftJoin('organizations', 'organizations.id', 'bindings.organization_id')
    .selectAll('bindings')
    .select(['organizations.id', 'organizations.kind', 'organizations.name'])
    .select(['organizations.province', 'organizations.zone'])
}

function readBinding(row: InferResult<ReturnType<typeof rowsOf>>[number]): Binding {
  const { platform, space, channel, answers, purpose, id, kind, name, province, zone } = row
  return {
    channel: { platform, space, channel },
    answers,
    ...(id === null || kind === null || name === null
      ? {}
      : { organization: organizationOf({ id, kind, name, province, zone }) }),
    ...(purpose === null ? {} : { purpose }),
  }
}

function subjectOf({ channel, organization }: Binding): { subject: string; organization?: string } {
  const subject = `${channel.platform}/${channel.space}/${channel.channel}`
  return organization ? { subject, organization: organization.id } : { subject }
}

function plainOf({ organization, purpose, answers }: Binding): object {
  return { organization: organization?.id, purpose, answers }
}
