import type { Form } from '../../core/reply.ts'
import type { Command, CommandOption } from '../../core/skill.ts'

/** Buttons of this skill, `skill.verb`; with the value they have to fit into 90 characters on Discord. */
export const actions = {
  draft: 'matchmaking.draft',
  writeSaid: 'matchmaking.write-said',
  publish: 'matchmaking.publish',
  tidy: 'matchmaking.tidy',
  archive: 'matchmaking.archive',
  renew: 'matchmaking.renew',
  partners: 'matchmaking.partners',
  meet: 'matchmaking.meet',
  unfit: 'matchmaking.unfit',
  later: 'matchmaking.later',
  agree: 'matchmaking.agree',
  block: 'matchmaking.block',
  withdraw: 'matchmaking.withdraw',
  met: 'matchmaking.met',
  notYet: 'matchmaking.not-yet',
  digest: 'matchmaking.digest',
  publishDay: 'matchmaking.publish-day',
} as const

/** What `/alliance match` can show beside partners. */
export const views = ['partners', 'introductions', 'timetable', 'settings', 'figures', 'assistance'] as const

export type View = (typeof views)[number]

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
      { name: 'note', label: '说明；没有结果的请写一句为什么 Note', kind: 'paragraph' },
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

/** @param suggest names of organizations that fit what was typed so far */
export function commandsWith(suggest: NonNullable<CommandOption['suggest']>): readonly Command[] {
  const about = { name: 'about', summary: '领域或词，例如 土壤修复' }
  const whose = { name: 'organization', summary: '哪个单位的', suggest }
  return [
    { name: 'needs', summary: '需求：联盟里谁需要什么；写一条自己的', options: [about, whose] },
    { name: 'offers', summary: '供给：联盟里谁能给什么；写一条自己的', options: [about, whose] },
    {
      name: 'libraries',
      summary: '项目库、技术成果库、专家库',
      options: [
        {
          name: 'kind',
          summary: '哪个库',
          choices: [
            { label: '项目库', value: 'project' },
            { label: '技术成果库', value: 'result' },
            { label: '专家库', value: 'expert' },
          ],
        },
        about,
        whose,
      ],
    },
    {
      name: 'match',
      summary: '为我们的需求和供给找伙伴，附理由；介绍办到哪一步',
      options: [
        {
          name: 'view',
          summary: '看什么',
          choices: [
            { label: '合适的伙伴', value: 'partners' },
            { label: '介绍办到哪一步', value: 'introductions' },
            { label: '交流日的日程', value: 'timetable' },
            { label: '提醒和不往来的单位', value: 'settings' },
            { label: '全年成效', value: 'figures' },
            { label: '对口支援', value: 'assistance' },
          ] satisfies readonly { label: string; value: View }[],
        },
        { name: 'profile', summary: '哪一条需求或供给的编号' },
      ],
    },
  ]
}
