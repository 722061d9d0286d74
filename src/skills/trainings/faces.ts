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
