import type { Catalogue } from '../../core/locale.ts'
import type { TrainingFault, TrainingFaultName, TrainingNote, TrainingNoteName } from './training-faults.ts'

type Sentences<Name extends string> = Readonly<Record<Name, (...values: readonly string[]) => string>>

/** What is wrong with a training, as sentences of what to put right. */
export interface TrainingFaultWords {
  readonly fault: (fault: TrainingFault) => string
  readonly note: (note: TrainingNote) => string
}

const zh: Sentences<TrainingFaultName> = {
  'no-title': () => '没有名称，请写明培训名称',
  'long-title': (length, most) => `名称有${length}个字，最多${most}个字`,
  'no-kind': () => '没有类型，请选培训、交流、论坛、考察或出国（境）培训',
  'no-days': () => '没有日期，请写明哪天开始、哪天结束，例如 2014年10月15日至16日',
  'bad-date': (it) => `“${it}”不是日历上的日期，请写成 2014-10-15`,
  'ends-first': (ends, starts) => `结束日期 ${ends} 早于开始日期 ${starts}，请核对`,
  'too-long': (days, most) => `从头到尾有${days}天，最多${most}天，请核对年份`,
  'no-audience': () => '没有写参加对象，请写明哪些省份、实验区或部门可以参加',
  'no-capacity': () => '没有写总名额，请写明最多多少人参加',
  'bad-capacity': (it, most) => `总名额“${it}”不可用，应是1至${most}的整数`,
  'bad-quota': (who, seats) => `${who}的名额“${seats}”不可用，应是不小于1的整数`,
  'quota-twice': (who) => `${who}的名额写了两次，请合成一条`,
  'quota-unknown': (who) => `名额里的“${who}”不是省份，请写省份简称，例如 江苏`,
  'quotas-exceed': (reserved, capacity) =>
    `各省名额合计${reserved}，超过总名额${capacity}，请增加总名额或减少各省名额`,
  'no-registration': () => '没有写报名截止时间，请写明哪天截止',
  'registration-late': (starts) => `报名截止晚于开始日期 ${starts}，请改到开始之前`,
  'registration-backwards': () => '报名开始晚于报名截止，请核对',
  'bad-hold': (it) => `空出名额的保留时间“${it}”不可用，应是1至80个工作小时`,
  'bad-link': (it) => `“${it}”不是网址，请写成 https:// 开头的完整地址`,
  'question-twice': (label) => `报名问题“${label}”重复，请删去一个`,
  'no-choices': (label) => `报名问题“${label}”要给出至少两个选项`,
  'too-many-sessions': (count, most) => `日程有${count}节，最多${most}节；请核对文件是否用对`,
  'bad-time': (time, topic) => `日程“${topic}”的时间“${time}”不可用，请写成 09:00-11:30`,
  'session-outside': (session) => `日程“${session}”不在培训起止日期之内，请核对`,
  'session-endless': (session) => `日程“${session}”超过12小时，请核对起止时间`,
  'no-topic': (session) => `日程“${session}”没有写内容`,
  overlap: (one, other) => `日程“${one}”与“${other}”时间重叠；同时进行的请写明不同地点`,
  'lecturer-twice': (who, one, other) => `${who}同时出现在两处：“${one}”与“${other}”，请调整时间`,
}

const en: Sentences<TrainingFaultName> = {
  'no-title': () => 'There is no title; write what it is called',
  'long-title': (length, most) => `The title has ${length} characters; ${most} at most`,
  'no-kind': () => 'There is no kind; choose training, exchange, forum, visit or overseas',
  'no-days': () => 'There are no days; write when it begins and ends, e.g. 2014-10-15 to 2014-10-16',
  'bad-date': (it) => `“${it}” is no day of the calendar; write 2014-10-15`,
  'ends-first': (ends, starts) => `It ends on ${ends}, before it begins on ${starts}; please check`,
  'too-long': (days, most) => `It takes ${days} days; ${most} at most: please check the year`,
  'no-audience': () => 'Nobody is invited; write which provinces, zones or departments it is for',
  'no-capacity': () => 'There is no number of seats; write how many may come',
  'bad-capacity': (it, most) => `“${it}” is no number of seats; a whole number from 1 to ${most}`,
  'bad-quota': (who, seats) => `“${seats}” is no number of seats for ${who}; a whole number from 1 on`,
  'quota-twice': (who) => `${who} has two quotas; make them one`,
  'quota-unknown': (who) => `“${who}” in the quotas is no province; write its short name, e.g. 江苏`,
  'quotas-exceed': (reserved, capacity) =>
    `The quotas are ${reserved} seats together, more than the ${capacity} there are; add seats or lower quotas`,
  'no-registration': () => 'There is no end of registration; write by which day people register',
  'registration-late': (starts) =>
    `Registration closes after the beginning on ${starts}; move it to a day before`,
  'registration-backwards': () => 'Registration opens after it closes; please check',
  'bad-hold': (it) => `“${it}” is no time to hold a freed seat; 1 to 80 working hours`,
  'bad-link': (it) => `“${it}” is no address; write it in full, beginning with https://`,
  'question-twice': (label) => `The question “${label}” is there twice; remove one`,
  'no-choices': (label) => `The question “${label}” needs two choices at least`,
  'too-many-sessions': (count, most) => `There are ${count} sessions; ${most} at most: is it the right file?`,
  'bad-time': (time, topic) => `“${time}” of the session “${topic}” is no time; write 09:00-11:30`,
  'session-outside': (session) => `The session “${session}” is on none of the training's days; please check`,
  'session-endless': (session) => `The session “${session}” takes more than 12 hours; please check its times`,
  'no-topic': (session) => `The session “${session}” has no topic`,
  overlap: (one, other) =>
    `The sessions “${one}” and “${other}” overlap; where they are meant side by side, give each its place`,
  'lecturer-twice': (who, one, other) => `${who} is in two places at once: “${one}” and “${other}”; move one`,
}

const zhNotes: Sentences<TrainingNoteName> = {
  'local-times': () => '出国（境）培训：日程时间按当地时间，不换算成北京时间',
  'no-programme': () => '还没有日程',
  'no-place': () => '还没有地点或链接',
  past: (starts) => `开始日期 ${starts} 已经过去`,
}

const enNotes: Sentences<TrainingNoteName> = {
  'local-times': () => 'Overseas: the times of the programme are local there, not Beijing time',
  'no-programme': () => 'There is no programme yet',
  'no-place': () => 'There is neither a place nor a link yet',
  past: (starts) => `It begins on ${starts}, which is over`,
}

export const trainingFaultWords: Catalogue<TrainingFaultWords> = {
  'zh-CN': {
    fault: ({ name, values }) => zh[name](...values),
    note: ({ name, values }) => zhNotes[name](...values),
  },
  en: {
    fault: ({ name, values }) => en[name](...values),
    note: ({ name, values }) => enNotes[name](...values),
  },
}
