import { parseChineseNumber, toChineseNumber } from '../../../core/numerals.ts'
import { dateRules } from './demand-dates.ts'
import { asksLeave, asksPossession, deedRules } from './demand-deeds.ts'
import { figureRules } from './demand-figures.ts'
import { listRules } from './demand-lists.ts'
import { nameRules } from './demand-names.ts'
import type { Look, PlacesIn, Rule } from './demand-rule.ts'
import { isNamed, namesIn } from './names-asked.ts'
import { type Part, type Question, yearsOf } from './question.ts'
import { squeeze } from './quote.ts'
import type { RequiredWords } from './required.ts'

/** Something that words must hold to be an answer, and not only be about the same topic. */
export interface Demand {
  /** What is missing where it is not met, in Chinese, for the refusal: 「具体日期」. */
  readonly name: string
  /** @param text the words that would be quoted. @param around the passage and its outline. */
  met(text: string, around: string): boolean
}

const documentNumber = /[〔[（(【]\d{4}[〕\]）)】](?:第)?\d+(?:-\d+)?号/u

const rules: readonly Rule[] = [
  ...dateRules,
  ...figureRules,
  ...nameRules,
  ...listRules,
  ...deedRules,
  {
    name: '文号',
    asked: ({ aims, text }) => aims.has('document-number') && /号/u.test(text),
    met: isNumberOfIt,
  },
  {
    // What a table is called is none of what stands in it.
    name: '表里的内容',
    asked: ({ text }) => !/表[名几]|哪[张个]表|标题|题目|叫(?:什么|啥)/u.test(text),
    met: ({ text }) => !/^表\d+[^\t，。：；]{0,40}$/u.test(text),
  },
  {
    // What a picture or a chapter is called says that there is one: 「宁海搞了什么」 is not answered by 「图9 宁海风貌」.
    name: '具体内容',
    asked: ({ text }) => !/图|照片|画面|章|标题|题目|叫(?:什么|啥)|名称|全称/u.test(text),
    met: ({ text }) =>
      !/^(?:图\d+|第[一二三四五六七八九十]+[章编])[^，。：；]{0,40}$/u.test(text) && !isCover(text),
  },
  {
    // A row of names says that something is on a list, not what it does.
    name: '具体做法或内容',
    asked: ({ text }) =>
      /做法|经验|主题|成效|特色|举措|措施|怎么|咋|如何|为什么|为啥|原因|[做搞干]了?(?:些|点)?(?:什么|啥)/u.test(
        text,
      ),
    met: ({ text }) => !/^表\d|\t[^\t]*(?:市|县|区|州)(?:\t|$)/u.test(text) || /\d\t/u.test(text),
  },
  {
    name: '原因',
    asked: ({ text }) =>
      /为什么|为啥|为何|原因|(?:什么|啥)(?:引起|造成)|(?:怎么|咋)(?:就|还|会|才|拖|没|不(?!断))/u.test(text),
    met: ({ text }) =>
      /由于|因(?!地|素|子)|为(?!止|期|主|例|核心|重点|基础|引领|目标)[^，。；]{2,40}[，,]|以便|以更|旨在|目的|导致|引起|造成|鉴于|针对|考虑|基于|根据|所以|从而|才能|缺乏|不足|不够/u.test(
        text,
      ),
  },
  {
    name: '具体企业',
    asked: ({ text }) => /哪(?:一?家|个|几家)(?:企业|公司|厂|集团)|哪家的/u.test(text),
    met: ({ text }) => /公司|集团|股份|(?<!建)厂|矿业|实业/u.test(text),
  },
  {
    // What is set beside another year needs a figure of that year.
    name: '可以比较的数字',
    asked: ({ text }) =>
      /(?:跟|和|与|比)(?:去年|上一?年|前年|往年|上[一次届])[^，。]{0,10}(?:比|多|少|高|低|增|涨|降)/u.test(
        text,
      ),
    met: ({ text }) => /去年|上年|同比|比上|往年|增长|提高|增加|下降|减少|[由从]\D{0,12}\d/u.test(text),
  },
  {
    // Set beside the whole country: the words must speak of both.
    name: '和全国的比较',
    asked: ({ text }) =>
      /(?:跟|和|与|比)(?:全国|国家)(?:平均(?:水平)?|总体)?(?:比|多|少|高|低|快|慢|好|差)/u.test(text),
    met: ({ text }) => /全国|平均/u.test(text),
  },
  {
    // 「验收要花多久」 is not answered by after how many years it is due, 「整改有期限吗」 not by another deadline.
    name: '所需时间',
    asked: ({ text }) =>
      /花多(?:久|长时间|少天)|要(?:多久|多长时间|几天|几个月)|多久(?:能|才)|(?:有没)?有(?:期限|时限)/u.test(
        text,
      ),
    met: ({ text, part }) =>
      /历时|为期|用时|工作日|\d+(?:天|日内|个月内|周内)|\d日至|期限|时限/u.test(text) &&
      speaksOfTopic(part.text, text),
  },
  {
    // Free schooling somewhere says nothing of what a training costs.
    name: '费用',
    asked: ({ text }) => /收费|收不收[费钱]|收钱|要不要钱|要钱|交钱|花钱吗|自费|免费|费用/u.test(text),
    met: ({ text, part }) => /费|资金|经费|万元/u.test(text) && speaksOfTopic(part.text, text),
  },
  {
    // 「申报要哪些材料」 is not answered by what has to be handed in for the acceptance.
    name: '申报材料',
    asked: ({ text }) =>
      /申报|申请(?!验收)/u.test(text) && /材料|表格|文件/u.test(text) && !/验收/u.test(text),
    met: ({ text }) =>
      text
        .split(/[，。；]/u)
        .some(
          (it) =>
            /材料|申报书|申请书|表/u.test(it) && /提交|报送|上报|填|附|包括/u.test(it) && !/验收/u.test(it),
        ),
  },
  {
    // 「和生态县有啥不一样」: of both something must be said.
    name: '两者的比较',
    asked: ({ text }) => otherCompared(text) !== undefined,
    met: ({ around, part }) => around.includes(otherCompared(part.text) ?? ''),
  },
  {
    name: '所问的地方',
    asked: ({ text }) => namesIn(text).length > 0,
    met: ({ around, part }) => namesIn(part.text).every((name) => isNamed(name, around)),
  },
  {
    name: '地点',
    asked: ({ text }) =>
      /(?:在哪|在什么地方|在啥地方|哪个城市|哪[里儿])[里儿]?(?:开(?!到)|办(?!事)|举|召|集中)|哪个城市|放在哪|(?:寄|邮)(?:到|给|往)?哪|设在哪|在哪里?办公/u.test(
        text,
      ),
    met: ({ text, part, placesIn }) => {
      const asked = new Set(placesIn(part.text).map((place) => place.name))
      return (
        placesIn(text).some((place) => !asked.has(place.name)) ||
        /赴|英国|在(?![^，。]{0,6}实验区)[^，。]{2,12}(?:市|省|区|县|州)/u.test(text)
      )
    },
  },
  {
    // What is asked in quotation marks is a name: another name is another thing.
    name: '所问的提法',
    asked: ({ text }) => quotedIn(text).length > 0,
    met: ({ around, part }) => quotedIn(part.text).some((name) => around.includes(name)),
  },
]

