import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { subjectsOf } from '../../../core/audience.ts'
import type { Organization } from '../../../core/caller.ts'
import type { Instant } from '../../../core/clock.ts'
import type { Duty } from '../../../core/duty.ts'
import { messageOf, Problem } from '../../../core/errors.ts'
import type { Duties } from '../../../store/duties.ts'
import type { Zone } from '../../../store/zones.ts'
import { dutyWords } from './duty-words.ts'
import { type Around, validateDuty } from './validate-duty.ts'

export interface DutySeedParts {
  readonly duties: Pick<Duties, 'keep' | 'list'>
  readonly organizations: readonly Organization[]
  readonly zones: readonly Zone[]
  readonly regionOf: (province: string) => string | undefined
  readonly now: Instant
}

/**
 * Gives a new installation its duties, one file each. Those that the store already has stay as they are: what the office
 * changed must not be changed back by a restart.
 * @returns how many were added
 * @throws Problem that names every fault of every file; then none is taken
 */
export async function seedDuties(files: readonly string[], parts: DutySeedParts): Promise<number> {
  const { duties, organizations, zones, regionOf, now } = parts
  const read = readDuties(files, { subjects: subjectsOf(organizations, zones, regionOf), now })
  const known = new Set((await duties.list()).map((it) => it.id))
  const fresh = read.filter((it) => !known.has(it.id))
  if (fresh.length === 0) return 0
  return (await duties.keep(fresh, { who: 'documents', at: now })).added.length
}

/** @throws Problem that names every fault of every file */
export function readDuties(files: readonly string[], around: Around): readonly Duty[] {
  const words = dutyWords['zh-CN']
  const duties: Duty[] = []
  const faults: string[] = []
  for (const file of files) {
    const name = basename(file)
    const checked = validateDuty(parsed(file), around)
    if (checked.faults) faults.push(...checked.faults.map((it) => `${name} ${words.fault(it)}`))
    else duties.push(checked.duty)
  }
  if (faults.length > 0) throw new Problem(words.refused('data/duties', faults), words.refusedRemedy)
  return duties
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (thrown) {
    const words = dutyWords['zh-CN']
    throw new Problem(words.refused(basename(file), [messageOf(thrown)]), words.refusedRemedy, {
      cause: thrown,
    })
  }
}
