import type { Choice, Form } from '../../core/reply.ts'
import type { Command, CommandOption } from '../../core/skill.ts'

/**
 * Buttons of this skill, `skill.verb`; each carries the id of a training, at most 40 characters. Forms bear the name of
 * their button.
 */
export const actions = {
  /** 报名; for a training with questions it opens the form `answers`. */
  ask: 'trainings.ask',
  answers: 'trainings.answers',
  accept: 'trainings.accept',
  /** 不参加; whoever holds a seat is asked once whether they are sure. */
  decline: 'trainings.decline',
  giveUp: 'trainings.give-up',
  keep: 'trainings.keep',
  swap: 'trainings.swap',
  /** Carries a training and a colleague, see {@link pairOf}. */
  swapTo: 'trainings.swap-to',
  calendar: 'trainings.calendar',
  details: 'trainings.details',
  feedback: 'trainings.feedback',
  coming: 'trainings.coming',
  mine: 'trainings.mine',
  past: 'trainings.past',
  certificate: 'trainings.certificate',
} as const

/** From 5 to 1, of trainings and of visits. */
export const marks: readonly Choice[] = [
  { label: '5 很好 very good', value: '5' },
  { label: '4 好 good', value: '4' },
  { label: '3 一般 fair', value: '3' },
  { label: '2 差 poor', value: '2' },
  { label: '1 很差 very poor', value: '1' },
]

/** Forms of this skill that ask the same of everybody; what a training asks is a form of its own. */
export const forms = {
  feedback: {
    name: actions.feedback,
    title: '培训反馈 Feedback',
    submit: '提交 Send',
    fields: [
      { name: 'overall', label: '总体 Overall', kind: 'choice', required: true, choices: marks },
      { name: 'content', label: '内容 Content', kind: 'choice', choices: marks },
      { name: 'organization', label: '组织 Organization', kind: 'choice', choices: marks },
      { name: 'suggestions', label: '建议 Suggestions', kind: 'paragraph' },
    ],
  },
} as const satisfies Readonly<Record<string, Form>>

/** What `/alliance trainings` shows. */
export const views = ['coming', 'mine', 'past'] as const

export type View = (typeof views)[number]

/** @param suggest trainings that fit what was typed so far */
export function commandsWith(suggest: NonNullable<CommandOption['suggest']>): readonly Command[] {
  return [
    {
      name: 'trainings',
      summary: '培训和交流：近期的、我报名的、参加过的；报名、退出、换人',
      options: [
        {
          name: 'view',
          summary: '看哪一些',
          choices: [
            { label: '近期的', value: 'coming' },
            { label: '我报名的', value: 'mine' },
            { label: '参加过的', value: 'past' },
          ] satisfies readonly { label: string; value: View }[],
        },
        { name: 'training', summary: '哪一个，编号或名称里的几个字', suggest },
      ],
    },
  ]
}