/**
 * What an answer to this part must hold. A passage about the right topic that does not hold it is refused by name.
 * @param required words that must stand in the text where they are asked for
 */
export function demandsOf(
  part: Part,
  question: Question,
  required: RequiredWords,
  placesIn: PlacesIn,
): Demand[] {
  const before = question.parts[question.parts.indexOf(part) - 1]
  // 「是哪几个实验区 点名了吗」: a short question about the one before asks for the same.
  const asking = before && part.text.length <= 6 && part.aims.has('yes-no') ? [before, part] : [part]
  const demands: Demand[] = asking.flatMap((it) =>
    rules
      .filter((rule) => rule.asked(it, question))
      .map((rule) => ({
        name: rule.name,
        met: (text: string, around: string) =>
          rule.met({
            part: it,
            question,
            text: withoutSpaces(text),
            around: withoutSpaces(around),
            placesIn,
          }),
      })),
  )
  const onlyWhether = [...part.aims].every((aim) => aim === 'yes-no')
  for (const { word, shown, counted } of required(part.text)) {
    // 「微信发不发简报」 asks whether, not for an account; 「不看产值看啥」 asks for no sum.
    if (counted && !asksFigure(part)) continue
    if (onlyWhether && !asksLeave(part.text) && !asksPossession(part.text, word)) continue
    demands.push({
      name: word,
      met: (text, around) => [text, around].some((it) => shown.some((way) => squeeze(it).includes(way))),
    })
  }
  for (const ordinal of ordinalsOf(question.text)) {
    demands.push({
      name: ordinal.printed,
      met: (text, around) =>
        [text, around].some((it) => ordinal.forms.some((form) => squeeze(it).includes(form))),
    })
  }
  return demands
}

