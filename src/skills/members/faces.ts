import type { Form } from '../../core/reply.ts'
import type { Command, CommandOption } from '../../core/skill.ts'

/** Buttons of this skill, `skill.verb`. */
export const actions = {
  leave: 'members.leave',
  language: 'members.language',
  revoke: 'members.revoke',
  remove: 'members.remove',
} as const

/** Forms of this skill. Platforms want them up front, so their words are in both languages at once. */
export const forms = {
  join: {
    name: 'members.join',
    title: '加入联盟 Join',
    submit: '加入 Join',
    fields: [
      { name: 'code', label: '邀请码 Code', kind: 'line', required: true, placeholder: '7K2Q-9DMX-41TB' },
    ],
  },
  invite: {
    name: 'members.invite',
    title: '发放邀请码 Invite',
    submit: '生成 Create',
    fields: [
      {
        name: 'organization',
        label: '单位 Organization',
        kind: 'line',
        required: true,
        placeholder: '宜兴市',
      },
      { name: 'uses', label: '可用次数 Uses', kind: 'line', initial: '1' },
      { name: 'days', label: '有效天数 Days', kind: 'line', initial: '7' },
    ],
  },
  bind: {
    name: 'members.bind',
    title: '绑定本频道 Bind',
    submit: '绑定 Bind',
    fields: [
      { name: 'organization', label: '单位 Organization', kind: 'line', placeholder: '宜兴市' },
      {
        name: 'purpose',
        label: '用途 Purpose',
        kind: 'choice',
        choices: [
          { label: '提问 Questions', value: 'questions' },
          { label: '通知 Notices', value: 'notices' },
          { label: '培训 Trainings', value: 'trainings' },
          { label: '联盟 Alliance', value: 'alliance' },
        ],
      },
      {
        name: 'answers',
        label: '回答方式 Answers',
        kind: 'choice',
        initial: 'mention',
        choices: [
          { label: '被提到时才回答 When mentioned', value: 'mention' },
          { label: '回答每个问题 Every question', value: 'every' },
        ],
      },
    ],
  },
} as const satisfies Readonly<Record<string, Form>>

const [, purpose, answers] = forms.bind.fields

/** @param suggest names of organizations that fit what was typed so far */
export function commandsWith(suggest: NonNullable<CommandOption['suggest']>): readonly Command[] {
  const organization = { name: 'organization', summary: '单位名称或简称', suggest }
  return [
    {
      name: 'join',
      summary: '用邀请码加入单位，或用关联码关联账号',
      options: [{ name: 'code', summary: '邀请码' }],
    },
    { name: 'whoami', summary: '看我的身份和权限' },
    {
      name: 'language',
      summary: '选择语言 Choose a language',
      options: [
        {
          name: 'language',
          summary: '中文 / English',
          choices: [
            { label: '中文', value: 'zh-CN' },
            { label: 'English', value: 'en' },
          ],
        },
      ],
    },
    { name: 'link', summary: '取关联码，把我在另一个平台上的账号关联进来' },
    { name: 'leave', summary: '退出所在单位' },
    {
      name: 'invite',
      summary: '给一个单位发邀请码（办公室、省级部门）',
      options: [
        organization,
        { name: 'uses', summary: '可用次数，默认 1' },
        { name: 'days', summary: '有效天数，默认 7' },
      ],
    },
    { name: 'invitations', summary: '列出有效的邀请码' },
    {
      name: 'revoke',
      summary: '撤销邀请码',
      options: [{ name: 'invitation', summary: '邀请码的编号', required: true }],
    },
    { name: 'members', summary: '列出成员', options: [organization] },
    {
      name: 'remove',
      summary: '移出成员',
      options: [{ name: 'member', summary: '成员编号', required: true }],
    },
    {
      name: 'bind',
      summary: '把本频道绑定到单位或用途',
      options: [
        organization,
        { name: 'purpose', summary: '用途', choices: purpose.choices },
        { name: 'answers', summary: '回答方式', choices: answers.choices },
      ],
    },
    { name: 'unbind', summary: '解除本频道的绑定' },
    {
      name: 'audit',
      summary: '查看变更记录（办公室、省级部门）',
      options: [{ name: 'action', summary: '只看这一类，例如 member 或 channel.bind' }, organization],
    },
  ]
}
