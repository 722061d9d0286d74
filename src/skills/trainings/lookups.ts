import { z } from 'zod'
import { isSaid, type Lookup } from '../../core/lookup.ts'
import type { TrainingParts } from './parts.ts'
import { makeShowing } from './showing.ts'

const asked = z.strictObject({
  view: z.enum(['coming', 'mine', 'past']).default('coming'),
  training: z.string().trim().min(2).max(40).optional(),
})

/** What can be looked up about trainings: those that are meant for the asker, with the buttons to register. */
export function trainingLookups(parts: TrainingParts): readonly Lookup[] {
  const showing = makeShowing(parts)
  return [
    {
      name: 'trainings',
      finds: '可以参加的培训交流、自己报名的、参加过的；带有报名、退出的按钮',
      takes: {
        view: 'coming 将举办的，mine 已报名的，past 参加过的',
        training: '只看一个培训时，它的名称或地点',
      },
      async find(given, asker) {
        const { caller, message } = asker
        const read = asked.safeParse(given).data
        if (!read || caller.role === 'guest' || !isSaid(read.training, asker)) return undefined
        if (!isOfTrainings.test(asker.said)) return undefined
        const typed: Record<string, string> = { view: read.view }
        if (read.training !== undefined) typed.training = read.training
        return showing.trainings({ caller, message, value: '', given: typed })
      },
    },
  ]
}

const isOfTrainings =
  /培训|[个办]班|什么班|开班|课|会|讲座|研讨|学习|交流|考察|活动|报名|报过|报的|名额|training|course|register|seat/iu
