/** Towns, cities, countries, and numbers that are names: 红坪镇, 305项目. */
export function namesIn(text: string): string[] {
  return [
    ...(text.match(/\p{Script=Han}{2}(?:镇|街道)(?!村|里|子|上|化|建|型|的|也)/gu) ?? []).filter(
      (name) => !/城镇|乡镇|村镇|古|的|小|心|特色|集|重|个|家|些/u.test(name),
    ),
    ...(text.match(/(?<![\d.])\d{3}(?=项目|工程)/gu) ?? []),
    ...cities.filter((city) => text.includes(city)),
    // 「国内那次和去英国那次各多少人」 is answered out of two passages.
    ...(/各|分别|国内/u.test(text) ? [] : countries.filter((country) => text.includes(country))),
  ]
}

/** Large cities that are no zone of the register: what is said of others is not said of them. */
const cities =
  '石家庄 唐山 秦皇岛 太原 大同 沈阳 大连 鞍山 长春 哈尔滨 大庆 南京 徐州 常州 南通 扬州 连云港 杭州 宁波 温州 金华 台州 合肥 芜湖 福州 厦门 泉州 漳州 南昌 九江 济南 青岛 烟台 潍坊 临沂 郑州 洛阳 开封 武汉 宜昌 襄阳 长沙 株洲 广州 深圳 珠海 佛山 东莞 汕头 惠州 中山 南宁 桂林 柳州 海口 三亚 成都 绵阳 贵阳 遵义 昆明 大理 拉萨 西安 宝鸡 延安 兰州 天水 西宁 银川 乌鲁木齐 喀什 和田 伊犁 阿克苏'.split(
    ' ',
  )

/** What is said of one country's training is not said of another's. Its first character stands for it: 赴俄, 中塔. */
const countries =
  '英国 美国 德国 法国 日本 韩国 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 奥地利 波兰 俄罗斯 加拿大 澳大利亚 新西兰 新加坡 马来西亚 泰国 越南 印度 以色列 巴西 南非 哈萨克斯坦 吉尔吉斯斯坦 塔吉克斯坦 乌兹别克斯坦 巴基斯坦 蒙古国'.split(
    ' ',
  )

/** Whether a text names what is asked for. */
export function isNamed(name: string, text: string): boolean {
  return text.includes(countries.includes(name) ? name.slice(0, 1) : name)
}
