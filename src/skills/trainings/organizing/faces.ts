import type { Form, FormField } from '../../../core/reply.ts'
import type { Command, CommandOption } from '../../../core/skill.ts'

/** The parts in which a training is written: a form each, of five fields at most on every platform. */
export const steps = ['basics', 'people', 'programme', 'extras'] as const

export type Step = (typeof steps)[number]

/**
 * Buttons of organizers, `skill.verb`. Those of the steps open forms that are filled with what is there; they carry the id of
 * the training and the revision that was shown, see {@link seenOf}.
 */
export const actions = {
  basics: 'trainings.basics',
  people: 'trainings.people',
  programme: 'trainings.programme',
  extras: 'trainings.extras',
  outline: 'trainings.outline',
  preview: 'trainings.preview',
  publish: 'trainings.publish',
  drop: 'trainings.drop',
  dropSure: 'trainings.drop-sure',
  cancel: 'trainings.cancel',
  cancelSure: 'trainings.cancel-sure',
  close: 'trainings.close',
  release: 'trainings.release',
  roster: 'trainings.roster',
  code: 'trainings.code',
  signIn: 'trainings.sign-in',
  nominate: 'trainings.nominate',
  seat: 'trainings.seat',
  withdraw: 'trainings.withdraw',
  came: 'trainings.came',
  file: 'trainings.file',
  notice: 'trainings.notice',
} as const

/** Files that a training can be given out as. */
export const files = ['roster', 'badges', 'sign-in', 'summary', 'certificates'] as const

export type FileKind = (typeof files)[number]

/** The id of a training, and the revision of it that somebody saw; none where nothing was there yet. Pure. */
export function seenOf(value: string): { readonly id: string; readonly revision: number } {
  const [id = '', revision = ''] = value.split('/')
  return { id, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0 }
}

export const seenValue = (id: string, revision: number): string => `${id}/${revision}`

const names: FormField = {
  name: 'names',
  label: '姓名，用、分开 Names',
  kind: 'paragraph',
  required: true,
  placeholder: '张三、李四；同名的写 张三（宜兴市）',
}
const reason: FormField = { name: 'reason', label: '理由 Reason', kind: 'line', required: true }

/** Forms whose fields are the same for every training. Platforms want them up front, so their words are in both languages. */
export const forms = {
  nominate: {
    name: actions.nominate,
    title: '推荐人员 Nominate',
    submit: '推荐 Nominate',
    fields: [names],
  },
  seat: {
    name: actions.seat,
    title: '直接录取 Give seats',
    submit: '录取 Seat',
    fields: [names, reason],
  },
  withdraw: {
    name: actions.withdraw,
    title: '取消报名 Withdraw',
    submit: '取消报名 Withdraw',
    fields: [names, reason],
  },
  cancelSure: {
    name: actions.cancelSure,
    title: '取消培训 Cancel',
    submit: '确定取消 Cancel it',
    fields: [{ ...reason, label: '原因，报名的人会看到 Reason', kind: 'paragraph' }],
  },
  came: { name: actions.came, title: '补签到 Sign in', submit: '补签 Sign in', fields: [names] },
  signIn: {
    name: actions.signIn,
    title: '签到 Sign in',
    submit: '签到 Sign in',
    fields: [{ name: 'code', label: '现场的签到码 Code', kind: 'line', required: true, placeholder: '4831' }],
  },
} as const satisfies Readonly<Record<string, Form>>

/** @param suggest trainings that fit what was typed so far */
export function organizingCommands(suggest: NonNullable<CommandOption['suggest']>): readonly Command[] {
  const training = { name: 'training', summary: '哪一个，编号或名称里的几个字', suggest }
  return [
    {
      name: 'training',
      summary: '组织培训：新建、草稿、修改、名单、签到、总结',
      options: [
        {
          name: 'do',
          summary: '做什么',
          choices: [
            { label: '新建', value: 'new' },
            { label: '我组织的', value: 'list' },
          ],
        },
        training,
      ],
    },
    {
      name: 'roster',
      summary: '培训名单：谁录取、谁候补、谁到了',
      options: [{ ...training, required: true }],
    },
    {
      name: 'nominate',
      summary: '推荐本省的人参加培训',
      options: [
        { ...training, required: true },
        { name: 'names', summary: '姓名，用、分开；同名的写 张三（宜兴市）', required: true },
      ],
    },
    {
      name: 'check-certificate',
      summary: '核对培训证书的编号',
      options: [{ name: 'number', summary: '证书上的编号', required: true }],
    },
    {
      name: 'sign-in',
      summary: '培训签到',
      options: [{ name: 'code', summary: '现场显示的四位签到码', required: true }],
    },
  ]
}
