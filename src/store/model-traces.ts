import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../core/clock.ts'
import type { ModelTrace } from '../core/llm.ts'
import { maskPersonal } from '../core/mask-personal-data.ts'
import { fromJson } from './from-json.ts'
import type { Tables } from './tables.ts'

interface ModelTraceTable {
  id: string
  at: Instant
  key: string
  outcome: ModelTrace['outcome']
  question: string
  /** The rest of the trace, JSON. */
  detail: string
  reusable_until: Instant | null
}

export interface ModelTraceTables {
  model_traces: ModelTraceTable
}

export interface ModelTraces {
  /** Keeps a trace; telephone and ID numbers are masked. */
  keep(trace: ModelTrace): Promise<void>
  find(id: string): Promise<ModelTrace | undefined>
  /** The newest answer under the same key that may be given again at this moment. */
  answered(key: string, at: Instant): Promise<ModelTrace | undefined>
  /** What was answered to this question is not given again, to nobody: somebody says that it is wrong. */
  void(questionId: string): Promise<void>
  /** Newest first. */
  latest(most: number): Promise<ModelTrace[]>
  forget(before: Instant): Promise<void>
}

/** Calls that came before the answer of a question have its id with this before it. */
const beforeIt = ['plan', 'read'] as const

export function makeModelTraces(db: Kysely<Tables>): ModelTraces {
  return {
    async keep({
      id,
      at,
      key,
      outcome,
      question,
      reusableUntil,
      rewritten,
      searched,
      draft,
      checks,
      ...rest
    }) {
      const masked = {
        ...rest,
        checks: checks.map((it) => ({ ...it, text: maskPersonal(it.text) })),
        ...(rewritten === undefined ? {} : { rewritten: maskPersonal(rewritten) }),
        ...(searched === undefined ? {} : { searched: searched.map(maskPersonal) }),
        ...(draft === undefined ? {} : { draft: maskPersonal(draft) }),
      }
      const row = {
        id,
        at,
        key,
        outcome,
        question: maskPersonal(question),
        detail: JSON.stringify(masked),
        reusable_until: reusableUntil ?? null,
      }
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

    async answered(key, at) {
      const row = await db
        .selectFrom('model_traces')
        .selectAll()
        .where('key', '=', key)
        .where('reusable_until', '>', at)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && traceOf(row)
    },

    async void(questionId) {
      const its = [questionId, ...beforeIt.map((it) => `${it}-${questionId}`)]
      await db
        .updateTable('model_traces')
        .set({ reusable_until: null })
        .where('key', 'in', (of) => of.selectFrom('model_traces').select('key').where('id', 'in', its))
        .execute()
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

function traceOf({ detail, reusable_until: until, ...row }: Selectable<ModelTraceTable>): ModelTrace {
  return {
    ...row,
    ...(until === null ? {} : { reusableUntil: until }),
    ...fromJson<Omit<ModelTrace, keyof typeof row>>(detail),
  }
}
