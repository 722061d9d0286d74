import { clausesOf, type Look, type Rule } from './demand-rule.ts'
import { listedOf } from './enumeration.ts'

/** The hundred commonest surnames: four of five people. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const roles =
  '同志|院士|教授|研究员|先生|女士|副?(?:主任|厅长|局长|司长|书记|市委书记|县委书记|市长|县长|处长|部长|主席|校长|院长|组长|秘书长|会长|理事长)'
const person = new RegExp(`[${surnames}][\\u4e00-\\u9fff]{1,2}(?:${roles})`, 'u')
const roleAsked =
  /(?:负责人|联系人|带头人|主持人|执笔人|签发人|讲师|老师|专家|领导(?!小组)|主任|厅长|局长|司长|处长|部长|书记|市长|县长|组长|院长|校长|团长|会长|理事长|秘书长|院士|教授)/u
const asksPerson = new RegExp(
  [
    `${roleAsked.source}(?:现在|当时|到底|都|分别|具体|是|有|由|归|的|名字|叫|联系){0,3}(?:谁|什么名|啥名|哪几?位|姓|名字|名单)`,
    `${roleAsked.source}(?:是|的)?(?:叫什么|叫啥)`,
    `(?:谁|哪位|哪几位)(?:是|当|任|做|担任|来当)?(?!领导|专家)${roleAsked.source}`,
    '(?:负责人|联系人|带头人|主持人|执笔人|秘书长|厅长|局长|司长|院长|会长)$',
    '(?:签发|执笔|起草|带队|主持)[^，。]{0,8}(?:的人|的领导|的专家)$',
    '(?:的人|作者|同志)(?:是|都)?叫(?:什么|啥)|谁讲(?!的?话)|哪个(?:老师|教授|院士|同志|领导)(?!小?组)',
    '(?:谁|哪位)(?:来|去|给|致)?(?:带队|领队|签发|主持|致.?辞|讲话|讲的?课|授课|执笔|起草|牵头写|任|当的?)(?!吗)',
    '哪几?位(?:专家|领导|老师|院士|教授|同志|代表)?|姓(?:啥|什么)',
  ].join('|'),
  'u',
)
/** Offices and titles that must be said of the person who is named. */
const office =
  /院士|教授|研究员|主任|厅长|局长|司长|处长|部长|书记|市长|县长|组长|院长|校长|团长|会长|理事长|秘书长/gu
/** What a person did, as asked, and as it may stand in the text. */
const deeds: readonly (readonly [RegExp, RegExp])[] = [
  [/主持/u, /主持/u],
  [/带队|领队|率队|团长/u, /带队|率队|率团|领队|团长/u],
  [/执笔|起草|撰写|写的/u, /执笔|起草|撰写|编写/u],
  [/讲的?课|授课|讲师|老师|谁讲(?!的?话)/u, /授课|讲课|主讲|讲座/u],
  [/致.?辞|讲话/u, /致辞|致词|讲话/u],
  [/签发/u, /签发/u],
]

/** Persons and names: the names themselves; a number of them is not enough. */
export const nameRules: readonly Rule[] = [
  { name: '人名', asked: ({ text }) => asksPerson.test(text), met: namesPerson },
  {
    name: '具体名称',
    asked: ({ text }) =>
      /(?:叫|名字|名称)(?:是|都|个)?(?:什么|啥|做什么)?|什么名|啥名/u.test(text) && !/怎么叫/u.test(text),
    met: ({ text, around, part }) => {
      const head = headOf(part.text)
      return !isOnlyCounted(text.includes(head.slice(-2)) ? text : around, head)
    },
  },
  {
    name: '具体名称',
    asked: ({ text, aims }) =>
      /哪(?:几|[二两三四五六七八九十\d]+)个?(?:国家级|省级)?(?:实验区|县市?|省市|省|市|区|州|乡镇)(?!市|的|科)|[有是]哪些(?:国家级|省级)?实验区|哪(?:几|些)[个家]?[没未被]|(?:实验区|县|市|区|省市?)(?:都|分别)?(?:有|是)哪(?:些|几)(?:$|[？?，,\s]|个|家|省|市|县)|哪些省市?(?!.{0,3}[要须应])|名字都|(?<!挤进|列入|进入|上了?)名单(?!.{0,6}(?:时候|几时|哪里|哪儿))/u.test(
        text,
      ) &&
      !asksPerson.test(text) &&
      !aims.has('date'),
    met: namesPlaces,
  },
  {
    // 「哪些区治过矿山」 asks who did something, and is not answered by words about zones in general. Who has to do something
    // (哪些区要验收) may be answered by a condition.
    name: '具体名称',
    asked: ({ text, aims }) =>
      /哪(?:些|个|家|几个|几家)(?:国家级?|省级)?(?:可持续发展)?(?:实验)?(?:区|县|市|地方)(?:都|也|在|已经?|能|会|有|擅长|做|搞|干|治|修|建|办)/u.test(
        text,
      ) &&
      !/[要须应该算符合]|可以|能不能|资格|条件/u.test(text) &&
      !aims.has('date') &&
      !aims.has('number'),
    // The name may stand in the heading: 「1. 江苏省宜兴市——…」.
    met: ({ around, part, placesIn }) => {
      const asked = new Set(placesIn(part.text).map((place) => place.name))
      return placesIn(around).some((place) => !asked.has(place.name)) || properPlaces(around) > 0
    },
  },
  {
    // 「有哪些成员单位」 is not answered by words that only speak of 成员单位.
    name: '具体名称',
    asked: ({ text }) =>
      /哪(?:些|几个|几家)(?:成员)?(?:单位|企业|公司|高校|大学|学校|机构|城市|国家|银行|园区|基地|工厂|厂)(?!.{0,3}[要须应])/u.test(
        text,
      ),
    met: ({ text }) =>
      listedOf(text) >= 2 ||
      /[“"《]|(?:部|司|局|厅|中心|委|大学|学院|研究院|公司|银行|办公室|城|市|县)(?:和|与|以及|及|、)/u.test(
        text,
      ),
  },
  {
    // 「哪家会计师事务所审计的」: an organization of that kind.
    name: '具体名称',
    asked: ({ text }) => organizationAsked(text) !== undefined,
    met: ({ text, part }) => text.includes(organizationAsked(part.text) ?? ''),
  },
  {
    // 「建在哪个州」, 「在哪条路上」: a name that ends so, and not one that stands in the question.
    name: '具体地名',
    asked: ({ text }) => placeKind(text) !== undefined,
    met: ({ text, part }) =>
      (
        text.replace(generic, '').match(new RegExp(`\\p{Script=Han}{2,}?${placeKind(part.text)}`, 'gu')) ?? []
      ).some((name) => !part.text.includes(name.slice(-3))),
  },
]

