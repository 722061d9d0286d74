import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Workdays } from '../core/workdays.ts'
import { makeWorkdays } from '../skills/deadlines/plan.ts'
import { loadWorkdays } from '../skills/deadlines/rules/load-workdays.ts'

/**
 * The workday calendar with the office's own overrides, loaded on first use, so that an invalid override file does not
 * break commands that need no workdays.
 * @returns a getter that throws a Problem listing every invalid line
 */
export function workdaysOf({ data }: Pick<Config, 'data'>): () => Workdays {
  let made: Workdays | undefined
  return () => {
    made ??= makeWorkdays(loadWorkdays(join(data, 'workdays.csv')))
    return made
  }
}
