import { z } from 'zod'
import { isSaid, type Lookup } from '../../core/lookup.ts'
import { choices, filterOf } from './filter.ts'
import { candidatesReply, listReply, zoneReply } from './replies.ts'
import type { ZonesSkillParts } from './skill.ts'

const short = z.string().trim().min(1).max(20)
const filter = z.strictObject({
  province: short.optional(),
  region: short.optional(),
  type: short.optional(),
  cohort: short.optional(),
  founded: z.union([z.string(), z.number()]).optional(),
})
const named = z.strictObject({ name: z.string().trim().min(2).max(20) })

/** What can be looked up in the register, which is open to everybody. */
export function zoneLookups({ zones }: ZonesSkillParts): readonly Lookup[] {
  return [
    {
      name: 'register',
      finds: '登记册里符合条件的实验区名单和个数',
      takes: {
        province: '省份简称',
        region: choices.region.join('、'),
        type: choices.type.join('、'),
        cohort: choices.cohort.join('、'),
        founded: '建区年份',
      },
      async find(given, { caller }) {
        const typed = filter.safeParse(given).data
        if (!typed || Object.keys(typed).length === 0) return undefined
        if (typed.cohort !== undefined && !choices.cohort.includes(typed.cohort)) return undefined
        const wanted = filterOf(typed, caller.locale)
        return listReply(await zones.list(wanted), wanted, caller.locale, 0)
      },
    },
    {
      name: 'zone',
      finds: '一个实验区的登记资料和出处',
      takes: { name: '实验区名称，如 宜兴市' },
      async find(given, asker) {
        const name = named.safeParse(given).data?.name
        if (name === undefined || !isSaid(name, asker)) return undefined
        const match = await zones.find(name)
        if (match.kind === 'several') return candidatesReply(name, match.candidates, asker.caller.locale)
        const record = match.kind === 'one' ? await zones.show(match.zone.id) : undefined
        return record && zoneReply(record, asker.caller.locale)
      },
    },
  ]
}
