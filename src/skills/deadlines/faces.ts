import type { Form } from '../../core/reply.ts'
import type { Command, CommandOption } from '../../core/skill.ts'

/** Buttons of this skill, `skill.verb`; with the value they have to fit into 90 characters on Discord. */
export const actions = {
  mine: 'deadlines.mine',
  file: 'deadlines.file',
  prepare: 'deadlines.prepare',
  reopen: 'deadlines.reopen',
  ask: 'deadlines.ask',
  confirm: 'deadlines.confirm',
  receive: 'deadlines.receive',
  nudge: 'deadlines.nudge',
  history: 'deadlines.history',
  view: 'deadlines.view',
  duty: 'deadlines.duty',
  publish: 'deadlines.publish',
  retire: 'deadlines.retire',
  adopt: 'deadlines.adopt',
  dismiss: 'deadlines.dismiss',
  propose: 'deadlines.propose',
  release: 'deadlines.release',
  restore: 'deadlines.restore',
  export: 'deadlines.export',
} as const

/** What `/alliance deadlines` can show beside one's own. */
export const views = [
  'board',
  'open',
  'overdue',
  'asked',
  'years',
  'conflicts',
  'unreachable',
  'parked',
  'proposals',
] as const

export type View = (typeof views)[number]

const reason = { name: 'reason', label: '理由 Reason', kind: 'paragraph', required: true } as const

/** What a duty is, in five fields; a field that is left empty keeps what was. */
const dutyFields = [
  {
    name: 'title',
    label: '名称 Title',
    kind: 'line',
    placeholder: '年度工作总结报告和统计报表',
  },
  {
    name: 'audience',
    label: '谁要交 Who owes it',
    kind: 'line',
    placeholder: '全部实验区；或：东部 县域型 不含撤出；或：宜兴市、贵溪市',
  },
  {
    name: 'rule',
    label: '什么时候 When',
    kind: 'line',
    placeholder: '2014-06-30；每年12月31日；建区满5年 06-30；首批 2014-06-30，补充 2014-09-30',
  },
  {
    name: 'materials',
    label: '材料，以；分开；渠道写在「经」后 Materials',
    kind: 'paragraph',
    placeholder: '工作总结报告；统计报表；经省级科技主管部门',
  },
  {
    name: 'source',
    label: '出处：文件标题和「原文」 Source',
    kind: 'paragraph',
    placeholder: '国家可持续发展实验区2014年度工作要点「……」',
  },
] as const

/** Forms of this skill. Platforms want them up front, so their words are in both languages at once. */
export const forms = {
  snooze: {
    name: 'deadlines.snooze',
    title: '稍后提醒 Remind me later',
    submit: '好 OK',
    fields: [
      {
        name: 'days',
        label: '什么时候 When',
        kind: 'choice',
        required: true,
        initial: '1',
        choices: [
          { label: '明天 Tomorrow', value: '1' },
          { label: '3天后 In 3 days', value: '3' },
          { label: '一周后 In a week', value: '7' },
        ],
      },
    ],
  },
  request: {
    name: 'deadlines.request',
    title: '申请延期 Ask for more time',
    submit: '送出 Send',
    fields: [
      { name: 'until', label: '延到哪一天 Until', kind: 'date', required: true, placeholder: '2014-07-15' },
      reason,
    ],
  },
  sendBack: {
    name: 'deadlines.send-back',
    title: '退回 Send back',
    submit: '退回 Send back',
    fields: [reason],
  },
  extend: {
    name: 'deadlines.extend',
    title: '延期 Extend',
    submit: '延期 Extend',
    fields: [
      { name: 'until', label: '延到哪一天 Until', kind: 'date', required: true, placeholder: '2014-07-15' },
      reason,
    ],
  },
  refuse: {
    name: 'deadlines.refuse',
    title: '不同意延期 Refuse',
    submit: '答复 Reply',
    fields: [reason],
  },
  waive: { name: 'deadlines.waive', title: '免交 Waive', submit: '免交 Waive', fields: [reason] },
  suspend: { name: 'deadlines.suspend', title: '暂缓 Put off', submit: '暂缓 Put off', fields: [reason] },
  settle: {
    name: 'deadlines.settle',
    title: '补建区年份 Settle a year',
    submit: '保存 Save',
    fields: [
      { name: 'zone', label: '实验区 Zone', kind: 'line', placeholder: '宜兴市' },
      {
        name: 'milestone',
        label: '哪一年 Which year',
        kind: 'choice',
        initial: 'founded',
        choices: [
          { label: '建区 Founded', value: 'founded' },
          { label: '通过验收 Accepted', value: 'accepted' },
        ],
      },
      { name: 'year', label: '年份 Year', kind: 'line', required: true, placeholder: '2009' },
      { ...reason, label: '依据 Ground' },
    ],
  },
  create: {
    name: 'deadlines.create',
    title: '新建事项 New duty',
    submit: '存为草稿 Save as draft',
    fields: dutyFields,
  },
  edit: {
    name: 'deadlines.edit',
    title: '修改事项（空着不变） Change',
    submit: '保存 Save',
    fields: dutyFields,
  },
  ladder: {
    name: 'deadlines.ladder',
    title: '提醒的时间（空着不变） Reminders',
    submit: '保存 Save',
    fields: [
      { name: 'before', label: '提前几天 Days before', kind: 'line', placeholder: '60,30,14,7,3,1,0' },
      { name: 'after', label: '逾期后几个工作日 Workdays after', kind: 'line', placeholder: '1,7,14' },
      { name: 'at', label: '几点 At', kind: 'line', placeholder: '09:00' },
      {
        name: 'province',
        label: '提前几个工作日起抄送省级部门 Copy province',
        kind: 'line',
        placeholder: '7',
      },
      { name: 'office', label: '逾期几个工作日起抄送办公室 Copy office', kind: 'line', placeholder: '1' },
    ],
  },
} as const satisfies Readonly<Record<string, Form>>

/** @param suggest names of organizations that fit what was typed so far */
export function commandsWith(suggest: NonNullable<CommandOption['suggest']>): readonly Command[] {
  return [
    {
      name: 'deadlines',
      summary: '要交什么、什么时候、办到哪一步；省级部门和办公室看一览',
      options: [
        {
          name: 'view',
          summary: '看哪一张表',
          choices: [
            { label: '一览', value: 'board' },
            { label: '还没交的', value: 'open' },
            { label: '逾期', value: 'overdue' },
            { label: '延期申请', value: 'asked' },
            { label: '建区年份待补', value: 'years' },
            { label: '年份矛盾', value: 'conflicts' },
            { label: '通知不到的', value: 'unreachable' },
            { label: '发不出的通知', value: 'parked' },
            { label: '文件里的截止日期', value: 'proposals' },
          ] satisfies readonly { label: string; value: View }[],
        },
        { name: 'organization', summary: '哪个单位，名称或简称；省名则看该省', suggest },
      ],
    },
    {
      name: 'duties',
      summary: '报送事项：列出、查看；办公室新建、修改、发布',
      options: [{ name: 'duty', summary: '事项的编号或名称；写「新建」则新建一项' }],
    },
  ]
}
