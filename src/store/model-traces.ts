import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { ModelTrace } from '../core/llm.ts'
import { maskPersonal } from '../core/mask.ts'
import type { Tables } from './tables.ts'

interface ModelTraceTable {
  id: string
  at: Instant
  key: string
  outcome: ModelTrace['outcome']
  question: string
  /** The rest of the trace, JSON. */
  detail: string
}

export interface ModelTraceTables {
  model_traces: ModelTraceTable
}

export interface ModelTraces {
  /** Keeps a trace; telephone and ID numbers are masked. */
  keep(trace: ModelTrace): Promise<void>
  find(id: string): Promise<ModelTrace | undefined>
  /** The newest answer under the same key that the model's words were used for, where it is not older than `since`. */
  answered(key: string, since?: Instant): Promise<ModelTrace | undefined>
  /** Newest first. */
  latest(most: number): Promise<ModelTrace[]>
  forget(before: Instant): Promise<void>
}

export function makeModelTraces(db: Kysely<Tables>): ModelTraces {
  return {
    async keep({ id, at, key, outcome, question, rewritten, searched, draft, checks, ...rest }) {
      const masked = {
        ...rest,
        checks: checks.map((it) => ({ ...it, text: maskPersonal(it.text) })),
        ...(rewritten === undefined ? {} : { rewritten: maskPersonal(rewritten) }),
        ...(searched === undefined ? {} : { searched: searched.map(maskPersonal) }),
        ...(draft === undefined ? {} : { draft: maskPersonal(draft) }),
      }
      const row = { id, at, key, outcome, question: maskPersonal(question), detail: JSON.stringify(masked) }
      await db
        .insertInto('model_traces')
        .values(row)
        .onConflict((it) => it.column('id').doNothing())
        .execute()
    },

    async find(id) {
      const row = await db.selectFrom('model_traces').selectAll().where('id', '=', id).executeTakeFirst()
      return row && traceOf(row)
    },

    async answered(key, since = 0) {
      const row = await db
        .selectFrom('model_traces')
        .selectAll()
        .where('key', '=', key)
        .where('at', '>=', since)
        .where('outcome', 'not in', ['extractive', 'nothing-found'])
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && traceOf(row)
    },

    async latest(most) {
      const rows = await db
        .selectFrom('model_traces')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(most)
        .execute()
      return rows.map(traceOf)
    },

    async forget(before) {
      await db.deleteFrom('model_traces').where('at', '<', before).execute()
    },
  }
}

function traceOf({ detail, ...row }: Selectable<ModelTraceTable>): ModelTrace {
  return { ...row, ...(JSON.parse(detail) as Omit<ModelTrace, keyof typeof row>) }
}
