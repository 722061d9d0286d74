import type { Lookup } from '../../../core/lookup.ts'
import { privately } from '../../../core/reply.ts'
import { makeViews } from '../office/views.ts'
import type { DeadlineParts } from '../parts.ts'
import { isAsSaid } from './as-said.ts'
import { listOwed } from './list-owed.ts'
import { owedAsked } from './owed-asked.ts'

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
        const read = owedAsked.safeParse(given).data
        const provinces = read?.provinces?.map((it) => it.replace(/(?:省|市|自治区)$/u, ''))
        const asked = read && { ...read, provinces }
        const isProvince = (word: string) => parts.regionOf(word) !== undefined
        if (!asked || !isAsSaid(asked, asker, isProvince) || provinces?.some((it) => !isProvince(it)))
          return undefined
        return listOwed(asked, asker.caller, parts)
      },
    },
    {
      name: 'own-deadlines',
      finds: '提问人自己单位要交的事项、截止日期和状态，带有提交、稍后提醒、申请延期的按钮',
      takes: {},
      async find(_given, { caller, message, said }) {
        if (!caller.organization || !isOfOwn.test(said)) return undefined
        return privately(await makeViews(parts).mine({ caller, message, given: {}, value: '' }))
      },
    },
  ]
}

/** 我们还欠啥, 过两天提醒我: what is to be handed in. */
const isOfOwn = /[交报欠]|提醒|截止|到期|期限|逾期|延期|验收|催|due|remind|deadline|overdue/iu
