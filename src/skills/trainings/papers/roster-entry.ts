import type { Registration } from '../../../core/training.ts'

/** A registration as papers show it. */
export interface RosterEntry {
  readonly registration: Registration
  /** The organization's name. */
  readonly organization: string
  /** Place in the waiting list, from 1; of those who wait. */
  readonly place?: number
}

/** Of provinces' short names, as official lists have them (GB/T 2260). */
const officialOrder =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾'.split(
    ' ',
  )

/** Entries of one province. */
export interface ProvinceEntries {
  /** Empty for those without one, who come last. */
  readonly province: string
  readonly entries: readonly RosterEntry[]
}

/** The entries by province in the official order, each province's by organization and then as they came. Pure. */
export function byProvince(entries: readonly RosterEntry[]): readonly ProvinceEntries[] {
  const provinces = [...new Set(entries.map((it) => it.registration.province ?? ''))].sort(
    (a, b) => rankOf(a) - rankOf(b),
  )
  return provinces.map((province) => {
    const those = entries.filter((it) => (it.registration.province ?? '') === province)
    const organizations = [...new Set(those.map((it) => it.organization))]
    return {
      province,
      entries: organizations.flatMap((name) => those.filter((it) => it.organization === name)),
    }
  })
}

function rankOf(province: string): number {
  const at = officialOrder.indexOf(province)
  return at >= 0 ? at : province === '' ? officialOrder.length + 1 : officialOrder.length
}

/** Those who have a seat: whom badges, sign-in sheets and certificates are for. */
export function seatedOf(entries: readonly RosterEntry[]): readonly RosterEntry[] {
  return entries.filter((it) => it.registration.state === 'seated')
}
