import type { Audience } from '../../../core/duty.ts'

export interface InvitedRead {
  readonly audience: Audience
  /** 华北组 alone: the provinces that are usually meant, for the organizer to look at. */
  readonly supposed: boolean
}

/** The six regions of the country's administration; a document that names the provinces of its group goes before. */
const groups: Readonly<Record<string, readonly string[]>> = {
  华北: ['北京', '天津', '河北', '山西', '内蒙古'],
  东北: ['辽宁', '吉林', '黑龙江'],
  华东: ['上海', '江苏', '浙江', '安徽', '福建', '江西', '山东'],
  中南: ['河南', '湖北', '湖南', '广东', '广西', '海南'],
  西南: ['重庆', '四川', '贵州', '云南', '西藏'],
  西北: ['陕西', '甘肃', '青海', '宁夏', '新疆'],
}

/**
 * Whom a notice invites. 各省科技厅 alone means departments; with zones beside them, the zones, as their departments hear of
 * it anyway. Pure.
 * @returns undefined where the words name nobody of the network
 */
export function invitedIn(text: string, provinces: readonly string[]): InvitedRead | undefined {
  const zones = /实验区|示范区/u.test(text)
  const departments = /省级科技|科技厅|科技主管部门|科委|省市科技|各省/u.test(text)
  const named = provinces.filter((it) => text.includes(it))
  const grouped = Object.keys(groups).filter((it) => new RegExp(`${it}(?:组|片区|地区|各省)`, 'u').test(text))
  const regions = ['东部', '中部', '西部'].filter((it) => text.includes(it))
  const types = ['县域型', '城区型', '地级市型', '乡镇型'].filter((it) => text.includes(it))
  if (!zones && !departments && named.length + grouped.length + regions.length === 0) return undefined
  const supposed = named.length === 0 && grouped.length > 0
  const those = supposed ? grouped.flatMap((it) => groups[it] ?? []) : named
  return {
    audience: {
      of: zones || !departments ? 'zones' : 'provinces',
      ...(those.length === 0 ? {} : { provinces: those }),
      ...(regions.length === 0 ? {} : { regions }),
      ...(types.length === 0 ? {} : { types }),
    },
    supposed,
  }
}