/** The kind of organization of which one is asked for: 会计师事务所 -> 事务所. */
const organizationAsked = (text: string): string | undefined =>
  /哪(?:一?家|所|个)\p{Script=Han}{0,8}?(事务所|大学|学院|医院|银行|研究院|研究所|报社|电视台|出版社|旅行社)/u.exec(
    text,
  )?.[1]

/** The kind of place of which one is asked for. */
const placeKind = (text: string): string | undefined =>
  /(?:在|到|去|位于|落在|设在)哪(?:个|条|座)?(州|乡镇|镇|乡|村|路|街道|街|大厦)/u.exec(text)?.[1]

function namesPerson({ text, part }: Look): boolean {
  const deed = deeds.find(([asked]) => asked.test(part.text))
  if (deed && !deed[1].test(text)) return false
  const offices = part.text.match(office) ?? []
  // 「组长谁当」 is answered by an office: 由市委书记任组长.
  if (
    !/姓|名字|叫/u.test(part.text) &&
    offices.some((it) => new RegExp(`由[^，。]{2,12}(?:任|担任)${it}`, 'u').test(text))
  )
    return true
  return offices.length === 0
    ? person.test(text)
    : offices.every((it) =>
        new RegExp(`[${surnames}]\\p{Script=Han}{1,2}(?:副|市委|县委)?${it}`, 'u').test(text),
      )
}

/** 那2个担保中心叫什么名字 -> 担保中心. */
function headOf(text: string): string {
  const before = text.split(/(?:都|分别|具体)?(?:叫|名字|名称|什么名|啥名)/u)[0] ?? ''
  return (
    before
      .replace(/^.*(?:\d|[一二三四五六七八九十两几哪那这])(?:个|家|位|条|项|所)/u, '')
      .match(/\p{Script=Han}{2,4}$/u)?.[0] ?? ''
  )
}

/** Whether a text says of things only how many there are: 「组建了2个中小企业投资担保中心」. */
function isOnlyCounted(text: string, head: string): boolean {
  if (head === '') return false
  const tail = head.slice(-2)
  const its = clausesOf(text).filter((clause) => clause.includes(tail))
  const said = [...text.matchAll(new RegExp(`([^，。；、：]{0,24})${tail}`, 'gu'))]
  if (said.length === 0 || its.some((clause) => listedOf(clause) >= 2)) return false
  return (
    said.every(([, before]) =>
      /(?:\d|[一二三四五六七八九十两])+\s*(?:余|多)?(?:个|家|位|所|条|项|批|系列)/u.test(before ?? ''),
    ) && !its.some((clause) => /[“"]/u.test(clause))
  )
}

const properPlace = /[\u4e00-\u9fff]{2,}(?:省|市|县|区|州|镇|旗|林区|自治区)/gu
/** Words that end like a place but name none. */
const generic =
  /国家级|省级|可持续发展|先进|示范|实验区|地区|城区|核心区|新区|社区|园区|山区|景区|开发区|保护区|先行区|集聚区|功能区|自治区级|各省|全省|全市|县市|省市|市县|本地区|区域|县（市）|县\(市\)|（区、市）|省（区、市）|两省|地级市|县级市|建制县|林区|全国|城市|县域|科技主管部门/gu

function namesPlaces({ text, part, placesIn }: Look): boolean {
  const asked = new Set(placesIn(part.text).map((place) => place.name))
  const named = placesIn(text).filter((place) => !asked.has(place.name)).length
  const figures = part.text.match(/(?<!\d)\d{2,3}(?=个|家)/gu) ?? []
  return (named >= 2 || properPlaces(text) >= 2) && figures.every((figure) => text.includes(figure))
}

const properPlaces = (text: string) => text.replace(generic, '').match(properPlace)?.length ?? 0
