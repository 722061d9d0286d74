/** The three regions by which the zone office groups the provinces (annual report 2014, 一.1). */
export type Region = '东部' | '中部' | '西部'

export interface Province {
  /** The short name that the register uses. */
  readonly short: string
  readonly full: string
  readonly region: Region
  /** Further names that people type. */
  readonly alsoCalled: readonly string[]
}

/**
 * The 31 provinces of the mainland. The annual report gives only the counts of its groups (11, 8 and 12); this is the
 * grouping of the National Bureau of Statistics with those counts, and it reproduces the report's 9, 10 and 10 of 表2.
 */
export const provinces: readonly Province[] = [
  ...group('东部', [
    '北京 北京市 首都 京',
    '天津 天津市 津',
    '河北 河北省 冀',
    '辽宁 辽宁省 辽',
    '上海 上海市 沪',
    '江苏 江苏省 苏',
    '浙江 浙江省 浙',
    '福建 福建省 闽',
    '山东 山东省 鲁',
    '广东 广东省 粤',
    '海南 海南省 琼',
  ]),
  ...group('中部', [
    '山西 山西省 晋',
    '吉林 吉林省',
    '黑龙江 黑龙江省 龙江',
    '安徽 安徽省 皖',
    '江西 江西省 赣',
    '河南 河南省 豫',
    '湖北 湖北省 鄂',
    '湖南 湖南省 湘',
  ]),
  ...group('西部', [
    '内蒙古 内蒙古自治区 内蒙 内蒙古省',
    '广西 广西壮族自治区 广西省 桂',
    '重庆 重庆市 渝',
    '四川 四川省 川',
    '贵州 贵州省 黔',
    '云南 云南省 滇',
    '西藏 西藏自治区 藏',
    '陕西 陕西省 陕',
    '甘肃 甘肃省 甘',
    '青海 青海省',
    '宁夏 宁夏回族自治区 宁夏省',
    '新疆 新疆维吾尔自治区 新疆省',
  ]),
]

const byName = new Map(
  provinces.flatMap((it) => [it.short, it.full, ...it.alsoCalled].map((name) => [name, it] as const)),
)

/** The province of that short, full or colloquial name. */
export function provinceOf(name: string): Province | undefined {
  return byName.get(name.trim())
}

/** The province that a place's full name begins with, e.g. 江苏 of 江苏省无锡市宜兴市. */
export function provinceWithin(name: string): Province | undefined {
  return provinces.find((it) => name.startsWith(it.short))
}

function group(region: Region, lines: readonly string[]): Province[] {
  return lines.map((line) => {
    const [short = '', full = '', ...alsoCalled] = line.split(' ')
    return { short, full, region, alsoCalled }
  })
}
