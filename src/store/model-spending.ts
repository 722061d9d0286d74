import { type Kysely, sql } from 'kysely'
import type { ModelSpending } from '../core/llm.ts'
import type { Tables } from './tables.ts'

interface ModelSpendingTable {
  day: string
  payer: string
  tokens: number
  /** Millionths of the currency of the prices. */
  money: number
}

export interface ModelSpendingTables {
  model_spending: ModelSpendingTable
}

export function makeModelSpending(db: Kysely<Tables>): ModelSpending {
  return {
    /** One statement: two questions at once cannot both spend what is left for one. */
    async reserve({ day, payer }, { tokens, money }, { memberTokens, allTokens, allMoney }) {
      const { numAffectedRows = 0n } = await sql`
        INSERT INTO model_spending (day, payer, tokens, money)
        SELECT ${day}, ${payer}, ${tokens}, ${money}
        FROM (SELECT
          COALESCE(SUM(tokens), 0) AS tokens,
          COALESCE(SUM(money), 0) AS money,
          COALESCE(SUM(tokens) FILTER (WHERE payer = ${payer}), 0) AS own
          FROM model_spending WHERE day = ${day}) AS spent
        WHERE spent.own + ${tokens} <= ${memberTokens}
          AND spent.tokens + ${tokens} <= ${allTokens}
          AND (${allMoney ?? null} IS NULL OR spent.money + ${money} <= ${allMoney ?? null})
        ON CONFLICT (day, payer) DO UPDATE
        SET tokens = model_spending.tokens + excluded.tokens, money = model_spending.money + excluded.money
        `.execute(db)
      return numAffectedRows > 0n
    },

    async correct({ day, payer }, { tokens, money }) {
      await db
        .updateTable('model_spending')
        .set((row) => ({ tokens: row('tokens', '+', tokens), money: row('money', '+', money) }))
        .where('day', '=', day)
        .where('payer', '=', payer)
        .execute()
    },
  }
}
