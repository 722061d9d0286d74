import { z } from 'zod'
import { type Asker, isSaid, type Lookup } from '../../core/lookup.ts'
import { choices, filterOf } from './filter.ts'
import { provinceOf } from './provinces.ts'
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
      async find(given, asker) {
        const { caller } = asker
        const typed = filter.safeParse(given).data
        if (!typed || Object.keys(typed).length === 0 || !isAsSaid(typed, asker)) return undefined
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

/** What people say who mean that list. */
const saysCohort: Readonly<Record<string, RegExp>> = {
  '2014验收': /验收/u,
  '2014新申报': /新申|申报|申请|新批|新增|新建/u,
  撤出: /撤|退/u,
  文中提及: /提及|提到/u,
}

/** Whether every condition is one that the asker named; a province may also be their own. */
function isAsSaid(
  { province, region, type, cohort, founded }: z.infer<typeof filter>,
  asker: Asker,
): boolean {
  const place = province === undefined ? undefined : provinceOf(province)
  const names = place ? [place.short, ...place.alsoCalled.filter((it) => it.length > 1)] : [province]
  return (
    (place !== undefined && place.short === asker.caller.organization?.province
      ? true
      : names.some((it) => isSaid(it, asker))) &&
    isSaid(region, asker) &&
    isSaid(type?.replace(/型$/u, ''), asker) &&
    (cohort === undefined || saysCohort[cohort]?.test(asker.said) === true) &&
    (founded === undefined || isYearSaid(String(founded), asker))
  )
}

/** 2008, or 08年. */
const isYearSaid = (year: string, asker: Asker) =>
  isSaid(year, asker) || new RegExp(`(?<!\\d)${year.slice(2)}年`, 'u').test(asker.said.normalize('NFKC'))