/** 「附件 国家可持续发展实验区 2014年度工作要点」: what a document is called. */
function isCover(text: string): boolean {
  return /^[^，。：；、（）]{0,20}(?:19|20)\d{2}年度?[^，。：；、（）]{0,20}(?:要点|报告|规划|纲要)$/u.test(
    squeeze(text),
  )
}

/** Another programme in 「和生态县有啥不一样」, 「跟高新区是一回事吗」. */
function otherCompared(text: string): string | undefined {
  return /[和跟与](?:那个|普通|一般|别的)?(\p{Script=Han}{1,12}?(?:县|[范验行试]区|城市|试点|园区?|高新区|开发区|基地|计划|工程))(?:到底)?(?:是不是|是)?(?:有(?:什么|啥|何|没有)?|的)?(?:区别|不同|不一样|差别|一回事|一样)/u.exec(
    text,
  )?.[1]
}

/** Whether words speak of what a question begins with: 培训 in 「培训收费吗」. */
function speaksOfTopic(question: string, text: string): boolean {
  const topic = /^(?:请问|我们|咱们?|参加|这次|今年|去年)*(\p{Script=Han}{2})/u.exec(question)?.[1]
  return topic === undefined || text.includes(topic)
}

/** A number belongs to the title before it; 「新办法的文号」 is not answered by the old one's. */
function isNumberOfIt({ text, part, question: { years } }: Look): boolean {
  const kind = /办法|要点|通知|纲要|规划|意见|报告/u.exec(part.text)?.[0]
  const wantsNew = /新(?:版|的|修订|(?:管理)?办法)|修订后/u.test(part.text)
  return [...text.matchAll(new RegExp(`([^，。；]{0,40})${documentNumber.source}`, 'gu'))].some(
    ([, before = '']) => {
      if (wantsNew && /(?:19|20)\d{2}年版/u.test(before)) return false
      const title = /《([^《]*)》[^《]{0,8}$/u.exec(before)?.[1]
      if (title === undefined) return true
      const its = yearsOf(title)
      const otherYear = its.length > 0 && years.length > 0 && !its.some((year) => years.includes(year))
      return !otherYear && (kind === undefined || title.includes(kind))
    },
  )
}

/** A figure is asked for by 多少, by setting side by side, or by nothing but the name of a measure. */
function asksFigure({ aims, text }: Part): boolean {
  return (
    aims.has('number') ||
    (aims.has('fact') && !/[哪啥谁看]|什么/u.test(text)) ||
    /(?:谁|哪(?:个|边|家|里|儿))[^，。]{0,10}(?:高|低|多|少|大|快)/u.test(text)
  )
}

/** White space folded away, but for the tabs and lines that part the cells and rows of a table. */
function withoutSpaces(text: string): string {
  return text.replace(/[^\S\t\n]+/gu, '')
}

function quotedIn(text: string): string[] {
  return [...text.matchAll(/[“"「]([\p{Script=Han}A-Za-z\d]{2,10})[”"」]/gu)].flatMap(
    ([, name]) => name ?? [],
  )
}

/** The terms that must be met word for word: 第19期, 第八届, 十三五. */
function ordinalsOf(text: string): { printed: string; forms: string[] }[] {
  const found: { printed: string; forms: string[] }[] = []
  for (const [printed, number, unit] of text.matchAll(
    /第([一二三四五六七八九十\d]{1,3})(期|届|批|次|轮)/gu,
  )) {
    const value = parseChineseNumber(number ?? '')
    const forms =
      value === undefined ? [printed] : [`第${value}${unit}`, `第${toChineseNumber(value)}${unit}`]
    found.push({ printed, forms })
  }
  for (const [, period] of text.matchAll(/[“"]?(十[一二三四五]五)[”"]?/gu)) {
    if (period !== undefined) found.push({ printed: `“${period}”`, forms: [period] })
  }
  return found
}
