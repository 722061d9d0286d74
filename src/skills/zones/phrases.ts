import type { Zone } from '../../store/zones.ts'
import type { Figure } from './register-data.ts'

/**
 * The sentences of register answers. They are Chinese in every language of the bot, like the documents that they quote
 * and count; only the frame around them is translated (words.ts).
 */
export const phrases = {
  list: {
    accepted: '2014年度验收名单',
    applied: '2014年度新申报名单',
    left: '不再作为国家级实验区的名单（截至2014年底）',
  } as Readonly<Record<string, string>>,
  listOfCohort: {
    '2014验收': '2014年度验收名单（表1）',
    '2014新申报': '2014年度新申报名单（表2）',
    撤出: '不再作为国家级实验区的名单',
  } as Readonly<Record<string, string>>,
  short: { accepted: '验收', applied: '新申报', left: '不再作为实验区' } as Readonly<Record<string, string>>,
  measures: {
    national: '国家级实验区',
    provincial: '省级实验区',
    advanced: '国家可持续发展先进示范区',
    created: '1986年以来共创建国家级实验区',
    received: '受理新区申报',
  },
  /** Names of conditions, as filters show them. */
  conditions: {
    province: '省份',
    region: '地区',
    place: '地名',
    suffix: '名称末字',
    spelled: '名称含',
    level: '级别',
    year: '年份',
    zone: '实验区',
    theme: '建设主题',
    founded: '创建年份',
  },
  groupedBy: (by: string) => `按${phrases.by[by] ?? by}`,
  without: (filter: string) => `${filter}里没有的`,
  ofYear: (name: string, figure: Figure) => `${figure.asOf}年度${phrases.stated(name, figure)}`,
  chronicleName: '2014年度大事记',
  chronicleEntry: (numbers: readonly number[]) => `大事记第${numbers.join('、')}条`,
  chronicleMonth: (year: string, months: readonly number[]) => `${Number(year)}年${months.join('、')}月`,
  by: { province: '省份', region: '地区', type: '类型', city: '地市' } as Readonly<Record<string, string>>,
  filter: (list: string, conditions: readonly string[]) => [list, ...conditions].join('，'),
  condition: (name: string, values: readonly string[]) => `${name}=${values.join('、')}`,
  counted: (count: number, names: readonly string[], filter: string, counter = '个') =>
    `共${count}${counter}${names.length === 0 ? '' : `：${names.join('、')}`}（${filter}）`,
  none: (filter: string) => `没有，0个（${filter}）`,
  some: (count: number, names: readonly string[], filter: string) =>
    `有，${count}个：${names.join('、')}（${filter}）`,
  each: (parts: readonly string[], filter: string) => `${parts.join('、')}（${filter}）`,
  amountOf: (name: string, count: number) => `${name}${count}个`,
  elsewhere: (list: string, names: readonly string[]) => `${list}里有${names.join('、')}`,
  noneOf: (names: readonly string[]) => `${names.join('、')}没有`,
  /** What a level of new applications is, as the report says it in brackets. */
  meaning: (scope: string) => (scope === '' ? '' : `，指${scope.replace(/^（|）$/g, '')}`),
  bothLists: '2014年度验收名单和新申报名单里都有',
  listNamed: (list: string) => (list === 'accepted' ? '表1 2014年度验收名单' : '表2 2014年度新申报名单'),
  ofList: (list: string, text: string) =>
    `${phrases.short[list]}${/^(共|没有|有|最|\d)/.test(text) ? '' : '：'}${text}`,
  printedAt: (lines: readonly number[], lanes: readonly number[]) =>
    [
      ...(lines.length > 0 ? [`第${lines.join('、')}行`] : []),
      ...(lanes.length > 0 ? [`第${lanes.join('、')}列`] : []),
    ].join(''),
  printedNth: (where: string, nth: string) => `${where}${nth === 'last' ? '最后一个' : `第${nth}个`}`,
  printed: (where: string, names: readonly string[], label: string) =>
    `${where}：${names.join('、')}（${label}）`,
  nothingPrinted: (where: string, label: string) => `${label}没有${where}`,
  placedAt: (name: string, line: number, lane: number, label: string) =>
    `${name}在第${line}行第${lane}列（${label}）`,
  nthBothWays: (n: number, down: string, along: string, label: string) =>
    `按列从上往下数第${n}个是${down}，按行从左往右数是${along}（${label}，共三列）`,
  pictureFilter: '2014年度工作报告图题',
  pictures: (pictures: readonly { readonly n: number; readonly caption: string }[]) =>
    `${pictures.map((it) => `图${it.n}：${it.caption}`).join('；')}（2014年度工作报告）`,
  pictureCount: (count: number) => `2014年度工作报告共${count}张图（图1至图${count}）`,
  noPicture: (numbers: readonly string[], count: number) =>
    `没有图${numbers.join('、')}，2014年度工作报告只有图1至图${count}`,
  atEnd: '截至2014年底',
  nationalAtEnd: '国家级实验区，截至2014年底',
  spread: (measure: 'national' | 'provincial', provinces: Figure) =>
    `${phrases.measures[measure]}分布在${provinces.value}${provinces.unit}（截至2014年底）`,
  provincial: (total: Figure, provinces: Figure) =>
    `在建省级实验区${total.value}个，分布在${provinces.value}${provinces.unit}（截至2014年底）`,
  advanced: (total: Figure) => `国家可持续发展先进示范区共${total.value}个（截至2014年底）`,
  measured: (measure: 'created' | 'received', inProvinces: boolean, figure: Figure) =>
    `${measure === 'received' ? `${figure.asOf}年` : ''}${phrases.measures[measure]}${inProvinces ? '涉及' : ''}${figure.value}${figure.unit}`,
  amount: (name: string, count: number) => `${name}（${count}个）`,
  amountNamed: (name: string, zones: readonly string[]) =>
    `${name}${zones.length}个${zones.length > 0 ? `（${zones.join('、')}）` : ''}`,
  ofYears: (figures: readonly Figure[]) =>
    `国家级实验区${figures.map((it) => `${phrases.asOf(it.asOf)}${it.value}个`).join('，')}`,
  slice: (name: string, figure: Figure, sharing: boolean) =>
    `${name}${figure.value}个${sharing ? phrases.share(figure) : ''}`,
  slices: (slices: readonly string[], total: number | undefined, scope: string) =>
    `${slices.join('、')}${total === undefined ? '' : `，${phrases.total(total)}`}（${scope}）`,
  scoped: (texts: readonly string[], scope: string) => `${texts.join('；')}（${scope}）`,
  extremeFigure: (most: boolean, name: string, figure: Figure) =>
    `${most ? '最多' : '最少'}的是${name}，${figure.value}个${phrases.share(figure)}`,
  gap: (count: number) => `相差${count}个`,
  noYearList: (name: string, years: readonly string[], known: readonly Figure[]) =>
    `文件里没有${years.join('、')}年度${name}的名单或更细的数字；写到的总数有：${known
      .map((it) => `${it.asOf}年度${it.value}个`)
      .join('、')}`,
  total: (count: number) => `合计${count}个`,
  extreme: (
    most: boolean,
    names: readonly string[],
    count: number,
    zones: readonly string[],
    filter: string,
  ) =>
    `${most ? '最多' : '最少'}的是${names.join('、')}，${names.length > 1 ? '各' : ''}${count}个${
      zones.length > 0 ? `：${zones.join('、')}` : ''
    }（${filter}）`,
  groups: (count: number, names: readonly string[], what: string, filter: string) =>
    `${count}个${what}：${names.join('、')}（${filter}）`,
  disagrees: (stated: Figure, counted: number) =>
    `文件写的是${stated.value}${stated.unit}，按名单数是${counted}个`,
  isOn: (name: string, list: string) => `是，${name}在${list}里`,
  offTheList: (list: string, count: number, names: string) =>
    `文件没有写哪些实验区不在${list}里，名册不全，推算不出；${count === 0 ? '名单里没有' : `在名单里的有${count}个：${names}`}`,
  isNotOn: (name: string, list: string) => `不在，${list}里没有${name}`,
  standsOn: (name: string, list: string) => `${name}在${list}里`,
  leftWhy: '因行政区划调整，不再作为国家可持续发展实验区',
  pending: { accepted: '评审已完成，批复待下达', applied: '评审已完成，待科技部批复' } as Readonly<
    Record<string, string>
  >,
  levelUnnamed: (stated: Figure, level: string, scope: string, known: readonly string[]) =>
    `${level}${stated.value}个${scope}，文件没有逐个点名${
      known.length > 0 ? `；按名称对得上的有${known.length}个：${known.join('、')}` : ''
    }`,
  stated: (label: string, stated: Figure) => `${label}${stated.value}${stated.unit}`,
  share: (stated: Figure) => (stated.share === '' ? '' : `，占${stated.share}`),
  asOf: (asOf: string) => {
    const [year, month] = asOf.split('-')
    return month === '12'
      ? `截至${year}年底`
      : month === undefined
        ? `${year}年`
        : `${year}年${Number(month)}月`
  },
  noProvincial: (total: Figure, provinces: Figure) =>
    `文件里没有：截至2014年底，省级实验区只写了总数${total.value}个、分布在${provinces.value}个省（区、市），没有分省数字和名单`,
  noAdvancedList: (total: Figure) =>
    `文件里没有：截至2014年底，只写了国家可持续发展先进示范区共${total.value}个，没有列出名单，也没有分省数字`,
  noNationalByProvince: (total: Figure, where: string, known: string) =>
    `文件里没有${where}的国家级实验区总数，只有全国${total.value}个（2014年底）；2014年度的名单里，${where}${known}`,
  someNationalOfProvince: (where: string, known: string, total: Figure) =>
    `2014年度的名单里，${where}${known}；全国${total.value}个国家级实验区（2014年底）没有分省名单`,
  noNationalList: (total: Figure) =>
    `文件里没有${total.value}个国家级实验区的完整名单，只列出了2014年度验收的25个、新申报的29个和不再作为实验区的3个`,
  strangerNational: (place: string, total: Figure) =>
    `文件点了名的实验区里没有${place}；${total.value}个国家级实验区的完整名单文件没有给，不能断定`,
  noNationalMost: (accepted: string, applied: string) =>
    `文件里没有分省的国家级实验区数量；2014年度的两张名单里：验收最多的是${accepted}，新申报最多的是${applied}`,
  noYear: (known: readonly Figure[]) =>
    `文件里没有那年的数字；写到的有：${known.map((it) => `${phrases.asOf(it.asOf)}${it.value}个`).join('、')}`,
  noType: (total: readonly Figure[]) =>
    `文件没有写名单里每个实验区的类型，只有全国的数：${total
      .map((it) => `${it.facet.replace('type=', '')}${it.value}个`)
      .join('、')}`,
  noTheme: (name: string, known: readonly string[]) =>
    `文件里没有写${name}的建设主题；写到主题的有${known.join('、')}`,
  theme: (name: string, theme: string) => `${name}的建设主题：${theme}（2014年度工作报告）`,
  noFounded: (name: string) => `文件里没有写${name}哪年建的`,
  fiveYears: (name: string) => `文件里没有写${name}哪年建的，只写了它在2014年建区满五年、提出验收申请`,
  founded: (name: string, year: number) => `${name}：${year}年`,
  foundedAlso: '（同一报告又把它列入2014年建区满五年的名单，两处对不上，以批复文件为准）',
  where: (zone: Zone) => `${zone.short}：${zone.name}，属${zone.region}地区`,
  isRegion: (zone: Zone, region: string) =>
    `${zone.region === region ? '是' : '不是'}，${zone.short}在${zone.province}，属${zone.region}地区`,
  statusAccepted: (name: string) => `是，${name}已建区满五年，在2014年度验收名单里`,
  statusApplied: (name: string) => `还不是，${name}是2014年度新申报的，评审已完成，待科技部批复`,
  statusLeft: (name: string) =>
    `不再是了，${name}因行政区划调整，不再作为国家可持续发展实验区（2014年度工作报告）`,
  statusMentioned: (name: string) => `是，${name}在创新能力评价的国家级实验区之列`,
  nth: (n: number, value: string, table: string, path: readonly string[], counter = '个') =>
    `第${n}${counter}是${value}（${table}${path.length > 0 ? `，${path.join('＞')}` : ''}）`,
  noNth: (n: number, table: string, count: number, counter = '个') =>
    `没有第${n}${counter}，${table}只有${count}${counter}`,
  rows: (names: readonly string[], count: number, filter: string, counted: boolean, counter: string) =>
    counted || count > 1
      ? phrases.counted(count, names, filter, counter)
      : `${names.join('、')}（${filter}）`,
  hasRows: (names: readonly string[], filter: string) =>
    `有，${names.length}个：${names.join('、')}（${filter}）`,
  hasNoRows: (filter: string) => `没有（${filter}）`,
  tableLabel: (label: string) => `2014年度报告${label}`,
  sectionLabel: (caption: string) =>
    `2014年度报告“${caption.replace(/^[一二三四五六七八九\d]+[、.．]\s*/, '')}”`,
  lacking: (label: string, size: number, thing: string, near: readonly string[]) =>
    `没有，${label}的${size}项里没有${thing}${near.length > 0 ? `；最接近的是${near.join('、')}` : ''}`,
  columnCounts: (parts: readonly (readonly [string, number])[], table: string) =>
    `${parts.map(([name, count]) => `${name}${count}个`).join('、')}（${table}）`,
  position: (value: string, n: string, filter: string, counter: string) =>
    `${value}是第${n}${counter}（${filter}）`,
  unitOf: (name: string, unit: string, filter: string) => `${name}的单位是${unit}（${filter}）`,
  captionOf: (label: string, caption: string) => `${label}：${caption}（2014年度工作报告）`,
  misplaced: (zone: Zone, list: string | undefined) =>
    `不是，${zone.short}是${zone.name}${list === undefined ? '' : `，在${list}里`}`,
  belongs: (name: string, path: readonly string[], filter: string) =>
    `${name}属于${path.join('＞')}（${filter}）`,
  numbered: (n: number, text: string) => `第${n}条：${text}`,
  entryCount: (count: number, filter: string, listed: string, spanning: number) =>
    `共${count}条${spanning > 0 ? `，另有跨月的${spanning}条` : ''}（${filter}）：${listed}`,
  chronicleCount: (count: number) => `2014年度大事记共${count}条`,
  chronicle: (entries: readonly string[]) => entries.join('；'),
  noChronicle: (month: string) => `${month}在大事记里没有记载`,
}
