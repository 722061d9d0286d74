import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Workdays } from '../core/workdays.ts'
import { makeWorkdays } from '../skills/deadlines/plan.ts'
import { loadWorkdays } from '../skills/deadlines/rules/load-workdays.ts'

/**
 * The workdays of the house, with the office's own table over them. Read when first asked for: who only looks a document
 * up is not held up by a bad line.
 * @returns what throws a Problem that names every bad line
 */
export function workdaysOf({ data }: Pick<Config, 'data'>): () => Workdays {
  let made: Workdays | undefined
  return () => {
    made ??= makeWorkdays(loadWorkdays(join(data, 'workdays.csv')))
    return made
  }
}
