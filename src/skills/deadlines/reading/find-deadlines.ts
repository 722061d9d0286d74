import type { LocalDate } from '../../../core/clock.ts'
import { datePattern, statedDate, termPattern } from './stated-date.ts'

/** A sentence that tells somebody to do something by some time. */
export interface StatedDeadline {
  /** The sentence, verbatim. */
  readonly quote: string
  /** Its words for the time, e.g. 2014年6月30日前, 收到通知后15个工作日内. */
  readonly when: string
  /** The day that is meant, where it is a single one. */
  readonly date?: LocalDate
  /** Whom the sentence tells, in its words. */
  readonly who?: string
  /** What it tells them, in its words. */
  readonly what: string
}

/** A text in which deadlines are looked for. */
export interface DeadlineText {
  readonly text: string
  /** An article of a law or of measures: there only what is said to zones and their departments is a duty of theirs. */
  readonly article?: boolean
  /** When it was issued, as precise as known; what was due before that is history. */
  readonly issued?: string
}

/** 之前 and 以前, and what says the same before the date. */
const before = `(?:${datePattern})(?:之|以)?前`
const notLater = `(?:不得?迟于|不得?晚于|最迟不?(?:得?(?:超过|晚于))?(?:在|于)?|最晚不?(?:得?超过)?(?:在|于)?)\\s*(?:${datePattern}|${termPattern})(?:之?前)?`
const closing = `截止(?:日期|时间|期限)?(?:均|统一)?(?:为|是|到|至|于|在|：|:)?\\s*(?:${datePattern})|(?:${datePattern})(?:前)?(?:截止|止)`
const whenPattern = new RegExp(`${notLater}|${closing}|${before}|${termPattern}`, 'u')
const datesOnly = new RegExp(datePattern, 'u')

/** Handing something in: enough by itself, with a time by which. */
const handsIn =
  /提交|报送|上报|呈报|填报|申报|报名|寄送|寄至|寄到|发送|发至|发到|送达|送交|送至|反馈|交回|交至|备案|汇总|报[我本该]?(?:司|部|厅|局|办|中心|委)|报至|报到|报给|报经|报实验区|报省|报科技|报国家/u
/** Doing something: a duty only where the sentence says who must. */
const does = /完成|建立|制定|制订|编制|出台|落实|整改|启动|组织|开展|实施|缴纳|办理|签订|修订|做好/u
const must = /须|应当?|要(?!求|素|点|闻|害|务)|必须|务必|请|需(?!求)|不得|负责|原则上|限于?/u
const actor =
  /(?:各(?:有关|相关|级)?|有关|相关|申报|承担|参加|拟)?[^，。；：、\s]{0,14}?(?:实验区(?:办公室|管理机构)?|示范区|科技(?:主管|行政)?(?:管理)?部门|科技[厅局委]|主管部门|单位|地方|地区|部门|盟市|(?:人民)?政府|项目组|代表)/u
/** Whom duties of this network can concern. */
const ours = /实验区|示范区|科技(?:主管|行政)?(?:管理)?部门|科技[厅局委]/u

/** What is told of the past: 前已提交, 完成了, 共有25个…提交. */
const past =
  /截至|已经?(?:于|在|经|全部|基本|陆续|有)?[^，。；]{0,12}?(?:提交|报送|上报|完成|建立|制定|出台|启动|收到|报名|开展|备案|组织|通过|建成|实施|汇总)|(?:提交|报送|上报|完成|组织|开展|制定|出台|启动|建成)了|(?:共|累计|先后|分别)(?:有|收到|提交|组织|完成|召开)|曾/u
/** What shall have grown by then is an aim, not something to hand in. */
const aim = /达到|超过|实现|提高到|增加到|力争|建成|形成|覆盖率|[%％]/u

/**
 * The sentences of a text that state a deadline. Nothing follows from them by itself: the office says whether one is a
 * duty. So a sentence too many costs a press of a button, one too few a deadline that nobody is told of. Pure.
 */
export function findDeadlines({ text, article = false, issued }: DeadlineText): readonly StatedDeadline[] {
  return sentencesOf(text).flatMap((quote): StatedDeadline[] => {
    const found = whenPattern.exec(quote)
    if (!found || past.test(quote)) return []
    const [when] = found
    const rest = quote.slice(found.index + when.length)
    const whose = quote.slice(0, found.index) + rest
    if (article && !ours.test(whose)) return []
    const telling = handsIn.test(whose) || (does.test(rest) && must.test(whose) && actor.test(whose))
    const closes = /截止|不得?[迟晚]于|最[迟晚]/u.test(when)
    if (!telling && !(closes && !aim.test(rest))) return []
    if (aim.test(rest) && !handsIn.test(whose)) return []
    const date = statedDate(datesOnly.exec(when)?.[0] ?? '', issued)
    if (date !== undefined && issued !== undefined && date.slice(0, issued.length) < issued) return []
    const who = actorIn(quote.slice(0, found.index)) ?? actorIn(rest.split(handsIn)[0] ?? '')
    return [
      {
        quote,
        when,
        what: clausesOf(rest === '' ? quote.slice(0, found.index) : rest),
        ...(date === undefined ? {} : { date }),
        ...(who === undefined ? {} : { who }),
      },
    ]
  })
}

/** Taken apart at 。！？； and line ends, as they stand in the text. */
function sentencesOf(text: string): readonly string[] {
  return (text.match(/[^。！？!?；;\n]+[。！？!?；;]?[”’」』）)]*/gu) ?? [])
    .map((it) => it.trim())
    .filter((it) => it.length > 5)
}

function clausesOf(rest: string): string {
  return rest.replace(/^[，,、：:\s）)]+/u, '').replace(/[。；;！!]+$/u, '')
}

/** Who is told; through whom (经…) or to whom (报…, 寄至…) is somebody else. */
function actorIn(text: string): string | undefined {
  const found = actor.exec(text)?.[0]
  return found === undefined || /^(?:经|通过|向|由|报|寄|送)/.test(found)
    ? undefined
    : found.replace(/^[请由现]+/, '')
}
