/** What a notice has a heading or a label for. */
export type Topic =
  | 'title'
  | 'kind'
  | 'time'
  | 'place'
  | 'link'
  | 'hosts'
  | 'organizers'
  | 'assistants'
  | 'audience'
  | 'capacity'
  | 'quotas'
  | 'programme'
  | 'registration'
  | 'contact'
  | 'questions'
  | 'nomination'
  | 'other'

export interface Section {
  readonly topic: Topic
  /** All of it, label included, as it stands. */
  readonly words: string
  /** What comes after the label. */
  readonly text: string
}

/** The first that fits counts: 报名时间 is not the time of the training. */
const labels: readonly (readonly [Topic, RegExp])[] = [
  ['questions', /^(?:报名问题|报名表|需填写)/u],
  ['nomination', /^推荐(?:方式|办法|要求)|^报名渠道/u],
  ['contact', /^(?:联\s?系\s?人|联系方式|联系电话|电\s?话|手机|传真|邮箱|电子邮[箱件]|E-?mail|通讯地址)/iu],
  ['registration', /^(?:报名|回执)(?:时间|截止(?:时间|日期)?|方式|办法|要求|事项|安排)?|^截止(?:时间|日期)/u],
  ['quotas', /^(?:各省)?名额分配(?:表)?|^各省名额/u],
  ['capacity', /^(?:培训|会议|活动)?(?:规模|人数|总名额|名额|总人数)/u],
  ['title', /^(?:培训|活动|会议|论坛)?(?:班)?名称|^主题/u],
  ['kind', /^(?:培训|活动)?类型/u],
  ['time', /^(?:培训|会议|活动|举办|举行|论坛)?(?:时间|日期)(?:[、和与及](?=地点))?(?:和?地点)?/u],
  ['place', /^(?:培训|会议|活动|举办|举行|论坛|报到)?地[点址]/u],
  ['link', /^(?:会议|培训|直播)?(?:链接|网址)/u],
  ['hosts', /^主办(?:单位|方)?/u],
  ['organizers', /^承办(?:单位|方)?/u],
  ['assistants', /^(?:协办|支持)(?:单位|方)?/u],
  ['audience', /^(?:参加|参会|参训|培训|邀请)(?:人员|对象|范围|学员|单位)(?:范围|及名额)?|^对象/u],
  ['programme', /^(?:培训|会议|活动)?(?:内容|日程|议程|课程)(?:安排)?/u],
  ['other', /^(?:其他事项|有关事项|注意事项|费用|食宿|交通|附件|备注|有关要求|组织机构)/u],
]

const numbering = /^(?:[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]\d+[）)]|\d+[.、．])\s*/u

/** Whether the text is a label and nothing more, e.g. 培训时间. */
export function isLabel(text: string): boolean {
  return labels.some(([, pattern]) => pattern.exec(text)?.[0] === text && text !== '')
}

/**
 * The parts of a notice by their labels (`时间：…`) and headings (`一、培训时间` with its lines below). Lines before the first
 * are not in any. Pure.
 */
export function sectionsOf(lines: readonly string[]): readonly Section[] {
  const sections: { topic: Topic; words: string; text: string }[] = []
  for (const line of lines) {
    const numbered = numbering.test(line)
    const bare = line.replace(numbering, '')
    const label = labels
      .map(([topic, pattern]) => ({ topic, found: pattern.exec(bare)?.[0] }))
      .find((it) => it.found)
    const rest = label?.found === undefined ? '' : bare.slice(label.found.length)
    // A label is set off: by a colon, by being a heading of its own, or by nothing else on its line.
    const setOff =
      /^\s*[：:]/.test(rest) || rest.trim() === '' || (numbered && /^(?:及|和|、|与)/u.test(rest))
    if (label && setOff) {
      sections.push({ topic: label.topic, words: line, text: rest.replace(/^\s*[：:]\s*/, '').trim() })
      continue
    }
    const last = sections.at(-1)
    // A heading without a topic of ours ends what came before, and so does the date under the signature.
    if (/^[一二三四五六七八九十]+、|^\d{4}\s*年\s*\d+\s*月\s*\d+\s*日$/u.test(line))
      sections.push({ topic: 'other', words: line, text: bare })
    else if (last) {
      last.words = `${last.words}\n${line}`
      last.text = last.text === '' ? line : `${last.text}\n${line}`
    }
  }
  return sections
}
