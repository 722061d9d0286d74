import { clausesOf, type Rule } from './demand-rule.ts'

/** Deeds: what may, must or will be done, by whom, how one goes about it, and what follows where it is not done. */
export const deedRules: readonly Rule[] = [
  {
    // 「农业科技园区怎么申请」 is not answered by how such parks are furthered.
    name: '办理方法',
    asked: ({ text }) => procedureAsked(text) !== undefined,
    met: ({ text, part }) => {
      const deed = procedureAsked(part.text)
      return deed === undefined || (way.test(text) && clausesOf(text).some((clause) => deed.test(clause)))
    },
  },
  {
    // 「省级实验区谁批」: that there are such zones says not who approves them.
    name: '由谁来做',
    asked: ({ text }) => doerAsked(text) !== undefined,
    met: ({ text, part }) => doerAsked(part.text)?.test(text) ?? true,
  },
  {
    // 「数据不报会怎么样」 is not answered by when the data were due.
    name: '后果',
    asked: ({ text }) => failing.test(text) && aftermath.test(text),
    met: ({ text }) => consequence.test(text),
  },
  {
    // 「被约谈的是谁」 is not answered by 「少数实验区被约谈」.
    name: '具体名称',
    asked: ({ text }) => /的(?:都|又)?(?:是|有)(?:谁|哪(?:个|家|些|[几两三]个?))/u.test(text),
    met: ({ text, placesIn }) =>
      placesIn(text).length > 0 || !/少数|部分|有的|个别|一些|若干|有关实验区/u.test(text),
  },
]

/** How something is done takes a word for who does it, with what, or in which order. */
const way =
  /提交|报送|上报|填[写报]|推荐|经(?!济|验|费|营|常)|由[^，。]{2,20}(?:组织|批准|审|推荐|负责|确定)|向[^，。]{2,12}(?:提出|申请|提交)|须|应当|程序|流程|登录|按照|根据|通过(?!全国|验收|考核)|办法|方式|采用|标准/u

/** What is done in words where it is asked how one goes about it: 聘 in 「专家怎么聘的」. */
function procedureAsked(text: string): RegExp | undefined {
  const deed =
    /(?:怎么|咋|如何|怎样|(?:上|去|在)?哪里|(?:上|去|在)哪儿?|找谁)(?:去|来|才能|能|可以|给)?(申请|申报|报名|登记|注册|备案|报备|加入|补办|补发|领取|变更|更改|推荐|聘|选(?!择)|认定|预约|升(?!级改)|退|举报|投诉|报销|缴费|计算|算(?=的|出)|收费)/u.exec(
      text,
    )?.[1]
  if (deed === undefined) return undefined
  return new RegExp(ways[deed] ?? deed, 'u')
}

/** What else may be written for such a deed. */
const ways: Readonly<Record<string, string>> = {
  申请: '申请|申报',
  申报: '申请|申报',
  选: '选(?!择)',
  计算: '计算|公式|折算|核算',
  算: '计算|公式|折算|核算',
}

/** The deed of which it is asked who does it, as it may stand in words: 「谁批」 -> 批准, 审批. */
function doerAsked(text: string): RegExp | undefined {
  return doers.find(([asked]) => new RegExp(`谁(?:来|给|去|负责)?(?:${asked})`, 'u').test(text))?.[1]
}

const doers: readonly (readonly [string, RegExp])[] = [
  ['批|审批|批准', /批准|审批|批复|核准|审定/u],
  ['审|审核|把关', /审/u],
  ['拍|摄', /拍|摄/u],
  ['投资?(?:的|$)', /投资方|出资|由[^，。]*投|融资|投入资金/u],
  ['颁', /颁|授/u],
  ['签', /签/u],
  ['评(?!价|估)', /评|专家/u],
  ['推荐', /推荐/u],
]

const failing =
  /[不没未](?!仅|同|断|少数)[^，。]{0,8}(?:会|怎|咋|有(?:啥|什么)|如何)|没[过交报完]|不[交报填]|不合格/u
const aftermath = /会?(?:怎么?样|咋样|咋办|怎么办|怎么处理|咋处理|如何处理)|后果|会怎的/u
const consequence =
  /暂缓|取消|撤销|不予|不得|不再|通报|约谈|追究|问责|淘汰|退出|整改|查处|处理|处罚|扣|补|延期|重新|影响|仍|继续/u

/** 「能不能延期」, 「要报备吗」: what may, must or will be done is in words that speak of that deed. */
export function asksLeave(text: string): boolean {
  return /能不能|可不可以|可以|可否|(?<![功职节智性可])能(?![力源耗够])|要不要|用不用|需不?需?要|该不该|会不会|[要会].*[吗么]/u.test(
    text,
  )
}

/** 「培训有证书么」: whether there is one is not told by words that do not speak of it. */
export function asksPossession(text: string, word: string): boolean {
  const at = text.indexOf(word)
  return /有(?:没有|无)?[^，。]{0,3}$/u.test(text.slice(0, at))
}
