import type { RegisteredZone } from './audience.ts'

/** Who recognizes a zone: the state, or its province alone. */
export type ZoneRank = 'national' | 'provincial'

/**
 * The rank of a zone by its status (状态), the register's own words: a province's own zone is one whose status begins with
 * 省级; who has only applied (申报…), or is a zone no longer (不再…), has none; every other one of the register is the
 * state's. Pure.
 */
export function rankOfZone({ status = '' }: Pick<RegisteredZone, 'status'>): ZoneRank | undefined {
  if (status.startsWith('省级')) return 'provincial'
  return /^(?:申报|不再)/.test(status) ? undefined : 'national'
}
