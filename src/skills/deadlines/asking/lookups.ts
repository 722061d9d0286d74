import { isSaid, type Lookup } from '../../../core/lookup.ts'
import { privately } from '../../../core/reply.ts'
import { makeViews } from '../office/views.ts'
import type { DeadlineParts } from '../parts.ts'
import { listOwed } from './list-owed.ts'
import { dutyNames, owedAsked } from './owed-asked.ts'

/** What can be looked up about deadlines: everybody's, as far as the caller may see them. */
export function deadlineLookups(parts: DeadlineParts): readonly Lookup[] {
  return [
    {
      name: 'deadlines',
      finds: '哪些实验区还没交、已交或逾期某项材料，截止日期和剩余天数',
      takes: {
        provinces: '省份简称数组，如 ["浙江"]',
        region: '东部、中部或西部',
        zone: '实验区名称，如 安吉县',
        duty: '事项：验收、年度报告、创新能力调查，或事项名称的一部分',
        state: 'unfiled 未提交，overdue 逾期，filed 已提交',
        within: '几天之内截止，整数',
      },
      async find(given, asker) {
        const asked = owedAsked.safeParse(given).data
        if (!asked || !isSaid(asked.zone, asker)) return undefined
        if (asked.duty !== undefined && !dutyNames.includes(asked.duty) && !isSaid(asked.duty, asker))
          return undefined
        const provinces = asked.provinces?.map((it) => it.replace(/(?:省|市|自治区)$/u, ''))
        if (provinces?.some((it) => parts.regionOf(it) === undefined)) return undefined
        return listOwed({ ...asked, provinces }, asker.caller, parts)
      },
    },
    {
      name: 'own-deadlines',
      finds: '提问人自己单位要交的事项、截止日期和状态，带有提交、稍后提醒、申请延期的按钮',
      takes: {},
      async find(_given, { caller, message }) {
        if (!caller.organization) return undefined
        return privately(await makeViews(parts).mine({ caller, message, given: {}, value: '' }))
      },
    },
  ]
}
