import type { Form } from '../../core/reply.ts'

/** What a participant wishes of the next exchange day. */
const wishes = [
  {
    name: 'meet',
    label: '想见谁（空着不变，写“无”清空） Meet',
    kind: 'paragraph',
    placeholder: '贵溪市、宁海县',
  },
  {
    name: 'avoid',
    label: '不想见谁（只有办公室看得到） Do not meet',
    kind: 'paragraph',
    placeholder: '丰顺县',
  },
  {
    name: 'away',
    label: '哪几轮不在（都在写“无”） Away in rounds',
    kind: 'line',
    placeholder: '2、3；2-4；整天不来写“全部”',
  },
] as const

/** Forms of this skill. Platforms want them up front, so their words are in both languages at once. */
export const forms = {
  write: {
    name: 'matchmaking.write',
    title: '需求或供给（空着不变） Need or offer',
    submit: '看一看 Preview',
    fields: [
      { name: 'title', label: '一句话 In one line', kind: 'line', placeholder: '治理矿区重金属污染的土壤' },
      {
        name: 'what',
        label: '具体情况 What exactly',
        kind: 'paragraph',
        placeholder: '面积、污染物、试过什么、想要什么样的帮助；不要写电话和身份证号，双方同意后由平台介绍',
      },
      {
        name: 'field',
        label: '领域（不填则按内容识别） Field',
        kind: 'line',
        placeholder: '土壤修复、污水处理',
      },
      { name: 'setting', label: '场景 Setting', kind: 'line', placeholder: '矿区、山区' },
      {
        name: 'stage',
        label: '到了哪一步；需求则至少要到哪一步 Stage',
        kind: 'choice',
        choices: [
          { label: '设想 Idea', value: 'idea' },
          { label: '试点 Pilot', value: 'pilot' },
          { label: '成熟应用 Proven', value: 'proven' },
        ],
      },
    ],
  },
  more: {
    name: 'matchmaking.more',
    title: '补充（空着不变） More',
    submit: '看一看 Preview',
    fields: [
      { name: 'gives', label: '我们能给 We give', kind: 'line' },
      { name: 'asks', label: '希望对方给 We ask', kind: 'line' },
      {
        name: 'open',
        label: '接待和帮扶 Visits and assistance',
        kind: 'choice',
        choices: [
          { label: '愿接待考察 Visits', value: 'visits' },
          { label: '对口支援 Assistance', value: 'helps' },
          { label: '都可以 Both', value: 'visits helps' },
          { label: '都不 Neither', value: 'neither' },
        ],
      },
      {
        name: 'shown',
        label: '给谁看 Who sees it',
        kind: 'line',
        placeholder: '全联盟；本省；或单位名称，以、分开',
      },
      { name: 'until', label: '有效到 Valid until', kind: 'date', placeholder: '2015-06-30' },
    ],
  },
  decline: {
    name: 'matchmaking.decline',
    title: '这次不方便 Not now',
    submit: '答复 Reply',
    fields: [
      {
        name: 'reason',
        label: '原因（可不填，只有办公室看得到） Reason, for the office only',
        kind: 'paragraph',
      },
    ],
  },
  conclude: {
    name: 'matchmaking.conclude',
    title: '结果 What came of it',
    submit: '保存 Save',
    fields: [
      {
        name: 'kind',
        label: '有什么结果 Outcome',
        kind: 'choice',
        required: true,
        choices: [
          { label: '考察互访 Visit', value: 'visit' },
          { label: '签了协议 Memorandum', value: 'memorandum' },
          { label: '合作项目 Project', value: 'project' },
          { label: '没有结果 Nothing', value: 'nothing' },
        ],
      },
      {
        name: 'why',
        label: '没有结果的，为什么 Why nothing came of it',
        kind: 'choice',
        choices: [
          { label: '条件不同，搬不过来 Conditions differ', value: 'conditions' },
          { label: '其实不是一回事 Another matter', value: 'matter' },
          { label: '费用、权益谈不拢 No agreement on terms', value: 'terms' },
          { label: '眼下没有时间、人手 No time for now', value: 'time' },
          { label: '联系不上、换了人 Nobody to talk to', value: 'contact' },
          { label: '已从别处解决 Solved elsewhere', value: 'solved' },
          { label: '其他，见说明 Other, see the note', value: 'other' },
        ],
      },
      { name: 'note', label: '说明 Note', kind: 'paragraph' },
    ],
  },
  passOn: {
    name: 'matchmaking.pass-on',
    title: '带个话 Pass on',
    submit: '送出 Send',
    fields: [
      { name: 'words', label: '说给对方联系人 To the other contact', kind: 'paragraph', required: true },
    ],
  },
  quiet: {
    name: 'matchmaking.quiet',
    title: '先别告诉我 Quiet until',
    submit: '好 OK',
    fields: [
      { name: 'until', label: '到哪一天 Until', kind: 'date', required: true, placeholder: '2014-09-01' },
    ],
  },
  blockList: {
    name: 'matchmaking.block-list',
    title: '不往来的单位 Block list',
    submit: '保存 Save',
    fields: [
      { name: 'organization', label: '单位；已在名单上的则移出 Organization', kind: 'line', required: true },
    ],
  },
  planDay: {
    name: 'matchmaking.plan-day',
    title: '排交流日 Exchange day',
    submit: '排一排 Plan',
    fields: [
      { name: 'on', label: '哪一天 Day', kind: 'date', required: true, placeholder: '2014-09-01' },
      { name: 'rounds', label: '几轮 Rounds', kind: 'line', required: true, placeholder: '6' },
      { name: 'tables', label: '几张桌 Tables', kind: 'line', required: true, placeholder: '40' },
      {
        name: 'only',
        label: '哪些单位（不填则所有发布了资料的） Who',
        kind: 'paragraph',
        placeholder: '宜兴市、贵溪市、龙岩市',
      },
      {
        name: 'absent',
        label: '谁哪几轮不在 Away in rounds',
        kind: 'paragraph',
        placeholder: '贵溪市 1-2、龙岩市 3',
      },
    ],
  },
  prefer: {
    name: 'matchmaking.prefer',
    title: '交流日意向 Exchange day',
    submit: '记下 Save',
    fields: wishes,
  },
  preferFor: {
    name: 'matchmaking.prefer-for',
    title: '替一家填意向 For a participant',
    submit: '记下 Save',
    fields: [
      {
        name: 'whose',
        label: '哪一家（从它的意向打开的不用填） Participant',
        kind: 'line',
        placeholder: '贵溪市',
      },
      ...wishes,
    ],
  },
  repairDay: {
    name: 'matchmaking.repair-day',
    title: '有人不来、迟到 Somebody is away',
    submit: '重排 Repair',
    fields: [
      {
        name: 'from',
        label: '从第几轮起改（之前的不动） From round',
        kind: 'line',
        required: true,
        placeholder: '2',
      },
      { name: 'gone', label: '来不了的、走了的 Gone', kind: 'line', placeholder: '宜兴市' },
      { name: 'late', label: '迟到的，第几轮到 Late, from round', kind: 'line', placeholder: '贵溪市 4' },
    ],
  },
  assistance: {
    name: 'matchmaking.assistance-again',
    title: '对口支援 Paired assistance',
    submit: '再排 Again',
    fields: [
      { name: 'each', label: '一家最多帮几家 Zones a helper takes', kind: 'line', placeholder: '2' },
      {
        name: 'theirs',
        label: '另有说法的 Those that take more or fewer',
        kind: 'paragraph',
        placeholder: '宜兴市 3、贵溪市 1',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Form>>
